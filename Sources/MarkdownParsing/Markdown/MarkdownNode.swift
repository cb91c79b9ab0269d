package import Diagnostics

/// A block or inline of a Markdown document.
package struct MarkdownNode: Sendable {
  package internal(set) var kind: Kind
  private let path: String
  // 32-bit offsets halve the memory, as a site may have a million nodes; a document is far smaller than 4 GiB.
  private var lower: UInt32
  private var upper: UInt32
  private var endIndex: UInt32
  /// `UInt32.max` for a top-level block.
  private let parentIndex: UInt32

  init(kind: Kind, parent: Int?, end: Int, range: SourceRange) {
    self.kind = kind
    path = range.path
    lower = UInt32(clamping: range.offsets.lowerBound)
    upper = UInt32(clamping: range.offsets.upperBound)
    endIndex = UInt32(clamping: end)
    parentIndex = parent.map { UInt32(clamping: $0) } ?? .max
  }

  /// The index of the parent node; nil for a top-level block.
  package var parent: Int? { parentIndex == .max ? nil : Int(parentIndex) }

  /// The index after the last descendant.
  package internal(set) var end: Int {
    get { Int(endIndex) }
    set { endIndex = UInt32(clamping: newValue) }
  }

  /// The source range; exact for blocks. An inline that cannot be found in the source has the range of its block.
  package internal(set) var range: SourceRange {
    get { SourceRange(path: path, offsets: Int(lower)..<Int(upper)) }
    set {
      lower = UInt32(clamping: newValue.offsets.lowerBound)
      upper = UInt32(clamping: newValue.offsets.upperBound)
    }
  }

  /// The kind of a node with its own content; children are separate nodes.
  package enum Kind: Sendable, Hashable {
    case blockQuote
    /// A block quote that is an alert.
    case alert(Alert)
    case list(ordered: Bool, start: Int, tight: Bool)
    case item
    case taskItem(checked: Bool)
    case codeBlock(info: String, literal: String)
    case htmlBlock(String)
    case paragraph
    /// `id` is unique in the document, and equals the anchor that GitHub generates.
    case heading(level: Int, id: String)
    case thematicBreak
    case table(alignments: [ColumnAlignment])
    case tableHeader
    case tableRow
    /// `column` is 0-based.
    case tableCell(column: Int, alignment: ColumnAlignment)

    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case htmlInline(String)
    case emphasis
    case strong
    case strikethrough
    /// An element that documents may write as an HTML tag.
    case safe(SafeTag)
    indirect case link(destination: LinkDestination, title: String)
    indirect case image(destination: LinkDestination, title: String)
    /// An index into the document's `footnotes`.
    case footnoteReference(Int)
  }

  /// The alignment of a table column, from its delimiter row.
  package enum ColumnAlignment: Sendable, Hashable {
    case none, left, center, right
  }

  /// Returns the text of nodes without markup; line breaks and block boundaries become single spaces.
  static func plainText(_ nodes: ArraySlice<MarkdownNode>) -> String {
    var result = ""
    for node in nodes {
      switch node.kind {
      case .text(let text), .code(let text): result += text
      case .softBreak, .lineBreak: result += " "
      case .codeBlock(_, let literal):
        separate(&result)
        result += literal
      case .paragraph, .heading, .tableCell: separate(&result)
      default: break
      }
    }
    return result
  }

  /// Returns whether the nodes contain visible text.
  static func haveWords(_ nodes: ArraySlice<MarkdownNode>) -> Bool {
    nodes.contains { node in
      switch node.kind {
      case .text(let text), .code(let text), .codeBlock(_, let text):
        text.isVisible
      default: false
      }
    }
  }

  private static func separate(_ text: inout String) {
    if let last = text.utf8.last, last != 0x20, last != 0x0A { text += " " }
  }
}

/// A footnote definition that is referenced in the document.
package struct Footnote: Sendable {
  /// The label between `[^` and `]`, as in the definition.
  package let label: Ranged<String>
  /// The range of its content in the document's `nodes`; iterate over it with `blocks(in:)`.
  package let nodes: Range<Int>
  /// The indices of the nodes that reference it, in order.
  package let references: [Int]
}
