import Diagnostics
import MarkdownParsing

/// A replacement of a range of a text, given in bytes.
struct TextEdit {
  var range: Range<Int>
  var replacement: String

  /// Applies edits; if two overlap, the earlier one in the text wins.
  static func apply(_ edits: [TextEdit], to text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var done = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= done && edit.range.upperBound <= bytes.count {
      result += bytes[done..<edit.range.lowerBound]
      result += Array(edit.replacement.utf8)
      done = edit.range.upperBound
    }
    return String(decoding: result + bytes[done...], as: UTF8.self)
  }
}

extension MarkdownDocument {
  /// Parses Markdown as the body of a document, with a shorter time limit: a malicious file may contain thousands of
  /// slow texts.
  static func reading(_ text: String) -> (MarkdownDocument, [Diagnostic]) {
    let source = SourceText(path: "", text)
    var options = MarkdownOptions()
    options.limits.milliseconds /= 4
    return parseMarkdown(source, body: 0..<source.endOffset, options: options)
  }

  /// Returns the level of a heading; nil for any other node.
  func headingLevel(_ index: Int) -> Int? {
    if case .heading(let level, _) = nodes[index].kind { level } else { nil }
  }
}
