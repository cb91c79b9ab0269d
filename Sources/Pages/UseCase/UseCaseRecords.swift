import Templating

struct UseCaseContent: Sendable {
  var name: String
  var slug: String
  var summary: String?
  var prose: ProseView
  /// The finder, which a use lends its weights to.
  var finder: Address?
  var needs: [SubjectView]
  var praisedNeeds: [SubjectView]
  var valueNeeds: [SubjectView]
  var ranking: [RankView]
  var steps: [StepView]
  /// The rank that an item without evidence would take with one point.
  var entryRank: Int
  var withoutEvidence: [UnrankedView]
  var claims: [Value]
}

struct RankView: Sendable {
  var id: String
  var rank: Int
  var isTied: Bool
  var item: LinkView
  var score: Int
  /// Where the axis of the bars stands: the most points that criticism takes from one item.
  var axis: Int
  /// The width of the chart, in points.
  var width: Int
  var reasons: [ReasonView]
}

struct UnrankedView: Sendable {
  var item: LinkView
  /// What is said of it that counts nothing.
  var reasons: [ReasonView]
}

struct ReasonView: Sendable {
  var kind: String
  var text: String
  var url: Address
  var points: Int
  /// Where its part of the bar begins, counted from the left of the chart.
  var start = 0
  var supporters: [CitationView]
  var critics: [CitationView]
  var references: [CitationView]
  var facts: [FactView]
  var otherFacts: [FactView]
  var isMixed: Bool
  var uncitedCount: Int
  var praise: [Value]
  var criticism: [Value]
}

struct StepView: Sendable {
  var higherRank: Int
  var lowerRank: Int
  /// The first of each rank, with the number of those that are not named.
  var higher: [LinkView]
  var moreHigher: Int
  var lower: [LinkView]
  var moreLower: Int
  var gap: Int
  var example: SubjectView?
}

struct UseCaseCardView: Sendable {
  var useCase: LinkView
  var leaders: [LeadersView]
}

/// The items that share a place at the top of a use case's list.
struct LeadersView: Sendable {
  var rank: Int
  var score: Int
  var items: [LinkView]
  /// How many more share the place.
  var more: Int
}

extension Records {
  static let reason = Record<ReasonView>(
    "Reason", "Why an item stands where it stands.",
    [
      .text(
        "kind",
        "`named` (reviews name it for the use), `need` (sources praise or criticise it on a criterion that the use needs) or `value` (it has a value that the use needs)."
      ) { $0.kind },
      .text("text", "The criterion, or the criterion with its value; of `named`, the use.") { $0.text },
      .address("url", "Where all that is said of it stands.") { $0.url },
      .integer(
        "points",
        "What it adds to the score: supporters less critics, or 1 for a value; may be negative."
      ) { $0.points },
      .integer("size", "The points without their sign: the length of its part of the bar.") {
        $0.points.magnitudeInRange
      },
      .integer("start", "Where its part of the bar begins, counted from the left of the chart.") { $0.start },
      .list("supporters", "Who names or praises; each adds a point.", of: citation) { $0.supporters },
      .list("critics", "Who criticises; each takes a point.", of: citation) { $0.critics },
      .list("references", "References that name it for the use; only reviews count.", of: citation) {
        $0.references
      },
      .list("facts", "The facts that give the value; together they add a point.", of: fact) { $0.facts },
      .list("other_facts", "Facts of the same cell that give other values.", of: fact) { $0.otherFacts },
      .boolean("is_mixed", "Whether the cell is mixed: what its one source adds it takes away.") {
        $0.isMixed
      },
      .integer("uncited_count", "How many statements nobody is cited for; they count nothing.") {
        $0.uncitedCount
      },
      .madeList("praise", "What is said for it; a source counts once.", claim.shape) { $0.praise },
      .madeList("criticism", "What is said against it.", claim.shape) { $0.criticism },
    ])

  static let rank = Record<RankView>(
    "Rank", "An item's place for a use case.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .integer("rank", "The place, from 1; tied items share one.") { $0.rank },
      .boolean("is_tied", "Whether another item has the same score.") { $0.isTied },
      .record("item", "The item.", of: link) { $0.item },
      .integer("score", "The sum of the reasons.") { $0.score },
      .integer("size", "The score without its sign.") { $0.score.magnitudeInRange },
      .integer("axis", "Where the axis of the bars stands; what criticism takes away is left of it.") {
        $0.axis
      },
      .integer("width", "The width of the chart, in points.") { $0.width },
      .list("reasons", "Every contribution, those that count nothing too.", of: reason) { $0.reasons },
      .integer("statement_count", "How many statements stand behind the reasons.") {
        $0.reasons.statementCount
      },
    ])

  static let unranked = Record<UnrankedView>(
    "Unranked", "An item of which no source says anything to the point.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .list(
        "reasons", "What is said of it without counting: by nobody that is cited, or by no review.",
        of: reason
      ) {
        $0.reasons
      },
      .integer("statement_count", "How many statements these are.") { $0.reasons.statementCount },
    ])

  static let step = Record<StepView>(
    "Step", "Two neighbouring ranks, and what would change their order.",
    [
      .integer("higher_rank", "The rank above.") { $0.higherRank },
      .integer("lower_rank", "The rank below.") { $0.lowerRank },
      .list("higher", "The first of those above.", of: link) { $0.higher },
      .integer("more_higher", "How many more stand there.") { $0.moreHigher },
      .list("lower", "The first of those below.", of: link) { $0.lower },
      .integer("more_lower", "How many more stand there.") { $0.moreLower },
      .integer("gap", "How many points are between them: with so many more, one of the lower draws level.") {
        $0.gap
      },
      .integer("lead", "With so many more, one of the lower goes ahead.") { $0.gap + 1 },
      .optionalRecord(
        "example",
        "A criterion on which praise would count for the first of the lower; absent where the use needs none.",
        of: subject
      ) { $0.example },
    ])

  static let leaders = Record<LeadersView>(
    "Leaders", "The items that share a place at the top of a use case's list.",
    [
      .integer("rank", "The place, from 1.") { $0.rank },
      .integer("score", "The points of each.") { $0.score },
      .list("items", "The items, or the first of them.", of: link) { $0.items },
      .integer("more", "How many more share the place.") { $0.more },
    ])

  static let useCaseCard = Record<UseCaseCardView>(
    "UseCaseCard", "A use case in a list.",
    [
      .record("use_case", "The use case.", of: link) { $0.useCase },
      .list("leaders", "The places at the top of its list that have a point or more.", of: leaders) {
        $0.leaders
      },
    ])
}

extension [ReasonView] {
  fileprivate var statementCount: Int { reduce(0) { $0 + $1.praise.count + $1.criticism.count } }
}

extension Int {
  /// The number without its sign; the largest number for the one that has no counterpart.
  var magnitudeInRange: Int { Int(clamping: magnitude) }
}

extension PageKinds {
  static let useCase = PageKind<UseCaseContent>(
    "use-case", "UseCasePage", "Which items suit a use, in order and with the reasons.",
    [
      .text("name", "The use.") { $0.content.name },
      .text("slug", "Its slug, which the finder knows it by: `find/?use=…`.") { $0.content.slug },
      .optionalAddress("finder", "The finder, where the site has one.") { $0.content.finder },
      .optionalText("summary", "A sentence on it.") { $0.content.summary },
      .record("prose", "Its document's words.", of: Records.prose) { $0.content.prose },
      .list("needs", "What matters for it: criteria, and values of criteria.", of: Records.subject) {
        $0.content.needs
      },
      .list(
        "praised_needs", "The criteria among them, on which praise and criticism count.", of: Records.subject
      ) {
        $0.content.praisedNeeds
      },
      .list("value_needs", "The values among them.", of: Records.subject) { $0.content.valueNeeds },
      .list("ranking", "The items with evidence, best first.", of: Records.rank) { $0.content.ranking },
      .list("steps", "From each rank to the next: what would change the order.", of: Records.step) {
        $0.content.steps
      },
      .integer("entry_rank", "The rank that an item without evidence would take with one point.") {
        $0.content.entryRank
      },
      .list(
        "without_evidence", "The items of which no source says anything to the point.", of: Records.unranked
      ) {
        $0.content.withoutEvidence
      },
      .madeList("claims", "What is said of items for this use.", Records.claim.shape) { $0.content.claims },
    ])

  static let useCases = PageKind<OverviewContent<UseCaseCardView>>(
    "use-cases", "UseCasesPage", "The index of use cases.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("use_cases", "Every use case.", of: Records.useCaseCard) { $0.content.rows },
    ])
}
