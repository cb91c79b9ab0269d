import Comparison
import Diagnostics
import Templating

/// Makes the pages of pairs.
///
/// All that they show of an item stands in its part, and the model knows nothing else of any item. So whether such a page comes out the
/// same follows from the parts of its two items.
final class PairPageMaker: Sendable {
  let model: SiteModel
  let parts: PairPartCache
  private let site: Value
  /// Of all that is no item's.
  private let fingerprint: ContentHash
  var catalog: Catalog { _read { yield model.catalog } }

  init(_ model: SiteModel, site: Value) {
    self.model = model.withoutContentOfItems()
    parts = PairPartCache(model)
    self.site = site
    fingerprint = ContentHash(
      of: [model.catalog.fingerprintBesideItems, site.fingerprint], and: [model.baseURL ?? ""])
  }

  /// A fingerprint of all that the page of a pair is made from.
  func cacheKey(_ pair: Pair) -> ContentHash {
    ContentHash(
      of: [fingerprint, parts[pair.left].fingerprint, parts[pair.right].fingerprint],
      and: [model.differenceTable.comparison(of: pair).canonical])
  }

  /// What the template of a pair's page gets.
  func value(_ pair: Pair) -> Value {
    let comparison = model.differenceTable.comparison(of: pair)
    let page = model.page(
      "pair", model.title(pair), path: model.routes.path(pair), description: description(of: comparison),
      above: [model.link(.pairs)])
    let content = content(of: comparison, parts[pair.left], parts[pair.right])
    return PageKinds.pair.record.value(PageRoot(site: site, page: page, content: content))
  }
}

extension PairPageMaker {
  /// A sentence on what a pair's page holds, for search engines.
  private func description(of comparison: PairComparison) -> String {
    let differences = comparison.differences.map { catalog[$0].entry.name }
    let title = model.title(comparison.pair)
    guard let first = differences.first else {
      return "\(title), side by side: nothing in the sources tells them apart"
    }
    let named = differences.prefix(3).joined(separator: ", ")
    if differences.count == 1 { return "\(title), side by side: they differ on \(first)" }
    let rest = differences.count > 3 ? " and \(differences.count - 3) more" : ""
    return "\(title), side by side: they differ on \(named)\(rest), with the sources of each statement"
  }

  private func content(
    of comparison: PairComparison, _ left: PairItemParts, _ right: PairItemParts
  ) -> PairContent {
    var differences = PairRowsView(), shared = PairRowsView(), undecided = PairRowsView()
    var oneSided = PairRowsView()
    var (unknown, isKnown) = ([Criterion.ID](), Array(repeating: false, count: catalog.criteria.count))
    for row in comparison.rows {
      let view = { self.row(row.criterion, row.aspect, left, right) }
      if row.outcome != .unknown { isKnown[row.criterion.index] = true }
      switch row.outcome {
      case .different: differences.append(view(), catalog[row.criterion])
      case .same: shared.append(view(), catalog[row.criterion])
      case .undecided: undecided.append(view(), catalog[row.criterion])
      case .oneSided: oneSided.append(view(), catalog[row.criterion])
      case .unknown: unknown.append(row.criterion)
      }
    }
    return PairContent(
      left: side(left, against: right, comparison), right: side(right, against: left, comparison),
      differenceCount: comparison.differences.count, differences: differences, shared: shared,
      undecided: undecided, oneSided: oneSided,
      unknown: unknown.filter { !isKnown[$0.index] }.map { parts.criteria[$0.index] },
      claims: claims(left, right), uses: uses(left, right), sharedUses: sharedUses(left, right),
      sources: PairPartCache.common(left, right).map { view($0.source, left: $0.left, right: $0.right) },
      relations: relations(left, right))
  }

  /// All that is said of either, be it a judgement or not.
  private func claims(_ left: PairItemParts, _ right: PairItemParts) -> PairRowsView {
    var rows = PairRowsView()
    for criterion in catalog.criterionIDs
    where left.compared.isSpokenOf(on: criterion) || right.compared.isSpokenOf(on: criterion) {
      rows.append(row(criterion, .judgements, left, right), catalog[criterion])
    }
    return rows
  }

  private func row(
    _ id: Criterion.ID, _ aspect: PairComparison.Aspect, _ left: PairItemParts, _ right: PairItemParts
  ) -> PairRowView {
    PairRowView(
      id: aspect == .facts ? parts.factRows[id.index] : parts.judgementRows[id.index],
      criterion: parts.criteria[id.index], aspect: aspect == .facts ? "facts" : "judgements",
      isRepeated: false, left: left.cell(id, aspect), right: right.cell(id, aspect))
  }

  /// The uses that somebody names either for, in order.
  private func uses(_ left: PairItemParts, _ right: PairItemParts) -> [PairUseView] {
    func use(_ id: UseCase.ID, left: [Value], right: [Value]) -> PairUseView {
      PairUseView(
        id: SiteModel.rowID(catalog[id]), useCase: parts.useCases[id.index], left: left, right: right)
    }
    var result: [PairUseView] = []
    var rest = right.uses[...]
    for left in left.uses {
      while let right = rest.first, right.useCase < left.useCase {
        result.append(use(right.useCase, left: [], right: right.claims))
        rest.removeFirst()
      }
      let isShared = rest.first?.useCase == left.useCase
      result.append(use(left.useCase, left: left.claims, right: isShared ? rest.removeFirst().claims : []))
    }
    return result + rest.map { use($0.useCase, left: [], right: $0.claims) }
  }

  private func sharedUses(_ left: PairItemParts, _ right: PairItemParts) -> [Value] {
    left.uses.lazy.map(\.useCase).filter { use in right.uses.contains { $0.useCase == use } }
      .map { self.parts.useCases[$0.index] }
  }

  private func view(_ id: Source.ID, left: Value, right: Value) -> PairSourceView {
    let source = catalog[id]
    return PairSourceView(
      source: parts.sources[id.index], mark: source.shortName, left: left, right: right,
      ranking: source.ranking.isEmpty
        ? nil : model.routes.address(.source(id), fragment: Anchors.ranking),
      rankedCount: source.ranking.count, rankingBasis: source.rankingBasis)
  }

  /// How the two relate as sources state it, in the order of the item whose slug is first.
  private func relations(_ left: PairItemParts, _ right: PairItemParts) -> [Value] {
    let isFirst = model.pairs.canonical(Pair(left.id, right.id)).left == left.id
    let (first, other) = isFirst ? (left, right) : (right, left)
    return first.relations.filter { $0.other == other.id }.map(\.value)
  }

  private func side(
    _ item: PairItemParts, against other: PairItemParts, _ comparison: PairComparison
  ) -> PairSideView {
    let links = item.listed.lazy.filter { $0.other != other.id }.map(\.link)
    let partnerCount = model.pairs.partnerCount(of: item.id)
    return PairSideView(
      item: item.link, website: catalog[item.id].website.map { model.outgoingLink($0) },
      reasons: item.compared.reasons(against: other.compared, comparison.rows, catalog.criteria).map {
        view($0, item, other)
      },
      pairs: partnerCount > SiteModel.mostListedPairs
        ? Array(links.prefix(SiteModel.closestListedPairs)) : Array(links),
      pairCount: partnerCount - (model.pairs.contains(comparison.pair) ? 1 : 0),
      allPairs: model.allPairs(of: item.id))
  }
}
