/// The comparison of two items by criterion: what differs, what is the same, and what is known of one item only.
///
/// It depends on the content of the two items alone, and is symmetrical.
package struct PairComparison: Sendable, Hashable {
  /// The aspect of a criterion that is compared.
  package enum Aspect: Sendable, Hashable {
    /// The values of facts.
    case facts
    /// Praise and criticism.
    case judgements
  }

  /// The result of comparing two cells.
  package enum Outcome: Sendable, Hashable {
    /// Both values are known and differ, or one item is praised and the other criticised.
    case different
    /// Both values are known and equal, or both items are praised, or both criticised.
    case same
    /// Something is known of both, but values are contested, opinions are mixed, or claims do not judge.
    case undecided
    /// Something is known of one side only.
    case oneSided(Side)
    /// Nothing is known of either.
    case unknown

    fileprivate var letter: String {
      switch self {
      case .different: "d"
      case .same: "s"
      case .undecided: "u"
      case .oneSided(.left): "l"
      case .oneSided(.right): "r"
      case .unknown: "n"
      }
    }

    /// The outcome with the sides swapped.
    package var mirrored: Outcome {
      if case .oneSided(let side) = self { .oneSided(side.other) } else { self }
    }
  }

  /// The result for one aspect of a criterion.
  package struct Row: Sendable, Hashable {
    package var criterion: Criterion.ID
    package var aspect: Aspect
    package var outcome: Outcome
  }

  package var pair: Pair
  /// The rows in the order of criteria, facts before judgements. A criterion that takes facts has a row for them. It
  /// has a row for judgements if it takes no facts, if either item is judged, or if only claims are known: a mere
  /// mention beside a fact adds nothing.
  package var rows: [Row]

  /// The comparison with the sides swapped.
  package var mirrored: PairComparison {
    PairComparison(
      pair: pair.mirrored,
      rows: rows.map { Row(criterion: $0.criterion, aspect: $0.aspect, outcome: $0.outcome.mirrored) })
  }

  /// A text that is equal for comparisons with the same outcome on every criterion, and only for those.
  package var canonical: String {
    rows.map { "\($0.criterion.index)\($0.aspect == .facts ? "f" : "j")\($0.outcome.letter)" }.joined()
  }

  /// The criteria on which the items differ.
  package var differences: [Criterion.ID] {
    var result: [Criterion.ID] = []
    for row in rows where row.outcome == .different && result.last != row.criterion {
      result.append(row.criterion)
    }
    return result
  }
}

extension Cell {
  /// The knowledge that the facts of a cell contribute to comparisons.
  enum Knowledge: Hashable {
    case unknown
    /// There is no single value: sources contest it, or one states several.
    case contested
    /// The single value, or the elements of a list.
    case values(Set<FactValue>)
  }

  /// Whether there is praise or criticism.
  var isJudged: Bool { !strengths.isEmpty || !weaknesses.isEmpty }

  /// Returns the values of a cell for comparisons: all elements of a list; otherwise the sourced values, or common
  /// knowledge if there are none.
  func knowledge(_ type: Criterion.ValueType) -> Knowledge {
    guard let factState, factState != .unknown else { return .unknown }
    if factState == .contested { return .contested }
    if type == .list { return .values(Set(values).subtracting([.unknown])) }
    let known = facts.filter { $0.value != .unknown }
    let stated = known.filter { !$0.sources.isEmpty }
    let values = Set((stated.isEmpty ? known : stated).map(\.value))
    return values.count > 1 ? .contested : .values(values)
  }

  /// The fact that represents the cell: a sourced one if there is any, else common knowledge or the editor's own.
  package var standing: Fact? {
    let known = facts.filter { $0.value != .unknown }
    return known.first { !$0.sources.isEmpty } ?? known.first
  }
}
