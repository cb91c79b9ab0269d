import Comparison
import Templating

/// A source that makes statements about an item.
struct ItemSource: Sendable {
  var source: Source.ID
  var item: Item
}

extension Records {
  static let speaker = Record<In<ItemSource>>(
    "Speaker", "A source that speaks of an item, or that its document cites.",
    [
      .text("id", "Its anchor, which the marks in the words of the page lead to.") {
        Anchors.row($0.source)
      },
      .record("source", "The source, at the place where it speaks of the item.", of: link) { $0.link },
      .text("mark", "Its short name, as citations show it.") { $0.source.shortName },
      .optionalText("publisher", "Who published it.") { $0.source.publisher },
      .optionalRecord("website", "Where it can be read.", of: outgoingLink) { speaker in
        speaker.source.url.map { speaker.model.outgoingLink($0) }
      },
      .optionalDate("date", "When.") { $0.source.date },
      .boolean("is_reference", "Whether it is a reference and no review.") { $0.source.kind == .reference },
      .integer("claims", "How many claims it makes about the item.") { speaker in
        speaker.part.item.claimSections.reduce(0) { count, section in
          count
            + section.claims.count { speaker.catalog[$0].citations.contains(speaker.part.source) }
        }
      },
      .integer("facts", "How many facts it states about the item.") { speaker in
        speaker.part.item.cells.reduce(0) { count, cell in
          count + cell.facts.count { $0.sources.contains(speaker.part.source) }
        }
      },
    ])

  static let relation = Record<In<Item.Relation>>(
    "Relation", "How one item relates to another.",
    [
      .text("id", "An anchor for it.") { Anchors.relation($0.part, $0.catalog) },
      .record("from", "The first item.", of: link) { $0.model.link($0.part.from) },
      .text("phrase", "What stands between the two names.") { $0.part.phrase },
      .record("to", "The second item.", of: link) { $0.model.link($0.part.to) },
      .list("citations", "Who says so.", of: citation) { relation in
        let anchor = Anchors.relation(relation.part, relation.catalog)
        return relation.part.sources.map { relation.with(SourcePlace(source: $0, fragment: anchor)) }
      },
      .optionalRecord("criterion", "The criterion on which it compares the two.", of: link) { relation in
        relation.part.criterion.map { relation.model.link($0) }
      },
      .optionalText("favours", "The name of the item that it favours, where it favours one.") { relation in
        guard case .item(let item) = relation.part.favours else { return nil }
        return relation.catalog[item].entry.name
      },
    ])
}

extension In<ItemSource> {
  fileprivate var source: Source { _read { yield catalog[part.source] } }

  fileprivate var link: Link {
    let speaks = model.speakers(of: part.item.id).contains(part.source)
    return Link(
      url: routes.address(
        .source(part.source), fragment: speaks ? Anchors.item(part.item.entry.slug) : nil),
      text: source.entry.name, summary: source.entry.summary)
  }
}
