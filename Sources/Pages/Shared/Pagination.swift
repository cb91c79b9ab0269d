import Comparison
import Templating

/// How the items of a long table are shared out among pages.
enum Pagination {
  /// A hundred rows of twenty cells make 300 KB of HTML (8 KB compressed), which take a telephone's processor a second or so to lay
  /// out; a thousand rows take it ten.
  static let rowsPerPage = 100
  /// A last page of fewer rows is no page of its own: nobody wants to turn to it.
  static let fewestRows = 50

  /// A plain list of links is lighter than a table.
  static let linksPerPage = 200

  /// The rows on each page; one page at least.
  static func pages(of count: Int, each size: Int = rowsPerPage) -> [Range<Int>] {
    let pageCount = max(1, (count + size - fewestRows) / size)
    return (0..<pageCount).map { index in
      index * size..<(index == pageCount - 1 ? count : (index + 1) * size)
    }
  }
}

/// The pages of a table that is too long for one, and the place of one of them.
struct PagePosition: Sendable {
  /// The page's number, from 1.
  var number: Int
  /// The numbers of its first and last row, from 1.
  var first: Int
  var last: Int
  /// How many rows all pages have together.
  var total: Int
  var pages: [NumberedPage]

  var previous: NumberedPage? { pages.first { $0.number == number - 1 } }
  var next: NumberedPage? { pages.first { $0.number == number + 1 } }
}

/// A link to one page of a long table.
struct NumberedPage: Sendable {
  var number: Int
  var url: Address
  /// The names of its first and last row.
  var first: String
  var last: String
  var isCurrent: Bool
}

extension SiteModel {
  /// The pages of a matrix, seen from one of them; nil where one is enough.
  func pagination(of matrix: Matrix, page: Int) -> PagePosition? {
    pagination(of: matrix.items, page: page) { routes.path(matrix.id, page: $0) }
  }

  /// The pages of a table with a row for each of some items, seen from one of them; nil where one is enough.
  func pagination(
    of items: [Item.ID], page: Int, each size: Int = Pagination.rowsPerPage, path: (Int) -> String
  ) -> PagePosition? {
    let pages = Pagination.pages(of: items.count, each: size)
    guard pages.count > 1 else { return nil }
    let rows = pages[page - 1]
    return PagePosition(
      number: page, first: rows.lowerBound + 1, last: rows.upperBound, total: items.count,
      pages: pages.enumerated().map { index, rows in
        NumberedPage(
          number: index + 1, url: .site(path: path(index + 1)),
          first: catalog[items[rows.lowerBound]].entry.name,
          last: catalog[items[rows.upperBound - 1]].entry.name, isCurrent: index == page - 1)
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
