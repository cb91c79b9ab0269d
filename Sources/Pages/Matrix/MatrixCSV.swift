import Comparison
import Templating
import TextEncoding

/// A matrix as CSV, with a line for each item and two columns for each row of the matrix: what is known, and its
/// sources.
///
/// Values are written as in the table on the page, and with all sides if sources disagree. No field is empty.
struct MatrixCSV {
  let site: DataSite
  let matrix: Matrix

  var bytes: [UInt8] {
    var writer = CSVWriter()
    let rows = matrix.groups.flatMap(\.rows)
    let titles = titles(rows)
    let noun = capitalised(site.catalog.configuration.items.one)
    writer.write(
      [.text(noun), .text("Slug")] + titles.flatMap { [.text($0), .text("Sources: \($0)")] })
    for item in matrix.items {
      let entry = site.catalog[item].entry
      let cells = rows.map { CellData($0, of: item, site) }
      writer.write(
        [.text(entry.name), .text(entry.slug.text)] + cells.flatMap { [value($0), .text(sources($0))] })
    }
    return writer.bytes
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
      case .claims: judgements(data)
      case .mixed, nil: site.model.note(of: cell).map { "\(data.text): \($0)" } ?? data.text
      }
    var beside = disputes.map {
      $0 == .claims ? "judgements \(judgements(data))" : $0.labelBeside(site.model.siteWords)
    }
    if cell.isStale { beside.append("may be out of date") }
    return .text(([words] + beside).joined(separator: "; "))
  }

  /// Returns the contested values, each with the sources that state it.
  private func values(_ data: CellData) -> String {
    data.facts.filter { $0.state != .unknown }.map { fact in
      let sources = fact.fact.sources.isEmpty ? basis(fact.fact) : names(site.slugs(fact.fact.sources))
      return "\(fact.text) (\(sources))"
    }.joined(separator: " / ")
  }

  /// Returns the sources that praise and those that criticise.
  private func judgements(_ data: CellData) -> String {
    "contested: praised (\(names(data.praisers))) / criticised (\(names(data.critics)))"
  }

  private func sources(_ data: CellData) -> String {
    let sources = data.sources
    if !sources.isEmpty { return sources.map(\.text).joined(separator: " ") }
    return data.cell?.facts.shown.map(basis) ?? "none"
  }

  private func basis(_ fact: Fact) -> String { fact.isCommonKnowledge ? "common knowledge" : "none" }

  private func names(_ slugs: [Slug]) -> String { slugs.map(\.text).joined(separator: ", ") }
}
