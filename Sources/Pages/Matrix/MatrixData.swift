import Comparison
import Templating

/// A matrix, as it is written to data files.
struct MatrixData: Sendable {
  let site: DataSite
  let matrix: Matrix

  var address: Address { site.routes.address(.matrix(matrix.id)) }

  var groups: [GroupData] {
    matrix.groups.map { GroupData(site: site, matrix: matrix, group: $0) }
  }
}

/// A group of rows, as it is written to data files.
struct GroupData: Sendable {
  let site: DataSite
  let matrix: Matrix
  let group: Matrix.Group

  var rows: [RowData] { group.rows.map { RowData(site: site, matrix: matrix, row: $0) } }
}

/// A row of a matrix, as it is written to data files.
struct RowData: Sendable {
  /// The kind of a row.
  enum Kind: String, CaseIterable {
    case criterion
    case useCase = "use-case"
    case organisation
  }

  let site: DataSite
  let matrix: Matrix
  let row: Matrix.Row

  var kind: Kind {
    switch row {
    case .criterion: .criterion
    case .useCase: .useCase
    case .organisation: .organisation
    }
  }

  var header: TableHeader { TableMaker(site.model).header(row) }

  /// The name without the unit, which table headers append.
  var name: String {
    if case .criterion(let id) = row { site.criteria[id.index].criterion.entry.name } else { header.name }
  }

  var unit: String? {
    if case .criterion(let id) = row { site.criteria[id.index].criterion.unit } else { nil }
  }

  var cells: [CellData] { matrix.items.map { CellData(row, of: $0, site) } }
}

extension DataFormats {
  private static let column = DataFormat<ItemData>.record(
    "MatrixItem", "An item that the table compares.",
    [
      DataKey("slug", .slug, "Its name in addresses.") { $0.item.entry.slug },
      DataKey("name", .text, "Its name.") { $0.item.entry.name },
      DataKey("path", .path, "Its page, relative to the site's root.") { $0.address },
      DataKey("data", .path, "The file of this item alone.") { $0.file },
    ])

  private static let row = DataFormat<RowData>.record(
    "Row", "A row: what items are compared by.",
    [
      DataKey("kind", .word, "What kind of thing it is.") { $0.kind },
      DataKey("slug", .slug, "Its slug.") { $0.site.slug($0.row) },
      DataKey("name", .text, "What it is called.") { $0.name },
      DataKey("summary", .optional(.text), "What it means, in a sentence.") { $0.header.summary },
      DataKey("unit", .optional(.text), "The unit of its numbers.") { $0.unit },
      DataKey("path", .path, "Its page, relative to the site's root.") { $0.header.url },
      DataKey("cells", .lines(rowCell), "A cell for each item, in their order.") { $0.cells },
    ])

  private static let group = DataFormat<GroupData>.record(
    "Group", "Rows that stand together.",
    [
      DataKey("name", .optional(.text), "What they have in common.") { $0.group.name },
      DataKey("rows", .lines(row), "The rows.") { $0.rows },
    ])

  static let matrix = DataFormat<MatrixData>.record(
    "Table", "A comparison table.",
    [
      DataKey("slug", .slug, "Its name in addresses.") { $0.matrix.entry.slug },
      DataKey("name", .text, "Its name.") { $0.matrix.entry.name },
      DataKey("summary", .optional(.text), "A sentence on what it compares.") { $0.matrix.entry.summary },
      DataKey("path", .path, "Its page, relative to the site's root.") { $0.address },
      DataKey("url", .optional(.url), "The same as an absolute address.") { $0.site.url($0.address) },
      DataKey("csv", .path, "The table as CSV.") {
        .site(path: DataPaths.matrix($0.matrix.entry.slug, "csv"))
      },
      DataKey("items", .lines(column), "The items that it compares.") { table in
        table.matrix.items.map { ItemData($0, of: table.site) }
      },
      DataKey("groups", .lines(group), "Its rows by group.") { $0.groups },
    ])
}
