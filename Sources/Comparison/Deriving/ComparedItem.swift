/// What one item contributes to comparisons: everything from which the reasons to choose it, or another item, are
/// derived.
package struct ComparedItem: Sendable {
  /// What is known about the item on one criterion. Sources are in order of id.
  struct Position: Sendable {
    /// Whether there are any claims, judging or not.
    var isSpokenOf: Bool
    var balance: Balance
    /// The value that represents the cell, with the sources that state it.
    var value: (value: FactValue, sources: [Source.ID])?
    /// The elements of a list value, with the sources that state each one.
    var elements: [(value: FactValue, sources: [Source.ID])]
    var facts: [Fact]
  }

  /// One position per criterion, by its index.
  let positions: [Position]
  /// The use cases for which reviews name the item, in order, with these reviews.
  let namedUses: [(use: UseCase.ID, sources: [Source.ID])]
  /// The use cases for which any claim names the item.
  let uses: Set<UseCase.ID>
  /// Its relations to other items, and theirs to it.
  let relations: [Item.Relation]

  /// Returns whether there are any claims about it on a criterion, judging or not.
  package func isSpokenOf(on criterion: Criterion.ID) -> Bool { positions[criterion.index].isSpokenOf }

  /// Returns the sources that judge it on a criterion.
  package func balance(on criterion: Criterion.ID) -> Balance { positions[criterion.index].balance }
}

extension Catalog {
  /// Prepares an item for comparisons.
  package func compared(_ item: Item.ID) -> ComparedItem {
    ComparedItem(
      positions: criteria.map { position(self[item, $0.id], $0.type) }, namedUses: namedUses(of: item),
      uses: useCases(of: item), relations: self[item].relations)
  }

  private func position(_ cell: Cell, _ type: Criterion.ValueType?) -> ComparedItem.Position {
    ComparedItem.Position(
      isSpokenOf: cell.claimState != nil, balance: cell.balance,
      value: cell.standing.map { ($0.value, cell.sources(of: $0.value)) },
      elements: type == .list ? cell.values.map { ($0, cell.sources(of: $0)) } : [], facts: cell.facts)
  }

  /// Returns the use cases for which reviews name an item, in order, with these reviews.
  private func namedUses(of item: Item.ID) -> [(use: UseCase.ID, sources: [Source.ID])] {
    var result: [UseCase.ID: Set<Source.ID>] = [:]
    for id in self[item].claims(.fit) {
      let reviews = self[id].citations.filter { self[$0].kind == .review }
      if reviews.isEmpty { continue }
      for case .useCase(let use) in self[id].subjects { result[use, default: []].formUnion(reviews) }
    }
    return result.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }
}

extension Cell {
  /// Returns the sources that state a value, in order of id.
  fileprivate func sources(of value: FactValue) -> [Source.ID] {
    var sources: [Source.ID] = []
    for fact in facts where fact.has(value) { sources.insertInOrder(fact.sources) }
    return sources
  }
}
