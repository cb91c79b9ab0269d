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

  /// The row without the items.
  fileprivate var made: Value { page.parts.useCases[useCase.index] }
}

/// A pair of one of the two items with a third one.
struct OtherPair: Sendable {
  /// A link to the item that it shares with the page's pair.
  let item: Value
  let listed: PairItemParts.Listed
}

/// A source that makes statements about either item.
struct PairSource: Sendable {
  /// The row without what it says.
  let made: Value
  /// The numbers of its statements about each item that it speaks of.
  let said: [Value]
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
        $0.rows($0.rankedDifferences)
      },
      .list("shared", "Opinions that are alike.", of: Records.pairRow) { $0.rows($0.rows.shared) },
      .list("too_close", "Opinions that are too close to call.", of: Records.pairRow) {
        $0.rows($0.rows.tooClose)
      },
      .list("mentions", "Criteria on which either is described, but no source judges.", of: Records.pairRow) {
        $0.mentions
      },
      .list("different_facts", "Facts that differ.", of: Records.pairRow) { $0.rows($0.rows.differentFacts) },
      .list("shared_facts", "Facts that are equal.", of: Records.pairRow) { $0.rows($0.rows.sharedFacts) },
      .list("disputed_facts", "Facts that sources contest of either.", of: Records.pairRow) {
        $0.rows($0.rows.disputedFacts)
      },
      .integer("undecided_count", "How many rows of either kind are too close to call or contested.") {
        $0.rows.tooClose.count + $0.rows.disputedFacts.count
      },
      .integer("one_sided_count", "How many opinions and facts there are of one of the two alone.") {
        $0.rows.oneSidedCount
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
        $0.sourcedRelations { _ in true }
      },
      .list("other_pairs", "The closest other pairs of either.", of: Records.otherPair) { $0.otherPairs },
    ])
}

extension Records {
  /// A side of a pair without what depends on the other item.
  static let pairSideOfItem = Record<In<Item.ID>>(
    "PairSide", "One of the two of a pair.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part) },
      .optionalRecord("website", "Its website.", of: outgoingLink) { side in
        side.catalog[side.part].website.map { side.model.outgoingLink($0) }
      },
      .list(
        "reasons", "Why to choose it, most telling first: all of five, or the first four.", of: reasonToChoose
      ) { _ in [] },
      .list("more_reasons", "The other reasons.", of: reasonToChoose) { _ in [] },
      .list("alone", "Opinions where sources judge it alone.", of: pairRow) { _ in [] },
      .list("alone_facts", "Facts that are known of it alone.", of: pairRow) { _ in [] },
      .integer("pair_count", "How many pairs of it have a page.") {
        $0.model.pairs.partnerCount(of: $0.part)
      },
      .address("all_pairs", "Where all of its pairs are listed.") { $0.model.allPairs(of: $0.part) },
    ])

  static let pairSide = pairSideOfItem.remade(from: { $0.item.side }, but: sideOfPair)

  private static let sideOfPair: [Field<PairSide>] = [
    .list("reasons", "The first reasons.", of: reasonToChoose) { $0.reasons(.first) },
    .list("more_reasons", "The other reasons.", of: reasonToChoose) { $0.reasons(.more) },
    .list("alone", "Opinions on it alone.", of: pairRow) { $0.page.rows($0.alone.opinions) },
    .list("alone_facts", "Facts of it alone.", of: pairRow) { $0.page.rows($0.alone.facts) },
  ]

  /// A row without what depends on the items.
  static let pairRowAlone = Record<In<(criterion: Criterion.ID, aspect: PairComparison.Aspect)>>(
    "PairRow", "What is said of both items of a pair on one criterion.",
    [
      .text("id", "An anchor for it.") { Anchors.row($0.catalog[$0.part.criterion], $0.part.aspect) },
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .made("left", "The first item's cell, on this aspect alone.", cell.shape) { _ in .absent },
      .made("right", "The second item's cell, on this aspect alone.", cell.shape) { _ in .absent },
      .boolean(
        "is_stated", "Of facts: whether a source states a value of either, or there is a remark on one."
      ) { _ in false },
      .boolean("is_left_stronger", "Whether opinions differ, and there is more behind the first item.") { _ in
        false
      },
      .boolean("is_right_stronger", "Whether opinions differ, and there is more behind the second item.") {
        _ in false
      },
      .integer("comparers", "How many sources compare the two here directly.") { _ in 0 },
      .optionalText("favoured", "The name of the item that more of those favour.") { _ in nil },
      .madeList("relations", "What those sources say of both.", relation.shape) { _ in [] },
    ])

  static let pairRow = pairRowAlone.remade(from: { $0.made }, but: rowOfPair)

  private static let rowOfPair: [Field<PairRow>] = [
    .made("left", "The first item's cell.", cell.shape) {
      $0.page.left.cell($0.row.criterion, $0.row.aspect)
    },
    .made("right", "The second item's cell.", cell.shape) {
      $0.page.right.cell($0.row.criterion, $0.row.aspect)
    },
    .boolean("is_stated", "Whether a source states a value.") { $0.isStated },
    .boolean("is_left_stronger", "Whether there is more behind the first item.") {
      $0.row.stronger == .left
    },
    .boolean("is_right_stronger", "Whether there is more behind the second item.") {
      $0.row.stronger == .right
    },
    .integer("comparers", "How many sources compare the two.") { $0.comparison?.sources.count ?? 0 },
    .optionalText("favoured", "The name of the item that more of those favour.") { $0.favoured },
    .madeList("relations", "What those sources say of both.", relation.shape) { $0.relations },
  ]

  /// The place of the anchor in the value of a row.
  static let anchorOfRow = pairRowAlone.position(of: "id")

  /// The place of the balance in the value of a cell.
  static let balanceOfCell = cell.position(of: "balance")

  /// A row for a use that neither item is named for.
  static let pairUseOfNeither = Record<In<UseCase.ID>>(
    "PairUse", "What is said of both items of a pair for one use.",
    [
      .text("id", "An anchor for it.") { Anchors.row($0.catalog[$0.part]) },
      .record("use_case", "The use case.", of: link) { $0.model.link($0.part) },
      .record("left", "The first item.", of: pairUseSide) { $0.with(NamedUse(useCase: $0.part)) },
      .record("right", "The second item.", of: pairUseSide) { $0.with(NamedUse(useCase: $0.part)) },
    ])

  static let pairUse = pairUseOfNeither.remade(
    from: { (use: PairUse) in use.made },
    but: [
      .made("left", "The first item.", pairUseSide.shape) { $0.left?.side ?? $0.made[sideOfUse] },
      .made("right", "The second item.", pairUseSide.shape) { $0.right?.side ?? $0.made[sideOfUse] },
    ])

  /// The place of the anchor in the value of a row of a use.
  static let anchorOfUse = pairUseOfNeither.position(of: "id")

  /// The place of a side in the value of a row of a use.
  private static let sideOfUse = pairUseOfNeither.position(of: "left")

  static let pairUseSide = Record<In<NamedUse>>(
    "PairUseSide", "What is said of one item of a pair for a use.",
    [
      .madeList("claims", "The claims; none where nobody names it.", claim.shape) { $0.part.claims },
      .texts("sources", "Who names it, by their short names; none where the site has a single source.") {
        $0.model.namesBeside($0.part.sources)
      },
      .integer("source_count", "How many sources name it.") { $0.part.sources.count },
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

  /// The row of a source without what it says.
  static let pairSourceAlone = Record<In<Source.ID>>(
    "PairSource", "A source that speaks of an item of a pair.",
    [
      .text("id", "Its anchor, which marks on the page lead to.") { Anchors.row($0.catalog[$0.part]) },
      .record("source", "The source.", of: link) { $0.model.link($0.part) },
      .text("mark", "Its short name, as citations show it.") { $0.catalog[$0.part].shortName },
      .optionalDate("date", "When it was published.") { $0.catalog[$0.part].date },
      .optionalRecord("website", "Where it can be read.", of: outgoingLink) { source in
        source.catalog[source.part].url.map { source.model.outgoingLink($0) }
      },
      .integer("ranked_count", "How many items it ranks.") { $0.catalog[$0.part].ranking.count },
      .madeList("said", "How much it says of each item that it speaks of.", pairSourceSide.shape) { _ in [] },
    ])

  static let pairSource = pairSourceAlone.remade(
    from: { (source: PairSource) in source.made },
    but: [
      .madeList("said", "How much it says of each item.", pairSourceSide.shape) { $0.said }
    ])

  /// The place of the short name in the value of a source's row.
  static let markOfSource = pairSourceAlone.position(of: "mark")
}

/// A use case that an item is named for, with the claims and the sources that name it.
struct NamedUse: Sendable {
  var useCase: UseCase.ID
  var claims: [Value] = []
  /// In order of id.
  var sources: [Source.ID] = []
}

extension PairRow {
  /// The row without the items.
  fileprivate var made: Value {
    (row.aspect == .facts ? page.parts.factRows : page.parts.judgementRows)[row.criterion.index]
  }

  fileprivate var isStated: Bool {
    let place = row.criterion.index
    return row.aspect == .facts && (page.left.statesFact[place] || page.right.statesFact[place])
  }

  /// What sources say of both items directly on the criterion.
  fileprivate var comparison: DirectComparison? {
    row.aspect == .facts ? nil : page.direct.first { $0.criterion == row.criterion }
  }

  fileprivate var favoured: String? {
    comparison?.favoured.map { page.catalog[page.comparison.pair[$0]].entry.name }
  }

  fileprivate var relations: [Value] {
    row.aspect == .facts ? [] : page.sourcedRelations { $0 == row.criterion }
  }
}

extension PairSide {
  private var isLeft: Bool { item === page.left }

  /// What is known of the item alone.
  fileprivate var alone: PairRows.Alone { isLeft ? page.rows.leftAlone : page.rows.rightAlone }

  /// Which of the reasons to choose the item are seen at once: all of five, otherwise four.
  fileprivate enum Part { case first, more }

  fileprivate func reasons(_ part: Part) -> [PairReason] {
    let reasons = isLeft ? page.leftReasons : page.rightReasons
    let first = reasons.count > 5 ? 4 : reasons.count
    return (part == .first ? reasons[..<first] : reasons[first...]).map { PairReason(reason: $0, side: self) }
  }
}

extension PairPage {
  /// Returns what sources say of the two at once, on criteria that satisfy a condition; nil stands for none.
  func sourcedRelations(on isWanted: (Criterion.ID?) -> Bool) -> [Value] {
    relations.filter { !$0.sources.isEmpty && isWanted($0.criterion) }.map(\.value)
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
