import Comparison
import Templating

/// A disagreement of other sources with a source, on one item and criterion.
struct Contradiction: Sendable {
  /// What the source says there.
  enum Kind: String, Sendable { case praise, criticism, fact }

  var kind: Kind
  var item: Item.ID
  var criterion: Criterion.ID
  /// Its value, where it states one.
  var value: String?
  /// The first of its statements, on its page.
  var own: Address
  /// The other values, where sources state different ones.
  var others: [CountedText]
  /// Whether no other source says what it says, and two or more say the opposite.
  var isAlone: Bool
}

/// A text, and how many sources state it.
struct CountedText: Sendable {
  var text: String
  var count: Int
}

extension Records {
  static let statedClaim = claim.remade(
    from: { (said: In<StatementsOfSource.Said>) in said.model.value(said.part.claim) },
    but: [
      .text("id", "Its anchor on the source's page.") { $0.model.anchor(of: $0.part.claim) }
    ])

  static let statedFact = Record<In<StatementsOfSource.Stated>>(
    "StatedFact", "A fact that a source states.",
    [
      .text("id", "An anchor for it.") { $0.anchor },
      .address("url", "The fact on its item's page.") {
        $0.routes.address(.item($0.part.item), fragment: Anchors.fact($0.criterion.entry.slug))
      },
      .record("criterion", "What it is a fact of.", of: link) { $0.model.link($0.part.criterion) },
      .text("value", "The value in words.") { $0.words },
      .optionalText("note", "A reservation or an explanation.") { $0.part.facts.compactMap(\.note).first },
      .text(
        "standing",
        "`alone` (no other source states it), `shared`, or `contradicted` (another states another value)."
      ) { $0.part.standing.rawValue },
      .boolean("is_stale", "Whether it was verified longer ago than its criterion allows.") {
        $0.part.facts.contains(where: \.isStale)
      },
      .optionalDate("verified", "When it was verified.") {
        $0.part.facts.compactMap(\.verified).min()
      },
    ])

  static let statements = Record<In<StatementsOfSource>>(
    "Statements", "What a source says of one item.",
    [
      .text("id", "An anchor for it.") { Anchors.item($0.catalog[$0.part.item].entry.slug) },
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .integer("claim_count", "How many claims it makes.") { $0.part.claims.count },
      .list("strengths", "The praise.", of: statedClaim) { $0.claims(of: .strength) },
      .list("weaknesses", "The criticism.", of: statedClaim) { $0.claims(of: .weakness) },
      .list("features", "What it says without judgement.", of: statedClaim) { $0.claims(of: .feature) },
      .list("uses", "What it names it for.", of: statedClaim) { $0.claims(of: .fit) },
      .list("users", "Who it says uses it.", of: statedClaim) { $0.claims(of: .user) },
      .list("facts", "The facts, those of one criterion together.", of: statedFact) {
        $0.with(each: $0.part.facts)
      },
      .integer("fact_count", "How many facts these are.") { $0.part.facts.factCount },
      .integer("criteria", "On how many criteria it says something, in claims or facts.") {
        $0.part.criteria.count
      },
      .integer("alone", "How many of the claims and facts no other source has.") { $0.part.count(.alone) },
      .integer("contradicted", "How many of them another source contradicts.") {
        $0.part.count(.contradicted)
      },
    ])

  static let countedText = Record<CountedText>(
    "CountedText", "A text, and how many sources state it.",
    [
      .text("text", "The text.") { $0.text },
      .integer("count", "How many sources state it.") { $0.count },
    ])

  static let contradiction = Record<In<Contradiction>>(
    "Contradiction", "Where other sources say the opposite of a source.",
    [
      .text("kind", "`praise`, `criticism` or `fact`: what the source has there.") { $0.part.kind.rawValue },
      .record("item", "The item, linked to the row of the criterion on its page.", of: link) {
        let row = Anchors.row($0.catalog[$0.part.criterion], $0.part.kind == .fact ? .facts : .judgements)
        return Link(
          url: $0.routes.address(.item($0.part.item), fragment: row),
          text: $0.catalog[$0.part.item].entry.name)
      },
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .address("own", "The first of the source's own statements there, on its page.") { $0.part.own },
      .optionalText("value", "The value that it states; absent where it judges.") { $0.part.value },
      .list("others", "The other values; empty where it judges.", of: countedText) { $0.part.others },
      .optionalRecord(
        "balance", "How many sources judge, and how; absent where it states a value.", of: balance
      ) {
        $0.part.kind == .fact ? nil : $0.catalog.balance(of: $0.part.item, on: $0.part.criterion)
      },
      .boolean("is_alone", "Whether it alone says so, and two or more others the opposite.") {
        $0.part.isAlone
      },
    ])
}

extension In<StatementsOfSource.Stated> {
  fileprivate var criterion: Criterion { _read { yield catalog[part.criterion] } }

  fileprivate var anchor: String {
    Anchors.fact(criterion.entry.slug, of: catalog[part.item].entry.slug)
  }

  fileprivate var words: String {
    part.facts.map { model.words($0.value, criterion) }.joined(separator: ", ")
  }

  /// The address of the fact on the source's page.
  fileprivate var address: Address { routes.address(.source(part.source), fragment: anchor) }

  /// The other values of a contested fact, and how many sources state each.
  fileprivate var others: [CountedText] {
    part.opposition.map { fact in
      CountedText(
        text: fact.isStale
          ? model.siteWords(.stale, model.words(fact.value, criterion)) : model.words(fact.value, criterion),
        count: fact.sources.count { $0 != part.source })
    }
  }
}

extension In<StatementsOfSource> {
  fileprivate func claims(of kind: ClaimKind) -> [In<StatementsOfSource.Said>] {
    with(each: part.claims.filter { catalog[$0.claim].kind == kind })
  }

  /// The cells in which other sources say the opposite: first all facts, then all judgements, each in the order of
  /// criteria.
  var contradictions: [In<Contradiction>] {
    let facts = part.facts.filter { $0.standing == .contradicted }.map { stated in
      let fact = with(stated)
      let isShared = stated.facts.contains { $0.sources.count > 1 }
      return Contradiction(
        kind: .fact, item: part.item, criterion: stated.criterion, value: fact.words, own: fact.address,
        others: fact.others, isAlone: !isShared && fact.others.contains { $0.count > 1 })
    }
    return with(each: facts + part.criteria.compactMap(judgement))
  }

  /// Returns where others judge the opposite of all that the source says on a criterion.
  private func judgement(on criterion: Criterion.ID) -> Contradiction? {
    let cell = catalog[part.item, criterion]
    let balance = cell.balance
    let kind: Contradiction.Kind
    let isAlone: Bool
    if balance.supporters.contains(part.source) {
      kind = .praise
      isAlone = balance.supporters.count == 1 && balance.critics.count > 1
      if balance.critics.isEmpty && balance.both.isEmpty { return nil }
    } else if balance.critics.contains(part.source) {
      kind = .criticism
      isAlone = balance.critics.count == 1 && balance.supporters.count > 1
      if balance.supporters.isEmpty && balance.both.isEmpty { return nil }
    } else {
      return nil
    }
    let side = kind == .praise ? cell.strengths : cell.weaknesses
    guard let own = side.first(where: { catalog[$0].citations.contains(part.source) }) else { return nil }
    return Contradiction(
      kind: kind, item: part.item, criterion: criterion, own: model.address(of: own, from: part.source),
      others: [], isAlone: isAlone)
  }
}
