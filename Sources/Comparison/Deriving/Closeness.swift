/// How much two items have in common: shared use cases and equal known facts.
package struct Closeness: Sendable {
  package var item: Item.ID
  package var useCases: [UseCase.ID]
  /// Criteria on which both have the same known facts.
  package var facts: [Criterion.ID]

  package var score: Int { useCases.count + facts.count }
}

/// What every item shares with others, looked up once for all of them, so that no two items are ever compared.
package struct Likeness: Sendable {
  /// Something that items can have in common.
  private enum Trait: Hashable {
    case useCase(UseCase.ID)
    case facts(Criterion.ID, Set<FactValue>)
  }

  /// The items that have a trait, by their places in order of slug.
  private enum Owners: Sendable {
    case few([Int32])
    /// A bit for each place, where there are so many that a list would be longer.
    case many([UInt64])
  }

  /// What each trait is told as.
  private var traits: [Trait] = []
  /// The traits of each item, in order.
  private var traitsOfItem: [[Int]] = []
  private var owners: [Owners] = []
  private var itemsBySlug: [Item.ID]
  /// The place of each item in order of slug.
  private var places: [Int]

  package init(_ catalog: Catalog) {
    itemsBySlug = catalog.items.sorted { $0.entry.slug < $1.entry.slug }.map(\.id)
    places = Array(repeating: 0, count: itemsBySlug.count)
    for (place, item) in itemsBySlug.enumerated() { places[item.index] = place }
    var numbers: [Trait: Int] = [:]
    var placesOfTrait: [[Int32]] = []
    for item in catalog.items {
      var own: [Int] = []
      for trait in Self.traits(of: item.id, in: catalog) {
        let number = numbers[trait] ?? traits.count
        if number == traits.count {
          numbers[trait] = number
          traits.append(trait)
          placesOfTrait.append([])
        }
        placesOfTrait[number].append(Int32(truncatingIfNeeded: places[item.id.index]))
        own.append(number)
      }
      traitsOfItem.append(own)
    }
    owners = placesOfTrait.map { Self.owners($0, of: itemsBySlug.count) }
  }

  private static func owners(_ places: [Int32], of count: Int) -> Owners {
    guard places.count > count / 64 else { return .few(places) }
    var bits = Array(repeating: UInt64(0), count: (count + 63) / 64)
    for place in places { bits[Int(place) / 64] |= 1 << UInt64(place % 64) }
    return .many(bits)
  }

  /// The items closest to one, at most so many of them, with what they share; ties by slug. Items with nothing in common are
  /// left out.
  package func alternatives(to item: Item.ID, most: Int = .max) -> [Closeness] {
    closest(to: item, most: most).map { closeness(of: item, and: $0) }
  }

  /// The items closest to one, at most so many of them; ties by slug. Items with nothing in common are left out.
  package func closest(to item: Item.ID, most: Int = .max) -> [Item.ID] {
    var counter = SharedTraitCounter(places: itemsBySlug.count)
    return closest(to: item, most: most, &counter)
  }

  /// The items closest to each item, in the catalog's order.
  package func closestOfAll(most: Int) -> [[Item.ID]] {
    var counter = SharedTraitCounter(places: itemsBySlug.count)
    return places.indices.map { closest(to: Item.ID($0), most: most, &counter) }
  }

  private func closest(to item: Item.ID, most: Int, _ counter: inout SharedTraitCounter) -> [Item.ID] {
    counter.reset()
    for trait in traitsOfItem[item.index] {
      switch owners[trait] {
      case .few(let places): for place in places { counter.add(place: Int(place)) }
      case .many(let bits): counter.add(bits)
      }
    }
    return counter.highest(most, except: places[item.index]).map { itemsBySlug[$0] }
  }

  /// How much two items share.
  package func score(of item: Item.ID, and other: Item.ID) -> Int {
    let others = traitsOfItem[other.index]
    return traitsOfItem[item.index].count { others.contains($0) }
  }

  /// What two items share; the result is named after the second.
  package func closeness(of item: Item.ID, and other: Item.ID) -> Closeness {
    let others = traitsOfItem[other.index]
    var result = Closeness(item: other, useCases: [], facts: [])
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
      // "Not applicable" is nothing to share, and "partial" may be so for quite different reasons.
      return values.isSubset(of: [.notApplicable, .partial]) ? nil : .facts(criterion.id, values)
    }
    return catalog.useCases(of: item).sorted().map { .useCase($0) } + facts
  }
}

extension Catalog {
  /// The use cases that somebody names an item for.
  package func useCases(of item: Item.ID) -> Set<UseCase.ID> {
    var result: Set<UseCase.ID> = []
    for claim in self[item].claims(.fit) {
      for case .useCase(let id) in self[claim].subjects { result.insert(id) }
    }
    return result
  }
}
