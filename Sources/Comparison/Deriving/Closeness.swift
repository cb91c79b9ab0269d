/// How much two items have in common: shared use cases and equal known facts.
package struct Closeness: Sendable {
  package var item: Item.ID
  package var useCases: [UseCase.ID]
  /// Criteria on which both have the same known facts.
  package var facts: [Criterion.ID]

  package var score: Int { useCases.count + facts.count }
}

extension Catalog {
  /// The other items, closest first; ties by slug. Items with nothing in common are left out.
  package func alternatives(to item: Item.ID) -> [Closeness] {
    items.map(\.id).filter { $0 != item }.map { closeness(of: item, and: $0) }.filter { $0.score > 0 }
      .sorted { left, right in
        left.score != right.score
          ? left.score > right.score : self[left.item].entry.slug < self[right.item].entry.slug
      }
  }

  package func closeness(of item: Item.ID, and other: Item.ID) -> Closeness {
    let own = useCases(of: item)
    let shared = useCases(of: other).filter(own.contains).sorted()
    let equal = criteria.map(\.id).filter { criterion in
      let left = knownValues(cell(item, criterion))
      return !left.isEmpty && left == knownValues(cell(other, criterion))
    }
    return Closeness(item: other, useCases: shared, facts: equal)
  }

  /// The use cases that somebody names an item for.
  package func useCases(of item: Item.ID) -> Set<UseCase.ID> {
    var result: Set<UseCase.ID> = []
    for claim in self[item].claims(.fit) {
      for case .useCase(let id) in self[claim].subjects { result.insert(id) }
    }
    return result
  }

  /// The values of a cell whose sources agree; "not applicable" and "unknown" are nothing to share.
  private func knownValues(_ cell: Cell) -> Set<FactValue> {
    guard cell.factState != .contested else { return [] }
    return Set(cell.values).subtracting([.unknown, .notApplicable, .partial])
  }
}
