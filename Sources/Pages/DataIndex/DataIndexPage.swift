import Comparison
import Templating

extension PagePlanner {
  /// Adds the page that lists the data files, and the files themselves.
  mutating func addData() {
    addIndex(PageTemplates.dataIndex, of: .data) { $0 }
    let site = DataSite(model)
    dataFiles += DataFiles.all(site)
    for item in catalog.items { planning { $0.dataFiles.append(DataFiles.file(of: item, site)) } }
  }
}

/// A data file about the whole site.
struct ListedDataFile: Sendable {
  var path: String
  /// A description of its content.
  var summary: String
}

extension Records {
  static let dataFile = Record<ListedDataFile>(
    "DataFile", "A data file of the whole site.",
    [
      .text("name", "Its path.") { $0.path },
      .address("url", "Where it stands.") { .site(path: $0.path) },
      .address("schema", "The JSON Schema that it fits.") { .site(path: DataPaths.schema(of: $0.path)) },
      .text("summary", "What it holds.") { $0.summary },
    ])

  static let matrixData = Record<In<Matrix>>(
    "MatrixData", "The data files of a matrix.",
    [
      .record("matrix", "The matrix.", of: link) { $0.model.link($0.part.id) },
      .address("csv", "The table as CSV.") { .site(path: DataPaths.matrix($0.part.entry.slug, "csv")) },
      .address("json", "The table as JSON.") { .site(path: DataPaths.matrix($0.part.entry.slug, "json")) },
      .address("schema", "The JSON Schema that the latter fits.") {
        .site(path: DataPaths.schema(of: DataPaths.matrix($0.part.entry.slug, "json")))
      },
    ])
}

extension PageTemplates {
  static let dataIndex = PageTemplate<In<Prose>>(
    .dataIndex, "DataPage", "The page that tells which data files there are.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0 },
      .list("files", "The files of the whole site.", of: Records.dataFile) { $0.siteDataFiles },
      .list("matrices", "The files of each matrix.", of: Records.matrixData) {
        $0.with(each: $0.catalog.matrices)
      },
      .address("item_schema", "The JSON Schema that each item's file fits.") { _ in
        .site(path: DataPaths.itemSchema)
      },
      .list("items", "The file of each item, or of the first of many.", of: Records.link) {
        $0.catalog.items.prefix(Pagination.rowsPerPage).map {
          Link(url: .site(path: DataPaths.item($0.entry.slug)), text: $0.entry.name)
        }
      },
      .integer("more_items", "How many items are not among these.") {
        max(0, $0.catalog.items.count - Pagination.rowsPerPage)
      },
    ])
}

extension In<Prose> {
  fileprivate var siteDataFiles: [ListedDataFile] {
    var files = [
      ListedDataFile(
        path: DataPaths.items,
        summary: model.siteWords(.itemsFile, catalog.configuration.items.one)),
      ListedDataFile(
        path: DataPaths.claims, summary: model.siteWords(.claimsFile)),
      ListedDataFile(path: DataPaths.sources, summary: model.siteWords(.sourcesFile)),
    ]
    if catalog.has(.finder) {
      files.append(
        ListedDataFile(
          path: DataPaths.finder, summary: model.siteWords(.finderFile)))
    }
    return files
  }
}
