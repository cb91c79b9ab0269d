import Comparison
import Templating
import TextEncoding

/// A matrix as CSV, with a line for each item and two columns for each row of the matrix: what is known, and its
/// sources. A criterion that sources judge has three more: how many are for, against and both.
///
/// Values are written as in the table on the page, and with all sides if sources disagree. No field is empty.
struct MatrixCSV {
  let site: DataSite
  let matrix: Matrix

  var bytes: [UInt8] {
    var writer = CSVWriter()
    let rows = matrix.groups.flatMap(\.rows)
    let columns = zip(rows, titles(rows)).map { Column(row: $0, title: $1, isJudged: isJudged($0)) }
    let noun = capitalised(site.catalog.configuration.items.one)
    writer.write([.text(noun), .text("Slug")] + columns.flatMap { $0.heads.map { .text($0) } })
    for item in matrix.items {
      let entry = site.catalog[item].entry
      writer.write(
        [.text(entry.name), .text(entry.slug.text)]
          + columns.flatMap { fields($0, CellData($0.row, of: item, site)) })
    }
    return writer.bytes
  }

  /// A row of the matrix, which has several columns in the file.
  private struct Column {
    var row: Matrix.Row
    var title: String
    var isJudged: Bool

    var heads: [String] {
      let balance = isJudged ? ["for", "against", "both"].map { "\(title) \($0)" } : []
      return [title] + balance + ["Sources: \(title)"]
    }
  }

  /// Returns whether a row takes judgements: a criterion without facts does, another one if a source judges an item.
  private func isJudged(_ row: Matrix.Row) -> Bool {
    guard case .criterion(let id) = row else { return false }
    return site.catalog[id].type == nil
      || matrix.items.contains { !site.catalog.balance(of: $0, on: id).isEmpty }
  }

  private func fields(_ column: Column, _ data: CellData) -> [CSVWriter.Field] {
    let balance = data.balance
    let counts = [balance.supporters, balance.critics, balance.both].map { sources in
      CSVWriter.Field.number("\(sources.count)")
    }
    return [value(data)] + (column.isJudged ? counts : []) + [.text(sources(data))]
  }

  /// Returns the titles of the rows; rows with the same name get their slugs appended.
  private func titles(_ rows: [Matrix.Row]) -> [String] {
    let names = rows.map { TableMaker(site.model).header($0).name }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(rows, names).map { row, name in
      counts[name] == 1 ? name : "\(name) [\(site.slug(row))]"
    }
  }

  /// Returns the text that the table shows; a number is written as a number, without any remarks.
  private func value(_ data: CellData) -> CSVWriter.Field {
    guard let cell = data.cell else { return .text(data.text) }
    if cell.state == .value, case .number(let number) = cell.facts.shown?.value {
      return .number(number.literal)
    }
    var disputes = cell.disputes[...]
    // If the cell is contested or mixed, its first disagreement is its main text.
    let own = cell.state == .contested || cell.state == .mixed ? disputes.popFirst() : nil
    let words =
      switch own {
      case .values: "contested: \(values(data))"
      case .claims, .mixed: judgements(data)
      case nil: site.model.note(of: cell).map { "\(data.text): \($0)" } ?? data.text
      }
    let beside = disputes.map { _ in judgements(data) } + (cell.isStale ? ["may be out of date"] : [])
    return .text(([words] + beside).joined(separator: "; "))
  }

  /// Returns the contested values, each with the sources that state it.
  private func values(_ data: CellData) -> String {
    data.facts.filter { $0.state != .unknown }.map { fact in
      let sources = fact.fact.sources.isEmpty ? basis(fact.fact) : names(site.slugs(fact.fact.sources))
      return "\(fact.text) (\(sources))"
    }.joined(separator: " / ")
  }

  /// Returns how many sources are for, against and both, and which.
  private func judgements(_ data: CellData) -> String {
    site.model.siteWords(data.balance) { names(site.slugs($0)) }
  }

  private func sources(_ data: CellData) -> String {
    let sources = data.sources
    if !sources.isEmpty { return sources.map(\.text).joined(separator: " ") }
    return data.cell?.facts.shown.map(basis) ?? "none"
  }

  private func basis(_ fact: Fact) -> String { fact.isCommonKnowledge ? "common knowledge" : "none" }

  private func names(_ slugs: [Slug]) -> String { slugs.map(\.text).joined(separator: ", ") }
}
