import Comparison
import Templating
import TextEncoding

/// A fact with the item and criterion that it belongs to.
struct GivenFact: Sendable {
  var fact: Fact
  var criterion: Criterion.ID
  var item: Item.ID
}

/// A cell, which is what is known about an item on a criterion, as a page shows it.
struct ShownCell: Sendable {
  var item: Item.ID
  var criterion: Criterion.ID
  /// Its anchor on the page.
  var id: String
  /// Whether it shows the state of its facts alone, even if it has only claims.
  var showsFacts = false
}

/// One aspect of a cell: its facts, or its judgements.
struct ShownAspect: Sendable {
  var cell: ShownCell
  var aspect: PairComparison.Aspect
}

extension SiteModel {
  /// Returns a value as text, with its criterion's unit.
  func words(_ value: FactValue, _ criterion: Criterion) -> String {
    switch value {
    case .text(let text): text.text
    case .url(let address): address
    case .boolean(let truth): siteWords.states[truth ? .yes : .no]
    case .number(let number): number.words(unit: criterion.unit)
    case .date(let date): date.description
    case .choice(let slug): criterion.choices.first { $0.slug == slug }?.label ?? slug.text
    case .list(let elements): elements.map { words($0, criterion) }.joined(separator: ", ")
    case .partial: siteWords.states[.partial]
    case .notApplicable: siteWords.states[.notApplicable]
    case .unknown: siteWords.states[.unknown]
    }
  }

  /// Returns the elements of a value, each with its address: the page of everything that shares it, or the URL that it
  /// is.
  fileprivate func parts(_ value: FactValue, _ criterion: Criterion) -> [Subject] {
    let elements: [FactValue]
    if case .list(let list) = value { elements = list } else { elements = [value] }
    return elements.map { element in
      if case .url(let address) = element {
        return Subject(name: address, url: .external(address), rel: catalog.rel(for: address))
      }
      let slug = criterion.hasValueIndex ? valueSlug(element, criterion) : nil
      return Subject(
        name: words(element, criterion), url: slug.map { .site(path: routes.path(criterion.id, value: $0)) })
    }
  }

  /// Returns the text of a cell, which also says whether it is stale.
  func words(_ item: Item.ID, _ id: Criterion.ID) -> String {
    let text = text(catalog[item, id], catalog[id])
    return catalog[item, id].isStale ? siteWords(.stale, text) : text
  }

  /// Returns the main text of a cell: its value, all of its contested values, its balance, or its state.
  func text(_ cell: Comparison.Cell, _ criterion: Criterion) -> String {
    text(cell, criterion, shownValues(cell, criterion).map { words($0, criterion) })
  }

  /// Returns the text of a cell, given its values as texts.
  func text(_ cell: Comparison.Cell, _ criterion: Criterion, _ values: [String]) -> String {
    if let balance = cell.shownBalance(on: criterion) { return siteWords(balance) }
    if values.count == 1 { return values[0] }
    return values.isEmpty
      ? siteWords.states[cell.state] : values.joined(separator: cell.state == .contested ? " / " : ", ")
  }

  /// Returns the note that explains to what degree something is partially true.
  func note(of cell: Comparison.Cell) -> String? {
    cell.state == .partial ? cell.facts.first { $0.value == .partial }?.note : nil
  }

  /// Returns the values that a cell of a matrix shows instead of its state: the known value, or all contested values.
  func shownValues(_ cell: Comparison.Cell, _ criterion: Criterion) -> [FactValue] {
    let isWhole = criterion.type == .list || cell.factState == .contested
    guard cell.state == .value || cell.factState == .contested else { return [] }
    return isWhole ? cell.values.filter(\.isKnown) : cell.facts.shown.map { [$0.value] } ?? []
  }

  /// Returns the value of a cell as text: for a list, the elements of all facts.
  func knownWords(_ cell: Comparison.Cell, _ criterion: Criterion) -> String {
    if criterion.type == .list {
      return cell.values.filter(\.isKnown).map { words($0, criterion) }.joined(separator: ", ")
    }
    return cell.facts.shown.map { words($0.value, criterion) } ?? siteWords.states[cell.state]
  }
}

extension FactValue {
  /// The state that is equivalent to the value; nil for values that are more than a state.
  fileprivate var state: Comparison.Cell.State? {
    switch self {
    case .boolean(let truth): truth ? .yes : .no
    case .partial: .partial
    case .notApplicable: .notApplicable
    case .text, .url, .number, .date, .choice, .list, .unknown: nil
    }
  }
}

extension Records {
  static let fact = Record<In<GivenFact>>(
    "Fact", "One value, and who says so.",
    [
      .text("value", "The value in words, with its unit.") {
        $0.model.words($0.part.fact.value, $0.catalog[$0.part.criterion])
      },
      .optionalText("state", "`yes`, `no`, `partial` or `not-applicable` where the value is one of these.") {
        $0.part.fact.value.state?.rawValue
      },
      .list("values", "The value's parts, each with the page of everything that shares it.", of: subject) {
        $0.model.parts($0.part.fact.value, $0.catalog[$0.part.criterion])
      },
      .optionalText("note", "A reservation or an explanation.") { $0.part.fact.note },
      .list("citations", "Who states it.", of: citation) { $0.citations },
      .integer("sources", "How many sources state it; 0 where the site has a single source.") {
        $0.model.hasSingleSource ? 0 : $0.part.fact.sources.count
      },
      .boolean("is_common", "Whether it is common knowledge that no source states.") {
        $0.part.fact.isCommonKnowledge
      },
      .boolean("is_stale", "Whether it was verified longer ago than its criterion allows.") {
        $0.part.fact.isStale
      },
      .optionalDate("verified", "When it was verified.") {
        $0.part.fact.verified
      },
    ])

  static let cell = Record<In<ShownCell>>(
    "Cell", "What is known of one item on one criterion.",
    [
      .text("id", "An anchor for it.") { $0.part.id },
      .text(
        "state",
        "`value`, `yes`, `no`, `partial`, `not-applicable`, `praised`, `criticised`, `mixed`, `mentioned`, `contested` or `unknown`."
      ) { $0.state.rawValue },
      .text("label", "The state in words.") { $0.model.siteWords.states[$0.state] },
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .address("url", "Where all that is known of it stands.") { $0.address },
      .list("marks", "In what ways sources disagree on it, and where both sides stand.", of: mark) {
        $0.disputes
      },
      .list("facts", "Every value that is given.", of: fact) { $0.facts },
      .record("balance", "How many sources judge it, and how.", of: balance) { $0.cell.balance },
      .madeList("strengths", "The praise.", claim.shape) { $0.model.values($0.cell.strengths) },
      .madeList("weaknesses", "The criticism.", claim.shape) { $0.model.values($0.cell.weaknesses) },
      .madeList("features", "What is said without judgement.", claim.shape) {
        $0.model.values($0.cell.features)
      },
    ])
}

extension In<GivenFact> {
  /// The citations of the sources that state the fact, which link to it on their pages.
  fileprivate var citations: [In<SourcePlace>] {
    let anchor = Anchors.fact(catalog[part.criterion].entry.slug, of: catalog[part.item].entry.slug)
    return part.fact.sources.map { with(SourcePlace(source: $0, fragment: anchor)) }
  }
}

extension In<ShownCell> {
  fileprivate var cell: Comparison.Cell { _read { yield catalog[part.item, part.criterion] } }

  fileprivate var state: Comparison.Cell.State {
    part.showsFacts ? cell.factState ?? .unknown : cell.state
  }

  fileprivate var address: Address {
    routes.address(
      .criterion(part.criterion),
      fragment: cell.state == .unknown ? nil : Anchors.item(catalog[part.item].entry.slug))
  }

  fileprivate var disputes: [In<CellDispute>] {
    let disputes =
      part.showsFacts ? state == .contested ? [Dispute.values] : [] : cell.disputes
    return disputes.map { with(CellDispute(kind: $0, item: part.item, criterion: part.criterion)) }
  }

  fileprivate var facts: [In<GivenFact>] {
    cell.facts.map { with(GivenFact(fact: $0, criterion: part.criterion, item: part.item)) }
  }
}

// MARK: Facts and judgements separately

extension Records {
  /// Like `cell`, but with the facts alone or the judgements alone.
  static let cellAspect = cell.of(
    { (shown: In<ShownAspect>) in shown.with(shown.part.cell) },
    but: [
      .text("state", "The state of the aspect.") { $0.state.rawValue },
      .text("label", "It in words.") { $0.label },
      .list("facts", "None of judgements.", of: fact) {
        $0.part.aspect == .facts ? $0.with($0.part.cell).facts : []
      },
      .madeList("strengths", "None of facts.", claim.shape) { $0.judgements(\.strengths) },
      .madeList("weaknesses", "None of facts.", claim.shape) { $0.judgements(\.weaknesses) },
      .madeList("features", "None of facts.", claim.shape) { $0.judgements(\.features) },
    ])
}

extension In<ShownAspect> {
  private var cell: Comparison.Cell { _read { yield catalog[part.cell.item, part.cell.criterion] } }

  fileprivate var state: Comparison.Cell.State {
    (part.aspect == .facts ? cell.factState : cell.claimState) ?? .unknown
  }

  /// The state in words. If nothing is known on this aspect alone, it says that only this aspect is missing.
  fileprivate var label: String {
    if state != .unknown { return model.siteWords.states[state] }
    let other = part.aspect == .facts ? cell.claimState : cell.factState
    if other ?? .unknown == .unknown { return model.siteWords(.noSource) }
    return model.siteWords(part.aspect == .facts ? .noValue : .noJudgement)
  }

  fileprivate func judgements(_ claims: (Comparison.Cell) -> [Claim.ID]) -> [Value] {
    part.aspect == .facts ? [] : model.values(claims(cell))
  }
}
