import Comparison
import Templating

/// A pair in the list of one of its items.
struct DirectedPair: Sendable {
  var item: Item.ID
  var other: Item.ID
}

extension Records {
  static let pairLink = Record<In<DirectedPair>>(
    "PairLink", "The page of a pair, as it is linked from one of the two.",
    [
      .address("url", "The pair's page.") {
        .site(path: $0.routes.path($0.model.pairs.canonical(Pair($0.part.item, $0.part.other))))
      },
      .record("item", "The other item.", of: link) { $0.model.link($0.part.other) },
      .integer("differences", "On how many criteria the two differ.") {
        $0.model.differenceTable.differences(Pair($0.part.item, $0.part.other))
      },
      .integer("shared", "How many uses and facts they have in common.") {
        $0.model.similarity.score(of: $0.part.item, and: $0.part.other)
      },
    ])
}

extension SiteModel {
  /// Returns the address of the list of all pairs of an item: its row in the grid, or a page of its own.
  func allPairs(of item: Item.ID) -> Address {
    let slug = catalog[item].entry.slug
    return hasPairGrid
      ? .site(path: routes.path(.pairs), fragment: Anchors.item(slug))
      : .site(path: routes.path(pairsOf: item))
  }

  /// Returns the partners of an item, closest first; those with nothing in common come last, in order of slug.
  func closestPairs(of item: Item.ID) -> [Item.ID] {
    let partners = pairs.partners(of: item)
    let scores = partners.map { similarity.score(of: item, and: $0) }
    // Sorting is stable, and partners are in order of slug.
    return partners.indices.sorted { scores[$0] > scores[$1] }.map { partners[$0] }
  }
}
