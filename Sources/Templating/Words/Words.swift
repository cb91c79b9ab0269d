package import TextEncoding

/// All words of a theme, by their dotted keys: `pair.title`.
package struct Words: Sendable {
  package let plurals: PluralRules
  private let words: [String: Word]
  /// The keys in order of bytes.
  package let keys: [String]
  /// The names that follow each beginning of a key, in order of bytes: `title` among those of `pair`.
  private let groups: [String: [String]]

  package init(_ words: [String: Word] = [:], plurals: PluralRules = .english) {
    self.plurals = plurals
    self.words = words
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

  /// The names that follow the beginning of a key, `""` for all first names; nil where no key begins so.
  package func names(in group: String) -> [String]? { groups[group] }

  /// A fingerprint of every word with its key.
  package var fingerprint: ContentHash {
    ContentHash(of: [], and: keys.flatMap { [$0, words[$0]?.spelling ?? ""] })
  }
}
