package import Diagnostics
import TextEncoding

/// What Markdown is accepted, and how much of it.
package struct MarkdownOptions: Sendable {
  package var allowsRawHTML: Bool
  package var limits: MarkdownLimits

  package init(allowsRawHTML: Bool = false, limits: MarkdownLimits = MarkdownLimits()) {
    self.allowsRawHTML = allowsRawHTML
    self.limits = limits
  }
}

/// The most that one document may ask for; beyond it, it is refused with an error at the line.
package struct MarkdownLimits: Sendable {
  package var nesting = 32
  package var lineBytes = 16 * 1024
  /// Of a run of lines outside fenced code that may form one paragraph or table.
  package var blockBytes = 32 * 1024
  package var tableColumns = 100
  package var fileBytes = 1024 * 1024
  /// Of images too.
  package var links = 10_000
  package var footnoteReferences = 10_000
  package var memoryBytes = 256 * 1024 * 1024
  /// Of processor time; with what follows the parser, a document stays under five seconds on a busy machine.
  package var milliseconds = 2000

  package init() {}
}

/// A parsed document: its nodes flat and in order, each before its children, so that no walk needs to recurse.
package struct MarkdownDocument: Sendable {
  package let source: SourceText
  /// The body's nodes, then those of each footnote in the footnotes' order.
  package let nodes: [MarkdownNode]
  /// The definitions that are used, in the order of their first reference.
  package let footnotes: [Footnote]
  /// The indexes of the body's top-level blocks.
  package let topLevel: [Int]

  /// The body's nodes are the first `bodyCount`.
  init(source: SourceText, nodes: [MarkdownNode], footnotes: [Footnote], bodyCount: Int) {
    self.source = source
    self.nodes = nodes
    self.footnotes = footnotes
    topLevel = Self.blocks(of: nodes, in: 0..<bodyCount)
  }

  /// The indexes of a node's children; none for an index outside the document.
  package func children(of index: Int) -> [Int] {
    guard nodes.indices.contains(index) else { return [] }
    return blocks(in: (index + 1)..<max(index + 1, nodes[index].end))
  }

  /// The outermost nodes in a range of nodes: each next one begins where the one before ends.
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

  /// Which of a footnote's references a node is, counted from 0.
  func occurrence(of node: Int, footnote: Int) -> Int? {
    let references = footnotes[footnote].references
    let place = references.partitioningIndex { $0 >= node }
    return place < references.count && references[place] == node ? place : nil
  }

  /// The text of a node and everything inside it, without markup; breaks become spaces.
  package func plainText(of index: Int) -> String {
    guard nodes.indices.contains(index) else { return "" }
    return plainText(of: index..<max(index + 1, nodes[index].end))
  }

  /// The text of a range of nodes, without markup; breaks and borders of blocks become single spaces.
  package func plainText(of range: Range<Int>) -> String {
    MarkdownNode.plainText(nodes[range.clamped(to: 0..<nodes.count)])
  }
}
