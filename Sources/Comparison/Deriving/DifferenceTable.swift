/// A compact digest of all items' cells as small integers, by which pairs are compared without access to the content.
package struct DifferenceTable: Sendable {
  /// The digest of one cell.
  fileprivate struct Verdict: Sendable, Equatable {
    /// Identifies the set of known values, equal for equal sets; 0 if nothing is known, 1 if contested.
    var values: UInt32 = 0
    var claims = Claims.none
    /// Whether there is praise or criticism.
    var isJudged = false
  }

  fileprivate enum Claims: UInt8, Sendable {
    case none, praised, criticised
    /// Mixed, contested or merely mentioned.
    case undecided
  }

  /// `verdicts[item * width + criterion]`
  private var verdicts: [Verdict] = []
  /// The number of each set of values.
  private var numbers: [Set<FactValue>: UInt32] = [:]
  /// Whether each criterion takes facts.
  private let takesFacts: [Bool]
  private var width: Int { takesFacts.count }

  /// Makes a table of all items of a catalog.
  package init(_ catalog: Catalog) {
    self.init(catalog, items: catalog.items.map(\.id))
  }

  /// A table of some items, numbered in the given order.
  fileprivate init(_ catalog: Catalog, items: [Item.ID]) {
    takesFacts = catalog.criteria.map { $0.type != nil }
    verdicts.reserveCapacity(takesFacts.count * items.count)
    for item in items { verdicts += row(item, catalog) }
  }

  private mutating func row(_ item: Item.ID, _ catalog: Catalog) -> [Verdict] {
    catalog.criteria.map { Self.verdict(catalog[item, $0.id], $0.type, &numbers) }
  }

  /// Updates the rows of changed items, in a catalog with the same names. Returns whether any comparison may have
  /// changed.
  package mutating func update(_ items: [Item.ID], in catalog: Catalog) -> Bool {
    var isChanged = false
    for item in items {
      let row = row(item, catalog)
      let place = item.index * width..<(item.index + 1) * width
      if verdicts[place].elementsEqual(row) { continue }
      verdicts.replaceSubrange(place, with: row)
      isChanged = true
    }
    return isChanged
  }

  private static func verdict(
    _ cell: Cell, _ type: Criterion.ValueType?, _ numbers: inout [Set<FactValue>: UInt32]
  ) -> Verdict {
    var verdict = Verdict(isJudged: cell.isJudged)
    switch type.map(cell.knowledge) {
    case nil, .unknown: break
    case .contested: verdict.values = 1
    case .values(let values):
      verdict.values = numbers[values] ?? UInt32(truncatingIfNeeded: numbers.count + 2)
      numbers[values] = verdict.values
    }
    verdict.claims =
      switch cell.claimState {
      case nil: .none
      case .praised: .praised
      case .criticised: .criticised
      default: .undecided
      }
    return verdict
  }

  /// Returns the number of criteria on which the two items differ.
  package func differences(_ pair: Pair) -> Int {
    let (left, right) = (pair.left.index * width, pair.right.index * width)
    var count = 0
    for criterion in 0..<width {
      let (one, other) = (verdicts[left + criterion], verdicts[right + criterion])
      if one.factOutcome(other) == .different || one.claimOutcome(other) == .different { count += 1 }
    }
    return count
  }

  package func comparison(of pair: Pair) -> PairComparison {
    PairComparison(pair: pair, rows: rows(pair.left.index, pair.right.index))
  }

  /// Returns the rows of the comparison of two items, given by their numbers in the table.
  fileprivate func rows(_ left: Int, _ right: Int) -> [PairComparison.Row] {
    var rows: [PairComparison.Row] = []
    rows.reserveCapacity(width * 2)
    for criterion in 0..<width {
      let (one, other) = (verdicts[left * width + criterion], verdicts[right * width + criterion])
      if takesFacts[criterion] {
        let outcome = one.factOutcome(other)
        rows.append(.init(criterion: Criterion.ID(criterion), aspect: .facts, outcome: outcome))
        let isJudged = one.isJudged || other.isJudged
        if outcome == .unknown ? one.claims == .none && other.claims == .none : !isJudged { continue }
      }
      let outcome = one.claimOutcome(other)
      rows.append(.init(criterion: Criterion.ID(criterion), aspect: .judgements, outcome: outcome))
    }
    return rows
  }
}

extension Catalog {
  package func comparison(of pair: Pair) -> PairComparison {
    let table = DifferenceTable(self, items: [pair.left, pair.right])
    return PairComparison(pair: pair, rows: table.rows(0, 1))
  }
}

extension DifferenceTable.Verdict {
  fileprivate func factOutcome(_ other: Self) -> PairComparison.Outcome {
    switch (values, other.values) {
    case (0, 0): .unknown
    case (_, 0): .oneSided(.left)
    case (0, _): .oneSided(.right)
    case (1, _), (_, 1): .undecided
    case (let one, let other): one == other ? .same : .different
    }
  }

  fileprivate func claimOutcome(_ other: Self) -> PairComparison.Outcome {
    switch (claims, other.claims) {
    case (.none, .none): .unknown
    case (_, .none): .oneSided(.left)
    case (.none, _): .oneSided(.right)
    case (.praised, .criticised), (.criticised, .praised): .different
    case (.praised, .praised), (.criticised, .criticised): .same
    default: .undecided
    }
  }
}
