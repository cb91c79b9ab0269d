import Templating

/// A value that a cell shows, as a word and for sorting and choosing.
struct CellValue: Sendable {
  var text: String
  var key: String
}

/// A cell of a matrix: a state in words, a short text, and where the sources are told.
struct TableCell: Sendable {
  var state: String
  var label: String
  var text: String
  var values: [CellValue] = []
  var note: String?
  var url: Address
  var sources: Int
  var isNumber: Bool
  var isStale = false
  /// Whether its row or column is the same all over.
  var isSame = false
  /// Where both sides stand, when the cell itself says that there are two.
  var dispute: Address?
  /// What is disputed beside what the cell says.
  var disputes: [In<CellDispute>] = []
}

struct TableHeader: Sendable {
  /// What a table's addresses call it: a slug; of use cases and organisations with the folder, as they may share one with a criterion.
  var key: String
  var name: String
  var url: Address
  var summary: String?
  var isNumber = false
  var isItem = false
  /// Whether every known cell of it says the same.
  var isSame = false
  /// Of an item: the slugs of the items on the same page that come after it in the name of a pair that has a page.
  var pairs: [String] = []
}

struct TableRow: Sendable {
  var header: TableHeader
  var cells: [TableCell]
}

/// A comparison table with row and column headers.
struct Table: Sendable {
  var id = ""
  /// What the table's address calls its group.
  var key = ""
  var name: String?
  var caption = ""
  var corner: String
  var columns: [TableHeader]
  var rows: [TableRow]
  var itemsAreRows: Bool
  /// Whether its rows may be put in order by any column: the cells of a column are of one type, or all of them judgements.
  var isSortable: Bool

  /// The headers of what items are compared by.
  var criteria: [TableHeader] { itemsAreRows ? columns : rows.map(\.header) }
}
