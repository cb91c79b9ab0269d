import Templating

struct DataContent: Sendable {
  var prose: ProseView
  var files: [DataFileView]
  var matrices: [MatrixDataView]
  var itemSchema: Address
  var items: [LinkView]
}

/// A data file of the whole site.
struct DataFileView: Sendable {
  var name: String
  var url: Address
  var schema: Address
  var summary: String
}

/// The data files of a matrix.
struct MatrixDataView: Sendable {
  var matrix: LinkView
  var csv: Address
  var json: Address
  var schema: Address
}

struct FeedContent: Sendable {
  var address: Address
  var home: Address
  var entries: [FeedEntryView]
}

/// What is dated with one day about one item.
struct FeedEntryView: Sendable {
  var id: Address
  var url: Address
  var item: LinkView
  var date: Templating.CalendarDate
  var isRevised: Bool
  var verified: [LinkView]
}

extension Records {
  static let dataFile = Record<DataFileView>(
    "DataFile", "A data file of the whole site.",
    [
      .text("name", "Its path.") { $0.name },
      .address("url", "Where it stands.") { $0.url },
      .address("schema", "The JSON Schema that it fits.") { $0.schema },
      .text("summary", "What it holds.") { $0.summary },
    ])

  static let matrixData = Record<MatrixDataView>(
    "MatrixData", "The data files of a matrix.",
    [
      .record("matrix", "The matrix.", of: link) { $0.matrix },
      .address("csv", "The table as CSV.") { $0.csv },
      .address("json", "The table as JSON.") { $0.json },
      .address("schema", "The JSON Schema that the latter fits.") { $0.schema },
    ])

  static let feedEntry = Record<FeedEntryView>(
    "FeedEntry", "What is dated with one day about one item.",
    [
      .address("id", "What names the entry for ever: an absolute address.") { $0.id },
      .address("url", "The absolute address of the item's page.") { $0.url },
      .record("item", "The item.", of: link) { $0.item },
      .date("date", "The day.") { $0.date },
      .boolean("is_revised", "Whether the item's document was revised that day.") { $0.isRevised },
      .list("verified", "The criteria whose facts were verified that day.", of: link) { $0.verified },
    ])
}

extension PageKinds {
  static let data = PageKind<DataContent>(
    "data", "DataPage", "The page that tells which data files there are.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("files", "The files of the whole site.", of: Records.dataFile) { $0.content.files },
      .list("matrices", "The files of each matrix.", of: Records.matrixData) { $0.content.matrices },
      .address("item_schema", "The JSON Schema that each item's file fits.") { $0.content.itemSchema },
      .list("items", "The file of each item.", of: Records.link) { $0.content.items },
    ])

  static let feed = PageKind<FeedContent>(
    "feed", file: "feed.xml", "FeedFile", "The feed of dated changes, `feed.atom`.",
    [
      .address("address", "Its absolute address.") { $0.content.address },
      .address("home", "The absolute address of the home page.") { $0.content.home },
      .list("entries", "What is dated, newest first; never empty.", of: Records.feedEntry) {
        $0.content.entries
      },
    ])
}
