extension Array {
  /// Returns the plain text of rendered HTML: without tags and footnote marks, with entities decoded.
  ///
  /// Blocks are on separate lines, as in the markup. In raw HTML, if the site allows it, everything outside angle
  /// brackets is text.
  package func plainText<Target>() -> String where Element == HTMLPiece<Target> {
    var reader = PlainTextReader()
    // A placeholder is inside a tag, so the reader's state continues in the next piece.
    for case .markup(let markup) in self { reader.read(markup) }
    return reader.text
  }
}

private struct PlainTextReader {
  private var bytes: [UInt8] = []
  /// The part of a tag that was read so far, after its `<`.
  private var tag: [UInt8] = []
  private var isInTag = false
  private var isInReference = false
  /// Whether spaces before a mark were dropped, which are needed only if a word follows.
  private var lacksBlank = false

  /// The tags around the marks of citations and footnotes, without angle brackets.
  private static let openingReference = Array("sup class=".utf8)
  private static let closingReference = Array("/sup".utf8)

  private static let escapes: [(name: [UInt8], character: UInt8)] = [
    (Array("&amp;".utf8), 0x26), (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E),
    (Array("&quot;".utf8), 0x22),
  ]

  mutating func read(_ markup: String) {
    for byte in markup.utf8 {
      if isInTag {
        if byte == 0x3E { closeTag() } else { tag.append(byte) }
      } else if byte == 0x3C {
        isInTag = true
      } else if !isInReference {
        append(byte)
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if lacksBlank {
      lacksBlank = false
      if !Self.needNoBlank.contains(byte) { bytes.append(0x20) }
    }
    bytes.append(byte)
  }

  private static let needNoBlank = Array(" \t\r\n.,;:!?)]".utf8)

  private mutating func closeTag() {
    if tag.starts(with: Self.openingReference) {
      isInReference = true
      while bytes.last == 0x20 {
        bytes.removeLast()
        lacksBlank = true
      }
    }
    if tag == Self.closingReference { isInReference = false }
    isInTag = false
    tag.removeAll(keepingCapacity: true)
  }

  /// The text so far, without surrounding white space.
  var text: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let first = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? first
    guard bytes[first..<end].contains(0x26) else {
      return String(decoding: bytes[first..<end], as: UTF8.self)
    }
    var result: [UInt8] = []
    var index = first
    while index < end {
      let escape =
        bytes[index] == 0x26 ? Self.escapes.first { bytes[index..<end].starts(with: $0.name) } : nil
      result.append(escape?.character ?? bytes[index])
      index += escape?.name.count ?? 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
