import TextEncoding

extension DiagnosticFormatter {
  /// Formats a diagnostic for people: `error[unknown-source]: …`, the place, an excerpt with a caret, and the notes.
  func text(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity
    var lines = [
      paint("\(severity.name)[\(diagnostic.rule.id)]", severity.colour)
        + paint(": \(visible(diagnostic.summary))", bold)
    ]
    let suggestion = diagnostic.suggestion.map { "did you mean \"\(visible($0))\"?" }
    let pointed = excerpt(diagnostic.place, remark: suggestion ?? "", colour: severity.colour, into: &lines)
    if let suggestion, !pointed { lines.append("  = \(suggestion)") }
    if let help = diagnostic.help { lines.append("  = help: \(visible(help))") }
    for note in diagnostic.notes {
      lines.append(paint("note", Diagnostic.Severity.note.colour) + ": \(visible(note.message))")
      _ = excerpt(note.place, remark: "", colour: Diagnostic.Severity.note.colour, into: &lines)
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  /// Appends ` --> file:line:column` and the source line; returns whether the remark was included.
  private func excerpt(
    _ place: Diagnostic.Place, remark: String, colour: String, into lines: inout [String]
  ) -> Bool {
    guard let path = place.path else { return false }
    guard let (start, end) = positions(place) else {
      lines.append(" --> \(visible(path))")
      return false
    }
    guard let source = source(path), case .range(let range) = place else {
      lines.append(" --> \(visible(path)):\(start.line):\(start.column)")
      return false
    }
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    lines.append("\(gutter)--> \(visible(path)):\(start.line):\(start.column)")
    let excerpt = Excerpt(source: source, line: source.lineRange(start.line - 1), focus: range.offsets)
    lines.append("\(gutter) |")
    lines.append("\(number) | \(excerpt.text)")
    let carets = String(repeating: "^", count: excerpt.width)
    let tail = remark.isEmpty ? "" : " \(remark)"
    lines.append("\(gutter) | \(excerpt.indent)\(paint(carets + tail, colour))")
    if end.line > start.line { lines.append("\(gutter) | … to line \(end.line)") }
    return true
  }

  private var bold: String { "1" }

  private func paint(_ text: String, _ colour: String) -> String {
    colours ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }
}

extension DiagnosticFormatter {
  /// Returns an excerpt of the line where a place begins; nil if its text is not available.
  package func excerpt(of place: Diagnostic.Place) -> Excerpt? {
    guard case .range(let range) = place, let source = source(range.path) else { return nil }
    let line = source.lineRange(source.lineIndex(at: range.offsets.lowerBound))
    return Excerpt(source: source, line: line, focus: range.offsets)
  }

  /// Returns the position where a place begins; nil if it has none.
  package func start(of place: Diagnostic.Place) -> SourcePosition? { positions(place)?.start }
}

extension Diagnostic.Severity {
  fileprivate var colour: String {
    switch self {
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    }
  }
}

/// The visible part of a source line, with the caret's indentation and width in terminal columns.
package struct Excerpt: Sendable {
  /// The visible part of the line, with ellipses where it is cut.
  package private(set) var text = ""
  /// The white space in front of the caret.
  package private(set) var indent = ""
  /// The width of the caret in columns, at least 1.
  package private(set) var width = 1

  private static let most = 120
  /// Enough bytes for the visible part. A line may be as long as its file and have many errors, so each excerpt must
  /// read only a part of it.
  private static let mostBytes = 4 * (most + 2)

  init(source: SourceText, line: Range<Int>, focus: Range<Int>) {
    let start = min(focus.lowerBound, line.upperBound)
    let end = min(focus.upperBound, line.upperBound)
    let before = scalars(source, max(line.lowerBound, start - Self.mostBytes)..<start)
    let inside = scalars(source, start..<min(end, start + Self.mostBytes))
    let after = scalars(source, end..<min(line.upperBound, end + Self.mostBytes))
    var shownBefore = before
    if before.count + inside.count > Self.most, before.count > 40 {
      shownBefore = ["…"] + before.suffix(39)
    }
    let shownInside = inside.count > Self.most ? Array(inside.prefix(Self.most)) + ["…"] : inside
    let room = max(0, Self.most - shownBefore.count - shownInside.count)
    let shownAfter = after.count > room ? Array(after.prefix(room)) + ["…"] : after
    text = (shownBefore + shownInside + shownAfter).joined()
    indent = String(repeating: " ", count: columns(shownBefore))
    width = max(1, columns(shownInside))
  }

  /// Returns the scalars in a byte range, without incomplete ones at either end.
  private func scalars(_ source: SourceText, _ range: Range<Int>) -> [String] {
    let isContinuation = { (offset: Int) in
      offset < source.endOffset && source.utf8[offset] & 0xC0 == 0x80
    }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isContinuation(start) { start += 1 }
    while start < end, isContinuation(end) { end -= 1 }
    return source.text(start..<end).unicodeScalars.map { $0 == "\t" ? " " : visible(String($0)) }
  }

  private func columns(_ scalars: [String]) -> Int {
    scalars.reduce(0) { $0 + ($1.unicodeScalars.count > 1 ? $1.unicodeScalars.count : terminalColumns($1)) }
  }
}

/// Returns the number of terminal columns of a scalar: two for wide East Asian characters and pictographs, none for
/// combining marks.
private func terminalColumns(_ text: String) -> Int {
  guard let scalar = text.unicodeScalars.first else { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
