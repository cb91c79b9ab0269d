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
    /// Both values are known and differ, or opinions differ.
    case different
    /// Both values are known and equal, or both items are praised, or both criticised.
    case same
    /// Both values are known, but sources contest one; or opinions are too close to call.
    case undecided
    /// The value of one side only is known, or sources judge one side only.
    case oneSided(Side)
    /// Neither value is known, or no source judges either side.
    case unknown
  }

  /// The result for one aspect of a criterion.
  package struct Row: Sendable, Hashable {
    package var criterion: Criterion.ID
    package var aspect: Aspect
    package var outcome: Outcome
    /// Of opinions that differ, the side with the greater net balance, or the one that direct comparisons favour.
    package var stronger: Side?
    /// Of opinions that differ, the distance of the net balances; the net of what nobody judges is 0.
    package var gap = 0
    /// Whether opinions differ only because sources favour one side where they compare the two directly.
    package var isDecidedDirectly = false

    package init(criterion: Criterion.ID, aspect: Aspect, outcome: Outcome) {
      self.criterion = criterion
      self.aspect = aspect
      self.outcome = outcome
    }
  }

  package var pair: Pair
  /// The rows in the order of criteria, facts before judgements. A criterion that takes facts has a row for them, and
  /// one for judgements if sources judge either item or compare the two; any other criterion has one for judgements.
  package var rows: [Row]

  /// The criteria on which the items differ.
  package var differences: [Criterion.ID] {
    var result: [Criterion.ID] = []
    for row in rows where row.outcome == .different && result.last != row.criterion {
      result.append(row.criterion)
    }
    return result
  }
}

extension PairComparison {
  /// Returns the rows of opinions that differ, most telling first: by the distance of the net balances, then by the
  /// number of sources that judge either item or compare the two, then in the order of criteria.
  ///
  /// `direct` is what sources say of the two directly.
  package func rankedDifferences(
    _ left: ComparedItem, _ right: ComparedItem, _ direct: [DirectComparison]
  ) -> [Row] {
    let differing = rows.filter { $0.aspect == .judgements && $0.outcome == .different }.map { row in
      var sources = left.positions[row.criterion.index].balance.sources
      sources.insertInOrder(right.positions[row.criterion.index].balance.sources)
      if let comparison = direct.first(where: { $0.criterion == row.criterion }) {
        sources.insertInOrder(comparison.sources)
      }
      return (row: row, speakers: sources.count)
    }
    return differing.sorted { one, other in
      if one.row.gap != other.row.gap { return one.row.gap > other.row.gap }
      if one.speakers != other.speakers { return one.speakers > other.speakers }
      return one.row.criterion < other.row.criterion
    }.map(\.row)
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
