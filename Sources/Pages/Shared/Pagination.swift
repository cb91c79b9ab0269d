import Comparison
import Templating

/// Divides the items of a long table among pages.
enum Pagination {
  /// A hundred rows of twenty cells are 300 KB of HTML (8 KB compressed), which a phone lays out in about a second; a
  /// thousand rows take ten.
  static let rowsPerPage = 100
  /// The fewest rows for a last page; fewer are appended to the page before, as nobody wants to turn a page for them.
  static let fewestRows = 50

  /// More than for tables, because a plain list of links is lighter.
  static let linksPerPage = 200

  /// Returns the row range of each page; there is at least one page.
  static func pages(of count: Int, each size: Int = rowsPerPage) -> [Range<Int>] {
    let pageCount = max(1, (count + size - fewestRows) / size)
    return (0..<pageCount).map { index in
      index * size..<(index == pageCount - 1 ? count : (index + 1) * size)
    }
  }
}

/// The pages of a table that is too long for one page, and the current one among them.
struct PagePosition: Sendable {
  /// The number of the current page, from 1.
  var number: Int
  /// The numbers of the first and last row of the current page, from 1.
  var first: Int
  var last: Int
  /// The total number of rows of all pages.
  var total: Int
  var pages: [NumberedPage]

  var previous: NumberedPage? { pages.first { $0.number == number - 1 } }
  var next: NumberedPage? { pages.first { $0.number == number + 1 } }
}

/// A link to a page of a long table.
struct NumberedPage: Sendable {
  var number: Int
  var url: Address
  /// The names of its first and last row.
  var first: String
  var last: String
  var isCurrent: Bool
}

extension SiteModel {
  /// Returns the pages of a matrix with the given page as the current one; nil if there is only one.
  func pagination(of matrix: Matrix, page: Int) -> PagePosition? {
    pagination(of: matrix.items, page: page) { routes.path(matrix.id, page: $0) }
  }

  /// Returns the pages of a table with a row for each item, with the given page as the current one; nil if there is
  /// only one.
  func pagination(
    of items: [Item.ID], page: Int, each size: Int = Pagination.rowsPerPage, path: (Int) -> String
  ) -> PagePosition? {
    PagePosition(
      of: items.count, page: page, each: size, name: { catalog[items[$0]].entry.name }, path: path)
  }
}

extension PagePosition {
  /// The pages of a list with the given page as the current one; nil if there is only one. `name` tells what its row of
  /// a number, from 0, is called.
  init?(
    of count: Int, page: Int, each size: Int = Pagination.rowsPerPage, name: (Int) -> String,
    path: (Int) -> String
  ) {
    let pages = Pagination.pages(of: count, each: size)
    guard pages.count > 1 else { return nil }
    let rows = pages[page - 1]
    self.init(
      number: page, first: rows.lowerBound + 1, last: rows.upperBound, total: count,
      pages: pages.enumerated().map { index, rows in
        NumberedPage(
          number: index + 1, url: .site(path: path(index + 1)), first: name(rows.lowerBound),
          last: name(rows.upperBound - 1), isCurrent: index == page - 1)
      })
  }
}

extension Records {
  static let pageLink = Record<NumberedPage>(
    "PageLink", "A link to one page of a long table.",
    [
      .integer("number", "Which page, from 1.") { $0.number },
      .address("url", "Where it stands.") { $0.url },
      .text("first", "The name of its first row.") { $0.first },
      .text("last", "The name of its last row.") { $0.last },
      .boolean("is_current", "Whether it is this page.") { $0.isCurrent },
    ])

  static let pagination = Record<PagePosition>(
    "Pagination", "The pages of a long table, and which of them this is.",
    [
      .integer("number", "Which page this is, from 1.") { $0.number },
      .integer("first", "The number of its first row, from 1.") { $0.first },
      .integer("last", "The number of its last row.") { $0.last },
      .integer("total", "How many rows all pages have together.") { $0.total },
      .list("pages", "Every page.", of: pageLink) { $0.pages },
      .optionalRecord("previous", "The page before this.", of: pageLink) { $0.previous },
      .optionalRecord("next", "The page after this.", of: pageLink) { $0.next },
    ])
}
