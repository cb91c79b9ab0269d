import Comparison
import Templating

extension PagePlanner {
  /// The page that says which data files there are, and the files.
  mutating func addData() {
    let model = model
    addIndex(.data, PageKinds.data) { model.dataContent(prose: $0) }
    dataFiles += DataFiles.all(DataSite(model))
  }

}

extension SiteModel {
  func dataContent(prose: ProseView) -> DataContent {
    var files = [
      (
        DataPaths.items,
        "Every \(catalog.configuration.items.one), criterion by criterion, with the sources of each value"
      ),
      (DataPaths.claims, "Every strength, weakness, feature, use and user, with who says so"),
      (DataPaths.sources, "Every source, and of what it speaks"),
    ]
    if catalog.has(.finder) {
      files.append((DataPaths.finder, "What the finder weighs and filters by, as short as can be"))
    }
    return DataContent(
      prose: prose,
      files: files.map { path, summary in
        DataFileView(
          name: path, url: .site(path: path), schema: .site(path: DataPaths.schema(of: path)),
          summary: summary)
      },
      matrices: catalog.matrices.map { matrix in
        let json = DataPaths.matrix(matrix.entry.slug, "json")
        return MatrixDataView(
          matrix: link(matrix.id), csv: .site(path: DataPaths.matrix(matrix.entry.slug, "csv")),
          json: .site(path: json), schema: .site(path: DataPaths.schema(of: json)))
      },
      itemSchema: .site(path: DataPaths.itemSchema),
      items: catalog.items.map {
        LinkView(url: .site(path: DataPaths.item($0.entry.slug)), text: $0.entry.name, summary: nil)
      })
  }

  // MARK: The same as data

  func alternates(_ item: Item) -> [AlternateView] { [.json(DataPaths.item(item.entry.slug))] }

  func alternates(_ matrix: Matrix) -> [AlternateView] {
    let path = DataPaths.matrix(matrix.entry.slug, "csv")
    return [
      AlternateView(type: "text/csv", name: "CSV", url: .site(path: path)),
      .json(DataPaths.matrix(matrix.entry.slug, "json")),
    ]
  }
}

extension AlternateView {
  static func json(_ path: String) -> AlternateView {
    AlternateView(type: "application/json", name: "JSON", url: .site(path: path))
  }
}
