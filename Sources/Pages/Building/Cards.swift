import Comparison
import Templating

extension SiteModel {
  /// How many known facts a card shows.
  private static let cardFacts = 3

  func card(_ id: Item.ID) -> ItemCardView {
    let item = catalog[id]
    let known = catalog.criteria.filter { catalog.cell(id, $0.id).factState == .value }
    return ItemCardView(
      item: link(id), logo: logo(of: item), facts: known.prefix(Self.cardFacts).map { words(id, $0.id) },
      strengths: item.claims(.strength).count, weaknesses: item.claims(.weakness).count,
      contested: catalog.cells[id.index].count(where: \.isContested),
      sources: speakers[id.index].count)
  }

  func card(_ id: Source.ID) -> SourceCardView {
    let source = catalog[id]
    return SourceCardView(
      source: link(id), mark: source.shortName, publisher: source.publisher,
      date: source.date.map(Templating.CalendarDate.init), isReference: source.kind == .reference,
      claims: catalog.claims(citing: id).count, items: itemCounts[id] ?? 0)
  }

  /// A source that speaks of an item, with what it says of that item alone.
  func speaker(_ id: Source.ID, of item: Item) -> SpeakerView {
    let source = catalog[id]
    let place = routes.address(.source(id), fragment: Anchors.item(item.entry.slug))
    let claims = item.claimSections.flatMap(\.claims).filter { catalog[$0].citations.contains(id) }
    let facts = catalog.cells[item.id.index].flatMap(\.facts).filter { $0.sources.contains(id) }
    return SpeakerView(
      source: LinkView(url: place, text: source.entry.name, summary: source.entry.summary),
      mark: source.shortName, publisher: source.publisher,
      date: source.date.map(Templating.CalendarDate.init), isReference: source.kind == .reference,
      claims: claims.count, facts: facts.count)
  }
}
