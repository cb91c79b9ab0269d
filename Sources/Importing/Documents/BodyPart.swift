import Diagnostics
import MarkdownParsing

/// A part of an item's body, prepared so that it cannot affect the parts after it.
struct BodyPart: Sendable {
  /// Markdown for a second-level heading, without the number signs.
  var heading: String?
  var markdown: String
  /// The part's place in the imported file.
  var offsets: Range<Int>
  /// Whether it is a complete body, with headings of any level.
  let isWhole: Bool
  /// Whether it is shown as a code block, because its Markdown cannot be part of a document.
  var isVerbatim = false

  /// Prepares a part from the file; nil if it is too large for a document.
  ///
  /// The headings in a part are demoted to third level and lower, unless `isWhole`.
  init?(heading: String?, markdown: String, offsets: Range<Int>, isWhole: Bool = false) {
    self.offsets = offsets
    self.isWhole = isWhole
    guard max(heading?.utf8.count ?? 0, markdown.utf8.count) <= ImportedValue.longestText else { return nil }
    self.heading = heading.flatMap(Self.headingText)
    self.markdown = tidyMarkdown(markdown)
    guard !self.markdown.isEmpty else {
      self.markdown = ""
      return
    }
    guard let closed = Self.closed(self.markdown) else {
      makeVerbatim()
      if Self.isTooLarge(self.markdown) { return nil }
      return
    }
    self.markdown = isWhole ? closed : Self.demoted(closed)
  }

  /// The Markdown of the part, with its heading.
  var text: String {
    [heading.map { "## \($0)" }, markdown.isEmpty ? nil : markdown].compactMap { $0 }
      .joined(separator: "\n\n")
  }

  /// Wraps the text in a fenced code block.
  mutating func makeVerbatim() {
    let longestRun = markdown.utf8.split { $0 != 0x7E }.map(\.count).max() ?? 0
    let fence = String(repeating: "~", count: max(4, longestRun + 1))
    markdown = "\(fence)text\n\(markdown)\n\(fence)"
    isVerbatim = true
  }

  private static func isTooLarge(_ text: String) -> Bool {
    MarkdownDocument.reading(text).1.contains { $0.rule == .documentLimit }
  }

  // MARK: Heading

  private static let longestHeading = 300

  /// Makes Markdown for a single heading; nil if it would be empty.
  private static func headingText(_ text: String) -> String? {
    var line = tidyLine(text)
    if line.isEmpty { return nil }
    // A closing sequence of number signs would not be shown.
    let tail = line.utf8.reversed().prefix { $0 == 0x23 }.count
    if tail > 0, tail == line.utf8.count || line.utf8.dropLast(tail).last == 0x20 {
      line = String(line.dropLast(tail)) + "\\" + String(repeating: "#", count: tail)
    }
    if isHeading(line) { return line }
    let escaped = escaped(
      String(String.UnicodeScalarView(tidyLine(text).unicodeScalars.prefix(longestHeading))))
    return isHeading(escaped) ? escaped : nil
  }

  private static func isHeading(_ text: String) -> Bool {
    let (document, diagnostics) = MarkdownDocument.reading("## \(text)\n")
    guard !diagnostics.hasErrors || diagnostics.allSatisfy({ $0.rule == .undefinedFootnote }),
      document.topLevel.count == 1, document.headingLevel(0) == 2
    else { return false }
    return !tidyLine(document.plainText(of: 0)).isEmpty
  }

  /// Escapes all characters that have a meaning in Markdown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.properties.isPatternSyntax || scalar == "_" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  // MARK: Text

  /// Makes sure that a heading after the text would be recognized, closing an open code block if necessary; nil if that
  /// does not help.
  private static func closed(_ text: String) -> String? {
    if isClosed(text) { return text }
    let (document, diagnostics) = MarkdownDocument.reading(text)
    guard !diagnostics.contains(where: { $0.rule == .documentLimit }),
      let last = document.topLevel.last, case .codeBlock = document.nodes[last].kind
    else { return nil }
    let line = document.source.utf8[document.nodes[last].range.offsets].prefix { $0 != 0x0A }
      .drop { $0 == 0x20 }
    guard let mark = line.first, mark == 0x60 || mark == 0x7E else { return nil }
    let fence = String(decoding: line.prefix { $0 == mark }, as: UTF8.self)
    let closed = "\(text)\n\(fence)"
    return isClosed(closed) ? closed : nil
  }

  private static func isClosed(_ text: String) -> Bool {
    let (document, diagnostics) = MarkdownDocument.reading("\(text)\n\n## end\n")
    guard !diagnostics.contains(where: { $0.rule == .documentLimit }),
      let last = document.topLevel.last, document.headingLevel(last) == 2
    else { return false }
    return document.nodes[last].range.offsets.lowerBound >= text.utf8.count
  }

  /// Demotes the headings so that the highest is of the third level.
  private static func demoted(_ text: String) -> String {
    let (document, _) = MarkdownDocument.reading(text)
    let headings = document.topLevel.compactMap { index in
      document.headingLevel(index).map { (index: index, level: $0) }
    }
    guard let highest = headings.map(\.level).min(), highest < 3 else { return text }
    let edits = headings.map { heading in
      edit(
        document.nodes[heading.index].range.offsets, to: min(6, heading.level + 3 - highest),
        in: document.source)
    }
    return TextEdit.apply(edits, to: text)
  }

  /// Changes the level of a heading; a setext heading becomes an ATX heading.
  private static func edit(_ offsets: Range<Int>, to level: Int, in source: SourceText) -> TextEdit {
    let marks = String(repeating: "#", count: level)
    let bytes = source.utf8[offsets]
    let indent = bytes.prefix { $0 == 0x20 }.count
    let start = offsets.lowerBound + indent
    let old = source.utf8[start..<offsets.upperBound].prefix { $0 == 0x23 }.count
    if old > 0 { return TextEdit(range: start..<start + old, replacement: marks) }
    var lines = source.text(offsets).split(separator: "\n").map { tidyLine(String($0)) }
    if let last = lines.last, !last.isEmpty, last.utf8.allSatisfy({ $0 == 0x3D || $0 == 0x2D }) {
      lines.removeLast()
    }
    return TextEdit(range: offsets, replacement: "\(marks) \(lines.joined(separator: " "))")
  }
}
