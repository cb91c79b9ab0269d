package import Diagnostics
import TextEncoding

/// The options of Markdown parsing.
package struct MarkdownOptions: Sendable {
  /// Whether raw HTML is passed through rather than shown as text.
  package var allowsRawHTML: Bool
  package var limits: MarkdownLimits

  package init(allowsRawHTML: Bool = false, limits: MarkdownLimits = MarkdownLimits()) {
    self.allowsRawHTML = allowsRawHTML
    self.limits = limits
  }
}

/// The limits for one document; a document that exceeds one is rejected with an error at the line.
package struct MarkdownLimits: Sendable {
  /// The depth of nested lists and quotes.
  package var nesting = 32
  package var lineBytes = 16 * 1024
  /// The size of consecutive lines outside fenced code that may form one paragraph or table.
  package var blockBytes = 32 * 1024
  package var tableColumns = 100
  package var fileBytes = 1024 * 1024
  /// The number of links, including images.
  package var links = 10_000
  package var footnoteReferences = 10_000
  package var memoryBytes = 256 * 1024 * 1024
  /// The processor time of parsing. Including all later processing, a document then takes less than five seconds on a
  /// busy machine.
  package var milliseconds = 2000

  package init() {}
}

/// A parsed document as a flat array of nodes in document order, so that no traversal needs recursion.
package struct MarkdownDocument: Sendable {
  package let source: SourceText
  /// The nodes of the body, followed by those of each footnote.
  package let nodes: [MarkdownNode]
  /// The definitions in use, in the order of their first reference.
  package let footnotes: [Footnote]
  /// The indices of the body's top-level blocks.
  package let topLevel: [Int]

  /// Creates a document; the first `bodyCount` nodes are those of the body.
  init(source: SourceText, nodes: [MarkdownNode], footnotes: [Footnote], bodyCount: Int) {
    self.source = source
    self.nodes = nodes
    self.footnotes = footnotes
    topLevel = Self.blocks(of: nodes, in: 0..<bodyCount)
  }

  /// Returns the indices of a node's children; empty if the index is out of range.
  package func children(of index: Int) -> [Int] {
    guard nodes.indices.contains(index) else { return [] }
    return blocks(in: (index + 1)..<max(index + 1, nodes[index].end))
  }

  /// Returns the outermost nodes in a range of nodes.
  package func blocks(in range: Range<Int>) -> [Int] { Self.blocks(of: nodes, in: range) }

  private static func blocks(of nodes: [MarkdownNode], in range: Range<Int>) -> [Int] {
    var result: [Int] = []
    let range = range.clamped(to: 0..<nodes.count)
    var index = range.lowerBound
    while index < range.upperBound {
      result.append(index)
      index = max(index + 1, nodes[index].end)
    }
    return result
  }

  /// Returns the position of a node among a footnote's references, counted from 0; nil if it is none of them.
  func occurrence(of node: Int, footnote: Int) -> Int? {
    let references = footnotes[footnote].references
    let place = references.partitioningIndex { $0 >= node }
    return place < references.count && references[place] == node ? place : nil
  }

  /// Returns the text of a node and its descendants without markup; line breaks become spaces.
  package func plainText(of index: Int) -> String {
    guard nodes.indices.contains(index) else { return "" }
    return plainText(of: index..<max(index + 1, nodes[index].end))
  }

  /// Returns the text of a range of nodes without markup; line breaks and block boundaries become single spaces.
  package func plainText(of range: Range<Int>) -> String {
    MarkdownNode.plainText(nodes[range.clamped(to: 0..<nodes.count)])
  }
}
