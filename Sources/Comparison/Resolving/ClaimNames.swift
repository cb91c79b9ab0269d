import MarkdownParsing
import TextEncoding

/// Derives the anchor suffixes of an item's claims, such as `security_3f9a02bc`: the slug of the first subject and a
/// hash of the text. They do not change when other claims are added, sources change or lines are wrapped differently.
struct ClaimNames {
  /// The number of claims with each name so far.
  private var counts: [String: Int] = [:]

  /// Returns the name of the next claim; a number is appended if another claim has the same name.
  mutating func name(_ kind: ClaimKind, about subject: Slug?, _ text: RichText) -> String {
    let words: String = text.plainText()
    let letters = String(String.UnicodeScalarView(words.unicodeScalars.filter { !$0.isBlank }))
    let digits = ContentHash(of: [], and: [kind.rawValue, letters]).hexadecimal.prefix(8)
    let name = (subject.map { $0.text + "_" } ?? "") + digits
    let count = (counts[name] ?? 0) + 1
    counts[name] = count
    return count == 1 ? name : "\(name)_\(count)"
  }
}
