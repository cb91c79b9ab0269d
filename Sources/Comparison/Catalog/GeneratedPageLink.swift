package import Diagnostics

/// A link to a generated page or file without a source document: a pair, a value, an organisation, a data file, a feed
/// or a claim.
///
/// Whether its target exists is known only once all pages are planned.
package struct GeneratedPageLink: Sendable {
  /// The target of the link.
  package enum Target: Sendable, Hashable {
    /// A path below the site's root; a folder ends in `/`.
    case path(String)
    /// The anchor of the given name on the page of a document.
    case anchor(DocumentID)
  }

  /// The path as written, or the anchor without `#`.
  package var spelled: String
  package var target: Target
  package var place: SourceRange

  /// Returns the path below the site's root of the generated page that a path in `Content` refers to; nil if it can
  /// only refer to a document.
  ///
  /// The two slugs of a pair may be in either order, and are put in that of its page.
  static func path(_ path: String) -> String? {
    var parts = path == "Content" ? [] : RelativePath.components(path).dropFirst()
    if parts.last == "index.html" { parts.removeLast() }
    let hasDocuments = ![IndexKind.pairs, .organisations].contains { parts.first == $0.rawValue }
    guard let last = parts.last else { return "" }
    if last.hasSuffix(".md"), hasDocuments { return nil }
    if parts.count == 2, parts.first == IndexKind.pairs.rawValue { parts[parts.endIndex - 1] = inOrder(last) }
    return parts.joined(separator: "/") + (last.utf8.contains(UInt8(ascii: ".")) ? "" : "/")
  }

  /// Returns the name of a pair with its slugs in ascending order.
  private static func inOrder(_ name: String) -> String {
    let words = "-vs-"
    let slugs = name.split(separator: words, omittingEmptySubsequences: false).compactMap { Slug(String($0)) }
    guard slugs.count == 2, slugs[1] < slugs[0] else { return name }
    return slugs[1].text + words + slugs[0].text
  }

  /// Returns whether an anchor has the form of a generated one, which begins with a capital letter, unlike those of
  /// headings.
  static func isMade(anchor: String) -> Bool { anchor.utf8.first.map { (0x41...0x5A).contains($0) } ?? false }
}
