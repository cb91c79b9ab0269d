import Diagnostics

/// A value in a file with its place.
struct ImportedValue: Sendable {
  enum Kind: Sendable {
    case null
    case truth(Bool)
    /// A number as written.
    case number(String)
    case text(String)
    case list([ImportedValue])
    case object([ImportedMember])
  }

  var kind: Kind
  var offsets: Range<Int>

  /// A text, number or boolean as text; nil for any other value.
  var scalar: String? {
    switch kind {
    case .text(let text), .number(let text): text
    case .truth(let truth): truth ? "yes" : "no"
    case .null, .list, .object: nil
    }
  }

  /// The number of single values in it; null counts as one, since it takes memory too.
  var count: Int {
    switch kind {
    case .null, .truth, .number, .text: 1
    case .list(let elements): elements.reduce(0) { $0 + $1.count }
    case .object(let members): members.reduce(0) { $0 + $1.value.count }
    }
  }

  /// The kind of value, for messages.
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

/// One item of a file: an object, or a row with its headers.
struct ImportedRecord: Sendable {
  var members: [ImportedMember]
  var offsets: Range<Int>
}

/// The raw content of a file of items, before any interpretation.
struct ImportedTable: Sendable {
  private(set) var records: [ImportedRecord] = []
  /// The number of single values in all records.
  private var valueCount = 0
  /// The format of the file in words.
  var format: String

  /// The limits for one file: items, columns, and values of all items together.
  static let mostRecords = 20_000
  static let mostColumns = 1_000
  static let mostValues = 400_000

  init(format: String) { self.format = format }

  /// Adds an item; returns an error if the file exceeds a limit.
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

  /// Reads a file, with the format determined by its extension or else its first character.
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
  /// Returns the error that a file exceeds a limit.
  static func importLimit(_ summary: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.importLimit, summary, at: range, help: "split the file")
  }
}
