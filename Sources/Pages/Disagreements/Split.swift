import Comparison

/// How evenly the sources of a disagreement are split.
struct Split: Sendable {
  /// How many more sources stand on the stronger side; that of values is the one that most sources state.
  var lead: Int
  /// The number of sources that take a side.
  var sources: Int
  /// How many of these are not on the largest side.
  var dissent: Int

  /// Returns whether a disagreement is listed before another one: the more evenly split, then that of more sources.
  func isAhead(of other: Split) -> Bool { (lead, other.sources) < (other.lead, sources) }
}

extension Comparison.Cell {
  /// Returns how evenly its sources are split in a disagreement.
  func split(_ dispute: Dispute) -> Split {
    guard dispute == .values else {
      let largest = max(balance.supporters.count, balance.critics.count)
      return Split(lead: abs(balance.net), sources: balance.count, dissent: balance.count - largest)
    }
    var stating: [FactValue: Set<Source.ID>] = [:]
    for fact in facts where fact.value.isKnown { stating[fact.value, default: []].formUnion(fact.sources) }
    // The numbers do not depend on which of equal ones leads.
    let sides = stating.values.sorted { $0.count > $1.count }
    let others = sides.dropFirst().map(\.count).reduce(0, +)
    let sources = Set(sides.flatMap { $0 }).count
    let largest = sides.first?.count ?? 0
    return Split(lead: abs(largest - others), sources: sources, dissent: sources - largest)
  }
}

extension SiteModel {
  /// Returns disagreements with the most evenly split first; equal ones stay in their order.
  func inOrder(_ disputes: [CellDispute]) -> [CellDispute] {
    // Sorting is stable.
    disputes.map { ($0, catalog[$0.item, $0.criterion].split($0.kind)) }
      .sorted { $0.1.isAhead(of: $1.1) }.map(\.0)
  }

  /// All disagreements in order, but for the few that are most worth drawing, which come first: those on which most
  /// sources stand against the largest side.
  func disagreements(drawing count: Int) -> [CellDispute] {
    let all = allDisagreements
    let dissent = all.indices.filter { all[$0].kind != .mixed }.map { index in
      (index, catalog[all[index].item, all[index].criterion].split(all[index].kind).dissent)
    }
    // Sorting is stable.
    let drawn = dissent.sorted { $0.1 > $1.1 }.prefix(count).map(\.0)
    let isDrawn = Set(drawn)
    return drawn.map { all[$0] } + all.indices.filter { !isDrawn.contains($0) }.map { all[$0] }
  }
}
