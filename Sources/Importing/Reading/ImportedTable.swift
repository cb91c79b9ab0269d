import Diagnostics

/// A value as a file spells it, with its offsets in the file.
struct ImportedValue: Sendable {
  enum Kind: Sendable {
    case null
    case truth(Bool)
    /// As written.
    case number(String)
    case text(String)
    case list([ImportedValue])
    case object([ImportedMember])
  }

  var kind: Kind
  var offsets: Range<Int>

  /// The text, number or truth value as text; nil for anything else.
  var scalar: String? {
    switch kind {
    case .text(let text), .number(let text): text
    case .truth(let truth): truth ? "yes" : "no"
    case .null, .list, .object: nil
    }
  }

  /// What it is, for messages.
  var noun: String {
    switch kind {
    case .null: "nothing"
    case .truth, .number, .text: "a single value"
    case .list: "a list"
    case .object: "an object"
    }
  }
}

/// A key of an object with its value.
struct ImportedMember: Sendable {
  var key: String
  var keyOffsets: Range<Int>
  var value: ImportedValue
}

/// One item of a file: the members of an object, or the cells of a row below their headers.
struct ImportedRecord: Sendable {
  var members: [ImportedMember]
  var offsets: Range<Int>
}

/// What stands in a file of items, before it is known what any of it means.
struct ImportedTable: Sendable {
  var records: [ImportedRecord] = []
  /// How the file is written, in words.
  var format: String

  /// The most items of one file, and the most columns.
  static let mostRecords = 20_000
  static let mostColumns = 1_000

  /// Reads a file by its name's ending, else by its first character.
  static func reading(_ source: SourceText) -> (ImportedTable, [Diagnostic]) {
    let path = source.path.lowercased()
    if path.hasSuffix(".csv") { return readCSV(source, separator: nil) }
    if path.hasSuffix(".tsv") { return readCSV(source, separator: 0x09) }
    if [".jsonl", ".ndjson", ".json"].contains(where: { path.hasSuffix($0) }) {
      return readJSONLines(source)
    }
    let first = source.utf8.first { ![0x20, 0x09, 0x0A].contains($0) }
    return first == 0x7B || first == 0x5B ? readJSONLines(source) : readCSV(source, separator: nil)
  }
}

extension Diagnostic {
  /// An error that says that a file holds more than can be imported at once.
  static func importLimit(_ summary: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "import-limit", summary, at: range, help: "split the file")
  }
}
