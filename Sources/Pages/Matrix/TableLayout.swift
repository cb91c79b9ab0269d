import Comparison
import Templating

/// Lays out matrices as tables.
struct TableMaker {
  let model: SiteModel

  init(_ model: SiteModel) { self.model = model }

  var catalog: Catalog { _read { yield model.catalog } }
  var routes: Routes { model.routes }
}

extension TableMaker {
  /// The maximum number of items that are columns; if there are more, items become rows and criteria become columns.
  private static let mostItemColumns = 6

  /// Returns the tables on a page of a matrix, numbered from 1: one for each group that is not empty.
  func tables(_ matrix: Matrix, page: Int) -> [Table] {
    tables(
      matrix.tableGroups, of: matrix.items, page: page, named: matrix.entry.name)
  }

  /// Returns the tables of some groups of rows, on one page of some items.
  func tables(
    _ groups: [Matrix.Group], of all: [Item.ID], page: Int, named name: String
  ) -> [Table] {
    let items = Array(all[Pagination.pages(of: all.count)[page - 1]])
    var keys: Set<String> = []
    return groups.enumerated().map { index, group in
      // Based on the items of all pages, so that every page hides the same columns.
      let same = group.rows.map { isUniform($0, among: all) }
      var table: Table
      if all.count > Self.mostItemColumns, let criteria = group.criteria {
        table = itemsAsRows(items, criteria, same)
      } else {
        table = itemsAsColumns(items, group.rows, same)
      }
      table.id = Anchors.table(index + 1)
      let key = group.name.flatMap { Slug.derived(from: $0)?.text } ?? table.id
      table.key = keys.insert(key).inserted ? key : table.id
      table.name = group.name
      table.caption = group.name.map { "\(name): \($0)" } ?? name
      return table
    }
  }

  /// Returns whether all known cells of a row say the same. The known cells of a use case or organisation always do.
  private func isUniform(_ row: Matrix.Row, among items: [Item.ID]) -> Bool {
    if case .criterion(let id) = row { catalog.isUniform(id, among: items) } else { true }
  }

  private func itemsAsRows(
    _ items: [Item.ID], _ criteria: [Criterion.ID], _ same: [Bool]
  ) -> Table {
    let onPage = Set(items)
    return Table(
      corner: capitalised(catalog.configuration.items.one),
      columns: zip(criteria, same).map { header($0, isSame: $1) },
      rows: items.map { item in
        TableRow(
          header: header(item, on: onPage),
          cells: zip(criteria, same).map { tableCell(item, $0).marked(isSame: $1) })
      }, itemsAreRows: true, isSortable: true)
  }

  private func itemsAsColumns(
    _ items: [Item.ID], _ rows: [Matrix.Row], _ same: [Bool]
  ) -> Table {
    let onPage = Set(items)
    return Table(
      corner: corner(rows), columns: items.map { header($0, on: onPage) },
      rows: zip(rows, same).map { row, isSame in
        TableRow(
          header: header(row, isSame: isSame),
          cells: items.map { cell(row, $0).marked(isSame: isSame) })
      }, itemsAreRows: false,
      isSortable: rows.allSatisfy { row in
        if case .criterion(let id) = row { catalog[id].type == nil } else { true }
      })
  }

  private func corner(_ rows: [Matrix.Row]) -> String {
    switch rows.first {
    case .useCase: model.siteWords(.tableOfUseCases)
    case .organisation: model.siteWords(.tableOfOrganisations)
    case .criterion, nil: model.siteWords(.tableOfCriteria)
    }
  }

  /// Returns the header of a row.
  func header(_ row: Matrix.Row, isSame: Bool = false) -> TableHeader {
    switch row {
    case .criterion(let id): header(id, isSame: isSame)
    case .useCase(let id):
      TableHeader(
        key: "use-cases/\(catalog[id].entry.slug)", name: catalog[id].entry.name,
        url: routes.address(.useCase(id)), summary: catalog[id].entry.summary, isSame: isSame)
    case .organisation(let id):
      TableHeader(
        key: "used-by/\(catalog[id].slug)", name: catalog[id].name, url: .site(path: routes.path(id)),
        isSame: isSame)
    }
  }

  /// Returns the header of an item, given the items on the page.
  private func header(_ id: Item.ID, on page: Set<Item.ID>) -> TableHeader {
    let followers = model.pairs.partners(of: id).filter { other in
      page.contains(other) && model.pairs.canonical(Pair(id, other)).left == id
    }
    return TableHeader(
      key: catalog[id].entry.slug.text, name: catalog[id].entry.name, url: routes.address(.item(id)),
      summary: catalog[id].entry.summary, isItem: true, pairs: followers.map { catalog[$0].entry.slug.text })
  }

  private func header(_ id: Criterion.ID, isSame: Bool) -> TableHeader {
    let criterion = catalog[id]
    let unit = criterion.unit.map { " (\($0))" } ?? ""
    return TableHeader(
      key: criterion.entry.slug.text, name: criterion.entry.name + unit, url: routes.address(.criterion(id)),
      summary: criterion.entry.summary, isNumber: criterion.type == .number, isSame: isSame)
  }

  /// Returns the cell of a row and an item.
  func cell(_ row: Matrix.Row, _ item: Item.ID) -> TableCell {
    switch row {
    case .criterion(let id): tableCell(item, id)
    case .useCase(let id):
      cell(
        claims(row, item), words: model.siteWords(.named), page: routes.path(.useCase(id)),
        told: routes.address(.item(item), fragment: Anchors.row(catalog[id])))
    case .organisation(let id):
      cell(claims(row, item), words: model.siteWords(.usesIt), page: routes.path(id))
    }
  }

  /// Returns the claims behind a cell.
  func claims(_ row: Matrix.Row, _ item: Item.ID) -> [Claim.ID] {
    let (kind, subject): (ClaimKind, Claim.Subject)
    switch row {
    case .criterion(let id): return catalog.cell(item, id).claims
    case .useCase(let id): (kind, subject) = (.fit, .useCase(id))
    case .organisation(let id): (kind, subject) = (.user, .organisation(id))
    }
    return catalog[item].claims(kind).filter { catalog[$0].subjects.contains(subject) }
  }

  /// Returns a cell that says whether an item is named for a use case or by an organisation; it links to where that is
  /// told, or to the first claim that does.
  private func cell(_ claims: [Claim.ID], words: String, page: String, told: Address? = nil) -> TableCell {
    guard let first = claims.first else {
      let unknown = model.siteWords.states[.unknown]
      return TableCell(
        state: Comparison.Cell.State.unknown.rawValue, label: unknown, text: unknown, note: nil,
        url: .site(path: page),
        sources: 0,
        isNumber: false)
    }
    return TableCell(
      state: Comparison.Cell.State.yes.rawValue, label: words, text: words, note: nil,
      url: told ?? model.address(of: first), sources: shown(catalog.sources(of: claims).count),
      isNumber: false, isNaming: true)
  }
}

extension TableCell {
  fileprivate func marked(isSame: Bool) -> TableCell {
    var cell = self
    cell.isSame = isSame
    return cell
  }
}

extension Matrix {
  /// The groups that have a table.
  var tableGroups: [Group] { items.isEmpty ? [] : groups.filter { !$0.rows.isEmpty } }
}

extension Matrix.Group {
  /// Its rows as criteria; nil if some are not.
  var criteria: [Criterion.ID]? {
    let criteria = rows.compactMap { if case .criterion(let id) = $0 { id } else { nil } }
    return criteria.count == rows.count ? criteria : nil
  }
}
