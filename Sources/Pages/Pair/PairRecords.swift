import Comparison
import Templating

/// One of the two items on the page of a pair.
struct PairSide: Sendable {
  let page: PairPage
  let item: PairItemParts
  let other: PairItemParts
}

/// The cells of both items on one aspect of a criterion.
struct PairRow: Sendable {
  let page: PairPage
  let criterion: Criterion.ID
  let aspect: PairComparison.Aspect
  let isRepeated: Bool
}

/// The rows of a group of criteria.
struct PairRowGroup: Sendable {
  var name: String?
  var rows: [PairRow]
}

/// Rows with the same kind of outcome, grouped like their criteria.
struct PairRows: Sendable {
  private(set) var count = 0
  /// The groups, in the order of their first rows.
  private(set) var groups: [PairRowGroup] = []
  private var last: Criterion.ID?

  /// Appends a row to the group of its criterion.
  mutating func append(_ criterion: Criterion.ID, _ aspect: PairComparison.Aspect, on page: PairPage) {
    let row = PairRow(page: page, criterion: criterion, aspect: aspect, isRepeated: criterion == last)
    last = criterion
    count += 1
    let name = page.catalog[criterion].group
    if let place = groups.lastIndex(where: { $0.name == name }) {
      groups[place].rows.append(row)
    } else {
      groups.append(PairRowGroup(name: name, rows: [row]))
    }
  }
}

/// The claims about both items for one use case.
struct PairUse: Sendable {
  let useCase: UseCase.ID
  let left: [Value]
  let right: [Value]
  let page: PairPage
}

/// A source that makes statements about both items.
struct PairSource: Sendable {
  let source: Source.ID
  /// The numbers of its statements about each item.
  let left: Value
  let right: Value
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
      .record(
        "differences",
        "Where both values are known and unequal, or one is praised where the other is criticised.",
        of: Records.pairRows
      ) { $0.differences },
      .record(
        "shared", "Where both have the same value, or both are praised or criticised.", of: Records.pairRows
      ) { $0.shared },
      .record(
        "undecided",
        "Where both are spoken of, but sources contest it, are of two minds, or describe without judging.",
        of: Records.pairRows
      ) { $0.undecided },
      .record("one_sided", "Where something is known of one of them alone.", of: Records.pairRows) {
        $0.oneSided
      },
      .madeList(
        "unknown", "The criteria on which no source says anything of either.", Records.link.shape
      ) { $0.unknown },
      .record(
        "claims", "Praise, criticism and what is mentioned of either, criterion by criterion.",
        of: Records.pairRows
      ) { $0.claims },
      .list("uses", "The uses that somebody names either for.", of: Records.pairUse) { $0.uses },
      .madeList("shared_uses", "The uses that both are named for.", Records.link.shape) {
        $0.sharedUses
      },
      .list("sources", "The sources that speak of both.", of: Records.pairSource) { $0.sources },
      .madeList("relations", "How the two relate, as sources state it.", Records.relation.shape) {
        $0.relations
      },
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
        "reasons",
        "Why to choose it: the weightiest of each kind, then those with most sources behind them first.",
        of: reasonToChoose
      ) { $0.reasons },
      .madeList("pairs", "The pages of its other pairs: all of few, of many the closest.", pairLink.shape) {
        $0.pairs
      },
      .integer("pair_count", "How many other pairs have a page.") {
        $0.page.model.pairs.partnerCount(of: $0.item.id)
          - ($0.page.model.pairs.contains($0.page.comparison.pair) ? 1 : 0)
      },
      .address("all_pairs", "Where all of its pairs are listed.") { $0.page.model.allPairs(of: $0.item.id) },
    ])

  static let pairRow = Record<PairRow>(
    "PairRow", "What is said of both items of a pair on one criterion.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .made("criterion", "The criterion.", link.shape) {
        $0.page.parts.criteria[$0.criterion.index]
      },
      .text("aspect", "`facts` or `judgements`.") {
        $0.aspect == .facts ? "facts" : "judgements"
      },
      .boolean("is_repeated", "Whether the row before it is of the same criterion.") { $0.isRepeated },
      .made("left", "The first item's cell, on this aspect alone.", cell.shape) {
        $0.page.left.cell($0.criterion, $0.aspect)
      },
      .made("right", "The second item's cell, on this aspect alone.", cell.shape) {
        $0.page.right.cell($0.criterion, $0.aspect)
      },
    ])

  static let pairRowGroup = Record<PairRowGroup>(
    "PairRowGroup", "The rows of a group of criteria.",
    [
      .optionalText("name", "The group's name.") { $0.name },
      .list("rows", "A row for each criterion, or two: facts before judgements.", of: pairRow) { $0.rows },
    ])

  static let pairRows = Record<PairRows>(
    "PairRows", "Rows of a pair that come to the same.",
    [
      .integer("count", "How many rows they are.") { $0.count },
      .list("groups", "The rows by the groups of their criteria.", of: pairRowGroup) { $0.groups },
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
      .madeList("left", "The claims on the first item.", claim.shape) { $0.left },
      .madeList("right", "The claims on the second item.", claim.shape) { $0.right },
    ])

  static let pairSourceSide = Record<In<SourceOnItem>>(
    "PairSourceSide", "What a source says of one item of a pair.",
    [
      .address("url", "All of it, on the source's page.") {
        $0.routes.address(
          .source($0.part.source), fragment: Anchors.item($0.catalog[$0.part.item].entry.slug))
      },
      .integer("claims", "How many claims it makes.") { $0.claimCount },
      .integer("facts", "On how many criteria it states facts.") { $0.factCount },
      .optionalInteger("rank", "The item's place in its ranking, from 1.") { $0.rank },
    ])

  static let pairSource = Record<PairSource>(
    "PairSource", "A source that speaks of both items of a pair.",
    [
      .made("source", "The source.", link.shape) { $0.page.parts.sources[$0.source.index] },
      .text("mark", "Its short name.") { $0.entity.shortName },
      .made("left", "What it says of the first item.", pairSourceSide.shape) { $0.left },
      .made("right", "What it says of the second item.", pairSourceSide.shape) { $0.right },
      .optionalAddress("ranking", "Its ranking, on its page, where it has one.") {
        $0.entity.ranking.isEmpty
          ? nil : $0.page.model.routes.address(.source($0.source), fragment: Anchors.ranking)
      },
      .integer("ranked_count", "How many it ranks.") { $0.entity.ranking.count },
      .optionalText("ranking_basis", "What it ranks by, if it says so.") { $0.entity.rankingBasis },
    ])
}

extension PairRow {
  fileprivate var id: String {
    (aspect == .facts ? page.parts.factRows : page.parts.judgementRows)[criterion.index]
  }
}

extension PairSide {
  fileprivate var reasons: [PairReason] {
    item.compared.reasons(against: other.compared, page.comparison.rows, page.catalog.criteria).map {
      PairReason($0, self)
    }
  }

  /// The pages of its other pairs: all of them if there are few, otherwise those of the closest items.
  fileprivate var pairs: [Value] {
    let links = item.listed.lazy.filter { [other] in $0.other != other.id }.map(\.link)
    return page.model.pairs.partnerCount(of: item.id) > SiteModel.mostListedPairs
      ? Array(links.prefix(SiteModel.closestListedPairs)) : Array(links)
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
