import Diagnostics
import MarkdownParsing

/// The outline of a document: its body divided at second-level headings.
struct Outline {
  /// A heading with the blocks below it.
  struct Part {
    var heading: Int
    var id: String
    var title: String
    /// The top-level blocks below the heading.
    var blocks: [Int]
  }

  /// The blocks before the first heading.
  var introduction: [Int] = []
  var parts: [Part] = []
  /// The first-level heading that repeats the document's name and is therefore not shown.
  var title: Int?

  /// Returns whether a first-level heading merely repeats the document's name.
  static func isTitle(_ heading: String, of name: String) -> Bool {
    NameIndex<Never>.key(heading) == NameIndex<Never>.key(name)
  }

  /// Divides the body. A first-level heading that repeats the document's name is dropped, since the page shows the name
  /// itself.
  init(_ document: MarkdownDocument, name: String) {
    for index in document.topLevel {
      guard case .heading(let level, let id) = document.nodes[index].kind, level <= 2 else {
        if parts.isEmpty { introduction.append(index) } else { parts[parts.count - 1].blocks.append(index) }
        continue
      }
      let title = trimmed(document.plainText(of: index))
      if level == 1, Self.isTitle(title, of: name) {
        self.title = self.title ?? index
        continue
      }
      parts.append(Part(heading: index, id: id, title: title, blocks: []))
    }
  }
}

/// Returns a text without white space at both ends.
func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !$0.isBlank }) else { return "" }
  return trimmedEnd(start == scalars.startIndex ? text : String(scalars[start...]))
}

func trimmedEnd(_ text: String, of isUnwanted: (Unicode.Scalar) -> Bool = \.isBlank) -> String {
  let scalars = text.unicodeScalars
  guard let last = scalars.lastIndex(where: { !isUnwanted($0) }) else { return "" }
  let end = scalars.index(after: last)
  return end == scalars.endIndex ? text : String(scalars[..<end])
}

extension Unicode.Scalar {
  /// Whether this is white space. ASCII is decided without the Unicode tables, which are many times slower.
  var isBlank: Bool {
    isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
