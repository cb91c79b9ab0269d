import Comparison
import Templating

extension PagePlanner {
  mutating func addMatrices() {
    let model = model
    guard catalog.has(.matrices) else { return }
    addIndex(PageTemplates.matrices, of: .matrices) { prose in
      Index(prose: prose, rows: model.catalog.matrices.map { model.link($0.id) })
    }
    for matrix in catalog.matrices {
      let count = Pagination.pages(of: matrix.items.count).count
      for number in 1...count { addPage(number, of: count, matrix) }
    }
  }

  /// Adds a page of a matrix; only the first page contains its document's description.
  private mutating func addPage(_ number: Int, of count: Int, _ matrix: Matrix) {
    let model = model
    let path = routes.path(matrix.id, page: number)
    let name = matrix.entry.name
    let isFirst = number == 1
    let page = page(
      .matrix, isFirst ? name : model.siteWords(.paged, name, "\(number)", "\(count)"),
      shortTitle: isFirst ? nil : model.siteWords(.page, "\(number)"), path: path,
      description: isFirst ? matrix.entry.summary : nil,
      above: [model.link(.matrices)] + (isFirst ? [] : [model.link(matrix.id)]), entry: matrix.entry,
      alternates: [
        .csv(DataPaths.matrix(matrix.entry.slug, "csv")), .json(DataPaths.matrix(matrix.entry.slug, "json")),
      ])
    add(PageTemplates.matrix, path: path, page: page, origin: isFirst ? matrix.entry.place : nil) {
      In(
        model,
        MatrixPage(
          matrix: matrix, number: number, tables: TableMaker(model).tables(matrix, page: number)))
    }
  }
}

/// A page of a matrix.
struct MatrixPage: Sendable {
  var matrix: Matrix
  /// Its number among the matrix's pages, from 1.
  var number: Int
  var tables: [Table]
}

extension PageTemplates {
  static let matrix = PageTemplate<In<MatrixPage>>(
    .matrix, "MatrixPage", "A comparison table.",
    [
      .text("name", "Its name.") { $0.part.matrix.entry.name },
      .optionalText("summary", "A sentence on what it compares.") { $0.part.matrix.entry.summary },
      .record("prose", "Its document's words.", of: Records.prose) {
        $0.with($0.part.number == 1 ? $0.part.matrix.prose : Prose())
      },
      .list("tables", "The tables: one for each group.", of: Records.table) { $0.part.tables },
      .boolean("has_same", "Whether a row or column says the same all over, as far as it is known.") {
        $0.part.tables.contains { $0.criteria.contains(where: \.isSame) }
      },
      .boolean("has_different", "Whether a row or column tells items apart.") {
        $0.part.tables.contains { $0.criteria.contains { !$0.isSame } }
      },
      .boolean("has_dots", "Whether a cell shows how many sources speak of it.") { page in
        page.part.tables.contains { $0.rows.contains { $0.cells.contains { $0.sources > 0 } } }
      },
      .optionalAddress(
        "pairs_url",
        "The index of pairs, below which those of its items have their pages; absent where none has."
      ) { $0.catalog.has(.pairs) ? $0.routes.address(.pairs) : nil },
      .optionalRecord(
        "pagination", "The pages that its items are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { $0.model.pagination(of: $0.part.matrix, page: $0.part.number) },
      .list("others", "The other matrices.", of: Records.link) { page in
        page.catalog.matrices.filter { $0.id != page.part.matrix.id }.map { page.model.link($0.id) }
      },
    ])

  static let matrices = PageTemplate<Index<Link>>(
    .matrices, "MatricesPage", "The index of matrices.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.prose },
      .list("matrices", "Every matrix.", of: Records.link) { $0.rows },
    ])
}
