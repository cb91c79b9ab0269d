import Comparison
import Diagnostics

/// The role of a column.
enum ColumnMeaning: Sendable, Hashable {
  case name, slug, summary, website, aliases, updated, body, fact

  /// The headers of columns other than facts, in order of preference; if two columns have the same role, the second is
  /// a fact.
  private static let headers: [(ColumnMeaning, [String])] = [
    (.name, ["name", "title"]), (.slug, ["slug"]), (.summary, ["summary", "description", "tagline"]),
    (.website, ["website", "homepage", "url"]), (.aliases, ["aliases", "alias", "also known as"]),
    (.updated, ["updated"]), (.body, ["body", "markdown", "content"]),
  ]

  /// Determines the role of each column; nil for one that is left out.
  ///
  /// - Parameters:
  ///   - columns: The columns of the file.
  ///   - nameColumn: The header of the column with the names, if the user gave one.
  ///   - skipped: The headers of columns to leave out.
  ///   - items: The number of items.
  ///   - source: The file, for diagnostics.
  /// - Returns: The roles in the order of the columns, with an error for each header that does not exist.
  static func all(
    _ columns: [Column], nameColumn: String?, skipped: [String], items: Int, source: SourceText
  ) -> ([ColumnMeaning?], [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var meanings: [ColumnMeaning?] = columns.map { $0.cells.isEmpty ? nil : .fact }
    func find(_ wanted: String) -> Int? {
      if let index = index(of: wanted, in: columns) { return index }
      diagnostics.append(
        Diagnostic(
          .unknownColumn, "the file has no column \"\(wanted)\"", at: .file(source.path),
          suggestion: Spelling.closest(to: wanted, among: columns.map(\.header))))
      return nil
    }
    for wanted in skipped { if let index = find(wanted) { meanings[index] = nil } }
    if let nameColumn, let index = find(nameColumn) { meanings[index] = .name }
    for (meaning, headers) in headers where !meanings.contains(meaning) {
      for header in headers {
        guard let index = index(of: header, in: columns), meanings[index] == .fact, !columns[index].isFact
        else { continue }
        meanings[index] = meaning
        break
      }
    }
    if !meanings.contains(.name), nameColumn == nil, !meanings.contains(.slug) {
      if let first = firstNames(columns, meanings, items: items) { meanings[first] = .name }
    }
    return (meanings, diagnostics)
  }

  private static func index(of wanted: String, in columns: [Column]) -> Int? {
    let key = { (text: String) in
      NameIndex<Never>.key(String(text.map { $0 == "_" || $0 == "-" ? " " : $0 }))
    }
    return columns.firstIndex { $0.header == wanted } ?? columns.firstIndex { key($0.header) == key(wanted) }
  }

  /// Returns the first column, if its values are texts and differ for all items.
  private static func firstNames(_ columns: [Column], _ meanings: [ColumnMeaning?], items: Int) -> Int? {
    guard let first = columns.indices.first(where: { meanings[$0] == .fact && !columns[$0].isFact }),
      columns[first].cells.count == items, Set(columns[first].cells.map(\.text)).count == items,
      columns[first].cells.allSatisfy({ if case .text = $0.content { true } else { false } })
    else { return nil }
    return first
  }
}
