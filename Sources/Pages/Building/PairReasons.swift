import Comparison
import Templating

extension SiteModel {
  /// A reason for `item` rather than `other`, with the very statements that make it one.
  func view(_ reason: ReasonToChoose, _ item: Item.ID, _ other: Item.ID) -> ReasonToChooseView {
    switch reason.kind {
    case .judgement(let id):
      return ReasonToChooseView(
        kind: "judgement", subject: link(id), row: Self.rowID(catalog[id], .judgements), values: [],
        otherValue: nil, supporters: marks(reason.supporters, catalog.cell(item, id).strengths),
        critics: marks(reason.critics, catalog.cell(other, id).weaknesses), isCommon: false, isStale: false)
    case .useCase(let id):
      let claims = catalog[item].claims(.fit).filter { catalog[$0].subjects.contains(.useCase(id)) }
      return ReasonToChooseView(
        kind: "use", subject: link(id), row: Self.rowID(catalog[id]), values: [], otherValue: nil,
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
      kind: kind(of: value, criterion), subject: link(criterion.id), row: Self.rowID(criterion, .facts),
      values: elements.map { words($0, criterion) },
      otherValue: words(other, criterion.id),
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
  private func marks(_ sources: [Source.ID], _ claims: [Claim.ID]) -> [CitationView] {
    catalog.voices(of: claims).filter { sources.contains($0.source) }.map { citation($0) }
  }

  /// The marks of sources, each of which leads to the fact that it states.
  private func marks(_ sources: [Source.ID], ofFactOn criterion: Criterion, _ item: Item.ID) -> [CitationView]
  {
    let anchor = Anchors.fact(criterion.entry.slug, of: catalog[item].entry.slug)
    return sources.map { citation($0, fragment: anchor) }
  }
}
