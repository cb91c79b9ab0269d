import Comparison
import Templating

extension Records {
  static let tableHeader = Record<TableHeader>(
    "TableHeader", "The header of a row or a column.",
    [
      .text(
        "key",
        "The slug of what it names; of a use case or an organisation with the folder: `use-cases/apis`."
      ) { $0.key },
      .text("name", "What it says.") { $0.name },
      .address("url", "The page of what it names.") { $0.url },
      .optionalText("summary", "What it means, in a sentence.") { $0.summary },
      .boolean("is_item", "Whether it names an item; if not, what items are compared by.") { $0.isItem },
      .boolean(
        "is_same",
        "Whether every known cell of a criterion says the same; a contested one never does, an unknown one makes no difference."
      ) { $0.isSame },
      .texts("pairs", "Of an item: the slugs of those on this page that follow it in a pair with a page.") {
        $0.pairs
      },
      .boolean("is_number", "Whether its cells are numbers, which are right-aligned.") { $0.isNumber },
    ])

  static let cellValue = Record<CellValue>(
    "CellValue", "A value that a cell shows.",
    [
      .text("text", "The value in words, with its unit.") { $0.text },
      .text("key", "The value for sorting and choosing: a number, a date such as 2024-09-03, or a slug.") {
        $0.key
      },
    ])

  static let tableCell = Record<TableCell>(
    "TableCell", "A cell of a table; never blank.",
    [
      .text("state", "The state, as in Cell.") { $0.state },
      .text("label", "The state in words.") { $0.label },
      .text("text", "What the cell shows: a value, how many sources judge, or the state in words.") {
        $0.text
      },
      .optionalRecord(
        "balance",
        "How many sources judge, where the cell shows that; empty where nobody says anything on a criterion without facts.",
        of: balance
      ) { $0.balance },
      .list("values", "The values that the text is made of; empty where it tells a state.", of: cellValue) {
        $0.values
      },
      .optionalText("note", "A reservation.") { $0.note },
      .address("url", "Its row on the page of the item, with all that is known and the sources.") { $0.url },
      .integer("sources", "How many sources speak of it; 0 where the site has a single source.") {
        $0.sources
      },
      .boolean("is_number", "Whether its row or column holds numbers, which are right-aligned.") {
        $0.isNumber
      },
      .boolean(
        "is_naming",
        "Whether it tells that somebody names the item, for a use or as a user, and nothing else."
      ) { $0.isNaming },
      .boolean("is_same", "Whether every known cell of its criterion says the same.") { $0.isSame },
      .boolean("is_stale", "Whether one of its values was verified longer ago than its criterion allows.") {
        $0.isStale
      },
      .list("marks", "What is disputed beside what the cell says.", of: mark) { $0.disputes },
    ])

  static let tableRow = Record<TableRow>(
    "TableRow", "A row of a table.",
    [
      .record("header", "The row's header.", of: tableHeader) { $0.header },
      .list("cells", "A cell for each column.", of: tableCell) { $0.cells },
    ])

  static let table = Record<Table>(
    "Table", "A comparison table.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .text("key", "The slug of its group, or the anchor where the group has none.") { $0.key },
      .optionalText("name", "The group that its rows or columns form.") { $0.name },
      .text("caption", "What it compares.") { $0.caption },
      .text("corner", "What the row headers are.") { $0.corner },
      .list("columns", "The headers of the columns.", of: tableHeader) { $0.columns },
      .list("rows", "The rows.", of: tableRow) { $0.rows },
      .boolean("items_are_rows", "Whether items are its rows; if not, they are its columns.") {
        $0.itemsAreRows
      },
      .boolean("is_sortable", "Whether its rows may be put in order by a column.") { $0.isSortable },
      .boolean("is_same", "Whether every known cell says the same as others of its criterion.") {
        $0.criteria.allSatisfy(\.isSame)
      },
    ])
}
