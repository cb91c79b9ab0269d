import Diagnostics

/// Reads rows of comma-separated values (RFC 4180); other separators are supported too.
struct CSVReader {
  struct Row {
    var cells: [ImportedValue]
    var offsets: Range<Int>
    /// The first syntax error in the row; reading must end there.
    var mistake: Diagnostic?

    var isBlank: Bool { cells.allSatisfy { $0.isBlank } }
  }

  private static let quote: UInt8 = 0x22
  private static let lineEnd: UInt8 = 0x0A

  private let source: SourceText
  private let separator: UInt8
  private var index: Int

  init(_ source: SourceText, from start: Int, separator: UInt8) {
    self.source = source
    self.separator = separator
    index = start
  }

  private var byte: UInt8? { index < source.endOffset ? source.utf8[index] : nil }

  /// Reads the next row; nil after the last one.
  mutating func row() -> Row? {
    while byte == Self.lineEnd { index += 1 }
    guard index < source.endOffset else { return nil }
    var row = Row(cells: [], offsets: index..<index)
    while true {
      row.cells.append(cell(&row))
      row.offsets = row.offsets.lowerBound..<index
      if row.mistake != nil { return row }
      guard let byte else { return row }
      index += 1
      if byte == Self.lineEnd { return row }
      if row.cells.count > ImportedTable.mostColumns {
        row.mistake = .importLimit(
          "a row has more than \(ImportedTable.mostColumns) cells", at: source.range(index - 1..<index))
        return row
      }
    }
  }

  /// Reads a cell up to the separator or the end of the line.
  private mutating func cell(_ row: inout Row) -> ImportedValue {
    let start = index
    skipBlanks()
    if byte == Self.quote { return quotedCell(&row) }
    while let byte, byte != separator, byte != Self.lineEnd { index += 1 }
    var end = index
    var first = start
    while first < end, isBlank(source.utf8[first]) { first += 1 }
    while end > first, isBlank(source.utf8[end - 1]) { end -= 1 }
    return ImportedValue(kind: .text(source.text(first..<end)), offsets: first..<end)
  }

  private mutating func quotedCell(_ row: inout Row) -> ImportedValue {
    let start = index
    var text: [UInt8] = []
    index += 1
    while let byte {
      index += 1
      guard byte == Self.quote else {
        text.append(byte)
        continue
      }
      // A doubled quote is an escaped one.
      guard self.byte == Self.quote else {
        let end = index
        skipBlanks()
        if let next = self.byte, next != separator, next != Self.lineEnd {
          row.mistake = Diagnostic(
            .csvSyntax, "text after the closing quote of a cell",
            at: source.range(index..<index + 1),
            help: "write a quote inside a quoted cell twice: \"\"")
        }
        return ImportedValue(kind: .text(String(decoding: text, as: UTF8.self)), offsets: start..<end)
      }
      text.append(Self.quote)
      index += 1
    }
    row.mistake = Diagnostic(
      .csvSyntax, "the quote that opens here is never closed", at: source.range(start..<start + 1),
      help: "close it, or write a quote that belongs to the text twice inside a quoted cell")
    return ImportedValue(kind: .text(""), offsets: start..<index)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == 0x20 || byte == 0x09) && byte != separator
  }

  private mutating func skipBlanks() {
    while let byte, isBlank(byte) { index += 1 }
  }

  /// Detects the separator: the most frequent candidate outside quotes in the first line.
  static func separator(of source: SourceText, from start: Int) -> UInt8 {
    let candidates = Array(",;\t|".utf8)
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    for byte in source.utf8[start...] {
      if byte == lineEnd, !isQuoted { break }
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
    }
    let most = counts.max() ?? 0
    return most == 0 ? candidates[0] : zip(candidates, counts).first { $0.1 == most }?.0 ?? candidates[0]
  }
}

extension ImportedValue {
  /// Whether the value is null or white space.
  var isBlank: Bool {
    switch kind {
    case .null: true
    case .text(let text): text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    case .truth, .number, .list, .object: false
    }
  }
}
