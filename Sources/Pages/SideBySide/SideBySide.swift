import Comparison

/// Two to five items in columns of equal width, with a row for each criterion, use, user and source.
///
/// With a single item it is a column that a script puts beside others.
struct SideBySide: Sendable {
  /// What the outcomes of all pairs among the items come to in a row.
  enum Outcome: Int, Sendable, Comparable {
    /// At least two items differ.
    case different
    /// No two differ; on some two there is no verdict.
    case undecided
    /// All items of which anything is known are alike.
    case same
    /// Something is known of one item alone.
    case oneSided
    case unknown

    static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
  }

  /// The cells of the items on one aspect of a criterion.
  struct Row: Sendable {
    var criterion: Criterion.ID
    var aspect: PairComparison.Aspect
    var outcome: Outcome
    /// By how much the balances of two items that differ are apart at most.
    var gap = 0
    /// The number of judgements by sources, counted for each item.
    var voices = 0
    /// The items with the greatest net, in a row of opinions that differ.
    var best: Set<Item.ID> = []
  }

  /// How many items stand side by side on a page.
  static let sizes = CountLimits.comparedItems

  /// The columns.
  let items: [Item.ID]
  /// The rows of criteria, in their order, facts before judgements.
  let rows: [Row]

  init(_ items: [Item.ID], _ catalog: Catalog) {
    self.items = items
    var outcomes: [Key: [(pair: Pair, outcome: PairComparison.Outcome)]] = [:]
    for (place, left) in items.enumerated() {
      for right in items[(place + 1)...] {
        let pair = Pair(left, right)
        for row in catalog.comparison(of: pair).rows {
          outcomes[Key(criterion: row.criterion, aspect: row.aspect), default: []].append((pair, row.outcome))
        }
      }
    }
    rows = catalog.criteria.flatMap { criterion -> [Row] in
      catalog.aspects(of: criterion, for: items).map { aspect in
        let pairs = outcomes[Key(criterion: criterion.id, aspect: aspect)] ?? []
        var row = Row(
          criterion: criterion.id, aspect: aspect,
          outcome: pairs.map { Outcome($0.outcome) }.min() ?? .unknown)
        if aspect == .judgements {
          row.weigh(items, apart: pairs.filter { $0.outcome == .different }.map(\.pair), catalog)
        }
        return row
      }
    }
  }

  private struct Key: Hashable {
    var criterion: Criterion.ID
    var aspect: PairComparison.Aspect
  }

  /// Returns the rows with an outcome, in the order of criteria.
  func rows(_ outcome: Outcome, _ aspect: PairComparison.Aspect? = nil) -> [Row] {
    rows.filter { $0.outcome == outcome && (aspect == nil || $0.aspect == aspect) }
  }

  /// The opinions that differ: first where two balances are furthest apart, then where more sources judge.
  var differingOpinions: [Row] {
    rows(.different, .judgements).enumerated().sorted {
      ($1.element.gap, $1.element.voices, $0.offset) < ($0.element.gap, $0.element.voices, $1.offset)
    }.map(\.element)
  }
}

extension SideBySide.Outcome {
  init(_ outcome: PairComparison.Outcome) {
    switch outcome {
    case .different: self = .different
    case .undecided: self = .undecided
    case .same: self = .same
    case .oneSided: self = .oneSided
    case .unknown: self = .unknown
    }
  }
}

extension SideBySide.Row {
  /// Measures how far apart the balances are, and finds the greatest ones if any items differ.
  fileprivate mutating func weigh(_ items: [Item.ID], apart: [Pair], _ catalog: Catalog) {
    let balances = items.map { catalog.balance(of: $0, on: criterion) }
    voices = balances.reduce(0) { $0 + $1.count }
    if apart.isEmpty { return }
    func net(_ item: Item.ID) -> Int { catalog.balance(of: item, on: criterion).net }
    gap = apart.map { abs(net($0.left) - net($0.right)) }.max() ?? 0
    let judged = zip(items, balances).filter { !$0.1.isEmpty }
    let nets = judged.map(\.1.net)
    guard let greatest = nets.max(), nets.contains(where: { $0 < greatest }) else { return }
    best = Set(judged.filter { $0.1.net == greatest }.map(\.0))
  }
}

extension Catalog {
  /// Returns the aspects of a criterion that have a row: facts if it takes any; judgements if it takes no facts, if an
  /// item is judged, or if nothing but claims is known.
  fileprivate func aspects(of criterion: Criterion, for items: [Item.ID]) -> [PairComparison.Aspect] {
    guard criterion.type != nil else { return [.judgements] }
    let cells = items.map { cell($0, criterion.id) }
    let isKnown = cells.contains { $0.factState ?? .unknown != .unknown }
    let areOpinionsShown =
      cells.contains { !$0.balance.isEmpty } || !isKnown && cells.contains { $0.claimState != nil }
    return areOpinionsShown ? [.facts, .judgements] : [.facts]
  }
}
