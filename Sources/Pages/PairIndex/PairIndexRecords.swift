import Comparison
import Templating

/// A row of the grid of pairs.
struct PairGridRow: Sendable {
  var item: Item.ID
  var columns: [Item.ID]
}

/// A cell of the grid of pairs.
struct PairGridCell: Sendable {
  var row: Item.ID
  var column: Item.ID
}

extension Records {
  static let pairGridCell = Record<In<PairGridCell>>(
    "PairGridCell", "Where a row and a column of the grid of pairs meet.",
    [
      .text(
        "state", "`page` (the pair has a page), `none` (it has none) or `self` (an item meets itself)."
      ) { $0.part.row == $0.part.column ? "self" : $0.hasPage ? "page" : "none" },
      .record("item", "The item of the column.", of: link) { $0.model.link($0.part.column) },
      .optionalAddress("url", "The pair's page.") {
        $0.hasPage ? .site(path: $0.routes.path($0.model.pairs.canonical($0.pair))) : nil
      },
      .integer("differences", "On how many criteria the two differ.") {
        $0.part.row == $0.part.column ? 0 : $0.model.differenceTable.differences($0.pair)
      },
    ])

  static let pairGridRow = Record<In<PairGridRow>>(
    "PairGridRow", "A row of the grid of pairs.",
    [
      .text("id", "An anchor for it.") { Anchors.item($0.catalog[$0.part.item].entry.slug) },
      .record("item", "The item of the row.", of: link) { $0.model.link($0.part.item) },
      .list("cells", "A cell for every item, in the order of the rows.", of: pairGridCell) { row in
        row.part.columns.map { row.with(PairGridCell(row: row.part.item, column: $0)) }
      },
    ])

  static let pairListing = Record<In<Item.ID>>(
    "PairListing", "An item in the list of those that are compared.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part) },
      .address("url", "Where its pairs are listed.") { .site(path: $0.routes.path(pairsOf: $0.part)) },
      .integer("count", "How many pairs it has.") { $0.model.pairs.partners(of: $0.part).count },
    ])

  static let pairLeftOut = Record<In<PairSelection.LeftOut>>(
    "PairLeftOut", "A pair without a page, as it has too little to tell apart.",
    [
      .record("left", "The item whose slug is first.", of: link) { $0.model.link($0.part.pair.left) },
      .record("right", "The other item.", of: link) { $0.model.link($0.part.pair.right) },
      .integer("differences", "On how many criteria the two differ.") { $0.part.differences },
    ])
}

extension In<PairGridCell> {
  fileprivate var pair: Pair { Pair(part.row, part.column) }
  fileprivate var hasPage: Bool { part.row != part.column && model.pairs.contains(pair) }
}
