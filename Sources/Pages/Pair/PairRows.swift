import Comparison

/// The rows of a pair's page by what comes of comparing, and the criteria without a row.
struct PairRows: Sendable {
  private(set) var differentFacts: [PairComparison.Row] = []
  private(set) var disputedFacts: [PairComparison.Row] = []
  private(set) var sharedFacts: [PairComparison.Row] = []
  /// The opinions that are alike.
  private(set) var shared: [PairComparison.Row] = []
  /// The opinions that are too close to call.
  private(set) var tooClose: [PairComparison.Row] = []
  private(set) var leftAlone = Alone()
  private(set) var rightAlone = Alone()
  /// The criteria on which claims describe either item, but no source judges or compares them.
  private(set) var mentions: [Criterion.ID] = []
  /// The criteria on which nothing is said of either item.
  private(set) var unknown: [Criterion.ID] = []

  /// What is known of one item only.
  struct Alone: Sendable {
    fileprivate(set) var facts: [PairComparison.Row] = []
    fileprivate(set) var opinions: [PairComparison.Row] = []

    fileprivate mutating func add(_ row: PairComparison.Row) {
      if row.aspect == .facts { facts.append(row) } else { opinions.append(row) }
    }

    fileprivate var count: Int { facts.count + opinions.count }
  }

  var oneSidedCount: Int { leftAlone.count + rightAlone.count }

  /// Sorts the rows of a comparison; `isSpokenOf` tells whether there is any claim on a criterion.
  init(_ comparison: PairComparison, _ criterionCount: Int, isSpokenOf: (Criterion.ID) -> Bool) {
    var isKnown = Array(repeating: false, count: criterionCount)
    var isJudged = isKnown
    for row in comparison.rows where row.outcome != .unknown {
      isKnown[row.criterion.index] = true
      if row.aspect == .judgements { isJudged[row.criterion.index] = true }
      switch (row.outcome, row.aspect) {
      case (.different, .facts): differentFacts.append(row)
      case (.undecided, .facts): disputedFacts.append(row)
      case (.same, .facts): sharedFacts.append(row)
      case (.undecided, .judgements): tooClose.append(row)
      case (.same, .judgements): shared.append(row)
      case (.oneSided(.left), _): leftAlone.add(row)
      case (.oneSided(.right), _): rightAlone.add(row)
      // Opinions that differ have an order of their own.
      case (.different, .judgements), (.unknown, _): break
      }
    }
    for place in 0..<criterionCount where !isJudged[place] {
      let criterion = Criterion.ID(place)
      if isSpokenOf(criterion) {
        mentions.append(criterion)
      } else if !isKnown[place] {
        unknown.append(criterion)
      }
    }
  }
}
