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
    let leftUses = catalog.useCases(of: pair.left)
    let rightUses = catalog.useCases(of: pair.right)
    func rows(_ isWanted: (PairComparison.Row) -> Bool) -> [PairRowView] {
      comparison.rows.filter(isWanted).map { view($0, of: pair) }
    }
    return PairContent(
      left: side(.left, of: comparison), right: side(.right, of: comparison),
      differenceCount: comparison.differences.count,
      differences: rows { $0.outcome == .different }, shared: rows { $0.outcome == .same },
      undecided: rows { $0.outcome == .undecided },
      oneSided: rows { $0.outcome == .oneSided(.left) || $0.outcome == .oneSided(.right) },
      unknown: comparison.rows.filter { $0.outcome == .unknown }.map { link($0.criterion) },
      claims: rows { $0.aspect == .judgements && $0.outcome != .unknown },
      uses: leftUses.union(rightUses).sorted().map { use(of: pair, $0) },
      sharedUses: leftUses.intersection(rightUses).sorted().map { link($0) },
      sources: speakers[pair.left.index].intersection(speakers[pair.right.index]).sorted().map {
        view($0, of: pair)
      },
      relations: relations(of: pair))
  }

  private func view(_ row: PairComparison.Row, of pair: Pair) -> PairRowView {
    let aspect = row.aspect == .facts ? "facts" : "judgements"
    return PairRowView(
      id: "\(aspect)_\(catalog[row.criterion].entry.slug)", criterion: criterionLinks[row.criterion.index],
      aspect: aspect, left: aspectCell(pair.left, row), right: aspectCell(pair.right, row))
  }

  private func aspectCell(_ item: Item.ID, _ row: PairComparison.Row) -> Value {
    let cells = row.aspect == .facts ? factCells : judgementCells
    return cells[item.index * catalog.criteria.count + row.criterion.index]
  }

  private func use(of pair: Pair, _ use: UseCase.ID) -> PairUseView {
    func claims(_ item: Item.ID) -> [Value] {
      values(catalog[item].claims(.fit).filter { catalog[$0].subjects.contains(.useCase(use)) })
    }
    return PairUseView(useCase: link(use), left: claims(pair.left), right: claims(pair.right))
  }

  private func view(_ id: Source.ID, of pair: Pair) -> PairSourceView {
    let source = catalog[id]
    func claims(_ item: Item.ID) -> Int {
      catalog[item].claimSections.lazy.flatMap(\.claims).count { catalog[$0].citations.contains(id) }
    }
    func rank(_ item: Item.ID) -> Int? { source.ranking.firstIndex(of: item).map { $0 + 1 } }
    return PairSourceView(
      source: link(id), mark: source.shortName, leftClaims: claims(pair.left),
      rightClaims: claims(pair.right), leftRank: rank(pair.left), rightRank: rank(pair.right),
      rankingBasis: source.rankingBasis)
  }

  /// How the two relate as sources state it, in the order of the item whose slug is first.
  private func relations(of pair: Pair) -> [RelationView] {
    let first = pairs.canonical(pair).left
    return catalog[first].relations.filter {
      $0.from == pair.other(than: first) || $0.to == pair.other(than: first)
    }
    .map { view($0) }
  }
}

// MARK: The two sides

extension SiteModel {
  /// The most other pairs that a page lists of an item; of more, so many of the closest.
  static let mostListedPairs = 24
  static let closestListedPairs = 12

  private func side(_ side: Side, of comparison: PairComparison) -> PairSideView {
    let item = comparison.pair[side]
    let links = pairLinks(of: item, but: comparison.pair[side.other])
    return PairSideView(
      item: link(item), website: catalog[item].website.map { outgoingLink($0) },
      reasons: catalog.reasons(for: side, of: comparison, speakers: speakers).map {
        view($0, comparison.pair[side.other])
      },
      pairs: links, pairCount: pairs.partners(of: item).count - (pairs.contains(comparison.pair) ? 1 : 0),
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
  func pairLinks(of item: Item.ID, but other: Item.ID? = nil) -> [PairLinkView] {
    let partners = pairs.partners(of: item)
    guard partners.count > Self.mostListedPairs else {
      return partners.filter { $0 != other }.map { pairLink(item, $0) }
    }
    return closestPairs(of: item).lazy.filter { $0 != other }.prefix(Self.closestListedPairs).map {
      pairLink(item, $0)
    }
  }

  /// The other items of an item's pairs, the closest first; those with nothing in common last, by slug.
  func closestPairs(of item: Item.ID) -> [Item.ID] {
    let partners = pairs.partners(of: item)
    let close = likeness.closest(to: item).filter(Set(partners).contains)
    return close + partners.filter { !Set(close).contains($0) }
  }

  func pairLink(_ item: Item.ID, _ other: Item.ID) -> PairLinkView {
    let pair = Pair(item, other)
    return PairLinkView(
      url: .site(path: routes.path(pairs.canonical(pair))), item: link(other),
      differences: differenceTable.differences(pair), shared: likeness.closeness(of: item, and: other).score)
  }

  private func view(_ reason: ReasonToChoose, _ other: Item.ID) -> ReasonToChooseView {
    var view = ReasonToChooseView(
      kind: "", subject: home, value: nil, otherValue: nil,
      supporters: reason.supporters.map { citation($0) }, critics: reason.critics.map { citation($0) },
      isCommon: false)
    switch reason.kind {
    case .judgement(let id):
      view.kind = "judgement"
      view.subject = link(id)
    case .useCase(let id):
      view.kind = "use"
      view.subject = link(id)
    case .fact(let id, let value):
      let criterion = catalog[id]
      view.kind = "fact"
      view.subject = link(id)
      view.value = words(value, criterion)
      view.otherValue = words(other, id)
      view.isCommon = reason.supporters.isEmpty
    }
    return view
  }
}
