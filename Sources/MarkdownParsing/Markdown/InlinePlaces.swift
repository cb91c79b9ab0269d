/// Computes the source ranges of the inlines of a block by reading the source and cmark's nodes in parallel.
///
/// An inline that is not at the expected position is searched for further on; if it is not found, it gets the range of
/// its block.
struct InlinePlaces {
  private static let mostSearches = 8

  private let bytes: [UInt8]
  private var block: Range<Int>
  private let quotes: Int
  private var cursor: Int
  private var searches = 0
  /// The open inlines, each with its opening if that was found.
  private var open: [(index: Int, opening: Opening?)] = []

  private enum Opening {
    /// A run of delimiters: `*`, `**`, `~~`.
    case delimiter(start: Int, length: Int)
    case bracket(start: Int)
    /// An autolink: `<https://example.org>`.
    case angle(start: Int)
    case bare(start: Int)
  }

  private init(bytes: [UInt8], block: Range<Int>, quotes: Int) {
    self.bytes = bytes
    self.block = block
    self.quotes = quotes
    cursor = block.lowerBound
  }

  /// Sets the offsets of every inline of the document; those of blocks must be set.
  static func locate(_ nodes: inout [CMarkNode], in bytes: [UInt8]) {
    var quotes = QuoteDepth()
    for index in nodes.indices {
      quotes.enter(index, nodes[index])
      guard nodes[index].kind.holdsInlines, nodes[index].end > index + 1 else { continue }
      var places = InlinePlaces(bytes: bytes, block: nodes[index].offsets, quotes: quotes.depth)
      places.skipOpening(of: &nodes[index])
      for inline in (index + 1)..<nodes[index].end {
        places.closeInlines(before: inline, in: &nodes)
        places.enter(inline, &nodes)
      }
      places.closeInlines(before: nodes[index].end, in: &nodes)
    }
  }

  private func byte(_ offset: Int = 0) -> UInt8? {
    cursor + offset < block.upperBound ? bytes[cursor + offset] : nil
  }

  /// Skips the number signs of a heading, or the link reference definitions at the beginning of a paragraph.
  private mutating func skipOpening(of node: inout CMarkNode) {
    switch node.kind {
    case .heading:
      while byte() == 0x23 { cursor += 1 }
      skipBlanks()
    case .paragraph:
      while let end = LinkSyntax(bytes: bytes, limit: block.upperBound).definitionEnd(from: cursor) {
        cursor = linePrefixEnd(bytes, from: end, limit: block.upperBound, quotes: quotes)
      }
      block = cursor..<block.upperBound
      node.offsets = block
    default: break
    }
  }

  private mutating func skipBlanks() {
    while byte() == 0x20 || byte() == 0x09 { cursor += 1 }
  }

  private mutating func enter(_ index: Int, _ nodes: inout [CMarkNode]) {
    nodes[index].offsets = block
    switch nodes[index].kind {
    case .text(let text):
      let isVerbatim: Bool = if case .angle = open.last?.opening { true } else { false }
      place(matchText(Array(text.utf8), isVerbatim: isVerbatim), &nodes[index])
    case .softBreak, .lineBreak: place(matchBreak(), &nodes[index])
    case .code: place(matchCode(), &nodes[index])
    case .htmlInline(let html): place(matchHTML(Array(html.utf8)), &nodes[index])
    case .undefinedReference(let label): place(matchReference(Array(label.utf8)), &nodes[index])
    case .footnoteReference: place(matchReference(nil), &nodes[index])
    case .emphasis: open.append((index, delimiter(length: 1)))
    case .strong: open.append((index, delimiter(length: 2)))
    case .strikethrough: open.append((index, tildes()))
    case .link: open.append((index, linkOpening(before: firstText(in: index, nodes))))
    case .image: open.append((index, imageOpening()))
    default: break
    }
  }

  private func place(_ found: Range<Int>?, _ node: inout CMarkNode) {
    if let found { node.offsets = found }
  }

  private func firstText(in index: Int, _ nodes: [CMarkNode]) -> [UInt8] {
    guard index + 1 < nodes[index].end, case .text(let text) = nodes[index + 1].kind else { return [] }
    return Array(text.utf8)
  }

  // MARK: Closing delimiters

  private mutating func closeInlines(before next: Int, in nodes: inout [CMarkNode]) {
    while let last = open.last, nodes[last.index].end <= next {
      open.removeLast()
      guard let opening = last.opening else { continue }
      if let range = close(opening) { nodes[last.index].offsets = range }
    }
  }

  private mutating func close(_ opening: Opening) -> Range<Int>? {
    let start: Int
    switch opening {
    case .delimiter(let begin, let length):
      start = begin
      let character = bytes[begin]
      guard cursor + length <= block.upperBound,
        bytes[cursor..<(cursor + length)].allSatisfy({ $0 == character })
      else {
        return nil
      }
      cursor += length
    case .angle(let begin):
      start = begin
      guard byte() == 0x3E else { return nil }
      cursor += 1
    case .bracket(let begin):
      start = begin
      guard byte() == 0x5D else { return nil }
      cursor = LinkSyntax(bytes: bytes, limit: block.upperBound).tailEnd(from: cursor + 1)
    case .bare(let begin): start = begin
    }
    return start < cursor ? start..<cursor : nil
  }

  // MARK: Opening delimiters

  private mutating func delimiter(length: Int) -> Opening? {
    for character: UInt8 in [0x2A, 0x5F] where hasRun(of: character, length) {
      cursor += length
      return .delimiter(start: cursor - length, length: length)
    }
    let runs = [UInt8](repeating: 0x2A, count: length)
    let lines = [UInt8](repeating: 0x5F, count: length)
    guard let found = search(runs) ?? search(lines) else { return nil }
    cursor = found + length
    return .delimiter(start: found, length: length)
  }

  private mutating func tildes() -> Opening? {
    guard let start = byte() == 0x7E ? cursor : search([0x7E]) else { return nil }
    cursor = start
    while byte() == 0x7E, cursor - start < 2 { cursor += 1 }
    return .delimiter(start: start, length: cursor - start)
  }

  private func hasRun(of character: UInt8, _ length: Int) -> Bool {
    (0..<length).allSatisfy { byte($0) == character }
  }

  private mutating func linkOpening(before text: [UInt8]) -> Opening? {
    if byte() == 0x3C {
      cursor += 1
      return .angle(start: cursor - 1)
    }
    if byte() == 0x5B {
      cursor += 1
      return .bracket(start: cursor - 1)
    }
    if !text.isEmpty, matches(text, at: cursor) { return .bare(start: cursor) }
    if let found = search([0x5B] + text.prefix(32)) {
      cursor = found + 1
      return .bracket(start: found)
    }
    if !text.isEmpty, let found = search(text) {
      cursor = found
      return .bare(start: found)
    }
    return nil
  }

  private mutating func imageOpening() -> Opening? {
    guard let start = byte() == 0x21 && byte(1) == 0x5B ? cursor : search([0x21, 0x5B]) else { return nil }
    cursor = start + 2
    return .bracket(start: start)
  }

  // MARK: Leaves

  private mutating func matchText(_ text: [UInt8], isVerbatim: Bool) -> Range<Int>? {
    if let end = TextMatch(bytes: bytes, limit: block.upperBound, isVerbatim: isVerbatim).end(
      of: text, from: cursor)
    {
      defer { cursor = end }
      return cursor..<end
    }
    guard let found = search(Array(text.prefix(32).prefix { $0 != 0x5C && $0 != 0x26 })) else { return nil }
    cursor = found
    guard
      let end = TextMatch(bytes: bytes, limit: block.upperBound, isVerbatim: isVerbatim).end(
        of: text, from: found)
    else { return nil }
    cursor = end
    return found..<end
  }

  private mutating func matchBreak() -> Range<Int>? {
    let start = cursor
    while let next = byte(), next == 0x20 || next == 0x09 || next == 0x5C { cursor += 1 }
    if byte() != 0x0A {
      guard let found = search([0x0A]) else { return nil }
      cursor = found
    }
    let end = cursor + 1
    cursor = linePrefixEnd(bytes, from: end, limit: block.upperBound, quotes: quotes)
    return min(start, end - 1)..<end
  }

  private mutating func matchCode() -> Range<Int>? {
    guard searches < Self.mostSearches, let start = byte() == 0x60 ? cursor : search([0x60]) else {
      return nil
    }
    cursor = start
    while byte() == 0x60 { cursor += 1 }
    let length = cursor - start
    var run = 0
    while cursor < block.upperBound {
      run = bytes[cursor] == 0x60 ? run + 1 : 0
      cursor += 1
      if run == length, byte() != 0x60 { return start..<cursor }
    }
    searches = Self.mostSearches
    cursor = start + length
    return nil
  }

  private mutating func matchHTML(_ html: [UInt8]) -> Range<Int>? {
    guard let start = byte() == 0x3C ? cursor : search([0x3C]) else { return nil }
    var position = start
    for byte in html {
      guard position < block.upperBound, bytes[position] == byte else { return nil }
      position += 1
      if byte == 0x0A {
        position = linePrefixEnd(bytes, from: position, limit: block.upperBound, quotes: quotes)
      }
    }
    cursor = position
    return start..<position
  }

  private mutating func matchReference(_ label: [UInt8]?) -> Range<Int>? {
    guard searches < Self.mostSearches else { return nil }
    let opening: [UInt8] = [0x5B, 0x5E]
    let start: Int
    if byte() == 0x5B, byte(1) == 0x5E {
      start = cursor
    } else if let found = search(opening + (label ?? [])) {
      start = found
    } else {
      return nil
    }
    var end = start + 2
    if let label, matches(label + [0x5D], at: end) { end += label.count }
    while end < block.upperBound, bytes[end] != 0x5D { end += 1 }
    guard end < block.upperBound else {
      searches = Self.mostSearches
      return nil
    }
    cursor = end + 1
    return start..<cursor
  }

  // MARK: Searching

  private func matches(_ text: [UInt8], at start: Int) -> Bool {
    start + text.count <= block.upperBound && bytes[start..<(start + text.count)].elementsEqual(text)
  }

  /// Searches for a text from the cursor on. After a few searches the block is given up, so that the total time stays
  /// linear.
  private mutating func search(_ text: [UInt8]) -> Int? {
    guard let first = text.first, searches < Self.mostSearches else { return nil }
    searches += 1
    var start = cursor
    while start + text.count <= block.upperBound {
      if bytes[start] == first, matches(text, at: start) { return start }
      start += 1
    }
    return nil
  }
}
