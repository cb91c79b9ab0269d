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

/// An inverted index from traits to items, which finds similar items without comparing all pairs.
package struct SimilarityIndex: Sendable {
  /// Something that items can have in common.
  private enum Trait: Hashable {
    case useCase(UseCase.ID)
    case facts(Criterion.ID, Set<FactValue>)
  }

  /// The trait of each number.
  private var traits: [Trait] = []
  private var numbers: [Trait: Int] = [:]
  /// The numbers of each item's traits, in order.
  private var traitsOfItem: [[Int]] = []
  private var owners: [TraitOwners] = []
  private var itemsBySlug: [Item.ID]
  /// The position of each item in order of slug, by the item's index.
  private var places: [Int]
  /// The cached closest items of each item, and the limit for which they were computed.
  private var closest: (most: Int, lists: [[Item.ID]])?

  package init(_ catalog: Catalog) {
    itemsBySlug = catalog.items.sorted { $0.entry.slug < $1.entry.slug }.map(\.id)
    places = Array(repeating: 0, count: itemsBySlug.count)
    for (place, item) in itemsBySlug.enumerated() { places[item.index] = place }
    var placesOfTrait: [[Int32]] = []
    for item in catalog.items {
      let own = Self.traits(of: item.id, in: catalog).map { number(of: $0) }
      for number in own {
        if number >= placesOfTrait.count { placesOfTrait.append([]) }
        placesOfTrait[number].append(Int32(truncatingIfNeeded: places[item.id.index]))
      }
      traitsOfItem.append(own)
    }
    owners = placesOfTrait.map { TraitOwners($0, of: itemsBySlug.count) }
  }

  private mutating func number(of trait: Trait) -> Int {
    if let number = numbers[trait] { return number }
    numbers[trait] = traits.count
    traits.append(trait)
    return traits.count - 1
  }

  /// Updates the index after some items changed, in a catalog with the same names. Returns whether the closest items of
  /// any item may have changed.
  package mutating func update(_ items: [Item.ID], in catalog: Catalog) -> Bool {
    var isClosestSame = true
    for item in items {
      let new = Self.traits(of: item, in: catalog).map { number(of: $0) }
      let old = traitsOfItem[item.index]
      if new == old { continue }
      while owners.count < traits.count { owners.append(TraitOwners([], of: places.count)) }
      let before = shared(with: item)
      for trait in old where !new.contains(trait) { owners[trait].remove(places[item.index]) }
      for trait in new where !old.contains(trait) { owners[trait].insert(places[item.index]) }
      traitsOfItem[item.index] = new
      isClosestSame = !updateClosest(item, from: before, to: shared(with: item)) && isClosestSame
    }
    return !isClosestSame
  }

  /// Recomputes the cached lists that an item enters, leaves or may change its rank in; returns whether there were any.
  private mutating func updateClosest(
    _ item: Item.ID, from before: SharedTraitCounter, to after: SharedTraitCounter
  ) -> Bool {
    guard let (most, lists) = closest else { return false }
    var isChanged = false
    for (place, other) in itemsBySlug.enumerated() {
      let (old, new) = (before.count(at: place), after.count(at: place))
      guard other == item || old != new else { continue }
      let list = lists[other.index]
      if other != item, !list.contains(item), list.count == most, let last = list.last,
        new < score(of: other, and: last)
      {
        continue
      }
      let next = closest(to: other, most: most)
      closest?.lists[other.index] = next
      isChanged = true
    }
    return isChanged
  }

  /// Returns at most `most` items closest to an item, with what they share; ties by slug. Items with nothing in common
  /// are left out.
  package func alternatives(to item: Item.ID, most: Int = .max) -> [Similarity] {
    closest(to: item, most: most).map { similarity(of: item, and: $0) }
  }

  /// Returns at most `most` items closest to an item; ties by slug. Items with nothing in common are left out.
  package func closest(to item: Item.ID, most: Int = .max) -> [Item.ID] {
    Reads.note(item, .closest)
    var counter = SharedTraitCounter(places: itemsBySlug.count)
    return closest(to: item, most: most, &counter)
  }

  /// Computes and caches the closest items of all items.
  package mutating func keepClosest(most: Int) {
    if closest?.most != most { closest = (most, closestOfAll(most: most)) }
  }

  /// Returns the closest items of each item, by its index.
  package func closestOfAll(most: Int) -> [[Item.ID]] {
    if let closest, closest.most == most { return closest.lists }
    var counter = SharedTraitCounter(places: itemsBySlug.count)
    return places.indices.map { closest(to: Item.ID($0), most: most, &counter) }
  }

  private func closest(to item: Item.ID, most: Int, _ counter: inout SharedTraitCounter) -> [Item.ID] {
    count(item, &counter)
    return counter.highest(most, except: places[item.index]).map { itemsBySlug[$0] }
  }

  /// Returns the number of traits that two items share.
  package func score(of item: Item.ID, and other: Item.ID) -> Int {
    Reads.note(item, .traits)
    Reads.note(other, .traits)
    let others = traitsOfItem[other.index]
    return traitsOfItem[item.index].count { others.contains($0) }
  }

  /// Counts for every item the traits that it shares with one item.
  private func shared(with item: Item.ID) -> SharedTraitCounter {
    var counter = SharedTraitCounter(places: itemsBySlug.count)
    count(item, &counter)
    return counter
  }

  private func count(_ item: Item.ID, _ counter: inout SharedTraitCounter) {
    counter.reset()
    for trait in traitsOfItem[item.index] { owners[trait].count(in: &counter) }
  }

  /// Returns what two items share; the result's `item` is the second.
  package func similarity(of item: Item.ID, and other: Item.ID) -> Similarity {
    Reads.note(item, .traits)
    Reads.note(other, .traits)
    let others = traitsOfItem[other.index]
    var result = Similarity(item: other, useCases: [], facts: [])
    for trait in traitsOfItem[item.index] where others.contains(trait) {
      switch traits[trait] {
      case .useCase(let id): result.useCases.append(id)
      case .facts(let id, _): result.facts.append(id)
      }
    }
    return result
  }

  private static func traits(of item: Item.ID, in catalog: Catalog) -> [Trait] {
    let facts = catalog.criteria.compactMap { criterion -> Trait? in
      guard let type = criterion.type,
        case .values(let values) = catalog.cell(item, criterion.id).knowledge(type)
      else { return nil }
      // "Not applicable" is nothing in common, and "partial" may mean quite different things.
      return values.isSubset(of: [.notApplicable, .partial]) ? nil : .facts(criterion.id, values)
    }
    return catalog.useCases(of: item).sorted().map { .useCase($0) } + facts
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
