import Comparison
import Templating

extension Comparison.Cell.State {
  /// The state in words, so that it never depends on a colour or a mark.
  var label: String {
    switch self {
    case .value: "known"
    case .yes: "yes"
    case .no: "no"
    case .partial: "partial"
    case .notApplicable: "not applicable"
    case .praised: "praised"
    case .criticised: "criticised"
    case .mixed: "mixed"
    case .mentioned: "mentioned"
    case .contested: "contested"
    case .unknown: "unknown"
    }
  }
}

extension SiteModel {
  /// A value in words, with its criterion's unit.
  func words(_ value: FactValue, _ criterion: Criterion) -> String {
    switch value {
    case .text(let text): text.text
    case .url(let address): address
    case .boolean(let truth): truth ? "yes" : "no"
    case .number(let number): criterion.unit.map { "\(number.text) \($0)" } ?? number.text
    case .date(let date): date.description
    case .choice(let slug): criterion.choices.first { $0.slug == slug }?.label ?? slug.text
    case .list(let elements): elements.map { words($0, criterion) }.joined(separator: ", ")
    case .partial: "partial"
    case .notApplicable: "not applicable"
    case .unknown: "unknown"
    }
  }

  func view(_ fact: Fact, _ criterion: Criterion, of item: Item.ID) -> FactView {
    let anchor = Anchors.fact(criterion.entry.slug, of: catalog[item].entry.slug)
    return FactView(
      value: words(fact.value, criterion), values: parts(fact.value, criterion), note: fact.note,
      citations: fact.sources.map { citation($0, fragment: anchor) }, isCommon: fact.isCommonKnowledge,
      isStale: fact.isStale, verified: fact.verified.map(Templating.CalendarDate.init))
  }

  /// The elements of a value, each with its page: that of everything that shares it, or the address that it is.
  private func parts(_ value: FactValue, _ criterion: Criterion) -> [SubjectView] {
    let elements: [FactValue]
    if case .list(let list) = value { elements = list } else { elements = [value] }
    return elements.map { element in
      if case .url(let address) = element {
        return SubjectView(name: address, url: .external(address), rel: catalog.rel(for: address))
      }
      let slug = criterion.hasValueIndex ? valueSlug(element, criterion) : nil
      return SubjectView(
        name: words(element, criterion), url: slug.map { .site(path: routes.path(criterion.id, value: $0)) })
    }
  }

  /// All that is known of a cell.
  func view(_ item: Item.ID, _ criterionID: Criterion.ID, id: String) -> CellView {
    view(catalog[item, criterionID], of: item, on: catalog[criterionID], id: id)
  }

  private func view(
    _ cell: Comparison.Cell, of item: Item.ID, on criterion: Criterion, id: String
  ) -> CellView {
    CellView(
      id: id, state: cell.state.rawValue, label: cell.state.label, item: link(item),
      criterion: link(criterion.id),
      url: routes.address(
        .criterion(criterion.id),
        fragment: cell.state == .unknown ? nil : Anchors.item(catalog[item].entry.slug)),
      marks: cell.disputes.map { mark($0, item, criterion.id) },
      facts: cell.facts.map { view($0, criterion, of: item) },
      praise: catalog.sources(of: cell.strengths).count,
      criticism: catalog.sources(of: cell.weaknesses).count,
      praisers: catalog.attributions(of: cell.strengths).map { citation($0) },
      critics: catalog.attributions(of: cell.weaknesses).map { citation($0) },
      describers: catalog.attributions(of: cell.features).map { citation($0) },
      strengths: values(cell.strengths),
      weaknesses: values(cell.weaknesses), features: values(cell.features))
  }

  /// A cell taken apart: what is known as facts, and what is praised, criticised or mentioned, each with its own state. Where one
  /// part is empty, its label does not deny the other.
  func factAndJudgement(
    _ item: Item.ID, _ criterion: Criterion.ID, of whole: Value
  ) -> (facts: CellPart, judgement: CellPart) {
    let factState = catalog[item, criterion].factState ?? .unknown
    let claimState = catalog[item, criterion].claimState ?? .unknown
    let facts = CellPart(
      whole: whole, state: factState.rawValue,
      label: factState == .unknown && claimState != .unknown ? "no value given" : words(factState))
    let judgement = CellPart(
      whole: whole, state: claimState.rawValue,
      label: claimState == .unknown && factState != .unknown ? "no source judges it" : words(claimState))
    return (facts, judgement)
  }

  /// What a cell knows, in a few words that also say whether it is stale.
  func words(_ item: Item.ID, _ id: Criterion.ID) -> String {
    text(catalog[item, id], catalog[id]) + (catalog[item, id].isStale ? " (may be out of date)" : "")
  }

  private func words(_ state: Comparison.Cell.State) -> String {
    state == .unknown ? "no source says" : state.label
  }

  /// A cell of a matrix, in few words; what is disputed in it leads to the entries at a place.
  func tableCell(_ item: Item.ID, _ id: Criterion.ID, disputesAt place: DisputePlace = .item) -> TableCellView
  {
    tableCell(catalog[item, id], of: item, on: catalog[id], disputesAt: place)
  }

  private func tableCell(
    _ cell: Comparison.Cell, of item: Item.ID, on criterion: Criterion, disputesAt place: DisputePlace
  ) -> TableCellView {
    let id = criterion.id
    let state = cell.state
    let values = shownValues(cell, criterion)
    let words = values.map { self.words($0, criterion) }
    var disputes = cell.disputes
    // The first dispute of facts, or of claims where there are no facts, is what the cell's own words tell.
    let isDisputed = state == .contested || state == .mixed
    let own = isDisputed && !disputes.isEmpty ? disputes.removeFirst() : nil
    return TableCellView(
      state: state.rawValue, label: state.label, text: text(cell, words),
      values: zip(values, words).map { CellValueView(text: $1, key: key($0, criterion)) },
      note: note(of: cell),
      url: routes.address(
        .criterion(id),
        fragment: state == .unknown ? Anchors.unknownItems : Anchors.item(catalog[item].entry.slug)
      ),
      sources: catalog.sources(of: cell).count, isNumber: criterion.type == .number,
      isStale: cell.isStale,
      dispute: own.map { address(of: $0, item, id, at: place) },
      marks: disputes.map {
        MarkView(
          state: $0.state.rawValue, label: $0.labelBeside, url: address(of: $0, item, id, at: place))
      })
  }

  /// What a cell says first: its value, every value that is contested, or its state.
  func text(_ cell: Comparison.Cell, _ criterion: Criterion) -> String {
    text(cell, shownValues(cell, criterion).map { words($0, criterion) })
  }

  /// The same of a cell that shows some values, in words.
  private func text(_ cell: Comparison.Cell, _ values: [String]) -> String {
    if values.count == 1 { return values[0] }
    return values.isEmpty
      ? cell.state.label : values.joined(separator: cell.state == .contested ? " / " : ", ")
  }

  /// To what degree something is true that is so in part.
  func note(of cell: Comparison.Cell) -> String? {
    cell.state == .partial ? cell.facts.first { $0.value == .partial }?.note : nil
  }

  /// The values that a cell of a matrix shows in place of its state: the known one, or all that are contested.
  private func shownValues(_ cell: Comparison.Cell, _ criterion: Criterion) -> [FactValue] {
    let isWhole = criterion.type == .list || cell.factState == .contested
    guard cell.state == .value || cell.factState == .contested else { return [] }
    return isWhole ? cell.values.filter(\.isKnown) : cell.facts.shown.map { [$0.value] } ?? []
  }

  /// A value for sorting and choosing: what two equal ones share, and another does not. It holds no comma, as lists of them have commas.
  private func key(_ value: FactValue, _ criterion: Criterion) -> String {
    switch value {
    case .number(let number): return number.canonical
    case .date(let date): return date.description
    default:
      if let slug = valueSlug(value, criterion) { return slug.text }
      return words(value, criterion).utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) }
        .joined()
    }
  }

  /// The value that stands for a cell: in a list all elements of all facts.
  func knownWords(_ cell: Comparison.Cell, _ criterion: Criterion) -> String {
    if criterion.type == .list {
      return cell.values.filter(\.isKnown).map { words($0, criterion) }.joined(separator: ", ")
    }
    return cell.facts.shown.map { words($0.value, criterion) } ?? cell.state.label
  }
}

/// What is known of one item on one criterion as facts, or what is praised, criticised or mentioned.
struct CellPart: Sendable {
  /// All that is known.
  var whole: Value
  var state: String
  var label: String
}

extension Records {
  /// As `cell`, without what is said.
  static let factsOfCell = cell.remade(
    from: { (part: CellPart) in part.whole },
    but: [
      .text("state", "The state of the facts.") { $0.state }, .text("label", "It in words.") { $0.label },
      .madeList("strengths", "None.", claim.shape) { _ in [] },
      .madeList("weaknesses", "None.", claim.shape) { _ in [] },
      .madeList("features", "None.", claim.shape) { _ in [] },
    ])

  /// As `cell`, without the facts.
  static let judgementsOfCell = cell.remade(
    from: { (part: CellPart) in part.whole },
    but: [
      .text("state", "The state of the judgements.") { $0.state },
      .text("label", "It in words.") { $0.label },
      .list("facts", "None.", of: fact) { _ in [] },
    ])
}

extension Templating.CalendarDate {
  init(_ date: Comparison.CalendarDate) { self.init(year: date.year, month: date.month, day: date.day) }
}
