/// Writes a table as CSV (RFC 4180) that is safe to open in a spreadsheet.
///
/// - Texts are quoted and numbers are not, so that readers can distinguish them.
/// - A text that a spreadsheet would interpret as a formula is prefixed with an apostrophe (OWASP, "CSV Injection"). In
///   locales with a decimal comma, spreadsheets split cells at `;` even inside quotation marks, so the text after each
///   `;` is treated the same. Line breaks and tabs could also split cells and become spaces.
/// - The file begins with a byte order mark: without it, Excel would not recognize UTF-8.
package struct CSVWriter {
  /// A cell of a row.
  package enum Field: Sendable {
    case text(String)
    /// A number in JSON syntax.
    case number(String)
  }

  /// The CSV text so far, with the byte order mark.
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init() {}

  /// Appends a row, which ends in CR LF as RFC 4180 requires.
  package mutating func write(_ row: [Field]) {
    for (index, field) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch field {
      case .number(let number): bytes += number.utf8
      case .text(let text): writeQuoted(Self.harmless(text))
      }
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func writeQuoted(_ text: String) {
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    var rest = text.utf8[...]
    while let place = rest.firstIndex(of: quote) {
      bytes += rest[...place]
      bytes.append(quote)
      rest = rest[rest.index(after: place)...]
    }
    bytes += rest
    bytes.append(quote)
  }

  /// Makes a text safe: a single line, in which nothing can begin a formula. Works on scalars, because an accent would
  /// hide the character before it.
  private static func harmless(_ text: String) -> String {
    if isPlain(text) { return text }
    let stretches = text.unicodeScalars.split { scalar in
      [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
    let line = stretches.map { String($0) }.joined(separator: " ")
    let parts = line.unicodeScalars.split(separator: ";", omittingEmptySubsequences: false)
    return parts.map { beginsFormula($0) ? "'" + String($0) : String($0) }.joined(separator: ";")
  }

  /// Returns whether a text is ASCII that certainly needs no changes, as most texts are.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, !" \"=+-@".utf8.contains(first) else { return text.utf8.isEmpty }
    return text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: ";") }
  }

  /// Returns whether a spreadsheet would treat a text as a formula; it ignores leading white space, invisible
  /// characters and quotation marks.
  private static func beginsFormula(_ text: Substring.UnicodeScalarView) -> Bool {
    let first = text.first { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .format && scalar != "\""
    }
    return first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
  }
}
