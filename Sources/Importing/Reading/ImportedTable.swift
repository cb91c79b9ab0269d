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

  /// How many single values it is; nothing counts as one too, as it takes its room.
  var count: Int {
    switch kind {
    case .null, .truth, .number, .text: 1
    case .list(let elements): elements.reduce(0) { $0 + $1.count }
    case .object(let members): members.reduce(0) { $0 + $1.value.count }
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
  private(set) var records: [ImportedRecord] = []
  /// How many single values they have together.
  private var valueCount = 0
  /// How the file is written, in words.
  var format: String

  /// The most items of one file, the most columns, and the most values of all items together.
  static let mostRecords = 20_000
  static let mostColumns = 1_000
  static let mostValues = 400_000

  init(format: String) { self.format = format }

  /// Adds an item; the error where the file holds more than can be imported.
  mutating func add(_ record: ImportedRecord, of source: SourceText) -> Diagnostic? {
    records.append(record)
    valueCount += record.members.reduce(0) { $0 + $1.value.count }
    let start = source.lineIndex(at: record.offsets.lowerBound)
    let line = source.range(record.offsets.clamped(to: source.lineRange(start)))
    if records.count > Self.mostRecords {
      return .importLimit("the file has more than \(Self.mostRecords) items", at: line)
    }
    if valueCount > Self.mostValues {
      return .importLimit("the file has more than \(Self.mostValues) values", at: line)
    }
    return nil
  }

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
    Diagnostic(.error, .importLimit, summary, at: range, help: "split the file")
  }
}
