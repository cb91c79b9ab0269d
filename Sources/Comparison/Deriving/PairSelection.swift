import Incremental
import TextEncoding

/// The pairs that get a page, and the candidates that have too few differences.
///
/// Each unordered pair occurs once, with the item whose slug comes first on the left. A pair takes 16 bytes, so that
/// all pairs of a thousand items can be planned at once.
package struct PairSelection: Sendable {
  /// Distinguishes selections that were computed independently.
  private final class Identity: Sendable {}

  /// A pair that has fewer differences than the threshold.
  package struct LeftOut: Sendable, Hashable {
    package var pair: Pair
    package var differences: Int
  }

  private var selected: [Pair] = []
  private var rejected: [LeftOut] = []
  private let identity = Identity()
  /// The number of differences that a pair needs.
  package let threshold: Int
  /// The position of each item in order of slug, by the item's index.
  private let places: [Int]
  /// The other items of each item's pairs, in order of slug: `partners[starts[item]..<starts[item + 1]]`.
  private var partners: [Int32] = []
  private var starts: [Int] = []

  /// Selects the pairs of a catalog according to its policy and threshold.
  package init(_ catalog: Catalog, similarity: SimilarityIndex, table: DifferenceTable) {
    let bySlug = catalog.items.map(\.id).sorted { catalog[$0].entry.slug < catalog[$1].entry.slug }
    var places = Array(repeating: 0, count: bySlug.count)
    for (place, item) in bySlug.enumerated() { places[item.index] = place }
    self.places = places
    threshold = catalog.configuration.pairThreshold
    let policy = catalog.effectivePairPolicy
    var isListed = false
    if case .list = policy { isListed = true }
    let direct = Set(
      policy.isNone
        ? [] : table.directPairs.map { places[$0.left.index] < places[$0.right.index] ? $0 : $0.mirrored })
    let candidates = Self.candidates(
      policy, catalog, similarity, direct: direct, bySlug: bySlug, places: places)
    for pair in candidates {
      let differences = isListed || direct.contains(pair) ? threshold : table.differences(pair)
      if differences >= threshold {
        selected.append(pair)
      } else {
        rejected.append(LeftOut(pair: pair, differences: differences))
      }
    }
    indexPartners(itemCount: bySlug.count)
  }

  /// The selected pairs, in order of slugs.
  package var pairs: [Pair] {
    Reads.note(.pairs)
    return selected
  }

  /// The candidates with too few differences, in order of slugs.
  package var leftOut: [LeftOut] {
    Reads.note(.pairs)
    return rejected
  }

  /// Returns whether another selection is a copy of this one.
  package func isCopy(of other: PairSelection) -> Bool { identity === other.identity }

  /// Returns the canonical orientation of a pair, with the item whose slug comes first on the left.
  package func canonical(_ pair: Pair) -> Pair {
    places[pair.left.index] <= places[pair.right.index] ? pair : pair.mirrored
  }

  /// Returns the other items of an item's pairs, in order of slug.
  package func partners(of item: Item.ID) -> [Item.ID] {
    Reads.note(item, .partners)
    return partners[starts[item.index]..<starts[item.index + 1]].map { Item.ID(Int($0)) }
  }

  /// Returns the number of pairs that contain an item.
  package func partnerCount(of item: Item.ID) -> Int {
    Reads.note(item, .partners)
    return starts[item.index + 1] - starts[item.index]
  }

  /// Returns whether a pair is selected, in either orientation.
  package func contains(_ pair: Pair) -> Bool {
    Reads.note(pair.left, .partners)
    let row = partners[starts[pair.left.index]..<starts[pair.left.index + 1]]
    let wanted = places[pair.right.index]
    let place = row.partitioningIndex { places[Int($0)] >= wanted }
    return place < row.endIndex && Int(row[place]) == pair.right.index
  }

  private mutating func indexPartners(itemCount: Int) {
    var counts = Array(repeating: 0, count: itemCount)
    for pair in selected {
      counts[pair.left.index] += 1
      counts[pair.right.index] += 1
    }
    starts = [0]
    for count in counts { starts.append((starts.last ?? 0) + count) }
    partners = Array(repeating: 0, count: selected.count * 2)
    var next = starts
    // The partners with lower slugs come first; either run is already in order of slug.
    for pair in selected {
      partners[next[pair.right.index]] = Int32(truncatingIfNeeded: pair.left.index)
      next[pair.right.index] += 1
    }
    for pair in selected {
      partners[next[pair.left.index]] = Int32(truncatingIfNeeded: pair.right.index)
      next[pair.left.index] += 1
    }
  }
}

extension PairSelection {
  /// Returns the pairs that a policy selects and those that sources compare directly, each once, in order of slugs.
  private static func candidates(
    _ policy: PairPolicy, _ catalog: Catalog, _ similarity: SimilarityIndex, direct: Set<Pair>,
    bySlug: [Item.ID], places: [Int]
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
    for pair in direct { add(pair.left, pair.right) }
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
  /// The largest number of items for which every pair gets a page by default.
  private static let mostItemsForAllPairs = 60
  /// The number of neighbours with which each item is paired by default if there are more.
  private static let usualNeighbours = 10

  /// The policy of `site.yml`, or the default for the number of items.
  package var effectivePairPolicy: PairPolicy {
    pairPolicy ?? (items.count <= Self.mostItemsForAllPairs ? .all : .closest(Self.usualNeighbours))
  }

  /// Returns the groups of items that share a known value of a criterion.
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
