/// Writes a table as CSV (RFC 4180) that is safe to open in a spreadsheet.
///
/// - Every text is quoted and every number is not, so that a reader can tell them apart.
/// - Text that a spreadsheet would run as a formula gets an apostrophe in front, which makes it text (OWASP, "CSV Injection"). A spreadsheet
///   of a language that writes decimals with a comma splits cells at `;`, quoted or not, so what follows one counts as the beginning of
///   a cell; and so would line breaks and tabs, which become blanks.
/// - The file begins with the mark of UTF-8: without it Excel, for which such files are downloaded, takes it for another encoding.
package struct CSVWriter {
  package enum Field: Sendable {
    case text(String)
    /// A number as JSON spells it.
    case number(String)
  }

  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init() {}

  package mutating func write(_ row: [Field]) {
    for (index, field) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch field {
      case .number(let number): bytes += number.utf8
      case .text(let text):
        bytes.append(UInt8(ascii: "\""))
        for byte in Self.harmless(text).utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      }
    }
    bytes += [0x0D, 0x0A]
  }

  /// A text of one line in which nothing begins a formula. Over scalars: an accent would hide the character that it stands on.
  private static func harmless(_ text: String) -> String {
    if isPlain(text) { return text }
    let stretches = text.unicodeScalars.split { scalar in
      [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
    let line = stretches.map { String($0) }.joined(separator: " ")
    let parts = line.unicodeScalars.split(separator: ";", omittingEmptySubsequences: false)
    return parts.map { beginsFormula($0) ? "'" + String($0) : String($0) }.joined(separator: ";")
  }

  /// Whether a text is ASCII without anything that the rules for others look for, as most are.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, !" \"=+-@".utf8.contains(first) else { return text.utf8.isEmpty }
    return text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: ";") }
  }

  /// Whether a cell of this text would be a formula; a spreadsheet looks past blanks, invisible characters and quotation marks.
  private static func beginsFormula(_ text: Substring.UnicodeScalarView) -> Bool {
    let first = text.first { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format && scalar != "\""
    }
    return first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
  }
}
