/// Something that items can be weighed by, independent of the use case that asks for it.
package enum FitTerm: Sendable, Hashable {
  /// Reviews name an item for a use case.
  case named(UseCase.ID)
  /// Sources praise or criticise an item on a criterion.
  case judgements(Criterion.ID)
  /// An item has a value.
  case value(WantedValue)
}

/// The evidence of a term for an item.
package struct FitEvidence: Sendable {
  /// What it adds at a weight of 1.
  package var points: Int
  /// The sources that name or praise the item, or state the value; of judgements, those that only praise.
  package var supporters: [Source.ID]
  /// The sources that only criticise the item.
  package var critics: [Source.ID] = []
  /// The sources that both praise and criticise the item.
  package var both: [Source.ID] = []
}

extension Catalog {
  /// Returns the terms by which items that equally many reviews name are ordered for a use case.
  package func terms(of use: UseCase.ID) -> [FitTerm] {
    self[use].helps.map { .judgements($0) } + self[use].preferences.map { .value($0) }
  }

  /// Returns the evidence of a term for an item; nil if there is none.
  package func evidence(of term: FitTerm, for item: Item.ID) -> FitEvidence? {
    switch term {
    case .named(let use):
      let reviews = naming(of: item, for: use).reviews.map(\.source)
      return reviews.isEmpty ? nil : FitEvidence(points: reviews.count, supporters: reviews)
    case .judgements(let criterion):
      let balance = balance(of: item, on: criterion)
      guard !balance.isEmpty else { return nil }
      return FitEvidence(
        points: balance.net, supporters: balance.supporters, critics: balance.critics, both: balance.both)
    case .value(let wanted):
      let answer = answer(item, wanted)
      return answer.isMet ? FitEvidence(points: 1, supporters: answer.sources) : nil
    }
  }

  /// The values that use cases ask for, each once.
  package var wantedValues: [WantedValue] {
    var values: [WantedValue] = []
    for wanted in useCases.flatMap(\.needs).compactMap(\.wanted) where !values.contains(wanted) {
      values.append(wanted)
    }
    return values
  }

  /// All terms with evidence for some item: judgements on each criterion, the values that use cases ask for, and being
  /// named.
  package var fitTerms: [FitTerm] {
    let all =
      criteria.map { FitTerm.judgements($0.id) } + wantedValues.map { .value($0) }
      + useCases.map { .named($0.id) }
    return all.filter { term in itemIDs.contains { evidence(of: term, for: $0) != nil } }
  }
}

extension FactAnswer {
  /// The sources of the facts that decide, in order of id.
  package var sources: [Source.ID] {
    var sources: [Source.ID] = []
    for fact in facts { sources.insertInOrder(fact.sources) }
    return sources
  }
}
