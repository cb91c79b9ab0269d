import Comparison
import Templating

/// A rank in a source's ranking.
struct RankedItem: Sendable {
  var source: Source.ID
  /// The rank, from 1.
  var place: Int
}

extension Records {
  static let placeElsewhere = Record<In<RankedItem>>(
    "PlaceElsewhere", "An item's place in another source's ranking.",
    [
      .integer("place", "The place, from 1.") { $0.part.place },
      .integer("count", "How many that ranking has.") { $0.catalog[$0.part.source].ranking.count },
      .record("source", "Whose it is.", of: citation) {
        $0.with(SourcePlace(source: $0.part.source, fragment: Anchors.ranking))
      },
    ])

  static let rankedItem = Record<In<RankedItem>>(
    "RankedItem", "An item in a source's ranking.",
    [
      .integer("place", "Its place, from 1.") { $0.part.place },
      .record("item", "The item.", of: link) { $0.model.link($0.item) },
      .list("elsewhere", "Its places in other sources' rankings.", of: placeElsewhere) { $0.elsewhere },
    ])
}

extension In<RankedItem> {
  fileprivate var item: Item.ID { catalog[part.source].ranking[part.place - 1] }

  fileprivate var elsewhere: [In<RankedItem>] {
    catalog.sources.compactMap { other in
      guard other.id != part.source, let place = other.ranking.firstIndex(of: item) else { return nil }
      return with(RankedItem(source: other.id, place: place + 1))
    }
  }
}
