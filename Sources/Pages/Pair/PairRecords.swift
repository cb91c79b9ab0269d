import Comparison
import Templating

/// Why somebody might choose an item.
struct ReasonToChooseView: Sendable {
  var kind: String
  var subject: Value
  var row: String
  var values: [String]
  var otherValue: String?
  var supporters: [Value]
  var critics: [Value]
  var isCommon: Bool
  var isStale: Bool
}

/// One of the two of a pair.
struct PairSideView: Sendable {
  var item: Value
  var website: OutgoingLinkView?
  var reasons: [ReasonToChooseView]
  var pairs: [Value]
  var pairCount: Int
  var allPairs: Address
}

/// A page of a pair, as it is linked from one of the two.
struct PairLinkView: Sendable {
  var url: Address
  var item: LinkView
  var differences: Int
  var shared: Int
}

/// What is said of both on one criterion.
struct PairRowView: Sendable {
  var id: String
  var criterion: Value
  var aspect: String
  var isRepeated: Bool
  var left: Value
  var right: Value
}

/// The rows of a group of criteria.
struct PairRowGroupView: Sendable {
  var name: String?
  var rows: [PairRowView]
}

/// Rows that come to the same, by the groups of their criteria.
struct PairRowsView: Sendable {
  var count = 0
  /// Each where its first criterion stands.
  var groups: [PairRowGroupView] = []
  private var last: Criterion.ID?

  /// Adds a row of a criterion to its group.
  mutating func append(_ row: PairRowView, _ criterion: Criterion) {
    var row = row
    row.isRepeated = criterion.id == last
    last = criterion.id
    count += 1
    if let place = groups.lastIndex(where: { $0.name == criterion.group }) {
      groups[place].rows.append(row)
    } else {
      groups.append(PairRowGroupView(name: criterion.group, rows: [row]))
    }
  }
}

/// Claims about one use, on both sides.
struct PairUseView: Sendable {
  var id: String
  var useCase: Value
  var left: [Value]
  var right: [Value]
}

/// A source that speaks of both.
struct PairSourceView: Sendable {
  var source: Value
  var mark: String
  var left: Value
  var right: Value
  var ranking: Address?
  var rankedCount: Int
  var rankingBasis: String?
}

/// What a source says of one of the two.
struct PairSourceSideView: Sendable {
  var url: Address
  var claims: Int
  var facts: Int
  var rank: Int?
}

struct PairContent: Sendable {
  var left: PairSideView
  var right: PairSideView
  var differenceCount: Int
  var differences: PairRowsView
  var shared: PairRowsView
  var undecided: PairRowsView
  var oneSided: PairRowsView
  var unknown: [Value]
  var claims: PairRowsView
  var uses: [PairUseView]
  var sharedUses: [Value]
  var sources: [PairSourceView]
  var relations: [Value]
}

extension Records {
  static let reasonToChoose = Record<ReasonToChooseView>(
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

  static let pairLink = Record<PairLinkView>(
    "PairLink", "The page of a pair, as it is linked from one of the two.",
    [
      .address("url", "The pair's page.") { $0.url },
      .record("item", "The other item.", of: link) { $0.item },
      .integer("differences", "On how many criteria the two differ.") { $0.differences },
      .integer("shared", "How many uses and facts they have in common.") { $0.shared },
    ])

  static let pairSide = Record<PairSideView>(
    "PairSide", "One of the two of a pair.",
    [
      .made("item", "The item.", link.shape) { $0.item },
      .optionalRecord("website", "Its website.", of: outgoingLink) { $0.website },
      .list(
        "reasons",
        "Why to choose it: the weightiest of each kind, then those with most sources behind them first.",
        of: reasonToChoose
      ) { $0.reasons },
      .madeList("pairs", "The pages of its other pairs: all of few, of many the closest.", pairLink.shape) {
        $0.pairs
      },
      .integer("pair_count", "How many other pairs have a page.") { $0.pairCount },
      .address("all_pairs", "Where all of its pairs are listed.") { $0.allPairs },
    ])

  static let pairRow = Record<PairRowView>(
    "PairRow", "What is said of both items of a pair on one criterion.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .made("criterion", "The criterion.", link.shape) { $0.criterion },
      .text("aspect", "`facts` or `judgements`.") { $0.aspect },
      .boolean("is_repeated", "Whether the row before it is of the same criterion.") { $0.isRepeated },
      .made("left", "The first item's cell, on this aspect alone.", cell.shape) { $0.left },
      .made("right", "The second item's cell, on this aspect alone.", cell.shape) { $0.right },
    ])

  static let pairRowGroup = Record<PairRowGroupView>(
    "PairRowGroup", "The rows of a group of criteria.",
    [
      .optionalText("name", "The group's name.") { $0.name },
      .list("rows", "A row for each criterion, or two: facts before judgements.", of: pairRow) { $0.rows },
    ])

  static let pairRows = Record<PairRowsView>(
    "PairRows", "Rows of a pair that come to the same.",
    [
      .integer("count", "How many rows they are.") { $0.count },
      .list("groups", "The rows by the groups of their criteria.", of: pairRowGroup) { $0.groups },
    ])

  static let pairUse = Record<PairUseView>(
    "PairUse", "What is said of both items of a pair for one use.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .made("use_case", "The use case.", link.shape) { $0.useCase },
      .madeList("left", "The claims on the first item.", claim.shape) { $0.left },
      .madeList("right", "The claims on the second item.", claim.shape) { $0.right },
    ])

  static let pairSourceSide = Record<PairSourceSideView>(
    "PairSourceSide", "What a source says of one item of a pair.",
    [
      .address("url", "All of it, on the source's page.") { $0.url },
      .integer("claims", "How many claims it makes.") { $0.claims },
      .integer("facts", "On how many criteria it states facts.") { $0.facts },
      .optionalInteger("rank", "The item's place in its ranking, from 1.") { $0.rank },
    ])

  static let pairSource = Record<PairSourceView>(
    "PairSource", "A source that speaks of both items of a pair.",
    [
      .made("source", "The source.", link.shape) { $0.source },
      .text("mark", "Its short name.") { $0.mark },
      .made("left", "What it says of the first item.", pairSourceSide.shape) { $0.left },
      .made("right", "What it says of the second item.", pairSourceSide.shape) { $0.right },
      .optionalAddress("ranking", "Its ranking, on its page, where it has one.") { $0.ranking },
      .integer("ranked_count", "How many it ranks.") { $0.rankedCount },
      .optionalText("ranking_basis", "What it ranks by, if it says so.") { $0.rankingBasis },
    ])
}

extension PageKinds {
  static let pair = PageKind<PairContent>(
    "pair", "PairPage", "Two items side by side. It says the same in either order.",
    [
      .record("left", "The item whose slug is first.", of: Records.pairSide) { $0.content.left },
      .record("right", "The other item.", of: Records.pairSide) { $0.content.right },
      .integer("difference_count", "On how many criteria the two differ.") { $0.content.differenceCount },
      .record(
        "differences",
        "Where both values are known and unequal, or one is praised where the other is criticised.",
        of: Records.pairRows
      ) { $0.content.differences },
      .record(
        "shared", "Where both have the same value, or both are praised or criticised.", of: Records.pairRows
      ) { $0.content.shared },
      .record(
        "undecided",
        "Where both are spoken of, but sources contest it, are of two minds, or describe without judging.",
        of: Records.pairRows
      ) { $0.content.undecided },
      .record("one_sided", "Where something is known of one of them alone.", of: Records.pairRows) {
        $0.content.oneSided
      },
      .madeList(
        "unknown", "The criteria on which no source says anything of either.", Records.link.shape
      ) { $0.content.unknown },
      .record(
        "claims", "Praise, criticism and what is mentioned of either, criterion by criterion.",
        of: Records.pairRows
      ) { $0.content.claims },
      .list("uses", "The uses that somebody names either for.", of: Records.pairUse) { $0.content.uses },
      .madeList("shared_uses", "The uses that both are named for.", Records.link.shape) {
        $0.content.sharedUses
      },
      .list("sources", "The sources that speak of both.", of: Records.pairSource) { $0.content.sources },
      .madeList("relations", "How the two relate, as sources state it.", Records.relation.shape) {
        $0.content.relations
      },
    ])
}
