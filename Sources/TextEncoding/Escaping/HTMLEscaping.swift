/// Escapes text for HTML.
@usableFromInline
package enum HTMLEscaping {
  /// The position of the text.
  @usableFromInline
  package enum Place: Sendable {
    /// Between tags, where quotation marks are not escaped.
    case text
    /// In a double-quoted attribute value.
    case attribute
    /// In any of these, or in a single-quoted attribute value.
    case anywhere
  }

  /// Escapes text between tags.
  package static func text(_ text: String) -> String { escaped(text, for: .text) }

  /// Escapes a double-quoted attribute value.
  package static func attribute(_ text: String) -> String { escaped(text, for: .attribute) }

  private static func escaped(_ text: String, for place: Place) -> String {
    var text = text
    return String { result in text.withUTF8 { result.appendHTML($0.span, for: place) } }
  }

  /// Returns whether a byte never needs escaping, as is the case for nearly all bytes.
  @inlinable
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool {
    // Most bytes are letters, for which two comparisons suffice.
    if byte > 0x3F { return byte < 0x7F || byte > 0x7F && byte < 0xEF && byte != 0xC2 }
    // A bit mask of the bytes up to 0x3F, without control characters other than tab and line feed, and without `"`,
    // `&`, `'`, `<` and `>`.
    return 0x5000_00C4_FFFF_F9FF as UInt64 >> UInt64(byte) & 1 == 0
  }

  /// Returns the replacement at an index, with the number of bytes that it replaces; nil if the byte is copied.
  @usableFromInline
  static func replacement(_ bytes: Span<UInt8>, _ index: Int, for place: Place) -> (Int, StaticString)? {
    if let reference = reference(bytes[index], for: place) { return (1, reference) }
    let length = forbiddenLength(bytes, index)
    return length > 0 ? (length, "\u{FFFD}") : nil
  }

  /// Returns the character reference for one of the five characters with a meaning in markup; nil for any other.
  static func reference(_ byte: UInt8, for place: Place) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): place == .text ? nil : "&quot;"
    case UInt8(ascii: "'"): place == .anywhere ? "&#39;" : nil
    default: nil
    }
  }

  /// Returns the length in bytes of a character that must not occur in HTML, 0 for any other: control characters and
  /// noncharacters (WHATWG HTML, "preprocessing the input stream"). A parser might drop them and join the text around
  /// them.
  static func forbiddenLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    let fourth = index + 3 < bytes.count ? bytes[index + 3] : 0
    return switch bytes[index] {
    case 0x09, 0x0A: 0
    case 0..<0x20, 0x7F: 1
    // U+0080 to U+009F.
    case 0xC2: (0x80..<0xA0).contains(next) ? 2 : 0
    // U+FDD0 to U+FDEF, U+FFFE and U+FFFF.
    case 0xEF: next == 0xB7 && (0x90...0xAF).contains(third) || next == 0xBF && third >= 0xBE ? 3 : 0
    // U+1FFFE, U+1FFFF, U+2FFFE and so on.
    case 0xF0...: next & 0x0F == 0x0F && third == 0xBF && fourth >= 0xBE ? 4 : 0
    default: 0
    }
  }
}

extension ByteSink where Self: ~Copyable {
  /// Appends text, escaped for HTML.
  @inlinable
  package mutating func appendHTML(_ bytes: Span<UInt8>, for place: HTMLEscaping.Place) {
    // The start of the bytes that are still to be copied unchanged.
    var start = 0
    var index = PlainBytes.skip(bytes, from: 0)
    while index < bytes.count {
      let end = min(index + PlainBytes.blockSize, bytes.count)
      while index < end {
        guard !HTMLEscaping.isPlain(bytes[index]),
          let (length, replacement) = HTMLEscaping.replacement(bytes, index, for: place)
        else {
          index += 1
          continue
        }
        append(bytes.extracting(start..<index))
        append(replacement)
        index += length
        start = index
      }
      index = PlainBytes.skip(bytes, from: index)
    }
    append(bytes.extracting(start..<bytes.count))
  }
}
