import Diagnostics

extension ImportedTable {
  /// Reads a table with a header row; `separator` is detected if nil.
  static func readCSV(_ source: SourceText, separator: UInt8?) -> (ImportedTable, [Diagnostic]) {
    let (start, declared) = declaration(source)
    let separator = separator ?? declared ?? CSVReader.separator(of: source, from: start)
    var table = ImportedTable(format: "separated by \(words(separator))")
    var reader = CSVReader(source, from: start, separator: separator)
    var diagnostics: [Diagnostic] = []
    var headers: [ImportedMember]?
    while let row = reader.row() {
      if let mistake = row.mistake {
        diagnostics.append(mistake)
        break
      }
      if row.isBlank { continue }
      guard let headers else {
        headers = named(row.cells)
        continue
      }
      if let problem = table.add(record(row, below: headers, source, &diagnostics), of: source) {
        diagnostics.append(problem)
        break
      }
    }
    if headers == nil, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(.emptyFile, "there is nothing in the file", at: .file(source.path)))
    }
    return (table, diagnostics)
  }

  /// Returns the start of the header row, after an optional line `sep=;`, by which spreadsheet programs declare the
  /// separator.
  private static func declaration(_ source: SourceText) -> (start: Int, separator: UInt8?) {
    let line = source.utf8[source.lineRange(0)]
    guard line.count == 5, line.starts(with: "sep=".utf8), let separator = line.last else { return (0, nil) }
    return (source.lineCount > 1 ? source.lineStarts[1] : source.endOffset, separator)
  }

  private static func words(_ separator: UInt8) -> String {
    switch separator {
    case 0x2C: "commas"
    case 0x3B: "semicolons"
    case 0x09: "tabs"
    default: "\"\(Character(Unicode.Scalar(separator)))\""
    }
  }

  /// Makes the headers unique: an empty one is named by its position, and repeated ones are numbered.
  private static func named(_ headers: [ImportedValue]) -> [ImportedMember] {
    var counts: [String: Int] = [:]
    return headers.enumerated().map { index, header in
      var name = tidyLine(header.scalar ?? "")
      if name.isEmpty { name = "Column \(index + 1)" }
      let count = counts[name, default: 0] + 1
      counts[name] = count
      return ImportedMember(
        key: count == 1 ? name : "\(name) (\(count))", keyOffsets: header.offsets, value: header)
    }
  }

  private static func record(
    _ row: CSVReader.Row, below headers: [ImportedMember], _ source: SourceText,
    _ diagnostics: inout [Diagnostic]
  ) -> ImportedRecord {
    if let surplus = row.cells.dropFirst(headers.count).first(where: { !$0.isBlank }) {
      diagnostics.append(
        Diagnostic(
          .csvColumns, "the row has \(row.cells.count) cells below \(headers.count) headers",
          at: source.range(surplus.offsets), help: "quote a cell that holds the separator"))
    } else if row.cells.count < headers.count, let last = row.cells.last {
      diagnostics.append(
        Diagnostic(
          .csvColumns, as: .warning, "the row has \(row.cells.count) cells below \(headers.count) headers",
          at: source.range(last.offsets), help: "what is missing is left out"))
    }
    let members = zip(headers, row.cells).map { header, cell in
      ImportedMember(key: header.key, keyOffsets: header.keyOffsets, value: cell)
    }
    return ImportedRecord(members: members, offsets: row.offsets)
  }
}
