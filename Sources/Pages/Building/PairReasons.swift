import Comparison
import Templating

extension SiteModel {
  /// A reason for `item` rather than `other`, with the very statements that make it one.
  func view(_ reason: ReasonToChoose, _ item: Item.ID, _ other: Item.ID) -> ReasonToChooseView {
    switch reason.kind {
    case .judgement(let id):
      return ReasonToChooseView(
        kind: "judgement", subject: pairParts.criteria[id.index], row: pairParts.judgementRows[id.index],
        values: [], otherValue: nil,
        supporters: pairParts.cell(item, id, .judgements)[Records.praisersOfCell].elements,
        critics: pairParts.cell(other, id, .judgements)[Records.criticsOfCell].elements,
        isCommon: false, isStale: false)
    case .useCase(let id):
      let claims = catalog[item].claims(.fit).filter { catalog[$0].subjects.contains(.useCase(id)) }
      return ReasonToChooseView(
        kind: "use", subject: pairParts.useCases[id.index], row: Self.rowID(catalog[id]), values: [],
        otherValue: nil,
        supporters: marks(reason.supporters, claims), critics: [], isCommon: false, isStale: false)
    case .fact(let id, let value):
      return view(reason, value, catalog[id], item, other)
    }
  }

  private func view(
    _ reason: ReasonToChoose, _ value: FactValue, _ criterion: Criterion, _ item: Item.ID, _ other: Item.ID
  ) -> ReasonToChooseView {
    let elements: [FactValue]
    if case .list(let list) = value { elements = list } else { elements = [value] }
    let facts = catalog.cell(item, criterion.id).facts.filter { $0.has(value) }
    return ReasonToChooseView(
      kind: kind(of: value, criterion), subject: pairParts.criteria[criterion.id.index],
      row: pairParts.factRows[criterion.id.index],
      values: elements.map { words($0, criterion) },
      otherValue: pairParts.words(other, criterion.id),
      supporters: marks(reason.supporters, ofFactOn: criterion, item),
      critics: marks(reason.critics, ofFactOn: criterion, other),
      isCommon: reason.supporters.isEmpty && facts.contains(where: \.isCommonKnowledge),
      isStale: facts.contains(where: \.isStale))
  }

  private func kind(of value: FactValue, _ criterion: Criterion) -> String {
    switch value {
    case .boolean: "has"
    case .number: criterion.better == .lower ? "less" : "more"
    default: "value"
    }
  }

  /// The marks of sources, each of which leads to the first of the claims that it makes.
  private func marks(_ sources: [Source.ID], _ claims: [Claim.ID]) -> [Value] {
    catalog.voices(of: claims).compactMap { voice in
      guard sources.contains(voice.source), let claim = voice.claims.first else { return nil }
      let place = catalog[claim].citations.firstIndex(of: voice.source)
      return place.map { self.claims[claim.index][Records.citationsOfClaim][$0] }
    }
  }

  /// The marks of sources, each of which leads to the fact that it states.
  private func marks(_ sources: [Source.ID], ofFactOn criterion: Criterion, _ item: Item.ID) -> [Value] {
    let made = pairParts.cell(item, criterion.id, .facts)[Records.factsOfCell]
    let facts = catalog.cell(item, criterion.id).facts
    return sources.compactMap { source in
      for (number, fact) in facts.enumerated() {
        guard let place = fact.sources.firstIndex(of: source) else { continue }
        return made[number][Records.citationsOfFact][place]
      }
      return nil
    }
  }
}
