import Diagnostics
import MarkdownParsing

/// A stretch of a text, in bytes, and what takes its place.
struct TextEdit {
  var range: Range<Int>
  var replacement: String

  /// A text with edits made; of two that overlap, the first in the text counts.
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
  /// Reads Markdown as the body of a document, but with less patience: a file may hold thousands of texts made to take long.
  static func reading(_ text: String) -> (MarkdownDocument, [Diagnostic]) {
    let source = SourceText(path: "", text)
    var options = MarkdownOptions()
    options.limits.milliseconds /= 4
    return parseMarkdown(source, body: 0..<source.endOffset, options: options)
  }

  /// The level of a node that is a heading.
  func headingLevel(_ index: Int) -> Int? {
    if case .heading(let level, _) = nodes[index].kind { level } else { nil }
  }
}
