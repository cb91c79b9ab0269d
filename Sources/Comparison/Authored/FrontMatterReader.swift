import Diagnostics
import MarkdownParsing
import TextEncoding

/// Reads typed values from a YAML mapping and reports the keys that were never read.
struct FrontMatterReader {
  let mapping: YAMLMapping?
  /// What the mapping describes, for messages: `an item`, `a source`.
  let owner: String
  /// The place where missing keys are reported.
  let place: SourceRange
  /// Whether the mapping could not be parsed, so that missing keys must not be reported as well.
  var isDamaged = false
  /// Keys of other kinds of documents, with the explanations that the messages give.
  var strayKeys: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var known: [String] = []

  init(_ mapping: YAMLMapping?, owner: String, place: SourceRange) {
    self.mapping = mapping
    self.owner = owner
    self.place = place
  }

  /// Returns the node of a key; nil if the key is missing or has no value.
  mutating func node(_ key: String) -> YAMLNode? {
    known.append(key)
    guard let node = mapping?[key] else { return nil }
    if case .scalar("", quoted: false) = node.kind { return nil }
    return node
  }

  mutating func text(_ key: String) -> Ranged<String>? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text, _) = node.kind else {
      wrongType(key, "takes text", node)
      return nil
    }
    let ranged = Ranged(text, at: node.range)
    return mayPublish(ranged, "\"\(key)\"") ? ranged : nil
  }

  mutating func requiredText(_ key: String) -> Ranged<String>? {
    if let text = label(key) { return text }
    if !isDamaged, mapping?[key].map({ $0.kind.isNothing }) ?? true {
      report(
        .init(
          .missingKey, "\(owner) needs \"\(key)\"", at: place,
          help: mapping == nil
            ? "begin the file with front matter: a line `---`, a line `\(key): …`, and a line `---`"
            : "add `\(key): …` to the front matter"))
    }
    return nil
  }

  /// Reads a text that is displayed as a name; nil if it is empty or too long.
  mutating func label(_ key: String) -> Ranged<String>? {
    guard let text = text(key), !text.value.isEmpty else { return nil }
    guard isShort(text, key, most: CountLimits.nameBytes) else { return nil }
    return text
  }

  /// Returns whether a text may be published; reports the problem if not.
  mutating func mayPublish(_ text: Ranged<String>, _ subject: String) -> Bool {
    guard let problem = PublishedText.problem(in: text.value, subject, at: text.range) else { return true }
    report(problem)
    return false
  }

  /// Reads one text or a list of texts.
  mutating func texts(_ key: String) -> [Ranged<String>] {
    guard let node = node(key) else { return [] }
    return texts(of: node, key: key)
  }

  mutating func texts(of node: YAMLNode, key: String) -> [Ranged<String>] {
    var texts: [Ranged<String>] = []
    switch node.kind {
    case .scalar(let text, _): texts = [Ranged(text, at: node.range)]
    case .sequence(let elements):
      for element in elements {
        guard case .scalar(let text, _) = element.kind else {
          wrongType(key, "takes a list of texts", element)
          continue
        }
        texts.append(Ranged(text, at: element.range))
      }
    case .mapping: wrongType(key, "takes text or a list of texts", node)
    }
    return texts.filter { mayPublish($0, "\"\(key)\"") }
  }

  mutating func boolean(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    if let value = FactTyping.boolean(text.value) { return value }
    report(.init(.wrongType, "\"\(key)\" is yes or no, not \"\(text.value)\"", at: text.range))
    return nil
  }

  mutating func integer(_ key: String, in allowed: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    if let value = Int(text.value), allowed.contains(value) { return value }
    report(
      .init(
        .wrongType,
        "\"\(key)\" is a whole number from \(allowed.lowerBound) to \(allowed.upperBound), not \"\(text.value)\"",
        at: text.range))
    return nil
  }

  mutating func date(_ key: String) -> CalendarDate? {
    guard let text = text(key) else { return nil }
    if let date = CalendarDate(text.value) { return date }
    report(
      .init(
        .wrongType, "\"\(text.value)\" is no date of the calendar", at: text.range,
        help: "write it as YYYY-MM-DD"))
    return nil
  }

  /// Reads one of a fixed set of words.
  ///
  /// - Parameters:
  ///   - key: The key to read.
  ///   - type: The enumeration of the permitted words.
  ///   - synonyms: Other words in lower case, for which the right one is suggested.
  /// - Returns: The word; nil if the key is missing or the word is not permitted, which is reported.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type, synonyms: [String: Word] = [:]
  ) -> Word? where Word.RawValue == String {
    guard let text = text(key) else { return nil }
    if let word = Word(rawValue: text.value) { return word }
    let words = Word.allCases.map(\.rawValue)
    let choice =
      words.dropLast().joined(separator: ", ") + (words.count > 1 ? " or " : "") + (words.last ?? "")
    report(
      .init(
        .wrongValue, "\"\(key)\" is \(choice), not \"\(text.value)\"",
        at: text.range,
        suggestion: synonyms[text.value.lowercased()]?.rawValue
          ?? Spelling.closest(to: text.value, among: words)))
    return nil
  }

  mutating func mapping(_ key: String) -> YAMLMapping? {
    guard let node = node(key) else { return nil }
    guard case .mapping(let mapping) = node.kind else {
      wrongType(key, "takes keys with values", node)
      return nil
    }
    return mapping
  }

  /// Reads a list; a single value counts as a list of one.
  mutating func elements(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    if case .sequence(let elements) = node.kind { return elements }
    return [node]
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  mutating func wrongType(_ key: String, _ rule: String, _ node: YAMLNode) {
    report(.init(.wrongType, "\"\(key)\" \(rule), not \(node.kind.description)", at: node.range))
  }

  /// Names that other static site generators use for these keys.
  private static let synonyms = [
    "title": "name", "description": "summary", "date": "updated", "url": "website", "weight": "order",
    "layout": "extra", "tags": "facts", "categories": "facts", "permalink": "slug",
    "redirect_from": "redirect-from",
    "label": "name", "lang": "language", "base_url": "base-url", "baseurl": "base-url",
  ]

  /// Reports all keys that were not read, and returns all diagnostics.
  ///
  /// A key similar to a known one is probably a typo and thus an error, since its value would be lost; any other is a
  /// warning.
  mutating func finish() -> [Diagnostic] {
    let freeKeys = known.contains("extra") ? "free keys go below `extra:`; " : ""
    for entry in mapping?.entries ?? [] where !known.contains(entry.key.value) {
      let key = entry.key.value
      let synonym = Self.synonyms[key.lowercased()].flatMap { known.contains($0) ? $0 : nil }
      let close = strayKeys[key] != nil ? nil : synonym ?? Spelling.closest(to: key, among: known)
      report(
        .init(
          .unknownKey, as: close == nil ? .warning : .error, "\(owner) has no key \"\(key)\"",
          at: entry.key.range,
          suggestion: close,
          help: strayKeys[key]
            ?? (close == nil ? "\(freeKeys)known keys: \(known.joined(separator: ", "))" : nil)))
    }
    return diagnostics
  }
}

extension YAMLNode.Kind {
  /// Whether the node is an empty scalar.
  fileprivate var isNothing: Bool { if case .scalar("", _) = self { true } else { false } }

  /// A description of the node for messages.
  var description: String {
    switch self {
    case .scalar(let text, _): text.isEmpty ? "nothing" : "\"\(text)\""
    case .sequence: "a list"
    case .mapping: "keys with values"
    }
  }
}
