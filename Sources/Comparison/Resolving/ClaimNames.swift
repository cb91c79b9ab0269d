import MarkdownParsing
import TextEncoding

/// Derives the names of an item's claims from what they are about and what they say. They do not change when other claims
/// are added, sources change or lines are wrapped differently.
struct ClaimNames {
  /// The number of claims with each hash so far.
  private var counts: [String: Int] = [:]

  /// Returns the name of the next claim, six hexadecimal digits; a number is appended if another claim has the same.
  mutating func name(_ kind: ClaimKind, about subject: Slug?, _ text: RichText) -> String {
    let words: String = text.plainText()
    let letters = withoutBlanks(words)
    let hash = ContentHash(of: [], and: [kind.rawValue, subject?.text ?? "", letters])
    let digits = String(hash.hexadecimal.prefix(6))
    let count = (counts[digits] ?? 0) + 1
    counts[digits] = count
    return count == 1 ? digits : "\(digits)_\(count)"
  }

  private func withoutBlanks(_ words: String) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(words.utf8.count)
    for scalar in words.unicodeScalars where !scalar.isBlank { letters += scalar.utf8 }
    return String(decoding: letters, as: UTF8.self)
  }
}
