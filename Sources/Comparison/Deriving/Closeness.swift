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

  /// What each trait is told as.
  private var traits: [Trait] = []
  /// The traits of each item, in order.
  private var traitsOfItem: [[Int]] = []
  /// The items that have each trait.
  private var itemsOfTrait: [[Item.ID]] = []
  private var itemsBySlug: [Item.ID]

  package init(_ catalog: Catalog) {
    itemsBySlug = catalog.items.sorted { $0.entry.slug < $1.entry.slug }.map(\.id)
    var numbers: [Trait: Int] = [:]
    for item in catalog.items {
      var own: [Int] = []
      for trait in Self.traits(of: item.id, in: catalog) {
        let number = numbers[trait] ?? traits.count
        if number == traits.count {
          numbers[trait] = number
          traits.append(trait)
          itemsOfTrait.append([])
        }
        itemsOfTrait[number].append(item.id)
        own.append(number)
      }
      traitsOfItem.append(own)
    }
  }

  /// The items closest to one, at most so many of them, with what they share; ties by slug. Items with nothing in common are
  /// left out.
  package func alternatives(to item: Item.ID, most: Int = .max) -> [Closeness] {
    closest(to: item, most: most).map { closeness(of: item, and: $0) }
  }

  /// The items closest to one, at most so many of them; ties by slug. Items with nothing in common are left out.
  package func closest(to item: Item.ID, most: Int = .max) -> [Item.ID] {
    var scores = Array(repeating: 0, count: traitsOfItem.count)
    for trait in traitsOfItem[item.index] {
      for other in itemsOfTrait[trait] where other != item { scores[other.index] += 1 }
    }
    var itemsOfScore: [[Item.ID]] = Array(repeating: [], count: traitsOfItem[item.index].count + 1)
    for other in itemsBySlug { itemsOfScore[scores[other.index]].append(other) }
    return Array(itemsOfScore.dropFirst().reversed().joined().prefix(most))
  }

  /// What two items share; the result is named after the second.
  package func closeness(of item: Item.ID, and other: Item.ID) -> Closeness {
    let others = Set(traitsOfItem[other.index])
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
