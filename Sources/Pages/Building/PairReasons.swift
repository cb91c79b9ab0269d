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
      let use = pairParts.uses[item.index].first { $0.useCase == id }
      return ReasonToChooseView(
        kind: "use", subject: pairParts.useCases[id.index], row: Self.rowID(catalog[id]), values: [],
        otherValue: nil, supporters: use?.marks.values(of: reason.supporters) ?? [], critics: [],
        isCommon: false, isStale: false)
    case .fact(let id, let value):
      return view(reason, value, catalog[id], item, other)
    }
  }

  private func view(
    _ reason: ReasonToChoose, _ value: FactValue, _ criterion: Criterion, _ item: Item.ID, _ other: Item.ID
  ) -> ReasonToChooseView {
    let elements: [FactValue]
    if case .list(let list) = value { elements = list } else { elements = [value] }
    let contender = pairParts.contenders[item.index]
    return ReasonToChooseView(
      kind: kind(of: value, criterion), subject: pairParts.criteria[criterion.id.index],
      row: pairParts.factRows[criterion.id.index],
      values: elements.map { words($0, criterion) },
      otherValue: pairParts.words(other, criterion.id),
      supporters: pairParts.marks(reason.supporters, item, criterion.id),
      critics: pairParts.marks(reason.critics, other, criterion.id),
      isCommon: reason.supporters.isEmpty && contender.isCommonKnowledge(value, on: criterion.id),
      isStale: contender.isStale(value, on: criterion.id))
  }

  private func kind(of value: FactValue, _ criterion: Criterion) -> String {
    switch value {
    case .boolean: "has"
    case .number: criterion.better == .lower ? "less" : "more"
    default: "value"
    }
  }
}
