import Comparison
import Templating

extension SiteModel {
  /// How many known facts a card shows.
  private static let cardFacts = 3

  func card(_ id: Item.ID) -> ItemCardView {
    let item = catalog[id]
    let known = catalog.criteria.filter { catalog.cell(id, $0.id).factState == .value }
    let claims = item.claimSections.flatMap(\.claims)
    let facts = catalog.criteria.flatMap { catalog.cell(id, $0.id).facts.flatMap(\.sources) }
    return ItemCardView(
      item: link(id), facts: known.prefix(Self.cardFacts).map { tableCell(id, $0.id).text },
      strengths: item.claims(.strength).count, weaknesses: item.claims(.weakness).count,
      sources: catalog.sources(of: claims).union(facts).count)
  }

  /// A use case with the items at the top of its list: all that share the first place, or a few.
  func card(_ id: UseCase.ID) -> UseCaseCardView {
    let places = catalog.ranking(for: id).places.filter { $0.fit.score > 0 }
    let leaders = places.prefix { $0.rank == 1 }
    let shown = leaders.count >= 3 ? Array(leaders.prefix(5)) : Array(places.prefix(3))
    return UseCaseCardView(useCase: link(id), leaders: shown.map { link($0.fit.item) })
  }

  /// A source; with an item, what it says of that item alone.
  func card(_ id: Source.ID, about item: Item.ID? = nil) -> SourceCardView {
    let source = catalog[id]
    let all = item.map { catalog[$0].claimSections.flatMap(\.claims).map { catalog[$0] } } ?? catalog.claims
    let claims = all.filter { $0.citations.contains(id) }
    let items = catalog.items.filter { speaks(id, of: $0.id) }
    return SourceCardView(
      source: link(id), mark: source.shortName, publisher: source.publisher,
      date: source.date.map(Templating.CalendarDate.init), isReference: source.kind == .reference,
      claims: claims.count,
      items: items.count)
  }

  /// Whether a source makes a claim or states a fact about an item.
  func speaks(_ source: Source.ID, of item: Item.ID) -> Bool {
    catalog.cells[item.index].contains { cell in cell.facts.contains { $0.sources.contains(source) } }
      || catalog[item].claimSections.contains {
        $0.claims.contains { catalog[$0].citations.contains(source) }
      }
  }

  func card(_ id: Organisation.ID) -> OrganisationCardView {
    var items: [Item.ID] = []
    for claim in catalog[id].claims where !items.contains(catalog[claim].item) {
      items.append(catalog[claim].item)
    }
    return OrganisationCardView(organisation: link(id), items: items.map { link($0) })
  }

  /// The organisations in order of name.
  var organisations: [Organisation.ID] {
    catalog.organisations.sorted { SortKey($0.name) < SortKey($1.name) }.map(\.id)
  }

  /// The values that items have for a criterion: those that it names first, in their order, then others by name.
  ///
  /// Texts with one slug are one value, called as the first item spells it.
  func values(of criterion: Criterion) -> [ValueView] {
    guard let type = criterion.type, type != .url else { return [] }
    var found: [Slug: (name: String, items: [Item.ID])] = [:]
    for item in catalog.items {
      for value in catalog.cell(item.id, criterion.id).values {
        guard let slug = valueSlug(value, criterion) else { continue }
        let items = found[slug]?.items ?? []
        found[slug] = (
          found[slug]?.name ?? words(value, criterion), items.last == item.id ? items : items + [item.id]
        )
      }
    }
    let named = criterion.choices.map(\.slug).filter { found[$0] != nil }
    let others = found.filter { !named.contains($0.key) }.sorted {
      SortKey($0.value.name) < SortKey($1.value.name)
    }
    return (named + others.map(\.key)).map { slug in
      ValueView(
        name: found[slug]?.name ?? slug.text,
        url: criterion.hasValueIndex ? .site(path: routes.path(criterion.id, value: slug)) : nil,
        summary: criterion.choices.first { $0.slug == slug }?.summary,
        items: (found[slug]?.items ?? []).map { link($0) })
    }
  }
}
