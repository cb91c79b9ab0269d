import Comparison
import Templating

extension PairPageMaker {
  /// A reason for `item` rather than `other`, with the very statements that make it one.
  func view(_ reason: ReasonToChoose, _ item: PairItemParts, _ other: PairItemParts) -> ReasonToChooseView {
    switch reason.kind {
    case .judgement(let id):
      return ReasonToChooseView(
        kind: "judgement", subject: parts.criteria[id.index], row: parts.judgementRows[id.index],
        values: [], otherValue: nil,
        supporters: item.cell(id, .judgements)[Records.praisersOfCell].elements,
        critics: other.cell(id, .judgements)[Records.criticsOfCell].elements,
        isCommon: false, isStale: false)
    case .useCase(let id):
      let use = item.uses.first { $0.useCase == id }
      return ReasonToChooseView(
        kind: "use", subject: parts.useCases[id.index], row: SiteModel.rowID(catalog[id]), values: [],
        otherValue: nil, supporters: use?.marks.values(of: reason.supporters) ?? [], critics: [],
        isCommon: false, isStale: false)
    case .fact(let id, let value):
      return view(reason, value, catalog[id], item, other)
    }
  }

  private func view(
    _ reason: ReasonToChoose, _ value: FactValue, _ criterion: Criterion, _ item: PairItemParts,
    _ other: PairItemParts
  ) -> ReasonToChooseView {
    let elements: [FactValue]
    if case .list(let list) = value { elements = list } else { elements = [value] }
    return ReasonToChooseView(
      kind: kind(of: value, criterion), subject: parts.criteria[criterion.id.index],
      row: parts.factRows[criterion.id.index],
      values: elements.map { model.words($0, criterion) },
      otherValue: other.words[criterion.id.index],
      supporters: item.marks(reason.supporters, criterion.id),
      critics: other.marks(reason.critics, criterion.id),
      isCommon: reason.supporters.isEmpty && item.compared.isCommonKnowledge(value, on: criterion.id),
      isStale: item.compared.isStale(value, on: criterion.id))
  }

  private func kind(of value: FactValue, _ criterion: Criterion) -> String {
    switch value {
    case .boolean: "has"
    case .number: criterion.better == .lower ? "less" : "more"
    default: "value"
    }
  }
}
