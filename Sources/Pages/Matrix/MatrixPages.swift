import Comparison
import Templating

extension PagePlanner {
  mutating func addMatrices() {
    let model = model
    guard catalog.has(.matrices) else { return }
    addIndex(.matrices, PageKinds.matrices) { prose in
      OverviewContent(prose: prose, rows: model.catalog.matrices.map { model.link($0.id) })
    }
    for matrix in catalog.matrices {
      let count = Pagination.pages(of: matrix.items.count).count
      for number in 1...count { addPage(number, of: count, matrix) }
    }
  }

  /// Adds a page of a matrix; its document's words stand on the first.
  private mutating func addPage(_ number: Int, of count: Int, _ matrix: Matrix) {
    let model = model
    let path = routes.path(matrix.id, page: number)
    let name = matrix.entry.name
    let isFirst = number == 1
    let page = page(
      "matrix", isFirst ? name : "\(name), page \(number) of \(count)",
      shortTitle: isFirst ? nil : "Page \(number)", path: path,
      description: isFirst ? matrix.entry.summary : nil,
      above: [model.link(.matrices)] + (isFirst ? [] : [model.link(matrix.id)]), entry: matrix.entry,
      alternates: model.alternates(matrix))
    add(PageKinds.matrix, path: path, page: page, origin: isFirst ? matrix.entry.place : nil) {
      MatrixContent(
        name: name, summary: matrix.entry.summary, prose: model.view(isFirst ? matrix.prose : Prose()),
        tables: model.tables(matrix, page: number, disputesAt: .page(path)),
        pairsAddress: model.catalog.has(.pairs) ? model.routes.address(.pairs) : nil,
        pagination: model.pagination(of: matrix, page: number),
        disagreements: model.disagreements(in: matrix, page: number, at: path),
        others: model.catalog.matrices.filter { $0.id != matrix.id }.map { model.link($0.id) })
    }
  }
}
