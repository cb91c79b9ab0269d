import Comparison

extension SiteWords {
  /// Returns how many sources are for, against and both: "4 for, 1 against".
  ///
  /// With the names of the sources they follow their number in parentheses.
  func callAsFunction(_ balance: Balance, names: (([Source.ID]) -> String)? = nil) -> String {
    if balance.isEmpty { return self(.balanceNone) }
    let groups: [(WordKey, [Source.ID])] = [
      (.balancePraise, balance.supporters), (.balanceCriticism, balance.critics),
      (.balanceBoth, balance.both),
    ]
    return groups.filter { !$1.isEmpty }.map { key, sources in
      let count = self(key, "\(sources.count)")
      return names.map { "\(count) (\($0(sources)))" } ?? count
    }.joined(separator: ", ")
  }
}

extension Comparison.Cell {
  /// Returns the balance that stands for the cell; nil if it shows a fact, a mention, or the editor's own claims.
  ///
  /// If nothing is known on a criterion that takes no facts, it is the empty balance.
  func shownBalance(on criterion: Criterion) -> Balance? {
    if let factState, factState != .unknown { return nil }
    return !balance.isEmpty || criterion.type == nil && state == .unknown ? balance : nil
  }
}

extension Balance {
  /// Returns whether it comes before another one in a list of the best: by net, then by the sources that only praise.
  /// What nobody judges comes last.
  func isAhead(of other: Balance) -> Bool {
    (isEmpty ? 0 : 1, net, supporters.count) > (other.isEmpty ? 0 : 1, other.net, other.supporters.count)
  }
}
