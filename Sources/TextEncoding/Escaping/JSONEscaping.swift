/// Writes JSON text (RFC 8259) whose bytes are the same in every run.
@usableFromInline
package enum JSONText {
  /// An object of names and values that are JSON already, in the order given.
  package static func object(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(string($0.0)):\($0.1)" }.joined(separator: ","))}"
  }

  /// A quoted string that is also safe in a script and on a terminal.
  package static func string(_ text: String) -> String {
    String { result in
      result.append("\"")
      result.appendJSON(visibly: text)
      result.append("\"")
    }
  }

  /// How many bytes a character takes here that a string of JSON in a script must not hold; 0 when it may.
  @inlinable
  @inline(__always)
  static func escapedLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
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
}

extension ByteSink where Self: ~Copyable {
  /// Writes what stands between the quotation marks of a string of JSON, which may stand in a script.
  @inlinable
  package mutating func appendJSON(_ bytes: Span<UInt8>) {
    var index = 0
    // Where the bytes begin that are not yet copied, as they are.
    var start = 0
    while index < bytes.count {
      let length = JSONText.escapedLength(bytes, index)
      if length > 0 {
        append(bytes.extracting(start..<index))
        appendJSONEscape(length == 1 ? UInt16(bytes[index]) : 0x2020 | UInt16(bytes[index + 2] & 0xF))
        start = index + length
      }
      index += max(1, length)
    }
    append(bytes.extracting(start..<bytes.count))
  }

  /// The same of text that goes to a terminal: what is not seen is escaped too.
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

  /// The escape of a character; one beyond U+FFFF has two.
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
