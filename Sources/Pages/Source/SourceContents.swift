import Comparison
import Templating

extension SiteModel {
  func content(of source: Source) -> SourceContent {
    let statements = catalog.itemIDs.filter { speakers[$0.index].contains(source.id) }.compactMap {
      StatementsOfSource(catalog, source.id, about: $0)
    }
    let claims = statements.flatMap(\.claims)
    let facts = statements.flatMap(\.facts)
    return SourceContent(
      name: source.entry.name, summary: source.entry.summary, publisher: source.publisher,
      website: source.url.map { outgoingLink($0) }, date: source.date.map(Templating.CalendarDate.init),
      isReference: source.kind == .reference, prose: view(source.prose), rankingBasis: source.rankingBasis,
      ranking: ranking(of: source), claimCount: claims.count, factCount: facts.factCount,
      aloneClaimCount: claims.count { $0.standing == .alone },
      aloneFactCount: facts.filter { $0.standing == .alone }.factCount,
      contradictedClaimCount: claims.count { $0.standing == .contradicted },
      contradictedFactCount: facts.filter { $0.standing == .contradicted }.factCount,
      criteria: criteria(statements), items: statements.map { view($0) },
      alone: statements.compactMap { alone($0) },
      contradictions: statements.flatMap { contradictions($0) })
  }

  /// The criteria that a source speaks on, with the number of items of which it does.
  private func criteria(_ statements: [StatementsOfSource]) -> [CountedLinkView] {
    var counts: [Criterion.ID: Int] = [:]
    for criterion in statements.flatMap(\.criteria) { counts[criterion, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { CountedLinkView(link: link($0.key), count: $0.value) }
  }

  // MARK: Its ranking

  private func ranking(of source: Source) -> [RankedItemView] {
    source.ranking.enumerated().map { index, item in
      let others = catalog.sources.compactMap { other -> PlaceElsewhereView? in
        guard other.id != source.id, let place = other.ranking.firstIndex(of: item) else { return nil }
        return PlaceElsewhereView(
          place: place + 1, count: other.ranking.count,
          source: citation(other.id, fragment: Anchors.ranking))
      }
      return RankedItemView(place: index + 1, item: link(item), elsewhere: others)
    }
  }

  // MARK: What it says of an item

  private func view(_ statements: StatementsOfSource) -> StatementsView {
    StatementsView(
      id: Anchors.item(catalog[statements.item].entry.slug), item: link(statements.item),
      claims: statements.claims.map { view($0) },
      facts: statements.facts.map { view($0, of: statements) }, factCount: statements.facts.factCount,
      praise: statements.claims.count { catalog[$0.claim].kind == .strength },
      criticism: statements.claims.count { catalog[$0.claim].kind == .weakness },
      criteria: statements.criteria.count,
      alone: statements.count(.alone), contradicted: statements.count(.contradicted))
  }

  private func view(_ said: StatementsOfSource.Said) -> StatedClaimView {
    let opponents = said.opposition.prefix(Self.mostOpponents).compactMap {
      pointer(to: $0, most: Self.mostOpposingStatements)
    }
    return StatedClaimView(
      claim: value(said.claim), id: anchor(of: said.claim), standing: said.standing.rawValue,
      opponents: opponents,
      moreOpponents: said.opposition.reduce(0) { $0 + $1.claims.count }
        - opponents.reduce(0) { $0 + 1 + $1.more.count })
  }

  private func view(_ stated: StatementsOfSource.Stated, of statements: StatementsOfSource) -> StatedFactView
  {
    let criterion = catalog[stated.criterion]
    return StatedFactView(
      id: Anchors.fact(criterion.entry.slug, of: catalog[statements.item].entry.slug),
      url: routes.address(.item(statements.item), fragment: Anchors.fact(criterion.entry.slug)),
      criterion: link(criterion.id), value: words(stated, criterion),
      note: stated.facts.compactMap(\.note).first, standing: "\(stated.standing)",
      others: others(stated, of: statements), isStale: stated.facts.contains(where: \.isStale),
      verified: stated.facts.compactMap(\.verified).min().map(Templating.CalendarDate.init))
  }

  private func words(_ stated: StatementsOfSource.Stated, _ criterion: Criterion) -> String {
    stated.facts.map { words($0.value, criterion) }.joined(separator: ", ")
  }

  /// The other values of a contested fact, with those who state them.
  private func others(
    _ stated: StatementsOfSource.Stated, of statements: StatementsOfSource
  ) -> [OtherSideView] {
    let criterion = catalog[stated.criterion]
    let anchor = Anchors.fact(criterion.entry.slug, of: catalog[statements.item].entry.slug)
    return stated.opposition.map { fact in
      OtherSideView(
        text: words(fact.value, criterion) + (fact.isStale ? " (may be out of date)" : ""),
        sources: fact.sources.filter { $0 != statements.source }.map { source in
          PointerView(
            text: catalog[source].shortName, title: catalog[source].entry.name,
            url: routes.address(.source(source), fragment: anchor), more: [])
        })
    }
  }

  // MARK: Where it stands alone

  private func alone(_ statements: StatementsOfSource) -> AloneView? {
    let count = statements.count(.alone)
    guard count > 0 else { return nil }
    let slug = catalog[statements.item].entry.slug
    let facts = statements.facts.filter { $0.standing == .alone }.map { stated in
      let criterion = catalog[stated.criterion]
      return PointerView(
        text: "\(criterion.entry.name): \(words(stated, criterion))", title: nil,
        url: routes.address(
          .source(statements.source), fragment: Anchors.fact(criterion.entry.slug, of: slug)),
        more: [])
    }
    var order: [String] = []
    var claims: [String: [Claim.ID]] = [:]
    for claim in statements.claims.filter({ $0.standing == .alone }).map(\.claim) {
      let subject = catalog[claim].subjects.map { view($0).name }.joined(separator: ", ")
      if claims[subject] == nil { order.append(subject) }
      claims[subject, default: []].append(claim)
    }
    return AloneView(
      item: link(statements.item), count: count,
      statements: facts
        + order.compactMap { subject in
          pointer(
            subject.isEmpty ? "in general" : subject, to: claims[subject] ?? [], of: statements.source)
        })
  }

  /// A word that leads to each of some claims on the page of a source that makes them; nil without any.
  private func pointer(
    _ text: String, title: String? = nil, to claims: [Claim.ID], of source: Source.ID, most: Int = .max
  ) -> PointerView? {
    guard let first = claims.first else { return nil }
    return PointerView(
      text: text, title: title, url: address(of: first, from: source),
      more: claims.prefix(most).dropFirst().enumerated().map { index, claim in
        LinkView(url: address(of: claim, from: source), text: String(index + 2), summary: nil)
      })
  }

  /// The sources that make some claims, each with a link to every one of them.
  func pointers(_ attributions: [Attribution]) -> [PointerView] {
    attributions.compactMap { pointer(to: $0) }
  }

  private func pointer(to attribution: Attribution, most: Int = .max) -> PointerView? {
    let source = catalog[attribution.source]
    return pointer(
      source.shortName, title: source.entry.name, to: attribution.claims, of: source.id, most: most)
  }

  /// How many sources that say the opposite stand beside each of a source's claims, and how many statements of each are linked to: the
  /// list of contradictions leads to all of them.
  private static let mostOpponents = 12
  private static let mostOpposingStatements = 6

  // MARK: Where it is contradicted

  /// Each cell in which other sources say the opposite: by criterion, facts before judgements.
  private func contradictions(_ statements: StatementsOfSource) -> [ContradictionView] {
    let facts = statements.facts.filter { $0.standing == .contradicted }.map { stated in
      let criterion = catalog[stated.criterion]
      let anchor = Anchors.fact(criterion.entry.slug, of: catalog[statements.item].entry.slug)
      return ContradictionView(
        kind: "fact", item: link(statements.item), criterion: link(criterion.id),
        own: PointerView(
          text: words(stated, criterion), title: nil,
          url: routes.address(.source(statements.source), fragment: anchor), more: []),
        others: others(stated, of: statements))
    }
    return facts
      + statements.criteria.flatMap { criterion -> [ContradictionView] in
        let (strengths, weaknesses) = (
          catalog[statements.item, criterion].strengths, catalog[statements.item, criterion].weaknesses
        )
        if strengths.isEmpty || weaknesses.isEmpty { return [] }
        return [
          contradiction(of: strengths, "praise", by: weaknesses, on: criterion, statements),
          contradiction(of: weaknesses, "criticism", by: strengths, on: criterion, statements),
        ].compactMap { $0 }
      }
  }

  private func contradiction(
    of side: [Claim.ID], _ kind: String, by otherSide: [Claim.ID], on criterion: Criterion.ID,
    _ statements: StatementsOfSource
  ) -> ContradictionView? {
    let own = side.filter { catalog[$0].citations.contains(statements.source) }
    if own.isEmpty { return nil }
    let others = catalog.attributions(of: otherSide, butNotOf: statements.source)
    let (word, otherWord) = kind == "praise" ? ("praised", "criticised") : ("criticised", "praised")
    guard let pointer = pointer(word, to: own, of: statements.source), !others.isEmpty else { return nil }
    return ContradictionView(
      kind: kind, item: link(statements.item), criterion: link(criterion), own: pointer,
      others: [OtherSideView(text: otherWord, sources: pointers(others))])
  }
}

/// What a source says of one item, and how each statement stands among those of the others.
private struct StatementsOfSource {
  /// What it says in a claim, and who says the opposite.
  struct Said {
    var claim: Claim.ID
    var standing: Corroboration
    var opposition: [Attribution]
  }

  /// What it states for one cell.
  struct Stated {
    var criterion: Criterion.ID
    var facts: [Fact]
    var opposition: [Fact]
    var standing: Corroboration
  }

  var source: Source.ID
  var item: Item.ID
  var claims: [Said] = []
  var facts: [Stated] = []
  /// What the claims and facts are about, in the criteria's order.
  var criteria: [Criterion.ID] = []

  /// Nil where the source says nothing of the item.
  init?(_ catalog: Catalog, _ source: Source.ID, about item: Item.ID) {
    self.source = source
    self.item = item
    for claim in catalog[item].claimSections.flatMap(\.claims)
    where catalog[claim].citations.contains(source) {
      let standing = catalog.corroboration(of: catalog[claim], for: source)
      claims.append(
        Said(
          claim: claim, standing: standing,
          opposition: standing == .contradicted ? catalog.opposition(to: catalog[claim], of: source) : []))
      for case .criterion(let id) in catalog[claim].subjects where !criteria.contains(id) {
        criteria.append(id)
      }
    }
    for criterion in catalog.criterionIDs {
      let stated = catalog[item, criterion].facts.filter { $0.sources.contains(source) }
      if stated.isEmpty { continue }
      facts.append(
        Stated(
          criterion: criterion, facts: stated,
          opposition: catalog.opposition(toFactsIn: catalog[item, criterion], on: criterion, of: source),
          standing: catalog.corroboration(ofFactsIn: catalog[item, criterion], on: criterion, for: source)))
      if !criteria.contains(criterion) { criteria.append(criterion) }
    }
    if claims.isEmpty && facts.isEmpty { return nil }
    criteria.sort()
  }

  func count(_ standing: Corroboration) -> Int {
    claims.count { $0.standing == standing } + facts.filter { $0.standing == standing }.factCount
  }
}

extension [StatementsOfSource.Stated] {
  /// How many facts these are: a source may state several for one cell.
  fileprivate var factCount: Int { reduce(0) { $0 + $1.facts.count } }
}
