import MarkdownParsing
import TextEncoding

/// The name of a claim within its item, for anchors.
@usableFromInline
package struct ClaimName: Sendable, Hashable {
  /// The slug of the first subject; nil if the claim is about the item as a whole.
  package var subject: String?
  /// A hash of the subject and the text, which no other claim of the item has: `3f9a02bc`.
  package var digits: String

  /// Both: `security_3f9a02bc`.
  package var text: String { (subject.map { $0 + "_" } ?? "") + digits }
}

/// Derives the names of an item's claims: the slug of the first subject and a hash of the text. They do not change when
/// other claims are added, sources change or lines are wrapped differently.
struct ClaimNames {
  /// The number of claims with each hash so far.
  private var counts: [String: Int] = [:]

  /// Returns the name of the next claim; a number is appended to its hash if another claim has the same.
  mutating func name(_ kind: ClaimKind, about subject: Slug?, _ text: RichText) -> ClaimName {
    let words: String = text.plainText()
    let letters = String(String.UnicodeScalarView(words.unicodeScalars.filter { !$0.isBlank }))
    let hash = ContentHash(of: [], and: [kind.rawValue, subject?.text ?? "", letters])
    let digits = String(hash.hexadecimal.prefix(8))
    let count = (counts[digits] ?? 0) + 1
    counts[digits] = count
    return ClaimName(subject: subject?.text, digits: count == 1 ? digits : "\(digits)_\(count)")
  }
}
