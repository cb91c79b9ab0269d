import Diagnostics
import MarkdownParsing

extension Names {
  /// Warns of bullets with citations that are not read as claims because their heading does not introduce any.
  ///
  /// Only if the heading resembles one that does, or a bullet's label names a criterion or use case: other prose is
  /// free to cite sources.
  func unreadClaims(_ writer: DocumentWriter) -> [Diagnostic] {
    let document = writer.document
    var diagnostics: [Diagnostic] = []
    var heading: Int?
    var isRead = false
    for index in document.topLevel {
      switch document.nodes[index].kind {
      case .heading(let level, _):
        let kind = configuration.claimKind(ofHeading: document.plainText(of: index))
        if level <= 2 { isRead = kind != nil }
        heading = isRead ? nil : index
      case .list:
        guard let place = heading, !isRead, isLikeClaims(index, below: place, writer) else { continue }
        diagnostics.append(unreadClaims(place, document))
        // Report each heading once.
        heading = nil
      default: continue
      }
    }
    return diagnostics
  }

  private func isLikeClaims(_ list: Int, below heading: Int, _ writer: DocumentWriter) -> Bool {
    let claims = writer.reader.claims(in: [list], kind: .feature).claims
    guard claims.contains(where: { $0.footnotes.contains { writer.citations[$0] != nil } }) else {
      return false
    }
    let title = writer.document.plainText(of: heading)
    if configuration.claimKind(ofHeading: title) != nil || claimHeading(like: title) != nil { return true }
    return claims.contains { claim in
      guard let label = claim.label?.value else { return false }
      return references.criteria[label] != nil || references.useCases[label] != nil
    }
  }

  private var claimHeadings: [String] {
    ClaimKind.allCases.flatMap { configuration.headings[$0, default: []] }
  }

  private func claimHeading(like title: String) -> String? {
    Spelling.closest(to: title, among: claimHeadings)
  }

  private func unreadClaims(_ heading: Int, _ document: MarkdownDocument) -> Diagnostic {
    let title = document.plainText(of: heading)
    let place = document.nodes[heading].range
    if configuration.claimKind(ofHeading: title) != nil {
      return Diagnostic(
        .unreadClaims, "the bullets below \"\(title)\" are not read as claims", at: place,
        help: "a heading that carries claims is of the second level: ## \(title)")
    }
    let words = claimHeadings.joined(separator: ", ")
    return Diagnostic(
      .unreadClaims, "the bullets below \"\(title)\" are not read as claims", at: place,
      suggestion: claimHeading(like: title),
      help: "claims stand below \(words); `sections` in site.yml gives these headings other names")
  }
}
