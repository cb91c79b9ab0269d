import Comparison
import Templating

/// A reason to choose one item of a pair, with the statements that support it.
struct PairReason: Sendable {
  var kind: String
  var subject: Value
  var row: String
  var values: [String] = []
  var otherValue: String?
  var supporters: [Value]
  var critics: [Value] = []
  var isCommon = false
  var isStale = false

  init(_ reason: ReasonToChoose, _ side: PairSide) {
    let parts = side.page.parts
    switch reason.kind {
    case .judgement(let id):
      kind = "judgement"
      subject = parts.criteria[id.index]
      row = parts.judgementRows[id.index]
      supporters = side.item.cell(id, .judgements)[Records.praisersOfCell].elements
      critics = side.other.cell(id, .judgements)[Records.criticsOfCell].elements
    case .useCase(let id):
      kind = "use"
      subject = parts.useCases[id.index]
      row = Anchors.row(side.page.catalog[id])
      let use = side.item.uses.first { $0.useCase == id }
      supporters = use?.marks.values(of: reason.supporters) ?? []
    case .fact(let id, let value):
      let elements: [FactValue]
      if case .list(let list) = value { elements = list } else { elements = [value] }
      let criterion = side.page.catalog[id]
      kind = Self.kind(of: value, criterion)
      subject = parts.criteria[id.index]
      row = parts.factRows[id.index]
      values = elements.map { side.page.model.words($0, criterion) }
      otherValue = side.other.words[id.index]
      supporters = side.item.marks(reason.supporters, id)
      critics = side.other.marks(reason.critics, id)
      isCommon = reason.supporters.isEmpty && side.item.compared.isCommonKnowledge(value, on: id)
      isStale = side.item.compared.isStale(value, on: id)
    }
  }

  private static func kind(of value: FactValue, _ criterion: Criterion) -> String {
    switch value {
    case .boolean: "has"
    case .number: criterion.better == .lower ? "less" : "more"
    default: "value"
    }
  }
}

extension Records {
  static let reasonToChoose = Record<PairReason>(
    "ReasonToChoose", "Why somebody might choose one item of a pair rather than the other.",
    [
      .text(
        "kind",
        "`value` (it has another value), `has` (it has what the other has not or only in part), `more` or `less` (its number is the better one), `judgement` (it is praised for what the other is criticised for) or `use` (it is named for it, the other is not)."
      ) { $0.kind },
      .made("subject", "The criterion or the use case.", link.shape) { $0.subject },
      .text("row", "The `id` of the row or the use that it comes from.") { $0.row },
      .texts("values", "Of a fact: its value in words; of a list what it has beyond the other.") {
        $0.values
      },
      .optionalText("other_value", "Of a fact: the other item's value in words.") { $0.otherValue },
      .madeList("supporters", "Who states, praises or names.", citation.shape) { $0.supporters },
      .madeList("critics", "Who states the other's value, or criticises the other.", citation.shape) {
        $0.critics
      },
      .boolean("is_common", "Whether the value is common knowledge that no source states.") { $0.isCommon },
      .boolean("is_stale", "Whether the value was verified longer ago than its criterion allows.") {
        $0.isStale
      },
    ])
}
