import Incremental

/// The similarity of two items: shared use cases and equal known facts.
package struct Similarity: Sendable {
  package var item: Item.ID
  package var useCases: [UseCase.ID]
  /// The criteria on which both have the same known facts.
  package var facts: [Criterion.ID]

  /// The number of use cases and facts in common.
  package var score: Int { useCases.count + facts.count }
}

/// Finds the items that have most in common with each item, without comparing all pairs.
package struct SimilarityIndex: Sendable {
  /// Something that items can have in common.
  private enum Trait: Hashable {
    case useCase(UseCase.ID)
    /// The values that both have, by their number in the table of differences.
    case facts(Criterion.ID, UInt32)
  }

  /// The trait of each number.
  private var traits: [Trait] = []
  private var numbers: [Trait: Int32] = [:]
  /// The traits of the items by their places in order of slug.
  private var blocks = TraitBlocks([], traitCount: 0)
  private let itemsBySlug: [Item.ID]
  /// The position of each item in order of slug, by the item's index.
  private let places: [Int]
  /// The cached closest items of each item, and the limit for which they were computed.
  private var closest: (most: Int, lists: [[Item.ID]])?

  package init(_ catalog: Catalog, _ table: DifferenceTable) {
    itemsBySlug = catalog.items.sorted { $0.entry.slug < $1.entry.slug }.map(\.id)
    var places = Array(repeating: 0, count: itemsBySlug.count)
    for (place, item) in itemsBySlug.enumerated() { places[item.index] = place }
    self.places = places
    let traitsByPlace = itemsBySlug.map { numbers(ofTraitsOf: $0, catalog, table) }
    blocks = TraitBlocks(traitsByPlace, traitCount: traits.count)
  }

  /// Returns the numbers of an item's traits: those of use cases first, and each kind in order.
  private mutating func numbers(
    ofTraitsOf item: Item.ID, _ catalog: Catalog, _ table: DifferenceTable
  ) -> [Int32] {
    let useCases = catalog.useCases(of: item).sorted().map { Trait.useCase($0) }
    let traits = useCases + table.values(of: item).map { Trait.facts($0, $1) }
    return traits.map { trait in
      if let number = numbers[trait] { return number }
      let number = Int32(truncatingIfNeeded: self.traits.count)
      numbers[trait] = number
      self.traits.append(trait)
      return number
    }
  }

  /// Updates the index after some items changed, in a catalog with the same names and with a table that is up to date.
  /// Returns whether the closest items of any item may have changed.
  package mutating func update(_ items: [Item.ID], in catalog: Catalog, _ table: DifferenceTable) -> Bool {
    var isChanged = false
    for item in items {
      let place = places[item.index]
      let new = numbers(ofTraitsOf: item, catalog, table)
      if new == blocks.traits[place] { continue }
      let changes = blocks.replaceTraits(of: place, by: new, traitCount: traits.count)
      if updateClosest(item, changes) { isChanged = true }
    }
    return isChanged
  }

  /// Recomputes the cached lists that an item enters, leaves or may change its rank in; returns whether there were any.
  private mutating func updateClosest(_ item: Item.ID, _ changes: [(place: Int, change: Int)]) -> Bool {
    guard let most = closest?.most else { return false }
    let place = places[item.index]
    var counters = blocks.counters()
    var stale = [item]
    for (other, change) in changes where other != place {
      let list = closest?.lists[itemsBySlug[other].index] ?? []
      // A list that is not full has everybody with anything in common.
      if !list.contains(item) {
        if change < 0 { continue }
        if list.count == most, let last = list.last.map({ places[$0.index] }) {
          let (score, least) = (blocks.score(of: other, and: place), blocks.score(of: other, and: last))
          if score < least || score == least && place > last { continue }
        }
      }
      stale.append(itemsBySlug[other])
    }
    for item in stale {
      let list = closest(to: item, most: most, &counters)
      closest?.lists[item.index] = list
    }
    return true
  }

  /// Returns at most `most` items closest to an item, with what they share; ties by slug. Items with nothing in common
  /// are left out.
  package func alternatives(to item: Item.ID, most: Int = .max) -> [Similarity] {
    closest(to: item, most: most).map { similarity(of: item, and: $0) }
  }

  /// Returns at most `most` items closest to an item; ties by slug. Items with nothing in common are left out.
  package func closest(to item: Item.ID, most: Int = .max) -> [Item.ID] {
    Reads.note(item, .closest)
    if let closest, most <= closest.most { return Array(closest.lists[item.index].prefix(most)) }
    var counters = blocks.counters(for: places[item.index])
    return closest(to: item, most: most, &counters)
  }

  /// Computes and caches the closest items of all items.
  package mutating func keepClosest(most: Int) {
    if closest?.most != most { closest = (most, closestOfAll(most: most)) }
  }

  /// Returns the closest items of each item, by its index.
  package func closestOfAll(most: Int) -> [[Item.ID]] {
    if let closest, closest.most == most { return closest.lists }
    var counters = blocks.counters()
    return places.indices.map { closest(to: Item.ID($0), most: most, &counters) }
  }

  private func closest(to item: Item.ID, most: Int, _ counters: inout TraitBlocks.Counters) -> [Item.ID] {
    blocks.closest(to: places[item.index], most: most, &counters).map { itemsBySlug[$0] }
  }

  /// Returns the number of traits that two items share.
  package func score(of item: Item.ID, and other: Item.ID) -> Int {
    Reads.note(item, .traits)
    Reads.note(other, .traits)
    return blocks.score(of: places[item.index], and: places[other.index])
  }

  /// Returns what two items share; the result's `item` is the second.
  package func similarity(of item: Item.ID, and other: Item.ID) -> Similarity {
    Reads.note(item, .traits)
    Reads.note(other, .traits)
    let others = blocks.traits[places[other.index]]
    var result = Similarity(item: other, useCases: [], facts: [])
    for trait in blocks.traits[places[item.index]] where others.contains(trait) {
      switch traits[Int(trait)] {
      case .useCase(let id): result.useCases.append(id)
      case .facts(let id, _): result.facts.append(id)
      }
    }
    return result
  }
}

extension Catalog {
  /// Returns the use cases for which any claim names an item.
  package func useCases(of item: Item.ID) -> Set<UseCase.ID> {
    var result: Set<UseCase.ID> = []
    for claim in self[item].claims(.fit) {
      for case .useCase(let id) in self[claim].subjects { result.insert(id) }
    }
    return result
  }
}
