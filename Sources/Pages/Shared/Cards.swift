import Comparison
import Templating

extension SiteModel {
  /// How many known facts a card shows.
  private static let cardFacts = 3

  func card(_ id: Item.ID) -> ItemCardView {
    let item = catalog[id]
    let known = catalog.criterionIDs.lazy.filter { [self] in catalog[id, $0].factState == .value }
    return ItemCardView(
      item: link(id), logo: logo(of: item), facts: known.prefix(Self.cardFacts).map { words(id, $0) },
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
    let claims = item.claimSections.reduce(0) { count, section in
      count + section.claims.count { catalog[$0].citations.contains(id) }
    }
    let facts = catalog.criterionIDs.reduce(0) { count, criterion in
      count + catalog[item.id, criterion].facts.count { $0.sources.contains(id) }
    }
    return SpeakerView(
      source: LinkView(url: place, text: source.entry.name, summary: source.entry.summary),
      mark: source.shortName, publisher: source.publisher,
      date: source.date.map(Templating.CalendarDate.init), isReference: source.kind == .reference,
      claims: claims, facts: facts)
  }
}
