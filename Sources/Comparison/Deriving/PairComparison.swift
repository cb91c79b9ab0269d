/// What sets two items apart, what they share, and what no source says of one of them: criterion by criterion.
///
/// It depends on the two items' own content alone, and says the same of them in either order.
package struct PairComparison: Sendable, Hashable {
  /// What is compared on a criterion.
  package enum Aspect: Sendable, Hashable {
    /// The values that are given for it.
    case facts
    /// Praise and criticism.
    case judgements
  }

  /// What comparing the two cells comes to.
  package enum Outcome: Sendable, Hashable {
    /// Both values are known and unequal, or one is praised where the other is criticised.
    case different
    /// Both values are known and equal, or both are praised, or both criticised.
    case same
    /// Both are spoken of, but sources contest a value, are of two minds, or describe without judging.
    case undecided
    /// Something is known of one side alone.
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

  package struct Row: Sendable, Hashable {
    package var criterion: Criterion.ID
    package var aspect: Aspect
    package var outcome: Outcome
  }

  package var pair: Pair
  /// In the criteria's order, facts before judgements. A criterion has a row for facts where it takes them, and one for
  /// judgements where it takes nothing else, where somebody judges either item, or where claims are all that is known: to mention
  /// what a fact tells already is no verdict.
  package var rows: [Row]

  /// The same comparison with the sides swapped.
  package var mirrored: PairComparison {
    PairComparison(
      pair: pair.mirrored,
      rows: rows.map { Row(criterion: $0.criterion, aspect: $0.aspect, outcome: $0.outcome.mirrored) })
  }

  /// A text that two comparisons share exactly where they come to the same, criterion by criterion.
  package var canonical: String {
    rows.map { "\($0.criterion.index)\($0.aspect == .facts ? "f" : "j")\($0.outcome.letter)" }.joined()
  }

  /// The criteria that tell the two apart.
  package var differences: [Criterion.ID] {
    var result: [Criterion.ID] = []
    for row in rows where row.outcome == .different && result.last != row.criterion {
      result.append(row.criterion)
    }
    return result
  }
}

extension Cell {
  /// What the facts of a cell come to where it is compared with another.
  enum Knowledge: Hashable {
    case unknown
    /// There is no one value: sources contest it, or one of them states several.
    case contested
    /// The one value, or the elements of a list.
    case values(Set<FactValue>)
  }

  /// Whether somebody praises or criticises.
  var isJudged: Bool { !strengths.isEmpty || !weaknesses.isEmpty }

  /// A cell's values as they are compared: of a list all elements, elsewhere what sources state before what is common knowledge.
  func knowledge(_ type: Criterion.ValueType) -> Knowledge {
    guard let factState, factState != .unknown else { return .unknown }
    if factState == .contested { return .contested }
    if type == .list { return .values(Set(values).subtracting([.unknown])) }
    let known = facts.filter { $0.value != .unknown }
    let stated = known.filter { !$0.sources.isEmpty }
    let values = Set((stated.isEmpty ? known : stated).map(\.value))
    return values.count > 1 ? .contested : .values(values)
  }

  /// The fact that stands for the cell: what a source states goes before what is common knowledge or the editor's own.
  package var standing: Fact? {
    let known = facts.filter { $0.value != .unknown }
    return known.first { !$0.sources.isEmpty } ?? known.first
  }
}
