/// One term of the score, independent of the use case that asks for it.
package enum FitTerm: Sendable, Hashable {
  /// Reviews name an item for a use case.
  case named(UseCase.ID)
  /// Claims about an item on a criterion, or a value that it has.
  case need(UseCase.Need)
}

extension Catalog {
  /// Returns the terms by which a use case ranks items: being named for it first, then its needs.
  package func terms(of useCase: UseCase.ID) -> [FitTerm] {
    [.named(useCase)] + self[useCase].needs.map { .need($0) }
  }

  /// Returns the contribution of a term to an item's score; nil if nothing is said.
  package func contribution(of term: FitTerm, to item: Item.ID) -> Fit.Contribution? {
    switch term {
    case .named(let useCase): naming(of: item, for: useCase)
    case .need(let need): contribution(of: need, to: cell(item, need.criterion))
    }
  }

  /// All terms with evidence for some item: judgements on each criterion, the values that use cases need, and being
  /// named.
  package var fitTerms: [FitTerm] {
    var values: [UseCase.Need] = []
    for need in useCases.flatMap(\.needs) where need.value != nil && !values.contains(need) {
      values.append(need)
    }
    let needs = criteria.map { UseCase.Need(criterion: $0.id) } + values
    let all = needs.map { FitTerm.need($0) } + useCases.map { .named($0.id) }
    return all.filter { term in
      itemIDs.contains { contribution(of: term, to: $0)?.isEvidence ?? false }
    }
  }
}
