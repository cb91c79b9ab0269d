import Diagnostics

extension ImportedTable {
  /// Reads one JSON object per line, or a single array of objects. An invalid line is reported and the others are read.
  static func readJSONLines(_ source: SourceText) -> (ImportedTable, [Diagnostic]) {
    let first = source.utf8.first { ![0x20, 0x09, 0x0A].contains($0) }
    if first == 0x5B { return readJSONList(source) }
    var table = ImportedTable(format: "JSON Lines")
    var diagnostics: [Diagnostic] = []
    for line in 0..<source.lineCount {
      var reader = JSONReader(source.utf8, in: source.lineRange(line))
      if reader.isAtEnd { continue }
      do throws(JSONReader.Mistake) {
        let value = try reader.value()
        guard reader.isAtEnd else {
          throw reader.mistake("a line ends after its object", help: "put each object on a line of its own")
        }
        if table.isFull(adding: value, of: source, &diagnostics) { break }
      } catch {
        diagnostics.append(error.diagnostic(source))
      }
    }
    return (table, diagnostics)
  }

  private static func readJSONList(_ source: SourceText) -> (ImportedTable, [Diagnostic]) {
    var table = ImportedTable(format: "JSON")
    var diagnostics: [Diagnostic] = []
    var reader = JSONReader(source.utf8, in: 0..<source.endOffset)
    do throws(JSONReader.Mistake) {
      guard reader.take(0x5B) else { throw reader.mistake("a list belongs here") }
      if !reader.take(0x5D) {
        repeat {
          if table.isFull(adding: try reader.value(), of: source, &diagnostics) {
            return (table, diagnostics)
          }
        } while reader.take(0x2C)
        guard reader.take(0x5D) else { throw reader.mistake("\",\" or \"]\" belongs after an object") }
      }
      guard reader.isAtEnd else { throw reader.mistake("the file ends after its list") }
    } catch {
      diagnostics.append(error.diagnostic(source))
    }
    return (table, diagnostics)
  }

  /// Adds an item; returns whether a limit is exceeded, which is reported.
  private mutating func isFull(
    adding value: ImportedValue, of source: SourceText, _ diagnostics: inout [Diagnostic]
  ) -> Bool {
    guard case .object(let members) = value.kind else {
      diagnostics.append(
        Diagnostic(
          .notAnObject, "an item is an object, not \(value.noun)",
          at: source.range(value.offsets), help: "write { \"name\": …, … }"))
      return false
    }
    guard let problem = add(ImportedRecord(members: members, offsets: value.offsets), of: source) else {
      return false
    }
    diagnostics.append(problem)
    return true
  }
}

extension JSONReader.Mistake {
  fileprivate func diagnostic(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .jsonSyntax, summary, at: source.range(offsets), help: help,
      notes: first.map { [Diagnostic.Note("first given here", at: source.range($0))] } ?? [])
  }
}
