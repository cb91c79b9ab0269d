/// Escapes text for HTML, over bytes: a quote that is joined to a combining mark is still a quote.
package enum HTMLEscaping {
  /// For text between tags.
  package static func text(_ text: String) -> String { escaped(text, inAttribute: false) }

  /// For a double-quoted attribute value.
  package static func attribute(_ text: String) -> String { escaped(text, inAttribute: true) }

  private static func escaped(_ text: String, inAttribute: Bool) -> String {
    var bytes: [UInt8] = []
    append(text, inAttribute: inAttribute, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func append(_ text: String, inAttribute: Bool, to result: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, inAttribute: inAttribute, to: &result) }
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool, to result: inout [UInt8])
  {
    var copied = 0
    var index = 0
    while index < text.count {
      // Nearly all bytes are these.
      if isPlain(text[index]) {
        index += 1
        continue
      }
      guard let (length, replacement) = replacement(text, index, inAttribute: inAttribute) else {
        index += 1
        continue
      }
      result.append(contentsOf: text[copied..<index])
      result.append(contentsOf: replacement.utf8)
      index += length
      copied = index
    }
    result.append(contentsOf: text[copied...])
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x3C, 0x3E, 0x7F...0xFF: false
    default: byte >= 0x20
    }
  }

  /// What stands in the place of the bytes at an index; nil for what is copied.
  ///
  /// Control characters and noncharacters may not stand in HTML (WHATWG HTML, "preprocessing the input stream").
  private static func replacement(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, inAttribute: Bool
  ) -> (length: Int, text: String)? {
    switch text[index] {
    case 0x26: (1, "&amp;")
    case 0x3C: (1, "&lt;")
    case 0x3E: (1, "&gt;")
    case 0x22: inAttribute ? (1, "&quot;") : nil
    case 0x09, 0x0A: nil
    case 0..<0x20, 0x7F: (1, "\u{FFFD}")
    case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0: (2, "\u{FFFD}")
    case 0xEF where isNoncharacter(text, index): (3, "\u{FFFD}")
    case 0xF0... where isSupplementaryNoncharacter(text, index): (4, "\u{FFFD}")
    default: nil
    }
  }

  /// U+FDD0 to U+FDEF, U+FFFE and U+FFFF.
  private static func isNoncharacter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    let (second, third) = (text[index + 1], text[index + 2])
    return (second == 0xB7 && (0x90...0xAF).contains(third)) || (second == 0xBF && third >= 0xBE)
  }

  /// U+1FFFE, U+1FFFF, U+2FFFE and so on.
  private static func isSupplementaryNoncharacter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 3 < text.count && text[index + 1] & 0x0F == 0x0F && text[index + 2] == 0xBF
      && text[index + 3] >= 0xBE
  }
}

/// Gathers markup and slots.
struct HTMLWriter<Target: Sendable> {
  private var pieces: [HTMLPiece<Target>] = []
  private var bytes: [UInt8] = []
  private var isAtLineStart = true

  mutating func raw(_ markup: String) {
    guard let last = markup.utf8.last else { return }
    bytes.append(contentsOf: markup.utf8)
    isAtLineStart = last == 0x0A
  }

  mutating func text(_ text: String) {
    guard let last = text.utf8.last else { return }
    HTMLEscaping.append(text, inAttribute: false, to: &bytes)
    isAtLineStart = last == 0x0A
  }

  /// ` name="value"`
  mutating func attribute(_ name: String, _ value: String) {
    raw(" \(name)=\"")
    HTMLEscaping.append(value, inAttribute: true, to: &bytes)
    raw("\"")
  }

  /// ` name="…"` with a slot.
  mutating func attribute(_ name: String, _ target: Target) {
    raw(" \(name)=\"")
    flush()
    pieces.append(.target(target))
    raw("\"")
  }

  mutating func startLine() {
    if !isAtLineStart { raw("\n") }
  }

  mutating func finish() -> [HTMLPiece<Target>] {
    flush()
    return pieces
  }

  private mutating func flush() {
    guard !bytes.isEmpty else { return }
    pieces.append(.markup(String(decoding: bytes, as: UTF8.self)))
    bytes.removeAll(keepingCapacity: true)
  }
}
