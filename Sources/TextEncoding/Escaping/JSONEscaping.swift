/// Writes JSON (RFC 8259) deterministically.
@usableFromInline
package enum JSONText {
  /// Returns an object with the given members, whose values are JSON already, in this order.
  package static func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(string($0.0)):\($0.1)" }.joined(separator: ","))}"
  }

  /// Returns a quoted string that is also safe in a script element and on a terminal.
  package static func string(_ text: String) -> String {
    String { result in
      result.append("\"")
      result.appendJSON(visibly: text)
      result.append("\"")
    }
  }

  /// Returns the length in bytes of a character that must be escaped in a JSON string in a script element; 0 for any
  /// other.
  @inlinable
  @inline(__always)
  static func escapedLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    // `<`, `>` and `&` could end the script element or begin a comment.
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"):
      return 1
    // U+2028 and U+2029 (E2 80 A8 and E2 80 A9) are line terminators in older JavaScript.
    case 0xE2 where index + 2 < bytes.count:
      return bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }
}

extension ByteSink where Self: ~Copyable {
  /// Appends the content of a JSON string, escaped so that it is also safe in a script element.
  @inlinable
  package mutating func appendJSON(_ bytes: Span<UInt8>) {
    // The start of the bytes that are still to be copied unchanged.
    var start = 0
    var index = PlainBytes.skip(bytes, from: 0)
    while index < bytes.count {
      let end = min(index + PlainBytes.blockSize, bytes.count)
      while index < end {
        let length = JSONText.escapedLength(bytes, index)
        if length > 0 {
          append(bytes.extracting(start..<index))
          appendJSONEscape(length == 1 ? UInt16(bytes[index]) : 0x2020 | UInt16(bytes[index + 2] & 0xF))
          start = index + length
        }
        index += max(1, length)
      }
      index = PlainBytes.skip(bytes, from: index)
    }
    append(bytes.extracting(start..<bytes.count))
  }

  /// Appends the content of a JSON string for output on a terminal, with invisible characters escaped too.
  mutating func appendJSON(visibly text: String) {
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      let seen = rest.prefix { !$0.isHidden || $0.isASCII }
      var bytes = String(seen)
      bytes.withUTF8 { appendJSON($0.span) }
      rest = rest[seen.endIndex...]
      if let hidden = rest.popFirst() { for unit in String(hidden).utf16 { appendJSONEscape(unit) } }
    }
  }

  /// Appends the escape sequence of a UTF-16 code unit.
  @inlinable
  mutating func appendJSONEscape(_ unit: UInt16) {
    switch unit {
    case 0x22: append("\\\"")
    case 0x5C: append("\\\\")
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    default:
      append("\\u")
      for place in 0..<4 as Range<UInt16> {
        append(PercentEncoding.digit(UInt8(truncatingIfNeeded: unit >> (12 - 4 * place)) & 0xF))
      }
    }
  }
}
