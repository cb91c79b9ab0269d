import Incremental

/// A compact digest of all items' cells as small integers, by which pairs are compared without access to the content.
package struct DifferenceTable: Sendable {
  /// The digest of one cell.
  fileprivate struct Verdict: Sendable, Equatable {
    /// Identifies the set of known values, equal for equal sets; 0 if nothing is known, 1 if contested.
    var values: UInt32 = 0
    var balance = BalanceSize()
  }

  /// `verdicts[item * width + criterion]`
  private var verdicts: [Verdict] = []
  /// The number of each set of values.
  private var numbers: [Set<FactValue>: UInt32] = [:]
  /// The numbers of the sets that make no two items alike: "not applicable" is nothing in common, and "partial" may mean
  /// quite different things.
  private var unlike: Set<UInt32> = []
  /// What sources say directly of pairs of items, with the item of the lower index on the left.
  private var direct: [Pair: [DirectComparison]]
  /// Whether each criterion takes facts.
  private let takesFacts: [Bool]
  private var width: Int { takesFacts.count }

  /// Makes a table of all items of a catalog.
  package init(_ catalog: Catalog) {
    takesFacts = catalog.criteria.map { $0.type != nil }
    direct = catalog.directComparisons
    verdicts.reserveCapacity(takesFacts.count * catalog.items.count)
    for item in catalog.items { verdicts += row(item.id, catalog) }
  }

  /// The pairs that sources compare directly, each with the item of the lower index on the left.
  var directPairs: some Collection<Pair> { direct.keys }

  private mutating func row(_ item: Item.ID, _ catalog: Catalog) -> [Verdict] {
    catalog.criteria.map { verdict(catalog[item, $0.id], $0.type) }
  }

  /// Returns the known values that an item may have in common with others, as numbers that are equal for equal values of
  /// a criterion, in order of criterion.
  func values(of item: Item.ID) -> [(Criterion.ID, UInt32)] {
    (0..<width).compactMap { criterion in
      let number = verdicts[item.index * width + criterion].values
      return number < 2 || unlike.contains(number) ? nil : (Criterion.ID(criterion), number)
    }
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
    let direct = catalog.directComparisons
    if direct != self.direct {
      self.direct = direct
      isChanged = true
    }
    return isChanged
  }

  private mutating func verdict(_ cell: Cell, _ type: Criterion.ValueType?) -> Verdict {
    var verdict = Verdict(balance: BalanceSize(cell.balance))
    switch type.map(cell.knowledge) {
    case nil, .unknown: break
    case .contested: verdict.values = 1
    case .values(let values):
      if let number = numbers[values] {
        verdict.values = number
      } else {
        verdict.values = UInt32(truncatingIfNeeded: numbers.count + 2)
        numbers[values] = verdict.values
        if values.isSubset(of: [.notApplicable, .partial]) { unlike.insert(verdict.values) }
      }
    }
    return verdict
  }

  /// Returns the number of criteria on which the two items differ.
  package func differences(_ pair: Pair) -> Int {
    Reads.note(comparing: pair, criteria: width)
    let (left, right) = (pair.left.index * width, pair.right.index * width)
    let direct = directComparisons(of: pair)
    var count = 0
    for criterion in 0..<width {
      let (one, other) = (verdicts[left + criterion], verdicts[right + criterion])
      if one.factOutcome(other) == .different
        || opinion(one, other, criterion, direct).outcome == .different
      {
        count += 1
      }
    }
    return count
  }

  /// Returns what sources say of two items directly, in order of criterion, with those that name none last.
  package func directComparisons(of pair: Pair) -> [DirectComparison] {
    Reads.note(pair.left, .relations)
    if direct.isEmpty { return [] }
    return pair.left < pair.right
      ? direct[pair] ?? [] : (direct[pair.mirrored] ?? []).map(\.mirrored)
  }

  package func comparison(of pair: Pair) -> PairComparison {
    Reads.note(comparing: pair, criteria: width)
    let direct = directComparisons(of: pair)
    var rows: [PairComparison.Row] = []
    rows.reserveCapacity(width * 2)
    for criterion in 0..<width {
      let one = verdicts[pair.left.index * width + criterion]
      let other = verdicts[pair.right.index * width + criterion]
      if takesFacts[criterion] {
        rows.append(
          .init(criterion: Criterion.ID(criterion), aspect: .facts, outcome: one.factOutcome(other)))
      }
      let opinion = opinion(one, other, criterion, direct)
      if takesFacts[criterion], opinion.outcome == .unknown { continue }
      rows.append(opinion)
    }
    return PairComparison(pair: pair, rows: rows)
  }

  /// Compares opinions on a criterion. Direct comparisons that favour one side decide everything that balances do not
  /// tell apart, because they speak of both items: what is the same, too close to call, or judged of one item at most.
  private func opinion(
    _ one: Verdict, _ other: Verdict, _ criterion: Int, _ direct: [DirectComparison]
  ) -> PairComparison.Row {
    let (left, right) = (one.balance, other.balance)
    var row = PairComparison.Row(
      criterion: Criterion.ID(criterion), aspect: .judgements, outcome: left.outcome(right))
    switch row.outcome {
    case .different:
      row.gap = abs(left.net - right.net)
      row.stronger = left.net > right.net ? .left : .right
    case .same, .undecided, .oneSided, .unknown:
      guard let comparison = direct.first(where: { $0.criterion?.index == criterion }) else { break }
      if let favoured = comparison.favoured {
        row.outcome = .different
        row.gap = abs(left.net - right.net)
        row.stronger = favoured
        row.isDecidedDirectly = true
      } else if row.outcome == .unknown {
        row.outcome = .undecided
      }
    }
    return row
  }
}

extension Catalog {
  package func comparison(of pair: Pair) -> PairComparison { DifferenceTable(self).comparison(of: pair) }
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
}
