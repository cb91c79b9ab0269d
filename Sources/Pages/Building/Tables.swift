import Comparison
import Templating

extension SiteModel {
  /// The most items that stand as columns; with more, items are rows and criteria columns.
  private static let mostItemColumns = 6

  /// The tables on a page of a matrix, counted from 1: one for each of its groups; empty groups are left out.
  func tables(_ matrix: Matrix, page: Int) -> [TableView] {
    let items = Array(matrix.items[Pagination.pages(of: matrix.items.count)[page - 1]])
    var tables: [TableView] = []
    for group in matrix.groups where !group.rows.isEmpty && !matrix.items.isEmpty {
      let id = "table_\(tables.count + 1)"
      let criteria = group.rows.compactMap { if case .criterion(let id) = $0 { id } else { nil } }
      if criteria.count == group.rows.count, matrix.items.count > Self.mostItemColumns {
        tables.append(itemsAsRows(items, criteria, matrix, group: group.name, id: id))
      } else {
        tables.append(itemsAsColumns(items, group.rows, matrix, group: group.name, id: id))
      }
    }
    return tables
  }

  private func itemsAsRows(
    _ items: [Item.ID], _ criteria: [Criterion.ID], _ matrix: Matrix, group: String?, id: String
  ) -> TableView {
    TableView(
      id: id, name: group, caption: caption(matrix, group),
      corner: capitalised(catalog.configuration.items.one),
      columns: criteria.map { header($0) },
      rows: items.map { item in
        TableRowView(header: header(item), cells: criteria.map { tableCell(item, $0) })
      })
  }

  private func itemsAsColumns(
    _ items: [Item.ID], _ rows: [Matrix.Row], _ matrix: Matrix, group: String?, id: String
  ) -> TableView {
    TableView(
      id: id, name: group, caption: caption(matrix, group), corner: corner(rows),
      columns: items.map { header($0) },
      rows: rows.map { row in
        TableRowView(header: header(row), cells: items.map { cell(row, $0) })
      })
  }

  private func caption(_ matrix: Matrix, _ group: String?) -> String {
    group.map { "\(matrix.entry.name): \($0)" } ?? matrix.entry.name
  }

  private func corner(_ rows: [Matrix.Row]) -> String {
    switch rows.first {
    case .useCase: "Use case"
    case .organisation: "Organisation"
    case .criterion, nil: "Criterion"
    }
  }

  private func header(_ row: Matrix.Row) -> TableHeaderView {
    switch row {
    case .criterion(let id): header(id)
    case .useCase(let id):
      TableHeaderView(
        name: catalog[id].entry.name, url: routes.address(.useCase(id)), summary: catalog[id].entry.summary,
        isNumber: false)
    case .organisation(let id):
      TableHeaderView(
        name: catalog[id].name, url: .site(path: routes.path(id)), summary: nil, isNumber: false)
    }
  }

  private func header(_ id: Item.ID) -> TableHeaderView {
    TableHeaderView(
      name: catalog[id].entry.name, url: routes.address(.item(id)), summary: catalog[id].entry.summary,
      isNumber: false)
  }

  private func header(_ id: Criterion.ID) -> TableHeaderView {
    let criterion = catalog[id]
    let unit = criterion.unit.map { " (\($0))" } ?? ""
    return TableHeaderView(
      name: criterion.entry.name + unit, url: routes.address(.criterion(id)),
      summary: criterion.entry.summary,
      isNumber: criterion.type == .number)
  }

  private func cell(_ row: Matrix.Row, _ item: Item.ID) -> TableCellView {
    switch row {
    case .criterion(let id): return tableCell(item, id)
    case .useCase(let id):
      return cell(.useCase(id), item, kind: .fit, words: "named", page: routes.path(.useCase(id)))
    case .organisation(let id):
      return cell(.organisation(id), item, kind: .user, words: "uses it", page: routes.path(id))
    }
  }

  /// Whether sources name an item for a use case or an organisation; the first claim that does is where the sources are told.
  private func cell(
    _ subject: Claim.Subject, _ item: Item.ID, kind: ClaimKind, words: String, page: String
  ) -> TableCellView {
    let claims = catalog[item].claims(kind).filter { catalog[$0].subjects.contains(subject) }
    guard let first = claims.first else {
      let unknown = Comparison.Cell.State.unknown
      return TableCellView(
        state: unknown.rawValue, label: unknown.label, text: unknown.label, note: nil, url: .site(path: page),
        sources: 0,
        isNumber: false)
    }
    let anchor = Anchors.claim(claimNumbers[first.index])
    return TableCellView(
      state: Comparison.Cell.State.yes.rawValue, label: words, text: words, note: nil,
      url: routes.address(.item(item), fragment: anchor), sources: catalog.sources(of: claims).count,
      isNumber: false)
  }
}

/// A text with its first letter in upper case.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
