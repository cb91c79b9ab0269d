import Comparison
import Templating

extension SiteModel {
  /// A sentence on what a pair's page holds, for search engines.
  func description(of comparison: PairComparison) -> String {
    let differences = comparison.differences.map { catalog[$0].entry.name }
    let title = title(comparison.pair)
    guard let first = differences.first else {
      return "\(title), side by side: nothing in the sources tells them apart"
    }
    let named = differences.prefix(3).joined(separator: ", ")
    if differences.count == 1 { return "\(title), side by side: they differ on \(first)" }
    let rest = differences.count > 3 ? " and \(differences.count - 3) more" : ""
    return "\(title), side by side: they differ on \(named)\(rest), with the sources of each statement"
  }

  func content(of comparison: PairComparison) -> PairContent {
    let pair = comparison.pair
    var differences = PairRowsView(), shared = PairRowsView(), undecided = PairRowsView()
    var oneSided = PairRowsView()
    var (unknown, isKnown) = ([Criterion.ID](), Array(repeating: false, count: catalog.criteria.count))
    for row in comparison.rows {
      let view = { self.row(row.criterion, row.aspect, of: pair) }
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
      left: side(.left, of: comparison), right: side(.right, of: comparison),
      differenceCount: comparison.differences.count, differences: differences, shared: shared,
      undecided: undecided, oneSided: oneSided,
      unknown: unknown.filter { !isKnown[$0.index] }.map { pairParts.criteria[$0.index] },
      claims: claims(on: pair), uses: uses(of: pair), sharedUses: sharedUses(of: pair),
      sources: pairParts.common(pair).map { view($0.source, left: $0.left, right: $0.right) },
      relations: relations(of: pair))
  }

  /// All that is said of either, be it a judgement or not.
  private func claims(on pair: Pair) -> PairRowsView {
    var rows = PairRowsView()
    for criterion in catalog.criteria.indices.lazy.map({ Criterion.ID($0) })
    where pairParts.contenders[pair.left.index].isSpokenOf(on: criterion)
      || pairParts.contenders[pair.right.index].isSpokenOf(on: criterion)
    {
      rows.append(row(criterion, .judgements, of: pair), catalog[criterion])
    }
    return rows
  }

  private func row(
    _ id: Criterion.ID, _ aspect: PairComparison.Aspect, of pair: Pair
  ) -> PairRowView {
    PairRowView(
      id: aspect == .facts ? pairParts.factRows[id.index] : pairParts.judgementRows[id.index],
      criterion: pairParts.criteria[id.index], aspect: aspect == .facts ? "facts" : "judgements",
      isRepeated: false, left: pairParts.cell(pair.left, id, aspect),
      right: pairParts.cell(pair.right, id, aspect))
  }

  /// What a row is called in the anchors of a pair's page.
  static func rowID(_ criterion: Criterion, _ aspect: PairComparison.Aspect) -> String {
    "\(aspect == .facts ? "facts" : "judgements")_\(criterion.entry.slug)"
  }

  /// What a use is called there.
  static func rowID(_ useCase: UseCase) -> String { "use_\(useCase.entry.slug)" }

  /// The uses that somebody names either for, in order.
  private func uses(of pair: Pair) -> [PairUseView] {
    func use(_ id: UseCase.ID, left: [Value], right: [Value]) -> PairUseView {
      PairUseView(
        id: Self.rowID(catalog[id]), useCase: pairParts.useCases[id.index], left: left, right: right)
    }
    var result: [PairUseView] = []
    var rest = pairParts.uses[pair.right.index][...]
    for left in pairParts.uses[pair.left.index] {
      while let right = rest.first, right.useCase < left.useCase {
        result.append(use(right.useCase, left: [], right: right.claims))
        rest.removeFirst()
      }
      let isShared = rest.first?.useCase == left.useCase
      result.append(use(left.useCase, left: left.claims, right: isShared ? rest.removeFirst().claims : []))
    }
    return result + rest.map { use($0.useCase, left: [], right: $0.claims) }
  }

  private func sharedUses(of pair: Pair) -> [Value] {
    let right = pairParts.uses[pair.right.index]
    return pairParts.uses[pair.left.index].lazy.map(\.useCase)
      .filter { use in right.contains { $0.useCase == use } }.map { pairParts.useCases[$0.index] }
  }

  private func view(_ id: Source.ID, left: Value, right: Value) -> PairSourceView {
    let source = catalog[id]
    return PairSourceView(
      source: pairParts.sources[id.index], mark: source.shortName, left: left, right: right,
      ranking: source.ranking.isEmpty ? nil : routes.address(.source(id), fragment: Anchors.ranking),
      rankedCount: source.ranking.count, rankingBasis: source.rankingBasis)
  }

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

  /// How the two relate as sources state it, in the order of the item whose slug is first.
  private func relations(of pair: Pair) -> [Value] {
    let first = pairs.canonical(pair).left
    let other = pair.other(than: first)
    return pairParts.relations[first.index].filter { $0.other == other }.map(\.value)
  }
}

// MARK: The two sides

extension SiteModel {
  /// The most other pairs that a page lists of an item; of more, so many of the closest.
  static let mostListedPairs = 24
  static let closestListedPairs = 12

  private func side(_ side: Side, of comparison: PairComparison) -> PairSideView {
    let item = comparison.pair[side]
    let other = comparison.pair[side.other]
    let links = pairParts.listed[item.index].lazy.filter { $0.other != other }.map(\.link)
    let partnerCount = pairs.partnerCount(of: item)
    return PairSideView(
      item: pairParts.items[item.index], website: catalog[item].website.map { outgoingLink($0) },
      reasons: pairParts.contenders[item.index].reasons(
        against: pairParts.contenders[other.index], comparison.rows, catalog.criteria
      ).map { view($0, item, other) },
      pairs: partnerCount > Self.mostListedPairs
        ? Array(links.prefix(Self.closestListedPairs)) : Array(links),
      pairCount: partnerCount - (pairs.contains(comparison.pair) ? 1 : 0),
      allPairs: allPairs(of: item))
  }

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
    let scores = partners.map { likeness.score(of: item, and: $0) }
    // Sorting is stable, and partners are in order of slug.
    return partners.indices.sorted { scores[$0] > scores[$1] }.map { partners[$0] }
  }

  func pairLink(_ item: Item.ID, _ other: Item.ID) -> PairLinkView {
    let pair = Pair(item, other)
    return PairLinkView(
      url: .site(path: routes.path(pairs.canonical(pair))), item: link(other),
      differences: differenceTable.differences(pair), shared: likeness.score(of: item, and: other))
  }
}
