import Diagnostics
import MarkdownParsing

/// What the definition of a footnote says, where it links to documents of sources: it cites each of them.
struct Citation: Sendable {
  /// Each once, in the order written.
  var sources: [Source.ID]
  /// Whether it says more than which sources these are: a page, a quotation, an archived address.
  var saysMore: Bool
}

extension MarkdownDocument {
  /// The citation that a footnote is, by what the links in its definition lead to; nil for an ordinary note.
  func citation(_ footnote: Int, targets: [Int: LinkTarget]) -> Citation? {
    var citation = Citation(sources: [], saysMore: false)
    var between = ""
    var index = footnotes[footnote].nodes.lowerBound
    while index < footnotes[footnote].nodes.upperBound {
      let node = nodes[index]
      if case .link(_, let title) = node.kind, case .document(.source(let id), let fragment)? = targets[index]
      {
        if !citation.sources.contains(id) { citation.sources.append(id) }
        // The text of the link is one more name of the source.
        if !title.isEmpty || fragment != nil { citation.saysMore = true }
        between += " "
        index = max(index + 1, node.end)
        continue
      }
      switch node.kind {
      case .text(let text): between += text
      case .softBreak, .paragraph: between += " "
      default: citation.saysMore = true
      }
      index += 1
    }
    guard !citation.sources.isEmpty else { return nil }
    citation.saysMore = citation.saysMore || !isConnective(between)
    return citation
  }

  /// Whether words only join the names of sources.
  private func isConnective(_ words: String) -> Bool {
    let rest = words.unicodeScalars.split { $0.isBlank || ",;.&+/·".unicodeScalars.contains($0) }
    return rest.allSatisfy { ["and", "see", "See"].contains(String($0)) }
  }

  /// Whether a footnote's definition links to a document that is not there, which is told of already.
  func hasDeadLink(_ footnote: Int, targets: [Int: LinkTarget]) -> Bool {
    footnotes[footnote].nodes.contains { index in
      guard case .link(.relative(let path, _, _), _) = nodes[index].kind else { return false }
      return path.hasSuffix(".md") && targets[index] == nil
    }
  }
}
