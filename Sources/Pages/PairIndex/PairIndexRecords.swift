import Templating

/// A row of the grid of all pairs.
struct PairGridRowView: Sendable {
  var id: String
  var item: LinkView
  var cells: [PairGridCellView]
}

struct PairGridCellView: Sendable {
  var state: String
  var item: LinkView
  var url: Address?
  var differences: Int
}

/// A pair that has too little to tell apart.
struct PairLeftOutView: Sendable {
  var left: LinkView
  var right: LinkView
  var differences: Int
}

/// An item in the list of those that are compared.
struct PairListingView: Sendable {
  var item: LinkView
  var url: Address
  var count: Int
}

struct PairIndexContent: Sendable {
  var prose: ProseView
  var count: Int
  var policy: String
  var grid: [PairGridRowView]
  var pairs: [LinkView]
  var listings: [PairListingView]
  var pagination: PaginationView?
  var leftOut: [PairLeftOutView]
  var leftOutCount: Int
  /// Where they are listed: on the first page.
  var leftOutURL: Address
  var threshold: Int
}

struct ItemPairsContent: Sendable {
  var item: LinkView
  var pairs: [PairLinkView]
  var index: LinkView
}

extension Records {
  static let pairGridCell = Record<PairGridCellView>(
    "PairGridCell", "Where a row and a column of the grid of pairs meet.",
    [
      .text(
        "state", "`page` (the pair has a page), `none` (it has none) or `self` (an item meets itself)."
      ) { $0.state },
      .record("item", "The item of the column.", of: link) { $0.item },
      .optionalAddress("url", "The pair's page.") { $0.url },
      .integer("differences", "On how many criteria the two differ.") { $0.differences },
    ])

  static let pairGridRow = Record<PairGridRowView>(
    "PairGridRow", "A row of the grid of pairs.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .record("item", "The item of the row.", of: link) { $0.item },
      .list("cells", "A cell for every item, in the order of the rows.", of: pairGridCell) { $0.cells },
    ])

  static let pairListing = Record<PairListingView>(
    "PairListing", "An item in the list of those that are compared.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .address("url", "Where its pairs are listed.") { $0.url },
      .integer("count", "How many pairs it has.") { $0.count },
    ])

  static let pairLeftOut = Record<PairLeftOutView>(
    "PairLeftOut", "A pair without a page, as it has too little to tell apart.",
    [
      .record("left", "The item whose slug is first.", of: link) { $0.left },
      .record("right", "The other item.", of: link) { $0.right },
      .integer("differences", "On how many criteria the two differ.") { $0.differences },
    ])
}

extension PageKinds {
  static let pairIndex = PageKind<PairIndexContent>(
    "compare", "ComparePage", "The index of pairs: a grid, or, of many items, a list of them.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .integer("count", "How many pairs have a page.") { $0.content.count },
      .text("policy", "Which pairs have a page, in words.") { $0.content.policy },
      .list("grid", "A row for every item; empty where there are too many items.", of: Records.pairGridRow) {
        $0.content.grid
      },
      .list(
        "pairs", "The pages that the grid leads to, each once, in the order of reading.", of: Records.link
      ) {
        $0.content.pairs
      },
      .list(
        "listings", "The items of this page of the list, where there is no grid.", of: Records.pairListing
      ) { $0.content.listings },
      .optionalRecord(
        "pagination", "The place of this page in a list that goes over several.", of: Records.pagination
      ) { $0.content.pagination },
      .list(
        "left_out", "Pairs that have too little to tell apart; the first of many.", of: Records.pairLeftOut
      ) { $0.content.leftOut },
      .integer("left_out_count", "How many those are.") { $0.content.leftOutCount },
      .address("left_out_url", "Where they are listed, on the first page.") { $0.content.leftOutURL },
      .integer("threshold", "How many differences a pair needs to have a page.") { $0.content.threshold },
    ])

  static let itemPairs = PageKind<ItemPairsContent>(
    "compare-item", "ItemPairsPage", "Every pair of one item, on a site with too many items for a grid.",
    [
      .record("item", "The item.", of: Records.link) { $0.content.item },
      .list("pairs", "Its pairs, the closest first.", of: Records.pairLink) { $0.content.pairs },
      .record("index", "The index of pairs.", of: Records.link) { $0.content.index },
    ])
}
