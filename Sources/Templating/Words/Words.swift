package import TextEncoding

/// All words of a theme by their dotted keys, such as `pair.title`.
package struct Words: Sendable {
  package let plurals: PluralRules
  let dates: DateWords
  private let words: [String: Word]
  /// The keys in byte order.
  package let keys: [String]
  /// The name components that follow each prefix of a key, in byte order: `title` among those of `pair`.
  private let groups: [String: [String]]

  /// Creates the words of a theme by their dotted keys; `plurals` are the rules of its language.
  package init(_ words: [String: Word] = [:], plurals: PluralRules = .english) {
    self.plurals = plurals
    self.words = words
    dates = DateWords(words)
    keys = words.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var groups: [String: [String]] = [:]
    for key in keys {
      var group = ""
      for name in key.split(separator: ".") {
        if groups[group]?.last != String(name) { groups[group, default: []].append(String(name)) }
        group += group.isEmpty ? String(name) : "." + name
      }
    }
    self.groups = groups
  }

  package subscript(key: String) -> Word? { words[key] }

  /// Returns the name components that follow a prefix of a key, `""` for all first components; nil if no key begins
  /// with it.
  package func names(in group: String) -> [String]? { groups[group] }

  /// A hash of all words with their keys.
  package var fingerprint: ContentHash {
    ContentHash(of: [], and: keys.flatMap { [$0, words[$0]?.spelling ?? ""] })
  }
}
