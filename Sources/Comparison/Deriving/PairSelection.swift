import TextEncoding

/// The pairs that get a page, and those that the policy names but that have too little to tell apart.
///
/// Each unordered pair occurs once, the item whose slug is first on the left. A pair takes 16 bytes, so that all pairs of a
/// thousand items can be planned at once.
package struct PairSelection: Sendable {
  /// What tells a selection from every other that was made by itself.
  private final class Identity: Sendable {}

  package struct LeftOut: Sendable, Hashable {
    package var pair: Pair
    package var differences: Int
  }

  /// In order of the slugs.
  package private(set) var pairs: [Pair] = []
  /// In order of the slugs.
  package private(set) var leftOut: [LeftOut] = []
  private let identity = Identity()
  /// How many differences a pair needs.
  package let threshold: Int
  /// The place of each item among all, by slug.
  private let places: [Int]
  /// `partners[starts[item]..<starts[item + 1]]`: the other items of an item's pairs, in order of slug.
  private var partners: [Int32] = []
  private var starts: [Int] = []

  package init(_ catalog: Catalog, similarity: SimilarityIndex, table: DifferenceTable) {
    let bySlug = catalog.items.map(\.id).sorted { catalog[$0].entry.slug < catalog[$1].entry.slug }
    var places = Array(repeating: 0, count: bySlug.count)
    for (place, item) in bySlug.enumerated() { places[item.index] = place }
    self.places = places
    threshold = catalog.configuration.pairThreshold
    let policy = catalog.effectivePairPolicy
    var isListed = false
    if case .list = policy { isListed = true }
    for pair in Self.candidates(policy, catalog, similarity, bySlug: bySlug, places: places) {
      let differences = isListed ? threshold : table.differences(pair)
      if differences >= threshold {
        pairs.append(pair)
      } else {
        leftOut.append(LeftOut(pair: pair, differences: differences))
      }
    }
    indexPartners(itemCount: bySlug.count)
  }

  /// Whether another selection is a copy of this one.
  package func isCopy(of other: PairSelection) -> Bool { identity === other.identity }

  /// How a pair is written: the item whose slug is first on the left.
  package func canonical(_ pair: Pair) -> Pair {
    places[pair.left.index] <= places[pair.right.index] ? pair : pair.mirrored
  }

  /// The other items of an item's pairs, in order of slug.
  package func partners(of item: Item.ID) -> [Item.ID] {
    partners[starts[item.index]..<starts[item.index + 1]].map { Item.ID(Int($0)) }
  }

  /// How many pairs an item is in.
  package func partnerCount(of item: Item.ID) -> Int { starts[item.index + 1] - starts[item.index] }

  package func contains(_ pair: Pair) -> Bool {
    let row = partners[starts[pair.left.index]..<starts[pair.left.index + 1]]
    let wanted = places[pair.right.index]
    let place = row.partitioningIndex { places[Int($0)] >= wanted }
    return place < row.endIndex && Int(row[place]) == pair.right.index
  }

  private mutating func indexPartners(itemCount: Int) {
    var counts = Array(repeating: 0, count: itemCount)
    for pair in pairs {
      counts[pair.left.index] += 1
      counts[pair.right.index] += 1
    }
    starts = [0]
    for count in counts { starts.append((starts.last ?? 0) + count) }
    partners = Array(repeating: 0, count: pairs.count * 2)
    var next = starts
    // Those that stand on the left of an item come first, and each run is in order of slug.
    for pair in pairs {
      partners[next[pair.right.index]] = Int32(truncatingIfNeeded: pair.left.index)
      next[pair.right.index] += 1
    }
    for pair in pairs {
      partners[next[pair.left.index]] = Int32(truncatingIfNeeded: pair.right.index)
      next[pair.left.index] += 1
    }
  }
}

extension PairSelection {
  /// The pairs that a policy names, each once, in order of slug.
  private static func candidates(
    _ policy: PairPolicy, _ catalog: Catalog, _ similarity: SimilarityIndex, bySlug: [Item.ID], places: [Int]
  ) -> [Pair] {
    var keys: [UInt64] = []
    func add(_ left: Item.ID, _ right: Item.ID) {
      let (first, second) = (places[left.index], places[right.index])
      if first != second { keys.append(UInt64(min(first, second)) << 32 | UInt64(max(first, second))) }
    }
    switch policy {
    case .none: break
    case .all:
      return bySlug.indices.flatMap { left in bySlug[(left + 1)...].map { Pair(bySlug[left], $0) } }
    case .closest(let count):
      for (index, closest) in similarity.closestOfAll(most: count).enumerated() {
        for other in closest { add(Item.ID(index), other) }
      }
    case .within(let criterion):
      for group in catalog.itemsByValue(criterion) {
        for (place, item) in group.enumerated() {
          for other in group[(place + 1)...] { add(item, other) }
        }
      }
    case .list(let pairs):
      for pair in pairs { add(pair.left, pair.right) }
    }
    keys.sort()
    var result: [Pair] = []
    var last: UInt64?
    for key in keys where key != last {
      result.append(Pair(bySlug[Int(key >> 32)], bySlug[Int(key & 0xFFFF_FFFF)]))
      last = key
    }
    return result
  }
}

extension Catalog {
  /// How many items a site may have for every pair to get a page unless it says otherwise.
  private static let mostItemsForAllPairs = 60
  /// How many neighbours each item is paired with where there are more.
  private static let usualNeighbours = 10

  /// The policy that `site.yml` states, or the usual one for the number of items.
  package var effectivePairPolicy: PairPolicy {
    pairPolicy ?? (items.count <= Self.mostItemsForAllPairs ? .all : .closest(Self.usualNeighbours))
  }

  /// The items that share each known value of a criterion.
  fileprivate func itemsByValue(_ criterion: Criterion.ID) -> [[Item.ID]] {
    guard let type = self[criterion].type else { return [] }
    var groups: [FactValue: [Item.ID]] = [:]
    for item in items {
      guard case .values(let values) = cell(item.id, criterion).knowledge(type) else { continue }
      for value in values where value != .notApplicable && value != .partial {
        groups[value, default: []].append(item.id)
      }
    }
    return Array(groups.values)
  }
}
