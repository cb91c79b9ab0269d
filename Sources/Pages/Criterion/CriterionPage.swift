import Comparison
import Templating

/// A criterion with the items that its page shows, in order.
struct CriterionPage: Sendable {
  /// The maximum number of items in a list.
  static let mostRows = 100
  /// The maximum number of disagreements that stand beside the rows.
  static let mostDisagreements = 6
  /// The maximum number of items that are said to be ahead, or to be only criticised.
  private static let mostNamed = 5

  let criterion: Criterion
  /// The values, where they are no numbers.
  let values: [ListedValue]
  /// The items that are known here without one of those values, the best first.
  let rows: [Item.ID]
  /// The items that are ahead of all others; empty if there are many.
  let leaders: [Item.ID]
  /// The items that sources only criticise; empty if there are many.
  let criticised: [Item.ID]
  /// The items of which nothing is known.
  let unknown: [Item.ID]
  /// The largest number, where bars can be drawn: numbers of a unit, or of which some are better, none below 0.
  let largest: Double?

  init(_ criterion: Criterion, _ model: SiteModel) {
    let catalog = model.catalog
    let id = criterion.id
    self.criterion = criterion
    var told: Set<Item.ID> = []
    values =
      criterion.type == .number
      ? []
      : model.values(of: criterion).map { value in
        ListedValue(value: value, criterion: id, told: value.items.filter { told.insert($0).inserted })
      }
    var rows: [Item.ID] = []
    var unknown: [Item.ID] = []
    for item in catalog.itemIDs where !told.contains(item) {
      if catalog[item, id].state == .unknown { unknown.append(item) } else { rows.append(item) }
    }
    self.unknown = unknown
    let balance = { catalog.balance(of: $0, on: id) }
    let number = { (item: Item.ID) in criterion.type == .number ? catalog[item, id].number : nil }
    let known = rows.map { (item: $0, number: number($0), balance: balance($0)) }
    // Sorting is stable.
    rows = known.sorted { left, right in
      switch (left.number, right.number) {
      case (let one?, let other?) where one != other: criterion.better == .lower ? one < other : other < one
      case (_?, nil): true
      case (nil, _?): false
      default: left.balance.isAhead(of: right.balance)
      }
    }.map(\.item)
    self.rows = rows
    let ahead = rows.prefix { item in
      balance(item).net > 0 && !(rows.first.map { balance($0).isAhead(of: balance(item)) } ?? false)
    }
    leaders = criterion.type == nil && ahead.count <= Self.mostNamed ? Array(ahead) : []
    let criticised = rows.filter {
      !balance($0).critics.isEmpty && balance($0).count == balance($0).critics.count
    }
    self.criticised = criticised.count <= Self.mostNamed ? criticised : []
    let numbers = rows.compactMap { number($0).flatMap { Double($0.canonical) } }
    let isMeasured = criterion.unit != nil || criterion.better != nil
    largest = isMeasured && numbers.allSatisfy { $0 >= 0 } ? numbers.max().flatMap { $0 > 0 ? $0 : nil } : nil
  }
}

/// What is known of an item on a criterion, as the criterion's page shows it.
struct CriterionRow: Sendable {
  var item: Item.ID
  var criterion: Criterion.ID
  /// The largest number of all rows, where bars are drawn.
  var largest: Double?
}

extension Records {
  static let criterionRow = Record<In<CriterionRow>>(
    "CriterionRow", "What is known of an item on a criterion.",
    [
      .record("cell", "What is known.", of: cell) { $0.with($0.cell) },
      .texts("key_facts", "The item's key facts in words.") {
        $0.model.keyFacts(of: $0.part.item)
      },
      .optionalInteger("share", "The length of the bar of its number, of 100; absent where none is drawn.") {
        $0.share
      },
      .record("strengths", "The praise.", of: fewClaims) { row in row.few(\.strengths) },
      .record("weaknesses", "The criticism.", of: fewClaims) { row in row.few(\.weaknesses) },
      .record("features", "What is said without judgement.", of: fewClaims) { row in row.few(\.features) },
    ])
}

extension In<CriterionRow> {
  fileprivate var cell: ShownCell {
    ShownCell(
      item: part.item, criterion: part.criterion, id: Anchors.item(catalog[part.item].entry.slug))
  }

  fileprivate func few(_ side: (Comparison.Cell) -> [Claim.ID]) -> In<FewClaims> {
    with(FewClaims(claims: side(catalog[part.item, part.criterion])))
  }

  fileprivate var share: Int? {
    guard let largest = part.largest, let number = catalog[part.item, part.criterion].number,
      let size = Double(number.canonical)
    else { return nil }
    return Int((size / largest * 100).rounded())
  }
}

extension Comparison.Cell {
  /// The number that the cell shows; nil if it shows something else.
  fileprivate var number: DecimalNumber? {
    guard case .number(let number) = facts.shown?.value else { return nil }
    return number
  }
}
