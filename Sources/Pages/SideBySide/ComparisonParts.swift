import Comparison
import Templating
import TextEncoding

extension PagePlanner {
  /// Adds a part for each item: a column of all rows, which a script puts beside those of other items.
  mutating func addComparisonParts() {
    guard catalog.has(.pairs) else { return }
    let model = model
    for item in catalog.items { planning { $0.addPart(of: item, model) } }
  }

  private mutating func addPart(of item: Item, _ model: SiteModel) {
    let path = routes.path(partOf: item.id)
    let (id, name) = (item.id, item.entry.name)
    add(
      PageTemplates.comparisonPart, path: path, title: name, origin: item.place, isInSitemap: false,
      page: { PageHead(model, .comparisonPart, name, path: path, description: nil) },
      content: { In(model, id) })
  }
}

/// A row of a part, with all that a script needs to compare it with that of another item.
struct PartRow: Sendable {
  var item: Item.ID
  var criterion: Criterion.ID
  var aspect: PairComparison.Aspect
}

/// A relation that an item's document states.
struct PartRelation: Sendable {
  var relation: Item.Relation
}

extension Records {
  static let partRow = Record<In<PartRow>>(
    "PartRow", "A row of one item, and what tells how it compares with that of another.",
    [
      .record("row", "The row, with a single column.", of: columnRow) {
        $0.with(
          (row: SideBySide.Row(criterion: $0.part.criterion, aspect: $0.part.aspect), items: [$0.part.item]))
      },
      .text("supporters", "The numbers of the sources that only praise.") {
        $0.numbers($0.balance.supporters)
      },
      .text("critics", "The numbers of the sources that only criticise.") { $0.numbers($0.balance.critics) },
      .text("both", "The numbers of the sources that do both.") { $0.numbers($0.balance.both) },
      .boolean("is_described", "Whether anything is said, judging or not.") {
        $0.catalog[$0.part.item, $0.part.criterion].claimState != nil
      },
      .text(
        "value",
        "A text that only equal values share; `?` where sources contest it, empty where none is known."
      ) {
        $0.value
      },
      .text(
        "direct",
        "How sources compare the item with others there: `flask:1,2::3` for each, the numbers of those that favour this item, of those that favour the other, and of the rest."
      ) { $0.direct },
    ])

  static let partRelation = Record<In<PartRelation>>(
    "PartRelation", "How an item relates to another, as its document states it.",
    [
      .record("relation", "The relation.", of: relation) { $0.with($0.part.relation) },
      .text("to", "The slug of the other item.") { $0.catalog[$0.part.relation.to].entry.slug.text },
      .optionalText("row", "The anchor of the criterion's row.") { part in
        part.part.relation.criterion.map { Anchors.row(part.catalog[$0], .judgements) }
      },
    ])
}

extension PageTemplates {
  static let comparisonPart = PageTemplate<In<Item.ID>>(
    .comparisonPart, "ComparisonPart",
    "One item as a column, for a script that puts chosen items side by side.",
    [
      .record("item", "The item.", of: Records.link) { $0.model.link($0.part) },
      .text("key", "Its slug.") { $0.catalog[$0.part].entry.slug.text },
      .texts("partners", "The slugs of the items that it has a page of a pair with.") { item in
        item.model.pairs.partners(of: item.part).map { item.catalog[$0].entry.slug.text }
      },
      .list("rows", "A row for each criterion, or two: facts before judgements.", of: Records.partRow) {
        $0.rows
      },
      .list("relations", "How it relates to others, as its document states it.", of: Records.partRelation) {
        item in
        item.catalog[item.part].relations.filter { $0.from == item.part }.map {
          item.with(PartRelation(relation: $0))
        }
      },
      .record("table", "Its uses, users and sources.", of: Records.sideBySide) {
        let relations = $0.catalog[$0.part].relations
        return $0.with(SideBySide([$0.part], citing: Set(relations.flatMap(\.sources)), $0.model))
      },
    ])
}

extension In<Item.ID> {
  fileprivate var rows: [In<PartRow>] {
    catalog.criterionIDs.flatMap { criterion -> [In<PartRow>] in
      let takesFacts = catalog[criterion].type != nil
      let aspects: [PairComparison.Aspect] = takesFacts ? [.facts, .judgements] : [.judgements]
      return aspects.map { with(PartRow(item: part, criterion: criterion, aspect: $0)) }
    }
  }
}

extension In<PartRow> {
  fileprivate var balance: Balance {
    part.aspect == .facts ? Balance() : catalog[part.item, part.criterion].balance
  }

  fileprivate var value: String {
    guard part.aspect == .facts, let type = catalog[part.criterion].type else { return "" }
    return catalog[part.item, part.criterion].valueKey(type)
  }

  fileprivate var direct: String {
    if part.aspect == .facts || catalog[part.item].relations.isEmpty { return "" }
    let others = Set(catalog[part.item].relations.map { Pair($0.from, $0.to).other(than: part.item) })
    return others.sorted().flatMap { other in
      model.differenceTable.directComparisons(of: Pair(part.item, other)).filter {
        $0.criterion == part.criterion
      }
      .map { comparison in
        let sources = [comparison.left, comparison.right, comparison.neither].map {
          numbers($0, separator: ",")
        }
        return ([catalog[other].entry.slug.text] + sources).joined(separator: ":")
      }
    }.joined(separator: " ")
  }

  fileprivate func numbers(_ sources: [Source.ID], separator: String = " ") -> String {
    sources.map { String($0.index) }.joined(separator: separator)
  }
}

extension Routes {
  /// Returns the path of an item's part for comparisons that a visitor chooses.
  func path(partOf item: Item.ID) -> String { "\(Self.comparisonParts)\(catalog[item].entry.slug).html" }

  /// The folder of all parts.
  static let comparisonParts = "data/compare/"
}
