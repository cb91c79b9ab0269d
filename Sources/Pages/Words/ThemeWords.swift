import Comparison
import Diagnostics
import Templating

/// The words of a theme: the bundled words, with single ones replaced by those of the site.
struct ThemeWords {
  private(set) var words = Words()
  private(set) var diagnostics: [Diagnostic] = []

  /// The path of the words file of a language, beginning with `Templates/`.
  private static let folder = "Templates/words/"
  private static let path = folder + "en.yml"

  /// Returns whether a file in `Templates` is a words file.
  static func holdsWords(_ path: String) -> Bool { path.hasPrefix(folder) && path.hasSuffix(".yml") }

  /// The bundled words.
  static let bundled = ThemeWords([])

  /// Reads the words files of a site, whose words replace bundled ones.
  init(_ own: [SourceText]) {
    let plurals = PluralRules.english
    let bundled = WordsFile(
      BundledTheme.templates.first { $0.path == Self.path } ?? SourceText(path: Self.path, "{}"),
      plurals: plurals)
    diagnostics = bundled.diagnostics
    var all = bundled.words
    for source in own {
      guard source.path == Self.path else {
        diagnostics.append(
          Diagnostic(
            .unknownLanguage, "there are no words in the language of \"\(source.path)\"",
            inFile: source.path, help: "the words of a theme are in \(Self.path)"))
        continue
      }
      let file = WordsFile(source, plurals: plurals)
      diagnostics += file.diagnostics
      for (key, word) in file.words.sorted(by: {
        $0.value.place.offsets.lowerBound < $1.value.place.offsets.lowerBound
      }) {
        if let problem = Self.problem(of: word, key, in: bundled, source) {
          diagnostics.append(problem)
        } else {
          all[key] = word
        }
      }
      for (key, place) in file.groups where bundled.groups[key] == nil && bundled.words[key] != nil {
        diagnostics.append(
          Diagnostic(
            .unknownWord, "\"\(key)\" is a word and no group of words", at: place,
            help: "write its text"))
      }
    }
    words = Words(all, plurals: plurals)
  }

  /// Returns the reason why a word of the site cannot replace a bundled word.
  private static func problem(
    of word: Word, _ key: String, in bundled: WordsFile, _ source: SourceText
  ) -> Diagnostic? {
    guard let original = bundled.words[key] else {
      let group = bundled.groups[key] != nil
      let above = bundled.words.keys.contains { key.hasPrefix($0 + ".") }
      // The error is reported for the group above.
      if above { return nil }
      return Diagnostic(
        .unknownWord,
        group ? "\"\(key)\" is a group of words and no word" : "there is no word \"\(key)\"", at: word.place,
        suggestion: group ? nil : Spelling.closest(to: key, among: bundled.words.keys.sorted()),
        help: "`collate reference` lists all words")
    }
    if let unknown = word.parts.first(where: { !original.parts.contains($0) }) {
      return Diagnostic(
        .wordPart, "the word \"\(key)\" has no part \"\(unknown)\"", at: word.place,
        suggestion: Spelling.closest(to: unknown, among: original.parts), help: partsHelp(original))
    }
    // A word may omit the plural forms of the bundled word, and then the number that selects them.
    let needed = original.shownParts
    if let missing = needed.first(where: { !word.parts.contains($0) }) {
      return Diagnostic(
        .wordPart, "the part \"\(missing)\" is missing in the word \"\(key)\"", at: word.place,
        help: "write {\(missing)} where its value is to stand")
    }
    return nil
  }

  private static func partsHelp(_ word: Word) -> String {
    word.parts.isEmpty
      ? "it has no parts; \"{{\" is the sign itself"
      : "it has \(word.parts.map { "{\($0)}" }.joined(separator: ", "))"
  }
}

extension Word {
  /// The parts that at least one of its forms shows.
  fileprivate var shownParts: [String] {
    parts.filter { name in forms.contains { $0.parts.contains(name) } }
  }
}
