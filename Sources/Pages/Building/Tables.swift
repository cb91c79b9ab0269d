import Comparison
import Templating

extension SiteModel {
  /// The most items that stand as columns; with more, items are rows and criteria columns.
  private static let mostItemColumns = 6

  /// The tables on a page of a matrix, counted from 1: one for each of its groups; empty groups are left out.
  func tables(_ matrix: Matrix, page: Int, disputesAt place: DisputePlace = .item) -> [TableView] {
    tables(
      matrix.tableGroups, of: matrix.items, page: page, named: matrix.entry.name, disputesAt: place)
  }

  /// The tables on a page of groups of rows, for some items.
  func tables(
    _ groups: [Matrix.Group], of all: [Item.ID], page: Int, named name: String,
    disputesAt place: DisputePlace = .item
  ) -> [TableView] {
    let items = Array(all[Pagination.pages(of: all.count)[page - 1]])
    return groups.enumerated().map { index, group in
      let isWide = all.count <= Self.mostItemColumns
      var table =
        isWide
        ? itemsAsColumns(items, group.rows, disputesAt: place)
        : group.criteria.map { itemsAsRows(items, $0, disputesAt: place) }
          ?? itemsAsColumns(items, group.rows, disputesAt: place)
      table.id = Anchors.table(index + 1)
      table.name = group.name
      table.caption = group.name.map { "\(name): \($0)" } ?? name
      return table
    }
  }

  private func itemsAsRows(
    _ items: [Item.ID], _ criteria: [Criterion.ID], disputesAt place: DisputePlace
  ) -> TableView {
    TableView(
      id: "", name: nil, caption: "", corner: capitalised(catalog.configuration.items.one),
      columns: criteria.map { header($0) },
      rows: items.map { item in
        TableRowView(
          header: header(item), cells: criteria.map { tableCell(item, $0, disputesAt: place) })
      })
  }

  private func itemsAsColumns(
    _ items: [Item.ID], _ rows: [Matrix.Row], disputesAt place: DisputePlace
  ) -> TableView {
    TableView(
      id: "", name: nil, caption: "", corner: corner(rows), columns: items.map { header($0) },
      rows: rows.map { row in
        TableRowView(header: header(row), cells: items.map { cell(row, $0, disputesAt: place) })
      })
  }

  private func corner(_ rows: [Matrix.Row]) -> String {
    switch rows.first {
    case .useCase: "Use case"
    case .organisation: "Organisation"
    case .criterion, nil: "Criterion"
    }
  }

  func header(_ row: Matrix.Row) -> TableHeaderView {
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

  func cell(_ row: Matrix.Row, _ item: Item.ID, disputesAt place: DisputePlace = .item) -> TableCellView {
    switch row {
    case .criterion(let id): tableCell(item, id, disputesAt: place)
    case .useCase(let id): cell(claims(row, item), item, words: "named", page: routes.path(.useCase(id)))
    case .organisation(let id): cell(claims(row, item), item, words: "uses it", page: routes.path(id))
    }
  }

  /// The claims behind a cell.
  func claims(_ row: Matrix.Row, _ item: Item.ID) -> [Claim.ID] {
    let (kind, subject): (ClaimKind, Claim.Subject)
    switch row {
    case .criterion(let id): return catalog.cell(item, id).claims
    case .useCase(let id): (kind, subject) = (.fit, .useCase(id))
    case .organisation(let id): (kind, subject) = (.user, .organisation(id))
    }
    return catalog[item].claims(kind).filter { catalog[$0].subjects.contains(subject) }
  }

  /// Whether sources name an item for a use case or an organisation; the first claim that does is where the sources are told.
  private func cell(_ claims: [Claim.ID], _ item: Item.ID, words: String, page: String) -> TableCellView {
    guard let first = claims.first else {
      let unknown = Comparison.Cell.State.unknown
      return TableCellView(
        state: unknown.rawValue, label: unknown.label, text: unknown.label, note: nil, url: .site(path: page),
        sources: 0,
        isNumber: false)
    }
    return TableCellView(
      state: Comparison.Cell.State.yes.rawValue, label: words, text: words, note: nil,
      url: address(of: first), sources: catalog.sources(of: claims).count,
      isNumber: false)
  }
}

extension Matrix {
  /// The groups that have a table.
  var tableGroups: [Group] { items.isEmpty ? [] : groups.filter { !$0.rows.isEmpty } }
}

extension Matrix.Group {
  /// Its rows, when all of them are criteria.
  var criteria: [Criterion.ID]? {
    let criteria = rows.compactMap { if case .criterion(let id) = $0 { id } else { nil } }
    return criteria.count == rows.count ? criteria : nil
  }
}

/// A text with its first letter in upper case.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
