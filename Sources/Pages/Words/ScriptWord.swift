import Diagnostics
import Templating

/// A word that a script refers to as `$words.search.results`.
///
/// It is inserted when the script is published, so that a page loads only the words of its own scripts and no
/// additional file. It becomes a string if the word has no parts, otherwise a function that takes an object with the
/// parts.
struct ScriptWord {
  /// The result of looking up a word.
  enum Meaning {
    /// The JavaScript expression that replaces it.
    case text(String)
    case mistake(Mistake)
  }

  /// An error in a use of a word, for a diagnostic.
  struct Mistake {
    var rule: Diagnostic.Rule
    var summary: String
    var suggestion: String?
    var help: String?
  }

  /// The range that is replaced, or that is wrong.
  var reference: AssetReference
  var meaning: Meaning

  static let name = "$words"

  /// Returns the words that a script refers to, in source order, and the errors in them.
  static func uses(in script: [UInt8], of words: Words) -> [ScriptWord] {
    var scanner = ScriptScanner(script)
    var uses: [ScriptWord] = []
    var token = scanner.next()
    while let present = token {
      guard present == .word(name) else {
        token = scanner.next()
        continue
      }
      var reader = ScriptWordReader(script, scanner, words)
      uses += reader.read()
      // The arguments of a call may contain words too, so scanning continues after the key.
      scanner = reader.scanner
      token = scanner.next()
    }
    return uses
  }
}

/// Reads one word in a script, from `$words` to the end of its key, and checks the parts of its call.
private struct ScriptWordReader {
  private let script: [UInt8]
  private let words: Words
  private(set) var scanner: ScriptScanner
  private let start: Int

  init(_ script: [UInt8], _ scanner: ScriptScanner, _ words: Words) {
    self.script = script
    self.scanner = scanner
    self.words = words
    start = scanner.range.lowerBound
  }

  mutating func read() -> [ScriptWord] {
    var group = ""
    while true {
      var ahead = scanner
      guard ahead.next() == .sign(UInt8(ascii: ".")), ahead.next() == .other else {
        return [
          mistake(
            .unknownWord,
            group.isEmpty
              ? "\"$words\" is no word by itself" : "\"\(group)\" is a group of words and no word",
            at: start..<scanner.range.upperBound, help: "it has \(listed(words.names(in: group) ?? []))")
        ]
      }
      let name = String(decoding: script[ahead.range], as: UTF8.self)
      let key = group.isEmpty ? name : "\(group).\(name)"
      scanner = ahead
      if let word = words[key] { return found(word, key) }
      guard words.names(in: key) != nil else {
        return [
          mistake(
            .unknownWord, "there is no word \"\(key)\"", at: scanner.range,
            suggestion: Spelling.closest(to: name, among: words.names(in: group) ?? []),
            help: "\(group.isEmpty ? "words" : group) has \(listed(words.names(in: group) ?? []))")
        ]
      }
      group = key
    }
  }

  private func found(_ word: Word, _ key: String) -> [ScriptWord] {
    let offsets = start..<scanner.range.upperBound
    let use = ScriptWord(
      reference: AssetReference(text: key, offsets: offsets), meaning: .text(word.expression(words.plurals)))
    return [use] + callMistakes(word, key)
  }

  /// Returns the errors in the parts, if the call passes them as an object literal.
  private func callMistakes(_ word: Word, _ key: String) -> [ScriptWord] {
    var scanner = scanner
    guard scanner.next() == .sign(UInt8(ascii: "(")) else { return [] }
    let opening = scanner.range
    if word.parts.isEmpty {
      return [
        mistake(.wordPart, "the word \"\(key)\" has no parts", at: opening, help: "leave the call out")
      ]
    }
    guard scanner.next() == .sign(UInt8(ascii: "{")), let given = Self.names(&scanner, script) else {
      return []
    }
    let unknown = given.filter { !word.parts.contains($0.text) }.map {
      mistake(
        .wordPart, "the word \"\(key)\" has no part \"\($0.text)\"", at: $0.offsets,
        suggestion: Spelling.closest(to: $0.text, among: word.parts), help: "it has \(listed(word.parts))")
    }
    let missing = word.parts.filter { part in !given.contains { $0.text == part } }
    if missing.isEmpty || !unknown.isEmpty { return unknown }
    return [
      mistake(
        .wordPart, "the word \"\(key)\" needs \(missing.map { "\"\($0)\"" }.joined(separator: ", "))",
        at: start..<self.scanner.range.upperBound,
        help: "give it as \(ScriptWord.name).\(key)({ \(missing.joined(separator: ", ")) })")
    ]
  }

  /// Returns the property names of an object literal after its opening brace; nil if not all of them are known.
  private static func names(_ scanner: inout ScriptScanner, _ script: [UInt8]) -> [AssetReference]? {
    var names: [AssetReference] = []
    var depth = 0
    var beginsName = true
    while let token = scanner.next() {
      switch token {
      case .sign(UInt8(ascii: "}")) where depth == 0: return names
      case .sign(UInt8(ascii: "(")), .sign(UInt8(ascii: "[")), .sign(UInt8(ascii: "{")):
        // A computed name.
        if beginsName { return nil }
        depth += 1
      case .sign(UInt8(ascii: ")")), .sign(UInt8(ascii: "]")), .sign(UInt8(ascii: "}")): depth -= 1
      case .sign(UInt8(ascii: ",")) where depth == 0:
        beginsName = true
        continue
      case .word(let text) where beginsName: names.append(AssetReference(text: text, offsets: scanner.range))
      // A spread, or a quoted name.
      case _ where beginsName: return nil
      default: break
      }
      beginsName = false
    }
    return nil
  }

  private func mistake(
    _ rule: Diagnostic.Rule, _ summary: String, at offsets: Range<Int>, suggestion: String? = nil,
    help: String? = nil
  ) -> ScriptWord {
    ScriptWord(
      reference: AssetReference(text: "", offsets: offsets),
      meaning: .mistake(
        .init(rule: rule, summary: summary, suggestion: suggestion, help: help)))
  }

  private func listed(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
}

extension Word {
  /// Returns the word as a JavaScript expression.
  fileprivate func expression(_ plurals: PluralRules) -> String {
    guard let last = forms.last else { return "\"\"" }
    if parts.isEmpty { return last.template }
    guard isCounted else { return "(p=>\(last.template))" }
    let choices = forms.dropLast().map { "c===\"\($0.category.rawValue)\"?\($0.template):" }.joined()
    return
      "(p=>(c=>\(choices)\(last.template))(new Intl.PluralRules(\"\(plurals.code)\").select(p.\(Word.count))))"
  }
}

extension Word.Form {
  /// The form as a JavaScript template literal, in which each part is a property of `p`.
  fileprivate var template: String {
    let inner = pieces.map { piece in
      switch piece {
      case .part(let name): return "${p.\(name)}"
      case .text(let text):
        return text.unicodeScalars.map { scalar in
          switch scalar {
          case "`", "\\", "$": "\\\(scalar)"
          case "\n": "\\n"
          default: String(scalar)
          }
        }.joined()
      }
    }.joined()
    return "`\(inner)`"
  }
}
