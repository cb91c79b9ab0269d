import Comparison
import Templating

extension SiteModel {
  /// What a row is called in the anchors of a pair's page.
  static func rowID(_ criterion: Criterion, _ aspect: PairComparison.Aspect) -> String {
    "\(aspect == .facts ? "Facts" : "Judgements")_\(criterion.entry.slug)"
  }

  /// What a use is called there.
  static func rowID(_ useCase: UseCase) -> String { "Use_\(useCase.entry.slug)" }

  /// How much a source says of an item, and which place it gives it.
  func statements(of source: Source, on item: Item.ID) -> PairSourceSideView {
    PairSourceSideView(
      url: routes.address(.source(source.id), fragment: Anchors.item(catalog[item].entry.slug)),
      claims: catalog[item].claimSections.lazy.flatMap(\.claims).count {
        catalog[$0].citations.contains(source.id)
      },
      facts: catalog.cells[item.index].count { $0.facts.contains { $0.sources.contains(source.id) } },
      rank: source.ranking.firstIndex(of: item).map { $0 + 1 })
  }
}

// MARK: Lists of pairs

extension SiteModel {
  /// The most other pairs that a page lists of an item; of more, so many of the closest.
  static let mostListedPairs = 24
  static let closestListedPairs = 12

  /// Where all pairs of an item are listed: its row in the grid, or a page of its own.
  func allPairs(of item: Item.ID) -> Address {
    let slug = catalog[item].entry.slug
    return hasPairGrid
      ? .site(path: routes.path(.pairs), fragment: Anchors.item(slug))
      : .site(path: routes.path(pairsOf: item))
  }

  /// The pages of an item's pairs, by the other's slug: all of few, of many those of the closest.
  func pairLinks(of item: Item.ID) -> [PairLinkView] {
    let listed = listedPairs(of: item)
    let isWhole = listed.count == pairs.partnerCount(of: item)
    return listed.prefix(isWhole ? listed.count : Self.closestListedPairs).map { pairLink(item, $0) }
  }

  /// The other items of those of an item's pairs that the page of one of them may list: all of few, by slug; of many the closest, one
  /// more than a page lists.
  func listedPairs(of item: Item.ID) -> [Item.ID] {
    let partners = pairs.partners(of: item)
    guard partners.count > Self.mostListedPairs else { return partners }
    return Array(closestPairs(of: item).prefix(Self.closestListedPairs + 1))
  }

  /// The other items of an item's pairs, the closest first; those with nothing in common last, by slug.
  func closestPairs(of item: Item.ID) -> [Item.ID] {
    let partners = pairs.partners(of: item)
    let scores = partners.map { similarity.score(of: item, and: $0) }
    // Sorting is stable, and partners are in order of slug.
    return partners.indices.sorted { scores[$0] > scores[$1] }.map { partners[$0] }
  }

  func pairLink(_ item: Item.ID, _ other: Item.ID) -> PairLinkView {
    let pair = Pair(item, other)
    return PairLinkView(
      url: .site(path: routes.path(pairs.canonical(pair))), item: link(other),
      differences: differenceTable.differences(pair), shared: similarity.score(of: item, and: other))
  }
}
