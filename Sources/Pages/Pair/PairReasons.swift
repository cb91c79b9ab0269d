import Comparison
import Templating

/// A reason to choose one item of a pair, with what stands behind it.
struct PairReason: Sendable {
  var reason: ReasonToChoose
  var side: PairSide
}

extension PairReason {
  fileprivate var page: PairPage { side.page }
  fileprivate var catalog: Catalog { _read { yield side.page.catalog } }

  fileprivate var kind: String {
    switch reason.kind {
    case .direct: "direct"
    case .opinion: "opinion"
    case .useCase: "use"
    case .fact: "fact"
    case .praise: "praise"
    }
  }

  /// The name of what it is about; nil for a comparison on no criterion.
  fileprivate var label: String? {
    if case .useCase(let use) = reason.kind { return catalog[use].entry.name }
    return reason.criterion.map { catalog[$0].entry.name }
  }

  /// The item's value in words, for a fact.
  fileprivate var value: String? {
    guard case .fact(let criterion, let value) = reason.kind else { return nil }
    return page.model.words(value, catalog[criterion])
  }

  /// The anchor of the row that it comes from.
  fileprivate var anchor: Value {
    switch reason.kind {
    case .direct(nil): page.parts.directAnchor
    case .direct(let criterion?), .opinion(let criterion), .praise(let criterion):
      page.parts.judgementRows[criterion.index][Records.anchorOfRow]
    case .fact(let criterion, _): page.parts.factRows[criterion.index][Records.anchorOfRow]
    case .useCase(let use): page.parts.useCases[use.index][Records.anchorOfUse]
    }
  }

  /// The balance of an item, if the reason is an opinion, or a comparison on a criterion on which sources judge both.
  fileprivate func balance(_ item: PairItemParts) -> Value? {
    switch reason.kind {
    case .opinion(let criterion), .praise(let criterion): return item.balance(on: criterion)
    case .direct(let criterion?):
      let isJudged = { (item: PairItemParts) in !item.compared.balance(on: criterion).isEmpty }
      return isJudged(side.item) && isJudged(side.other) ? item.balance(on: criterion) : nil
    case .direct(nil), .fact, .useCase: return nil
    }
  }

  /// Who favours, praises, names or states, by their short names.
  fileprivate var names: [Value] {
    if page.model.hasSingleSource { return [] }
    return reason.supporters.map { page.parts.sources[$0.index][Records.markOfSource] }
  }

  /// What sources say of both items directly, if that is the reason.
  fileprivate var relations: [Value] {
    guard case .direct(let criterion) = reason.kind else { return [] }
    return page.sourcedRelations { $0 == criterion }
  }
}

extension SiteModel {
  /// Returns the words that complete "Choose it if you …" for a reason; nil if nobody wrote any.
  func wish(for reason: ReasonToChoose) -> String? {
    switch reason.kind {
    case .direct(let criterion): criterion.flatMap { catalog[$0].wish }
    case .opinion(let criterion), .praise(let criterion): catalog[criterion].wish
    case .useCase(let use): catalog[use].wish
    case .fact(let criterion, let value): catalog[criterion].wish(for: value)
    }
  }
}

extension Records {
  static let reasonToChoose = Record<PairReason>(
    "ReasonToChoose", "Why somebody might choose one item of a pair rather than the other.",
    [
      .text(
        "kind",
        "`direct` (sources compare the two in its favour), `opinion` (opinion differs in its favour), `use` (it is named for it, the other is not), `fact` (a source states its value, and the other has another one) or `praise` (it alone is judged, and praised)."
      ) { $0.kind },
      .optionalText("wish", "What follows “Choose it if you …”, where people wrote it.") {
        $0.page.model.wish(for: $0.reason)
      },
      .optionalText("label", "The name of the criterion or the use, where there is one.") { $0.label },
      .optionalText("value", "Of a fact: its value in words; of a list what it has beyond the other.") {
        $0.value
      },
      .madeText("row", "The `id` of the row that it comes from.") { $0.anchor },
      .madeTexts(
        "sources",
        "Who favours, praises, names or states, by their short names; none where the site has a single source."
      ) { $0.names },
      .optionalMade(
        "own", "Of an opinion, and of a comparison where both are judged: the sources that judge the item.",
        balance.shape
      ) {
        $0.balance($0.side.item)
      },
      .optionalMade("other", "The same of the other item.", balance.shape) {
        $0.balance($0.side.other)
      },
      .optionalText("other_value", "Of a fact: the other item's value in words.") {
        guard case .fact(let criterion, _) = $0.reason.kind else { return nil }
        return $0.side.other.words[criterion.index]
      },
      .madeList("relations", "Of a direct comparison: what sources say.", relation.shape) { $0.relations },
    ])
}
