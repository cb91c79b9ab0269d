import Templating

struct SourceContent: Sendable {
  var name: String
  var summary: String?
  var publisher: String?
  var website: OutgoingLinkView?
  var date: Templating.CalendarDate?
  var isReference: Bool
  var prose: ProseView
  var rankingBasis: String?
  var ranking: [RankedItemView]
  var claimCount: Int
  var factCount: Int
  var aloneClaimCount: Int
  var aloneFactCount: Int
  var contradictedClaimCount: Int
  var contradictedFactCount: Int
  var criteria: [CountedLinkView]
  var items: [StatementsView]
  var alone: [AloneView]
  var contradictions: [ContradictionView]
}

/// What a source says of one item.
struct StatementsView: Sendable {
  var id: String
  var item: LinkView
  var claims: [StatedClaimView]
  var facts: [StatedFactView]
  var factCount: Int
  var praise: Int
  var criticism: Int
  var criteria: Int
  var alone: Int
  var contradicted: Int
}

/// A claim on the page of a source that makes it.
struct StatedClaimView: Sendable {
  var claim: Value
  /// The anchor that citations lead to.
  var id: String
  var standing: String
  var opponents: [PointerView]
  /// How many opposing statements have no link among these.
  var moreOpponents: Int
}

struct StatedFactView: Sendable {
  var id: String
  /// The fact on its item's page.
  var url: Address
  var criterion: LinkView
  var value: String
  var note: String?
  var standing: String
  var others: [OtherSideView]
  var isStale: Bool
  var verified: Templating.CalendarDate?
}

/// A word, with a link to each statement that it stands for.
struct PointerView: Sendable {
  var text: String
  /// What the word is short for.
  var title: String?
  var url: Address
  /// Links to further statements, which say their number.
  var more: [LinkView]
}

struct AloneView: Sendable {
  var item: LinkView
  var count: Int
  var statements: [PointerView]
}

/// What other sources say against a statement: a judgement, or a value of theirs.
struct OtherSideView: Sendable {
  var text: String
  var sources: [PointerView]
}

struct ContradictionView: Sendable {
  var kind: String
  var item: LinkView
  var criterion: LinkView
  var own: PointerView
  var others: [OtherSideView]
}

struct RankedItemView: Sendable {
  var place: Int
  var item: LinkView
  var elsewhere: [PlaceElsewhereView]
}

struct PlaceElsewhereView: Sendable {
  var place: Int
  var count: Int
  var source: CitationView
}

struct CountedLinkView: Sendable {
  var link: LinkView
  var count: Int
}

extension Records {
  static let pointer = Record<PointerView>(
    "Pointer", "A word, with a link to each statement that it stands for.",
    [
      .text("text", "The word, which leads to the first.") { $0.text },
      .optionalText("title", "What it is short for.") { $0.title },
      .address("url", "The first statement.") { $0.url },
      .list("more", "Further statements; each link says its number, from 2.", of: link) { $0.more },
    ])

  static let otherSide = Record<OtherSideView>(
    "OtherSide", "What other sources say against a statement.",
    [
      .text("text", "`praised` or `criticised`, or the other value in words.") { $0.text },
      .list("sources", "Who says so, with a link to each of their statements.", of: pointer) { $0.sources },
    ])

  static let statedClaim = claim.remade(
    from: { (stated: StatedClaimView) in stated.claim },
    but: [
      .text("id", "Its anchor on the source's page.") { $0.id },
      .optionalText("standing", "`alone`, `shared` or `contradicted`.") { $0.standing },
      .list("opponents", "Who says the opposite, and where.", of: pointer) { $0.opponents },
      .integer("more_opponents", "How many more such statements there are.") { $0.moreOpponents },
    ])

  static let statedFact = Record<StatedFactView>(
    "StatedFact", "A fact that a source states.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .address("url", "The fact on its item's page.") { $0.url },
      .record("criterion", "What it is a fact of.", of: link) { $0.criterion },
      .text("value", "The value in words.") { $0.value },
      .optionalText("note", "A reservation or an explanation.") { $0.note },
      .text(
        "standing",
        "`alone` (no other source states it), `shared`, or `contradicted` (another states another value)."
      ) { $0.standing },
      .list("others", "The other values, and who states them.", of: otherSide) { $0.others },
      .boolean("is_stale", "Whether it was verified longer ago than its criterion allows.") { $0.isStale },
      .optionalDate("verified", "When it was verified.") { $0.verified },
    ])

  static let statements = Record<StatementsView>(
    "Statements", "What a source says of one item.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .record("item", "The item.", of: link) { $0.item },
      .list("claims", "The claims; each says how it stands among the sources.", of: statedClaim) {
        $0.claims
      },
      .list("facts", "The facts, those of one criterion together.", of: statedFact) { $0.facts },
      .integer("fact_count", "How many facts these are.") { $0.factCount },
      .integer("praise", "How many of the claims are strengths.") { $0.praise },
      .integer("criticism", "How many are weaknesses.") { $0.criticism },
      .integer("criteria", "On how many criteria it says something, in claims or facts.") { $0.criteria },
      .integer("alone", "How many of the claims and facts no other source has.") { $0.alone },
      .integer("contradicted", "How many of them another source contradicts.") { $0.contradicted },
    ])

  static let alone = Record<AloneView>(
    "Alone", "What a source is the only one to say of an item.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .integer("count", "How many statements these are.") { $0.count },
      .list("statements", "The statements by what they are about.", of: pointer) { $0.statements },
    ])

  static let contradiction = Record<ContradictionView>(
    "Contradiction", "Where other sources say the opposite of a source.",
    [
      .text("kind", "`praise`, `criticism` or `fact`: what the source has there.") { $0.kind },
      .record("item", "The item.", of: link) { $0.item },
      .record("criterion", "The criterion.", of: link) { $0.criterion },
      .record("own", "The source's own statements: `praised` or `criticised`, or its value.", of: pointer) {
        $0.own
      },
      .list("others", "What the others say.", of: otherSide) { $0.others },
    ])

  static let placeElsewhere = Record<PlaceElsewhereView>(
    "PlaceElsewhere", "An item's place in another source's ranking.",
    [
      .integer("place", "The place, from 1.") { $0.place },
      .integer("count", "How many that ranking has.") { $0.count },
      .record("source", "Whose it is.", of: citation) { $0.source },
    ])

  static let rankedItem = Record<RankedItemView>(
    "RankedItem", "An item in a source's ranking.",
    [
      .integer("place", "Its place, from 1.") { $0.place },
      .record("item", "The item.", of: link) { $0.item },
      .list("elsewhere", "Its places in other sources' rankings.", of: placeElsewhere) { $0.elsewhere },
    ])

  static let countedLink = Record<CountedLinkView>(
    "CountedLink", "A link, and how many things stand behind it.",
    [
      .record("link", "The link.", of: link) { $0.link },
      .integer("count", "How many there are.") { $0.count },
    ])
}

extension PageKinds {
  static let source = PageKind<SourceContent>(
    "source", "SourcePage", "A source: what it covers and every claim it makes.",
    [
      .text("name", "Its name.") { $0.content.name },
      .optionalText("summary", "A sentence on it.") { $0.content.summary },
      .optionalText("publisher", "Who published it.") { $0.content.publisher },
      .optionalRecord("website", "Where it can be read.", of: Records.outgoingLink) { $0.content.website },
      .optionalDate("date", "When it was published.") { $0.content.date },
      .boolean("is_reference", "Whether it is a reference and no review.") { $0.content.isReference },
      .record("prose", "What its document says of it.", of: Records.prose) { $0.content.prose },
      .optionalText("ranking_basis", "What it ranks by, if it says so.") { $0.content.rankingBasis },
      .list("ranking", "The items in the order that it ranks them.", of: Records.rankedItem) {
        $0.content.ranking
      },
      .integer("claim_count", "How many claims it makes.") { $0.content.claimCount },
      .integer("fact_count", "How many facts it states.") { $0.content.factCount },
      .integer("alone_claim_count", "How many of its claims no other source makes.") {
        $0.content.aloneClaimCount
      },
      .integer("alone_fact_count", "How many of its facts no other source states.") {
        $0.content.aloneFactCount
      },
      .integer("alone_count", "How many these are together.") {
        $0.content.aloneClaimCount + $0.content.aloneFactCount
      },
      .integer("contradicted_claim_count", "How many of its claims another source contradicts.") {
        $0.content.contradictedClaimCount
      },
      .integer("contradicted_fact_count", "How many of its facts another source contradicts.") {
        $0.content.contradictedFactCount
      },
      .integer("contradicted_count", "How many these are together.") {
        $0.content.contradictedClaimCount + $0.content.contradictedFactCount
      },
      .list(
        "criteria", "The criteria that it speaks on, each with the number of items.", of: Records.countedLink
      ) { $0.content.criteria },
      .list("contradictions", "Where other sources say the opposite.", of: Records.contradiction) {
        $0.content.contradictions
      },
      .list("alone", "What no other source says.", of: Records.alone) { $0.content.alone },
      .list("items", "What it says of each item.", of: Records.statements) { $0.content.items },
    ])

  static let sources = PageKind<OverviewContent<SourceCardView>>(
    "sources", "SourcesPage", "The index of sources.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("sources", "Every source.", of: Records.sourceCard) { $0.content.rows },
    ])
}
