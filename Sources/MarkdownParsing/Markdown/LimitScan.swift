import Diagnostics

/// Scans a document line by line before it is parsed, for what would take the parser too long.
struct LimitScan {
  private let source: SourceText
  private let limits: MarkdownLimits
  private var diagnostics: [Diagnostic] = []
  /// The start of the consecutive lines that may all belong to one paragraph or table.
  private var blockStart: Int?
  private var isBlockReported = false
  /// The character and length of the open top-level code fence.
  private var fence: (character: UInt8, length: Int)?
  /// The content columns of the open list items.
  private var itemColumns: [Int] = []

  private init(source: SourceText, limits: MarkdownLimits) {
    self.source = source
    self.limits = limits
  }

  /// Reports the limits that the body exceeds, each at its line.
  static func check(_ source: SourceText, body: Range<Int>, limits: MarkdownLimits) -> [Diagnostic] {
    guard !body.isEmpty else { return [] }
    var scan = LimitScan(source: source, limits: limits)
    if source.endOffset > limits.fileBytes {
      scan.report(
        "the file is larger than \(size(limits.fileBytes))", at: max(0, limits.fileBytes),
        help: "split the document")
      return scan.diagnostics
    }
    for index in source.lineIndex(at: body.lowerBound)...source.lineIndex(at: body.upperBound) {
      scan.look(at: source.lineRange(index).clamped(to: body))
    }
    return scan.diagnostics
  }

  private mutating func look(at line: Range<Int>) {
    if line.count > limits.lineBytes {
      report("a line is longer than \(Self.size(limits.lineBytes))", at: line.lowerBound, help: "break it")
    }
    let head = LineHead(source.utf8[line])
    if let open = fence {
      if head.closes(open) { fence = nil }
      return
    }
    if let opened = head.fence {
      fence = opened
      blockStart = nil
      return
    }
    measureBlock(line, head)
    measureNesting(line, head)
    if LineHead.columnsOfDelimiterRow(source.utf8[line]) > limits.tableColumns {
      report("a table has more than \(limits.tableColumns) columns", at: line.lowerBound, help: "split it")
    }
  }

  private mutating func measureBlock(_ line: Range<Int>, _ head: LineHead) {
    if head.isBlank {
      blockStart = nil
      isBlockReported = false
      return
    }
    guard let start = blockStart, !head.opensBlock else {
      blockStart = line.lowerBound
      isBlockReported = false
      return
    }
    if line.upperBound - start > limits.blockBytes, !isBlockReported {
      isBlockReported = true
      report(
        "lines without a blank one between them are longer than \(Self.size(limits.blockBytes))",
        at: line.lowerBound, help: "put blank lines between paragraphs, or split the table")
    }
  }

  private mutating func measureNesting(_ line: Range<Int>, _ head: LineHead) {
    guard !head.isBlank else { return }
    while let column = itemColumns.last, column > head.indent { itemColumns.removeLast() }
    itemColumns += head.itemColumns.prefix(limits.nesting + 1)
    guard head.quotes + itemColumns.count > limits.nesting else { return }
    report(
      "lists and quotes are nested more than \(limits.nesting) deep", at: line.lowerBound,
      help: "nest them less")
    itemColumns = []
  }

  private mutating func report(_ summary: String, at offset: Int, help: String) {
    // The same problem may be on every line; the first errors are enough.
    guard diagnostics.count < 20 else { return }
    let line = source.lineRange(source.lineIndex(at: min(offset, source.endOffset)))
    diagnostics.append(Diagnostic(.documentLimit, summary, at: source.range(line), help: help))
  }

  private static func size(_ bytes: Int) -> String {
    bytes % 1024 == 0 ? "\(bytes / 1024) KiB" : "\(bytes) bytes"
  }
}

/// The markers at the beginning of a line.
struct LineHead {
  /// The column of the first character that is not white space.
  private(set) var indent = 0
  private(set) var isBlank = false
  /// The number of `>` before the text.
  private(set) var quotes = 0
  /// The content column after each list marker or footnote label.
  private(set) var itemColumns: [Int] = []
  /// Whether the line ends any paragraph or table before it, because it is a heading or begins with a bullet.
  private(set) var opensBlock = false
  private let line: ArraySlice<UInt8>
  private var index: Int

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    index = line.startIndex
    var column = skipBlanks(from: 0)
    indent = column
    isBlank = index == line.endIndex
    guard !isBlank, !isThematicBreak else { return }
    opensBlock = indent < 4 && (isBullet || isHeading)
    while let length = markerLength {
      index += length
      let isQuote = length == 1 && line[index - 1] == 0x3E
      column += length
      let next = skipBlanks(from: column)
      if isQuote { quotes += 1 } else { itemColumns.append(next) }
      column = next
    }
  }

  private mutating func skipBlanks(from column: Int) -> Int {
    var column = column
    while index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 {
      column = line[index] == 0x20 ? column + 1 : column / 4 * 4 + 4
      index += 1
    }
    return column
  }

  private func byte(_ offset: Int) -> UInt8? {
    index + offset < line.endIndex ? line[index + offset] : nil
  }

  private func isBlankOrEnd(_ offset: Int) -> Bool {
    guard let byte = byte(offset) else { return true }
    return byte == 0x20 || byte == 0x09
  }

  /// Whether the line is a thematic break such as `* * *`, which contains no list items.
  private var isThematicBreak: Bool {
    guard let first = byte(0), [0x2A, 0x2D, 0x5F].contains(first) else { return false }
    return line[index...].allSatisfy { $0 == first || $0 == 0x20 || $0 == 0x09 }
      && line[index...].count { $0 == first } >= 3
  }

  private var isBullet: Bool {
    guard let first = byte(0), [0x2A, 0x2B, 0x2D].contains(first), isBlankOrEnd(1) else { return false }
    // An empty bullet cannot interrupt a paragraph.
    return line[index...].dropFirst().contains { $0 != 0x20 && $0 != 0x09 }
  }

  private var isHeading: Bool {
    let hashes = line[index...].prefix { $0 == 0x23 }.count
    return (1...6).contains(hashes) && isBlankOrEnd(hashes)
  }

  /// The length of a quote marker, list marker or footnote label at the current index; nil if there is none.
  private var markerLength: Int? {
    guard let first = byte(0) else { return nil }
    switch first {
    case 0x3E: return 1
    case 0x2A, 0x2B, 0x2D: return isBlankOrEnd(1) ? 1 : nil
    case 0x30...0x39:
      let digits = line[index...].prefix { (0x30...0x39).contains($0) }.count
      guard digits <= 9, let end = byte(digits), end == 0x2E || end == 0x29 else { return nil }
      return isBlankOrEnd(digits + 1) ? digits + 1 : nil
    case 0x5B where byte(1) == 0x5E:
      guard let close = line[index...].firstIndex(of: 0x5D), close + 1 < line.endIndex,
        line[close + 1] == 0x3A
      else {
        return nil
      }
      return close + 2 - index
    default: return nil
    }
  }

  /// The code fence that this line opens at the top level.
  var fence: (character: UInt8, length: Int)? {
    let text = line.drop { $0 == 0x20 }
    guard indent < 4, let character = text.first, character == 0x60 || character == 0x7E else { return nil }
    let length = text.prefix { $0 == character }.count
    guard length >= 3, character == 0x7E || !text.dropFirst(length).contains(0x60) else { return nil }
    return (character, length)
  }

  func closes(_ open: (character: UInt8, length: Int)) -> Bool {
    guard let fence, fence.character == open.character, fence.length >= open.length else { return false }
    return line.drop { $0 == 0x20 }.dropFirst(fence.length).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Returns the number of columns if the line can only be a table's delimiter row; 0 for any other line.
  static func columnsOfDelimiterRow(_ line: ArraySlice<UInt8>) -> Int {
    var columns = 0
    var isInCell = false
    var hasPipe = false
    for byte in line {
      switch byte {
      case 0x2D, 0x3A:
        if !isInCell { columns += 1 }
        isInCell = true
      case 0x7C: (isInCell, hasPipe) = (false, true)
      case 0x20, 0x09, 0x0B, 0x0C, 0x3E: break
      default: return 0
      }
    }
    return hasPipe ? columns : 0
  }
}
