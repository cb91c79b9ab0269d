import Comparison
import Templating

/// A disagreement of other sources with a source, on one item and criterion.
struct Contradiction: Sendable {
  /// What the source says there.
  enum Kind: String, Sendable { case praise, criticism, fact }

  var kind: Kind
  var item: Item.ID
  var criterion: Criterion.ID
  var own: Pointer
  var others: [OtherSide]
}

extension Records {
  static let statedClaim = claim.remade(
    from: { (said: In<StatementsOfSource.Said>) in said.model.value(said.part.claim) },
    but: [
      .text("id", "Its anchor on the source's page.") { $0.model.anchor(of: $0.part.claim) },
      .optionalText("standing", "`alone`, `shared` or `contradicted`.") { $0.part.standing.rawValue },
      .list("opponents", "Who says the opposite, and where.", of: pointer) { $0.opponents },
      .integer("more_opponents", "How many more such statements there are.") { $0.moreOpponents },
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
      .list("others", "The other values, and who states them.", of: otherSide) { $0.others },
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
      .list("claims", "The claims; each says how it stands among the sources.", of: statedClaim) {
        $0.with(each: $0.part.claims)
      },
      .list("facts", "The facts, those of one criterion together.", of: statedFact) {
        $0.with(each: $0.part.facts)
      },
      .integer("fact_count", "How many facts these are.") { $0.part.facts.factCount },
      .integer("praise", "How many of the claims are strengths.") { $0.claimCount(of: .strength) },
      .integer("criticism", "How many are weaknesses.") { $0.claimCount(of: .weakness) },
      .integer("criteria", "On how many criteria it says something, in claims or facts.") {
        $0.part.criteria.count
      },
      .integer("alone", "How many of the claims and facts no other source has.") { $0.part.count(.alone) },
      .integer("contradicted", "How many of them another source contradicts.") {
        $0.part.count(.contradicted)
      },
    ])

  static let alone = Record<In<StatementsOfSource>>(
    "Alone", "What a source is the only one to say of an item.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .integer("count", "How many statements these are.") { $0.part.count(.alone) },
      .list("statements", "The statements by what they are about.", of: pointer) { $0.soleStatements },
    ])

  static let contradiction = Record<In<Contradiction>>(
    "Contradiction", "Where other sources say the opposite of a source.",
    [
      .text("kind", "`praise`, `criticism` or `fact`: what the source has there.") { $0.part.kind.rawValue },
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .record("own", "The source's own statements: `praised` or `criticised`, or its value.", of: pointer) {
        $0.part.own
      },
      .list("others", "What the others say.", of: otherSide) { $0.part.others },
    ])
}

extension In<StatementsOfSource.Said> {
  /// The maximum number of opposing sources at a claim, and of linked statements of each; the list of contradictions
  /// links to all of them.
  private static var mostOpponents: Int { 12 }
  private static var mostOpposingStatements: Int { 6 }

  fileprivate var opponents: [Pointer] {
    part.opposition.prefix(Self.mostOpponents).compactMap {
      model.pointer(to: $0, most: Self.mostOpposingStatements)
    }
  }

  fileprivate var moreOpponents: Int {
    part.opposition.reduce(0) { $0 + $1.claims.count }
      - part.opposition.prefix(Self.mostOpponents).reduce(0) {
        $0 + min($1.claims.count, Self.mostOpposingStatements)
      }
  }
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

  /// The other values of a contested fact, with the sources that state them.
  fileprivate var others: [OtherSide] {
    part.opposition.map { fact in
      OtherSide(
        text: fact.isStale
          ? model.siteWords(.stale, model.words(fact.value, criterion)) : model.words(fact.value, criterion),
        sources: fact.sources.filter { $0 != part.source }.map { source in
          Pointer(
            text: catalog[source].shortName, title: catalog[source].entry.name,
            url: routes.address(.source(source), fragment: anchor))
        })
    }
  }
}

extension In<StatementsOfSource> {
  fileprivate func claimCount(of kind: ClaimKind) -> Int {
    part.claims.count { catalog[$0.claim].kind == kind }
  }

  /// The statements about the item that no other source makes, grouped by subject.
  fileprivate var soleStatements: [Pointer] {
    let facts = part.facts.filter { $0.standing == .alone }.map { stated in
      let fact = with(stated)
      return Pointer(text: "\(fact.criterion.entry.name): \(fact.words)", url: fact.address)
    }
    var order: [String] = []
    var claims: [String: [Claim.ID]] = [:]
    for claim in part.claims.filter({ $0.standing == .alone }).map(\.claim) {
      let subject = catalog[claim].subjects.map { model.subject($0).name }.joined(separator: ", ")
      if claims[subject] == nil { order.append(subject) }
      claims[subject, default: []].append(claim)
    }
    return facts
      + order.compactMap { subject in
        model.pointer(
          subject.isEmpty ? model.siteWords(.inGeneral) : subject, to: claims[subject] ?? [], of: part.source)
      }
  }

  /// The cells in which other sources say the opposite: first all facts, then all judgements, each in the order of
  /// criteria.
  var contradictions: [In<Contradiction>] {
    let facts = part.facts.filter { $0.standing == .contradicted }.map { stated in
      let fact = with(stated)
      return Contradiction(
        kind: .fact, item: part.item, criterion: stated.criterion,
        own: Pointer(text: fact.words, url: fact.address), others: fact.others)
    }
    let judgements = part.criteria.flatMap { criterion -> [Contradiction] in
      let cell = catalog[part.item, criterion]
      if cell.strengths.isEmpty || cell.weaknesses.isEmpty { return [] }
      return [
        contradiction(.praise, of: cell.strengths, by: cell.weaknesses, on: criterion),
        contradiction(.criticism, of: cell.weaknesses, by: cell.strengths, on: criterion),
      ].compactMap { $0 }
    }
    return with(each: facts + judgements)
  }

  private func contradiction(
    _ kind: Contradiction.Kind, of side: [Claim.ID], by otherSide: [Claim.ID], on criterion: Criterion.ID
  ) -> Contradiction? {
    let own = side.filter { catalog[$0].citations.contains(part.source) }
    let others = catalog.attributions(of: otherSide, butNotOf: part.source)
    let (word, otherWord) =
      kind == .praise
      ? (model.siteWords(.praised), model.siteWords(.criticised))
      : (model.siteWords(.criticised), model.siteWords(.praised))
    guard let pointer = model.pointer(word, to: own, of: part.source), !others.isEmpty else { return nil }
    return Contradiction(
      kind: kind, item: part.item, criterion: criterion, own: pointer,
      others: [OtherSide(text: otherWord, sources: model.pointers(others))])
  }
}
