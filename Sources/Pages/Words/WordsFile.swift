import Diagnostics
import MarkdownParsing
import Templating

/// A words file: a YAML tree of keys, whose leaves are texts or plural forms.
struct WordsFile {
  /// The meaning of a key.
  enum Entry {
    case word(Word)
    case group
  }

  private(set) var words: [String: Word] = [:]
  /// The keys of groups, with their source ranges.
  private(set) var groups: [String: SourceRange] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private let plurals: PluralRules

  init(_ source: SourceText, plurals: PluralRules) {
    self.plurals = plurals
    let (mapping, found) = parseYAML(source)
    diagnostics = found
    if let mapping { read(mapping, below: "") }
  }

  private mutating func read(_ mapping: YAMLMapping, below group: String) {
    for (name, value) in mapping.entries {
      guard Word.isName(name.value) else {
        report(
          .wordKey, "\"\(name.value)\" is no key of a word", at: name.range,
          help: "a key has small letters, digits and \"_\", and begins with a letter")
        continue
      }
      if PluralCategory(rawValue: name.value) != nil {
        report(
          .wordKey, "\"\(name.value)\" is a plural form, and no name of a word", at: name.range,
          help: "choose another name")
        continue
      }
      let key = group.isEmpty ? name.value : "\(group).\(name.value)"
      switch value.kind {
      case .scalar(let text, let quoted):
        if let pieces = pieces(text, quoted: quoted, key, at: value.range) {
          words[key] = Word(pieces, at: name.range)
        }
      case .mapping(let forms) where forms.isCounted: readForms(forms, key, at: name.range)
      case .mapping(let words):
        groups[key] = name.range
        read(words, below: key)
      case .sequence:
        report(
          .wordKey, "\"\(key)\" is a list, not a text", at: value.range,
          help: "write one text, or a key for each")
      }
    }
  }

  private mutating func readForms(_ mapping: YAMLMapping, _ key: String, at range: SourceRange) {
    var forms: [PluralCategory: Word.Form] = [:]
    var isRight = true
    let known = plurals.categories.map(\.rawValue)
    for (name, value) in mapping.entries {
      guard let category = PluralCategory(rawValue: name.value), plurals.categories.contains(category) else {
        report(
          .wordForm, "\(plurals.language) has no plural form \"\(name.value)\"", at: name.range,
          suggestion: Spelling.closest(to: name.value, among: known),
          help: "it has \(known.joined(separator: " and "))")
        isRight = false
        continue
      }
      guard case .scalar(let text, let quoted) = value.kind else {
        report(.wordForm, "a plural form is a text, not \(value.kindName)", at: value.range)
        isRight = false
        continue
      }
      if let pieces = pieces(text, quoted: quoted, key, at: value.range) {
        forms[category] = Word.Form(category, pieces)
      } else {
        isRight = false
      }
    }
    if isRight, forms[.other] == nil {
      report(
        .wordForm, "\"\(key)\" has no form \"other\"", at: range,
        help: "it is the one for all numbers that have no form of their own")
    } else if isRight {
      words[key] = Word(counted: PluralCategory.allCases.compactMap { forms[$0] }, at: range)
    }
  }

  private mutating func pieces(
    _ text: String, quoted: Bool, _ key: String, at range: SourceRange
  ) -> [Word.Piece]? {
    guard quoted || !text.isEmpty else {
      report(
        .wordSyntax, "\"\(key)\" has no text", at: range, help: "write \"\" where nothing is to be shown")
      return nil
    }
    do throws(Word.Mistake) {
      return try Word.pieces(of: text)
    } catch {
      report(.wordSyntax, error.summary, at: range, help: error.help)
      return nil
    }
  }

  private mutating func report(
    _ rule: Diagnostic.Rule, _ summary: String, at range: SourceRange, suggestion: String? = nil,
    help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(rule, summary, at: range, suggestion: suggestion, help: help))
  }
}

extension YAMLMapping {
  /// Whether at least half of the keys are plural forms; the others are then treated as misspelled forms.
  fileprivate var isCounted: Bool {
    let forms = entries.count { PluralCategory(rawValue: $0.key.value) != nil }
    return forms > 0 && forms * 2 >= entries.count
  }
}
