/// One of the reasons that a score adds up, whatever use case asks for it.
package enum FitTerm: Sendable, Hashable {
  /// That reviews name an item for a use.
  case named(UseCase.ID)
  /// What is said of it on a criterion, or that it has a value.
  case need(UseCase.Need)
}

extension Catalog {
  /// What a use case ranks by, in the order of the rule: that items are named for it, then its needs.
  package func terms(of useCase: UseCase.ID) -> [FitTerm] {
    [.named(useCase)] + self[useCase].needs.map { .need($0) }
  }

  /// What a term adds to an item's score; nil where nothing is said.
  package func contribution(of term: FitTerm, to item: Item.ID) -> Fit.Contribution? {
    switch term {
    case .named(let useCase): naming(of: item, for: useCase)
    case .need(let need): contribution(of: need, to: cell(item, need.criterion))
    }
  }

  /// Every term that bears on some item: judgements on each criterion, the values that use cases need, and their names.
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
