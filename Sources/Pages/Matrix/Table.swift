import Comparison
import Templating

/// A value in a cell, with a key for sorting and filtering.
struct CellValue: Sendable {
  var text: String
  var key: String
}

/// A cell of a table: its state, a short text, and a link to its sources.
struct TableCell: Sendable {
  var state: String
  var label: String
  var text: String
  /// The balance, if the cell shows a judgement.
  var balance: Balance?
  var values: [CellValue] = []
  var note: String?
  var url: Address
  var sources: Int
  var isNumber: Bool
  /// Whether it says that somebody names the item, for a use case or as a user.
  var isNaming = false
  var isStale = false
  /// Whether all known cells of its row or column say the same.
  var isSame = false
  /// The disagreements that the cell's text does not show.
  var disputes: [In<CellDispute>] = []
}

/// The header of a row or column of a table.
struct TableHeader: Sendable {
  /// The key in the table's address: a slug, with the folder for use cases and organisations, which may have the same
  /// slug as a criterion.
  var key: String
  var name: String
  var url: Address
  var summary: String?
  var isNumber = false
  var isItem = false
  /// Whether all known cells of the row or column say the same.
  var isSame = false
  /// For an item: the slugs of the items on the same page that come second in a pair with it that has a page.
  var pairs: [String] = []
}

/// A row of a table.
struct TableRow: Sendable {
  var header: TableHeader
  var cells: [TableCell]
}

/// A comparison table with row and column headers.
struct Table: Sendable {
  var id = ""
  /// The key of its group in the table's address.
  var key = ""
  var name: String?
  var caption = ""
  var corner: String
  var columns: [TableHeader]
  var rows: [TableRow]
  var itemsAreRows: Bool
  /// Whether rows can be sorted by any column, which requires that the cells of a column have one type, or are all
  /// judgements.
  var isSortable: Bool

  /// The headers of the criteria, use cases or organisations by which items are compared.
  var criteria: [TableHeader] { itemsAreRows ? columns : rows.map(\.header) }
}
