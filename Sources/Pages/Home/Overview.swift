import Comparison
import Templating

/// A small table of the most discussed items and criteria, for the home page.
struct Overview: Sendable {
  /// The number of criteria that sources judge; of facts, fewer fit.
  private static let (mostJudged, mostFacts) = (8, 5)
  /// Up to how many items it has all of them, and how many of more.
  private static let (mostItems, mostOfMany) = (60, 16)

  var criteria: [Criterion.ID]
  var items: [Item.ID]

  /// Creates the overview; nil if nothing would be told apart in it.
  init?(_ model: SiteModel) {
    let catalog = model.catalog
    let isJudged = catalog.items.contains { $0.cells.contains { !$0.balance.isEmpty } }
    let weights = catalog.criterionIDs.map { criterion in
      (criterion, isJudged ? Self.voices(criterion, catalog) : Self.known(criterion, catalog))
    }
    // Sorting is stable.
    let leading = weights.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }
      .prefix(isJudged ? Self.mostJudged : Self.mostFacts)
    criteria = leading.map(\.0).sorted()
    guard criteria.count > 1 else { return nil }
    items = Array(catalog.itemIDs)
    if items.count <= Self.mostItems { return }
    // The first of an alphabet say nothing of a site, so many items need something that sets some of them apart.
    guard isJudged else { return nil }
    let judged = items.map { item in
      (item, model.speakers(of: item).count, criteria.reduce(0) { $0 + catalog[item, $1].balance.count })
    }
    items = judged.sorted { ($0.1, $0.2) > ($1.1, $1.2) }.prefix(Self.mostOfMany).map(\.0)
  }

  /// How often a source judges an item on a criterion.
  private static func voices(_ criterion: Criterion.ID, _ catalog: Catalog) -> Int {
    catalog.itemIDs.reduce(0) { $0 + catalog[$1, criterion].balance.count }
  }

  /// Of how many items a short value is known; 0 where all have the same.
  private static func known(_ criterion: Criterion.ID, _ catalog: Catalog) -> Int {
    guard let type = catalog[criterion].type, type != .url, type != .text else { return 0 }
    let cells = catalog.itemIDs.map { catalog[$0, criterion].facts.filter(\.value.isKnown).map(\.value) }
    return Set(cells).count > 1 ? cells.count { !$0.isEmpty } : 0
  }
}

/// A cell of the overview.
struct OverviewCell: Sendable {
  var item: Item.ID
  var criterion: Criterion.ID
}

/// A row of the overview.
struct OverviewRow: Sendable {
  var item: Item.ID
  var criteria: [Criterion.ID]
}

extension Records {
  static let overviewCell = Record<In<OverviewCell>>(
    "OverviewCell", "What is known of an item on a criterion, as short as can be.",
    [
      .record("balance", "How many sources judge, and how.", of: balance) {
        $0.catalog.balance(of: $0.part.item, on: $0.part.criterion)
      },
      .optionalText("state", "`yes`, `no`, `partial` or `not-applicable` where the value is one of these.") {
        let state = $0.catalog[$0.part.item, $0.part.criterion].factState
        return state.flatMap { [.yes, .no, .partial, .notApplicable].contains($0) ? $0.rawValue : nil }
      },
      .optionalText("value", "The value, where it is a fact and known.") { cell in
        let isKnown = cell.catalog[cell.part.item, cell.part.criterion].facts.contains(where: \.value.isKnown)
        return isKnown ? cell.model.words(cell.part.item, cell.part.criterion) : nil
      },
    ])

  static let overviewRow = Record<In<OverviewRow>>(
    "OverviewRow", "An item in the overview.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .list("cells", "A cell for each criterion.", of: overviewCell) { row in
        row.part.criteria.map { row.with(OverviewCell(item: row.part.item, criterion: $0)) }
      },
    ])

  static let overview = Record<In<Overview>>(
    "Overview",
    "A small table of the criteria that sources speak of most, for all items or the most discussed.",
    [
      .list("criteria", "The criteria.", of: link) { table in
        table.part.criteria.map { table.model.link($0) }
      },
      .list("rows", "A row for each item.", of: overviewRow) { table in
        table.part.items.map { table.with(OverviewRow(item: $0, criteria: table.part.criteria)) }
      },
      .boolean("is_all", "Whether every item has a row.") {
        $0.part.items.count == $0.catalog.items.count
      },
      .boolean("is_judged", "Whether its cells are balances, not values.") { table in
        table.part.items.contains { item in
          table.part.criteria.contains { !table.catalog[item, $0].balance.isEmpty }
        }
      },
    ])
}
