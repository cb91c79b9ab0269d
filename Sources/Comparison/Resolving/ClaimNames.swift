import MarkdownParsing
import TextEncoding

/// What the anchors of an item's claims end in: `security_3f9a02bc`, the slug of the first thing that a claim is about and a fingerprint of
/// what it says. A claim keeps its name when others are added, its sources change, or its lines are broken otherwise.
struct ClaimNames {
  /// How many claims have had each name.
  private var counts: [String: Int] = [:]

  /// The name of the next claim; one that says the same as another before it has a number behind it.
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
