import Comparison

/// Two to five items in columns of equal width, with a row for each criterion, use, user and source.
struct SideBySide: Sendable {
  /// What the outcomes of all pairs among the items come to in a row.
  enum Outcome: Int, Sendable, Comparable {
    /// At least two items differ.
    case different
    /// No two differ; some two are too close to call, or a value is contested.
    case undecided
    /// All items of which anything is known are alike.
    case same
    /// Something is known of one item alone.
    case oneSided
    /// Claims describe an item, but no source judges or compares any.
    case described
    case unknown

    static func < (left: Outcome, right: Outcome) -> Bool { left.rawValue < right.rawValue }
  }

  /// The cells of the items on one aspect of a criterion.
  struct Row: Sendable {
    var criterion: Criterion.ID
    var aspect: PairComparison.Aspect
    var outcome = Outcome.unknown
    /// Of opinions that differ, the largest distance between the net balances of two items that do.
    var gap = 0
    /// The number of sources that judge any of the items or compare two of them.
    var voices = 0
    /// Of opinions that differ, the items with the greatest net balance among those that are stronger than another and
    /// weaker than none.
    var best: Set<Item.ID> = []
  }

  /// How many items stand side by side on a page.
  static let sizes = CountLimits.comparedItems

  /// The columns.
  let items: [Item.ID]
  /// The sources that the words beside them cite.
  let cited: Set<Source.ID>
  /// The rows of criteria, in their order, facts before judgements.
  let rows: [Row]

  init(_ items: [Item.ID], citing cited: Set<Source.ID> = [], _ model: SiteModel) {
    self.items = items
    self.cited = cited
    let pairs = items.indices.flatMap { place in items[(place + 1)...].map { Pair(items[place], $0) } }
    var found: [Key: [(pair: Pair, row: PairComparison.Row)]] = [:]
    for pair in pairs {
      for row in model.differenceTable.comparison(of: pair).rows {
        found[Key(criterion: row.criterion, aspect: row.aspect), default: []].append((pair, row))
      }
    }
    rows = model.catalog.criterionIDs.flatMap { criterion -> [Row] in
      let takesFacts = model.catalog[criterion].type != nil
      return [PairComparison.Aspect.facts, .judgements].compactMap { aspect in
        if aspect == .facts, !takesFacts { return nil }
        let row = Row(
          criterion: criterion, aspect: aspect,
          pairs: found[Key(criterion: criterion, aspect: aspect)] ?? [], of: items, model)
        return aspect == .judgements && takesFacts && row.outcome == .unknown ? nil : row
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

  /// The opinions that differ, most telling first: by the distance of the net balances, then by the number of sources,
  /// then in the order of criteria.
  var differingOpinions: [Row] {
    rows(.different, .judgements).enumerated().sorted {
      ($1.element.gap, $1.element.voices, $0.offset) < ($0.element.gap, $0.element.voices, $1.offset)
    }.map(\.element)
  }
}

extension SideBySide.Outcome {
  fileprivate init(_ outcome: PairComparison.Outcome) {
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
  /// Sums up the rows of all pairs among the items.
  fileprivate init(
    criterion: Criterion.ID, aspect: PairComparison.Aspect, pairs: [(pair: Pair, row: PairComparison.Row)],
    of items: [Item.ID], _ model: SiteModel
  ) {
    self.init(criterion: criterion, aspect: aspect)
    outcome = pairs.map { SideBySide.Outcome($0.row.outcome) }.min() ?? .unknown
    if aspect == .facts { return }
    if outcome == .unknown, items.contains(where: { model.catalog[$0, criterion].claimState != nil }) {
      outcome = .described
    }
    guard outcome == .different else { return }
    var sources = Set(items.flatMap { model.catalog.balance(of: $0, on: criterion).sources })
    for (pair, _) in pairs {
      for comparison in model.differenceTable.directComparisons(of: pair)
      where comparison.criterion == criterion {
        sources.formUnion(comparison.sources)
      }
    }
    voices = sources.count
    let differing = pairs.filter { $0.row.outcome == .different }
    gap = differing.map(\.row.gap).max() ?? 0
    var stronger: Set<Item.ID> = []
    var weaker: Set<Item.ID> = []
    for (pair, row) in differing {
      guard let side = row.stronger else { continue }
      stronger.insert(pair[side])
      weaker.insert(pair[side.other])
    }
    let nets = stronger.subtracting(weaker).map {
      (item: $0, net: model.catalog.balance(of: $0, on: criterion).net)
    }
    let greatest = nets.map(\.net).max()
    best = Set(nets.filter { $0.net == greatest }.map(\.item))
  }
}
