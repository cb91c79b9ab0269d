/// Escaping over bytes: Swift's characters are graphemes, in which a quotation mark can hide behind an accent.
extension OutputBuffer {
  /// For HTML text and quoted attribute values.
  mutating func appendHTML(_ bytes: Span<UInt8>) {
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte > 0x3E { continue }
      guard let replacement = Self.reference(byte) else { continue }
      append(bytes.extracting(start..<index))
      append(replacement)
      start = index + 1
    }
    append(bytes.extracting(start..<bytes.count))
  }

  private static func reference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    // No document holds NUL; a parser may drop it, and join what stood around it.
    case 0: "\u{FFFD}"
    default: nil
    }
  }

  /// For XML text and quoted attribute values; characters that no XML document may hold are left out (XML 1.0, 2.2).
  mutating func appendXML(_ bytes: Span<UInt8>) {
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = Self.forbiddenLength(bytes, index)
      let replacement = length == 0 ? Self.reference(bytes[index]) : nil
      if length > 0 || replacement != nil {
        append(bytes.extracting(start..<index))
        if let replacement { append(replacement) }
        start = index + max(1, length)
        index = start
      } else {
        index += 1
      }
    }
    append(bytes.extracting(start..<bytes.count))
  }

  /// How many bytes a character takes here that XML does not allow; 0 when it does.
  private static func forbiddenLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: 0
    case 0..<0x20: 1
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
    default: 0
    }
  }

  /// For a string of JSON, which may stand in a script.
  mutating func appendJSON(_ bytes: Span<UInt8>) {
    var index = 0
    // Where the bytes begin that are not yet copied, as they are.
    var start = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = Self.escapedLength(bytes, index)
      if length > 0 {
        append(bytes.extracting(start..<index))
        appendEscape(byte, bytes, index)
        start = index + length
      }
      index += max(1, length)
    }
    append(bytes.extracting(start..<bytes.count))
  }

  /// How many bytes a character takes here that a string of JSON in a script must not hold; 0 when it may.
  @inline(__always)
  private static func escapedLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    // `<`, `>` and `&` could end the script, or open a comment in it.
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"):
      return 1
    // U+2028 and U+2029 are E2 80 A8 and E2 80 A9, and end a line in older JavaScript.
    case 0xE2 where index + 2 < bytes.count:
      return bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }

  private mutating func appendEscape(_ byte: UInt8, _ bytes: Span<UInt8>, _ index: Int) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0xE2:
      append("\\u202")
      append(bytes[index + 2] == 0xA8 ? UInt8(ascii: "8") : UInt8(ascii: "9"))
    default:
      append("\\u00")
      append(PercentEncoding.digit(byte >> 4))
      append(PercentEncoding.digit(byte & 0xF))
    }
  }

  /// For a part of an address.
  mutating func appendPercentEncoded(_ bytes: Span<UInt8>, keeping kept: PercentEncoding.Kept = .unreserved) {
    if PercentEncoding.keepsAll(bytes, kept) { return append(bytes) }
    for index in bytes.indices {
      let byte = bytes[index]
      if PercentEncoding.keeps(byte, kept) {
        append(byte)
      } else {
        append(UInt8(ascii: "%"))
        append(PercentEncoding.digit(byte >> 4))
        append(PercentEncoding.digit(byte & 0xF))
      }
    }
  }
}
