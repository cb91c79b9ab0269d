import Diagnostics
import MarkdownParsing

/// A citation: a footnote whose definition links to the documents of one or more sources.
struct Citation: Sendable {
  /// Each source once, in the order written.
  var sources: [Source.ID]
  /// Whether it says more than the sources' names: a page number, a quotation, an archived URL.
  var saysMore: Bool
}

extension MarkdownDocument {
  /// Returns the citation that a footnote represents, according to the targets of its links; nil for an ordinary
  /// footnote.
  func citation(_ footnote: Int, targets: [Int: LinkTarget]) -> Citation? {
    var citation = Citation(sources: [], saysMore: false)
    var between = ""
    var index = footnotes[footnote].nodes.lowerBound
    while index < footnotes[footnote].nodes.upperBound {
      let node = nodes[index]
      if case .link(_, let title) = node.kind, case .document(.source(let id), let fragment)? = targets[index]
      {
        if !citation.sources.contains(id) { citation.sources.append(id) }
        // The text of the link is treated as another name of the source.
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

  /// Returns whether a text merely connects the names of sources.
  private func isConnective(_ words: String) -> Bool {
    let rest = words.unicodeScalars.split { $0.isBlank || ",;.&+/·".unicodeScalars.contains($0) }
    return rest.allSatisfy { ["and", "see", "See"].contains(String($0)) }
  }

  /// Returns whether a footnote links to a missing document, which has been reported already.
  func hasDeadLink(_ footnote: Int, targets: [Int: LinkTarget]) -> Bool {
    footnotes[footnote].nodes.contains { index in
      guard case .link(.relative(let path, _, _), _) = nodes[index].kind else { return false }
      return path.hasSuffix(".md") && targets[index] == nil
    }
  }
}
