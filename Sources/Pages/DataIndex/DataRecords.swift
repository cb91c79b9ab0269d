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
}
