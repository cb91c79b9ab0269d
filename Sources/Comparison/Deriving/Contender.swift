/// What one item brings to a comparison with any other: all that a reason to choose it, or the other, is made of.
package struct Contender: Sendable {
  /// What is known of it on one criterion. Sources are in their order.
  struct Stand: Sendable {
    /// Whether all who judge praise it.
    var isPraised: Bool
    var praisers: [Source.ID]
    var critics: [Source.ID]
    /// The value that stands for the cell, and who states it.
    var value: (value: FactValue, sources: [Source.ID])?
    /// Of a list its elements, and who states each.
    var elements: [(value: FactValue, sources: [Source.ID])]
  }

  /// By criterion.
  let stands: [Stand]
  /// The uses that reviews name it for, in order, and which do.
  let namedUses: [(use: UseCase.ID, sources: [Source.ID])]
  /// The uses that anybody names it for.
  let uses: Set<UseCase.ID>
  /// The sources that speak of it.
  let speakers: Set<Source.ID>
}

extension Catalog {
  /// An item as it is compared with others; `speakers` are the sources that speak of it.
  package func contender(_ item: Item.ID, speakers: Set<Source.ID>) -> Contender {
    Contender(
      stands: criteria.map { stand(self[item, $0.id], $0.type) }, namedUses: namedUses(of: item),
      uses: useCases(of: item), speakers: speakers)
  }

  private func stand(_ cell: Cell, _ type: Criterion.ValueType?) -> Contender.Stand {
    Contender.Stand(
      isPraised: cell.claimState == .praised,
      praisers: sources(of: cell.strengths),
      critics: sources(of: cell.weaknesses),
      value: cell.standing.map { ($0.value, cell.sources(of: $0.value)) },
      elements: type == .list ? cell.values.map { ($0, cell.sources(of: $0)) } : [])
  }

  /// The use cases that reviews name an item for, in order, and which do.
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
  /// Who states a value, in the sources' order.
  fileprivate func sources(of value: FactValue) -> [Source.ID] {
    var sources: [Source.ID] = []
    for fact in facts where fact.has(value) { sources.insertInOrder(fact.sources) }
    return sources
  }
}
