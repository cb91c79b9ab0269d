package import Diagnostics

/// One block or inline of a Markdown document.
package struct MarkdownNode: Sendable {
  package internal(set) var kind: Kind
  private let path: String
  // Half as wide as numbers usually are, as a site has a million nodes; a document is far smaller than four gigabytes.
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

  /// The index of the enclosing node; nil for a top-level block.
  package var parent: Int? { parentIndex == .max ? nil : Int(parentIndex) }

  /// The index after the last node inside this one.
  package internal(set) var end: Int {
    get { Int(endIndex) }
    set { endIndex = UInt32(clamping: newValue) }
  }

  /// Exact for blocks. An inline that cannot be found in the source has the range of its block.
  package internal(set) var range: SourceRange {
    get { SourceRange(path: path, offsets: Int(lower)..<Int(upper)) }
    set {
      lower = UInt32(clamping: newValue.offsets.lowerBound)
      upper = UInt32(clamping: newValue.offsets.upperBound)
    }
  }

  /// What a node is, with what it says itself; its children are nodes of their own.
  package enum Kind: Sendable, Hashable {
    case blockQuote
    /// A quote that is a note of some kind.
    case alert(Alert)
    case list(ordered: Bool, start: Int, tight: Bool)
    case item
    case taskItem(checked: Bool)
    case codeBlock(info: String, literal: String)
    case htmlBlock(String)
    case paragraph
    /// `id` is unique in the document, and the one that GitHub gives the heading.
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
    /// One of the tags that documents may use.
    case safe(SafeTag)
    indirect case link(destination: LinkDestination, title: String)
    indirect case image(destination: LinkDestination, title: String)
    /// An index into the document's footnotes.
    case footnoteReference(Int)
  }

  /// How a table's column is aligned, by the colons in its delimiter row.
  package enum ColumnAlignment: Sendable, Hashable {
    case none, left, center, right
  }

  /// The text of some nodes without markup; breaks and borders of blocks become single spaces.
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

  /// Whether a reader sees anything of the words of some nodes.
  static func haveWords(_ nodes: ArraySlice<MarkdownNode>) -> Bool {
    nodes.contains { node in
      switch node.kind {
      case .text(let text), .code(let text), .codeBlock(_, let text):
        text.isSeen
      default: false
      }
    }
  }

  private static func separate(_ text: inout String) {
    if let last = text.utf8.last, last != 0x20, last != 0x0A { text += " " }
  }
}

/// A footnote's definition that something in the document refers to.
package struct Footnote: Sendable {
  /// The label between `[^` and `]`, as written at the definition.
  package let label: Ranged<String>
  /// Its content in the document's `nodes`; step through it with `blocks(in:)`.
  package let nodes: Range<Int>
  /// The indexes of the nodes that refer to it, in order.
  package let references: [Int]
}
