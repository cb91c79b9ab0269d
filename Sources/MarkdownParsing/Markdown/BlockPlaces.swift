import Diagnostics

/// Computes the exact source range of every block from cmark's lines and columns, correcting known errors of these.
struct BlockPlaces {
  let source: SourceText
  let body: Range<Int>
  /// The 0-based line on which the body begins.
  private let firstLine: Int

  init(source: SourceText, body: Range<Int>) {
    self.source = source
    self.body = body
    firstLine = source.lineIndex(at: body.lowerBound)
  }

  /// Sets the offsets of every block; returns the ranges of cells beyond the last column of their table.
  func locate(_ nodes: inout [CMarkNode]) -> [Range<Int>] {
    var surplus: [Range<Int>] = []
    for index in nodes.indices where nodes[index].kind.isBlock {
      nodes[index].offsets = offsets(nodes[index].place)
    }
    var quotes = QuoteDepth()
    for index in nodes.indices {
      quotes.enter(index, nodes[index])
      if case .table = nodes[index].kind { surplus += locateTable(index, quotes: quotes.depth, in: &nodes) }
    }
    // A container ends with its last child; cmark also includes trailing blank lines.
    for index in nodes.indices.reversed() where nodes[index].kind.isBlock {
      guard let parent = nodes[index].parent, nodes[parent].kind.isContainer else { continue }
      let child = nodes[index].offsets
      let lower = min(nodes[parent].offsets.lowerBound, child.lowerBound)
      let isLast = nodes[index].end == nodes[parent].end
      let upper = isLast ? child.upperBound : max(nodes[parent].offsets.upperBound, child.upperBound)
      nodes[parent].offsets = lower..<max(lower, upper)
    }
    for index in nodes.indices where nodes[index].kind.isBlock {
      guard let parent = nodes[index].parent else { continue }
      nodes[index].offsets = nodes[index].offsets.clamped(to: nodes[parent].offsets)
    }
    return surplus
  }

  /// Returns the byte range of a line of the body without its line end; `number` is 1-based.
  func line(_ number: Int) -> Range<Int> {
    source.lineRange(firstLine + max(1, number) - 1).clamped(to: body)
  }

  private func offsets(_ place: CMarkNode.Place) -> Range<Int> {
    let first = line(Int(place.startLine))
    let last = line(Int(place.endLine))
    let lower = min(first.lowerBound + max(0, Int(place.startColumn) - 1), first.upperBound)
    var upper = max(lower, min(last.lowerBound + max(0, Int(place.endColumn)), last.upperBound))
    while upper > lower, [0x20, 0x09, 0x0A].contains(source.utf8[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// Locates the parts of a table. If it directly follows a paragraph's lines, cmark gives the table and its header the
  /// start of that paragraph.
  private func locateTable(_ table: Int, quotes: Int, in nodes: inout [CMarkNode]) -> [Range<Int>] {
    let rows = CMarkNode.children(of: table, in: nodes)
    guard let header = rows.first else { return [] }
    var surplus: [Range<Int>] = []
    var headerLine = Int(nodes[table].place.startLine)
    if rows.count > 1 {
      headerLine = Int(nodes[rows[1]].place.startLine) - 2
    } else if nodes[table].place.endLine > nodes[table].place.startLine {
      headerLine = Int(nodes[table].place.endLine) - 1
    }
    for row in rows {
      let number = row == header ? headerLine : Int(nodes[row].place.startLine)
      let line = line(number)
      var start = skipPrefix(line, quotes: quotes)
      // Only on its first line may something other than quote markers precede the table.
      if row == header, number == Int(nodes[table].place.startLine) {
        start = nodes[table].offsets.lowerBound
      }
      surplus += locateRow(row, in: min(start, line.upperBound)..<line.upperBound, &nodes)
    }
    if let above = paragraph(before: table, in: nodes) {
      let start = nodes[table].offsets.lowerBound
      nodes[above].offsets = start..<max(start, trimmed(line(headerLine - 1)).upperBound)
    }
    let lower = nodes[header].offsets.lowerBound
    let delimiters = line(headerLine + 1)
    let last =
      rows.count > 1 ? rows.last.map { nodes[$0].offsets.upperBound } : trimmed(delimiters).upperBound
    nodes[table].offsets = lower..<max(lower, last ?? lower)
    return surplus
  }

  /// Returns the paragraph that cmark split off above a table, which has no position.
  private func paragraph(before table: Int, in nodes: [CMarkNode]) -> Int? {
    var index = table - 1
    while index >= 0, nodes[index].parent != nodes[table].parent { index = nodes[index].parent ?? -1 }
    guard index >= 0, case .paragraph = nodes[index].kind, nodes[index].place.startLine == 0 else {
      return nil
    }
    return index
  }

  private func locateRow(_ row: Int, in line: Range<Int>, _ nodes: inout [CMarkNode]) -> ArraySlice<
    Range<Int>
  > {
    let line = trimmed(line)
    nodes[row].offsets = line
    var cells = cells(in: line)[...]
    for cell in CMarkNode.children(of: row, in: nodes) {
      // cmark adds empty cells to a short row.
      nodes[cell].offsets = cells.popFirst() ?? line.upperBound..<line.upperBound
    }
    return cells
  }

  /// Returns the ranges of a row's cells without surrounding white space.
  private func cells(in line: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = line.lowerBound
    if start < line.upperBound, source.utf8[start] == 0x7C { start += 1 }
    var index = start
    while index < line.upperBound {
      if source.utf8[index] == 0x7C, index == line.lowerBound || source.utf8[index - 1] != 0x5C {
        result.append(trimmed(start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < line.upperBound { result.append(trimmed(start..<line.upperBound)) }
    return result
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, source.utf8[lower] == 0x20 || source.utf8[lower] == 0x09 { lower += 1 }
    while upper > lower, source.utf8[upper - 1] == 0x20 || source.utf8[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
  }

  private func skipPrefix(_ line: Range<Int>, quotes: Int) -> Int {
    linePrefixEnd(source.utf8, from: line.lowerBound, limit: line.upperBound, quotes: quotes)
  }
}

/// Returns the offset after the white space and at most `quotes` quote markers at the beginning of a line.
func linePrefixEnd(_ bytes: [UInt8], from start: Int, limit: Int, quotes: Int) -> Int {
  var index = start
  var left = quotes
  while index < limit {
    if bytes[index] == 0x3E, left > 0 {
      left -= 1
    } else if bytes[index] != 0x20, bytes[index] != 0x09 {
      break
    }
    index += 1
  }
  return index
}

/// Tracks the depth of block quotes during a walk in order.
struct QuoteDepth {
  private var ends: [Int] = []
  var depth: Int { ends.count }

  mutating func enter(_ index: Int, _ node: CMarkNode) {
    while let end = ends.last, end <= index { ends.removeLast() }
    if case .blockQuote = node.kind { ends.append(node.end) }
  }
}

extension CMarkNode {
  static func children(of index: Int, in nodes: [CMarkNode]) -> [Int] {
    var result: [Int] = []
    var child = index + 1
    while child < nodes[index].end {
      result.append(child)
      child = max(child + 1, nodes[child].end)
    }
    return result
  }
}

extension CMarkNode.Kind {
  var isBlock: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .link, .image,
      .footnoteReference, .undefinedReference:
      false
    default: true
    }
  }

  /// Whether the node cannot have children.
  var isLeaf: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .footnoteReference, .undefinedReference,
      .codeBlock,
      .htmlBlock, .thematicBreak:
      true
    default: false
    }
  }

  /// Whether the node contains blocks with positions of their own.
  var isContainer: Bool {
    switch self {
    case .blockQuote, .list, .item, .taskItem: true
    default: false
    }
  }

  /// Whether the node contains inlines.
  var holdsInlines: Bool {
    switch self {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }
}
