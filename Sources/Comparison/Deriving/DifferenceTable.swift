/// What every item's cells come to when they are compared, as small numbers: counts the differences of a pair without looking at
/// the content again.
package struct DifferenceTable: Sendable {
  /// `facts[item * width + criterion]`: the number of what is known; 0 where nothing is, or it is contested.
  private var facts: [UInt32] = []
  /// As `facts`: 1 praised, 2 criticised, 0 neither or both.
  private var judgements: [UInt8] = []
  private let width: Int

  package init(_ catalog: Catalog) {
    width = catalog.criteria.count
    facts.reserveCapacity(width * catalog.items.count)
    judgements.reserveCapacity(width * catalog.items.count)
    var numbers: [Set<FactValue>: UInt32] = [:]
    for item in catalog.items {
      for criterion in catalog.criteria {
        let cell = catalog.cell(item.id, criterion.id)
        var number: UInt32 = 0
        if let type = criterion.type, case .values(let values) = cell.knowledge(type) {
          number = numbers[values] ?? UInt32(truncatingIfNeeded: numbers.count + 1)
          numbers[values] = number
        }
        facts.append(number)
        judgements.append(cell.claimState == .praised ? 1 : cell.claimState == .criticised ? 2 : 0)
      }
    }
  }

  /// On how many criteria the two differ.
  package func differences(_ pair: Pair) -> Int {
    let (left, right) = (pair.left.index * width, pair.right.index * width)
    var count = 0
    for criterion in 0..<width {
      let (fact, other) = (facts[left + criterion], facts[right + criterion])
      if fact != 0 && other != 0 && fact != other {
        count += 1
      } else if judgements[left + criterion] + judgements[right + criterion] == 3 {
        count += 1
      }
    }
    return count
  }
}
