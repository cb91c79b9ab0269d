import Comparison
import Templating
import TextEncoding

/// One of the two items on the page of a pair.
struct PairSide: Sendable {
  let page: PairPage
  let item: PairItemParts
  let other: PairItemParts
}

/// The cells of both items on one aspect of a criterion.
struct PairRow: Sendable {
  let page: PairPage
  let row: PairComparison.Row
}

/// The claims about both items for one use case; nil for an item that is not named for it.
struct PairUse: Sendable {
  let useCase: UseCase.ID
  let left: PairItemParts.Use?
  let right: PairItemParts.Use?
  let page: PairPage
}

/// A pair of one of the two items with a third one.
struct OtherPair: Sendable {
  /// A link to the item that it shares with the page's pair.
  let item: Value
  let listed: PairItemParts.Listed
}

/// A source that makes statements about either item.
struct PairSource: Sendable {
  let source: Source.ID
  /// The numbers of its statements about each item that it speaks of.
  let said: [Value]
  let page: PairPage

  fileprivate var entity: Source { _read { yield page.catalog[source] } }
}

/// A source and an item about which it makes statements.
struct SourceOnItem: Sendable {
  var source: Source.ID
  var item: Item.ID
}

extension PageTemplates {
  static let pair = PageTemplate<PairPage>(
    .pair, "PairPage", "Two items side by side. It says the same in either order.",
    [
      .record("left", "The item whose slug is first.", of: Records.pairSide) {
        PairSide(page: $0, item: $0.left, other: $0.right)
      },
      .record("right", "The other item.", of: Records.pairSide) {
        PairSide(page: $0, item: $0.right, other: $0.left)
      },
      .integer("difference_count", "On how many criteria the two differ.") {
        $0.comparison.differences.count
      },
      .list("differences", "Opinions that differ, most telling first.", of: Records.pairRow) {
        $0.differences
      },
      .list("shared", "Opinions that are alike.", of: Records.pairRow) { $0.shared },
      .list("too_close", "Opinions that are too close to call.", of: Records.pairRow) { $0.tooClose },
      .list("mentions", "Criteria on which either is described, but no source judges.", of: Records.pairRow) {
        $0.mentions
      },
      .list("different_facts", "Facts that differ.", of: Records.pairRow) { $0.differentFacts },
      .list("shared_facts", "Facts that are equal.", of: Records.pairRow) { $0.sharedFacts },
      .list("disputed_facts", "Facts that sources contest of either.", of: Records.pairRow) {
        $0.disputedFacts
      },
      .integer("undecided_count", "How many rows of either kind are too close to call or contested.") {
        $0.tooClose.count + $0.disputedFacts.count
      },
      .integer("one_sided_count", "How many opinions and facts there are of one of the two alone.") {
        $0.oneSidedCount
      },
      .madeList("unknown", "The criteria on which nothing is said of either.", Records.link.shape) {
        $0.unknown
      },
      .list("uses", "The uses that somebody names either for.", of: Records.pairUse) { $0.uses },
      .list("sources", "The sources that speak of either.", of: Records.pairSource) { $0.sources },
      .integer("speaker_count", "How many sources speak of both, of each by itself or of both at once.") {
        $0.speakerCount
      },
      .optionalText("years", "The years that those sources are of, as far as they are dated.") { $0.years },
      .madeList("relations", "How the two relate, as sources state it.", Records.relation.shape) {
        $0.relations(where: \.isSourced)
      },
      .list("other_pairs", "The closest other pairs of either.", of: Records.otherPair) { $0.otherPairs },
    ])
}

extension Records {
  static let pairSide = Record<PairSide>(
    "PairSide", "One of the two of a pair.",
    [
      .made("item", "The item.", link.shape) { $0.item.link },
      .optionalRecord("website", "Its website.", of: outgoingLink) { side in
        side.page.catalog[side.item.id].website.map { side.page.model.outgoingLink($0) }
      },
      .list(
        "reasons", "Why to choose it, most telling first: all of five, or the first four.", of: reasonToChoose
      ) { $0.firstReasons },
      .list("more_reasons", "The other reasons.", of: reasonToChoose) {
        Array($0.reasons.dropFirst($0.firstReasons.count))
      },
      .list("alone", "Opinions where sources judge it alone.", of: pairRow) { $0.alone(.judgements) },
      .list("alone_facts", "Facts that are known of it alone.", of: pairRow) { $0.alone(.facts) },
      .integer("pair_count", "How many pairs of it have a page.") {
        $0.page.model.pairs.partnerCount(of: $0.item.id)
      },
      .address("all_pairs", "Where all of its pairs are listed.") { $0.page.model.allPairs(of: $0.item.id) },
    ])

  static let pairRow = Record<PairRow>(
    "PairRow", "What is said of both items of a pair on one criterion.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .made("criterion", "The criterion.", link.shape) {
        $0.page.parts.criteria[$0.row.criterion.index]
      },
      .made("left", "The first item's cell, on this aspect alone.", cell.shape) {
        $0.page.left.cell($0.row.criterion, $0.row.aspect)
      },
      .made("right", "The second item's cell, on this aspect alone.", cell.shape) {
        $0.page.right.cell($0.row.criterion, $0.row.aspect)
      },
      .boolean(
        "is_stated", "Of facts: whether a source states a value of either, or there is a remark on one."
      ) {
        $0.isStated
      },
      .boolean("is_left_stronger", "Whether opinions differ, and there is more behind the first item.") {
        $0.row.stronger == .left
      },
      .boolean("is_right_stronger", "Whether opinions differ, and there is more behind the second item.") {
        $0.row.stronger == .right
      },
      .integer("comparers", "How many sources compare the two here directly.") {
        $0.comparison?.sources.count ?? 0
      },
      .optionalText("favoured", "The name of the item that more of those favour.") { row in
        row.comparison?.favoured.map { row.page.catalog[row.page.comparison.pair[$0]].entry.name }
      },
      .madeList("relations", "What those sources say of both.", relation.shape) { row in
        row.row.aspect == .facts
          ? [] : row.page.relations { $0.isSourced && $0.criterion == row.row.criterion }
      },
    ])

  static let pairUse = Record<PairUse>(
    "PairUse", "What is said of both items of a pair for one use.",
    [
      .text("id", "An anchor for it.") {
        Anchors.row($0.page.catalog[$0.useCase])
      },
      .made("use_case", "The use case.", link.shape) {
        $0.page.parts.useCases[$0.useCase.index]
      },
      .record("left", "The first item.", of: pairUseSide) { PairUseSide(use: $0.left, page: $0.page) },
      .record("right", "The second item.", of: pairUseSide) { PairUseSide(use: $0.right, page: $0.page) },
    ])

  static let pairUseSide = Record<PairUseSide>(
    "PairUseSide", "What is said of one item of a pair for a use.",
    [
      .madeList("claims", "The claims; none where nobody names it.", claim.shape) { $0.use?.claims ?? [] },
      .texts("sources", "Who names it, by their short names; none where the site has a single source.") {
        $0.page.model.namesBeside($0.use?.sources ?? [])
      },
      .integer("source_count", "How many sources name it.") { $0.use?.sources.count ?? 0 },
    ])

  static let otherPair = Record<OtherPair>(
    "OtherPair", "A pair of one of the two items with a third one.",
    [
      .made("item", "The item that it shares with this pair.", link.shape) { $0.item },
      .made("pair", "Its page.", pairLink.shape) { $0.listed.link },
    ])

  static let pairSourceSide = Record<In<SourceOnItem>>(
    "PairSourceSide", "How much a source says of one item.",
    [
      .text("item", "The name of the item.") { $0.catalog[$0.part.item].entry.name },
      .address("url", "All of it, on the source's page.") {
        $0.routes.address(
          .source($0.part.source), fragment: Anchors.item($0.catalog[$0.part.item].entry.slug))
      },
      .integer("claims", "How many claims it makes.") { $0.claimCount },
      .integer("facts", "On how many criteria it states facts.") { $0.factCount },
      .optionalInteger("rank", "The item's place in its ranking, from 1.") { $0.rank },
    ])

  static let pairSource = Record<PairSource>(
    "PairSource", "A source that speaks of an item of a pair.",
    [
      .text("id", "Its anchor, which marks on the page lead to.") { Anchors.row($0.entity) },
      .made("source", "The source.", link.shape) { $0.page.parts.sources[$0.source.index] },
      .text("mark", "Its short name, as citations show it.") { $0.entity.shortName },
      .optionalDate("date", "When it was published.") { $0.entity.date },
      .optionalRecord("website", "Where it can be read.", of: outgoingLink) { source in
        source.entity.url.map { source.page.model.outgoingLink($0) }
      },
      .integer("ranked_count", "How many items it ranks.") { $0.entity.ranking.count },
      .madeList("said", "How much it says of each item that it speaks of.", pairSourceSide.shape) {
        $0.said
      },
    ])
}

/// One item of a pair and a use case.
struct PairUseSide: Sendable {
  let use: PairItemParts.Use?
  let page: PairPage
}

extension PairRow {
  fileprivate var id: String {
    (row.aspect == .facts ? page.parts.factRows : page.parts.judgementRows)[row.criterion.index]
  }

  fileprivate var isStated: Bool {
    row.aspect == .facts
      && [page.left, page.right].contains { $0.statesFact[row.criterion.index] }
  }

  /// What sources say of both items directly on the criterion.
  fileprivate var comparison: DirectComparison? {
    row.aspect == .facts ? nil : page.direct.first { $0.criterion == row.criterion }
  }
}

extension PairSide {
  /// The reasons to choose the item, most telling first.
  var reasons: [PairReason] {
    let reasons = item.id == page.comparison.pair.left ? page.leftReasons : page.rightReasons
    return reasons.map { PairReason(reason: $0, side: self) }
  }
}

extension PairSide {
  /// The reasons that are seen at once: all of five, otherwise four.
  fileprivate var firstReasons: [PairReason] {
    let reasons = reasons
    return reasons.count > 5 ? Array(reasons.prefix(4)) : reasons
  }
}

extension PairSide {
  /// Returns the rows of what is known of the item alone.
  fileprivate func alone(_ aspect: PairComparison.Aspect) -> [PairRow] {
    page.rows(aspect, ofLeft: item.id == page.comparison.pair.left)
  }
}

extension PairPage {
  /// The years of the dated sources that speak of both items: `2023`, or the first and the last of them.
  fileprivate var years: String? {
    let years = speakersOfBoth.compactMap { catalog[$0].date?.year }
    guard let first = years.min(), let last = years.max() else { return nil }
    return first == last ? "\(first)" : model.siteWords(.years, "\(first)", "\(last)")
  }
}

extension In<SourceOnItem> {
  fileprivate var claimCount: Int {
    catalog[part.item].claimSections.lazy.flatMap(\.claims).count {
      catalog[$0].citations.contains(part.source)
    }
  }

  fileprivate var factCount: Int {
    catalog[part.item].cells.count { $0.facts.contains { $0.sources.contains(part.source) } }
  }

  /// The item's rank in the source's ranking, from 1; nil if it is not ranked.
  fileprivate var rank: Int? { catalog[part.source].ranking.firstIndex(of: part.item).map { $0 + 1 } }
}
