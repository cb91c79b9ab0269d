package import Diagnostics

/// A link to something that Collate makes and that no document is the source of: a pair, a value, a user, a data file, the feed, a claim.
///
/// Whether it is there is known once all pages are planned.
package struct GeneratedPageLink: Sendable {
  package enum Aim: Sendable, Hashable {
    /// A path below the site's root; a folder ends in `/`.
    case path(String)
    /// The anchor on the page of a document, as it is spelled.
    case anchor(DocumentID)
  }

  /// The path as written, or the anchor without `#`.
  package var spelled: String
  package var aim: Aim
  package var place: SourceRange

  /// The path below the site's root that a path in `Content` without a document or a file stands for; nil where only a document can be meant.
  ///
  /// The two of a pair may stand in either order, as its page has one address.
  static func path(_ path: String) -> String? {
    var parts = path == "Content" ? [] : RelativePath.components(path).dropFirst()
    if parts.last == "index.html" { parts.removeLast() }
    let hasDocuments = ![IndexKind.pairs, .organisations].contains { parts.first == $0.rawValue }
    guard let last = parts.last else { return "" }
    if last.hasSuffix(".md"), hasDocuments { return nil }
    if parts.count == 2, parts.first == IndexKind.pairs.rawValue { parts[parts.endIndex - 1] = inOrder(last) }
    return parts.joined(separator: "/") + (last.utf8.contains(UInt8(ascii: ".")) ? "" : "/")
  }

  /// The name of a pair with the slug that is first in front.
  private static func inOrder(_ name: String) -> String {
    let words = "-vs-"
    let slugs = name.split(separator: words, omittingEmptySubsequences: false).compactMap { Slug(String($0)) }
    guard slugs.count == 2, slugs[1] < slugs[0] else { return name }
    return slugs[1].text + words + slugs[0].text
  }

  /// Whether an anchor can be none of a heading, as those that Collate makes begin with a capital letter.
  static func isMade(anchor: String) -> Bool { anchor.utf8.first.map { (0x41...0x5A).contains($0) } ?? false }
}
