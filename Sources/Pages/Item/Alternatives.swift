import Comparison
import Templating

/// An alternative to an item.
struct Alternative: Sendable {
  var item: Item.ID
  var similarity: Similarity

  fileprivate var pair: Pair { Pair(similarity.item, item) }
}

extension Records {
  static let alternative = Record<In<Alternative>>(
    "Alternative", "Another item that has much in common with one.",
    [
      .record("item", "The other item.", of: link) { $0.model.link($0.part.similarity.item) },
      .integer("score", "How much they share: use cases and equal facts.") { $0.part.similarity.score },
      .integer("differences", "On how many criteria they differ.") {
        $0.model.differenceTable.differences($0.part.pair)
      },
      .optionalAddress("pair", "The page of the pair, where it has one.") {
        let pair = $0.part.pair
        return $0.model.pairs.contains(pair)
          ? .site(path: $0.routes.path($0.model.pairs.canonical(pair))) : nil
      },
    ])
}

extension In<Item> {
  /// The maximum number of alternatives on a page.
  static var mostAlternatives: Int { 6 }

  /// The items that share most with this one.
  var alternatives: [In<Alternative>] {
    model.similarity.alternatives(to: part.id, most: Self.mostAlternatives).map {
      with(Alternative(item: part.id, similarity: $0))
    }
  }
}
