import Diagnostics
import MarkdownParsing
import TextEncoding

/// Converts the values of facts according to the types of their criteria, rather than YAML's implicit types.
enum FactTyping {
  /// Parses the YAML spellings of booleans: `yes`, `true`, `on` and their opposites.
  static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "on": true
    case "no", "false", "off": false
    default: nil
    }
  }

  /// Returns the value of a node for a criterion, or the problem with it.
  static func value(_ node: YAMLNode, for criterion: Criterion) -> Result<FactValue, Mistake> {
    guard let type = criterion.type else {
      return .failure(
        Mistake(
          node.range, "\"\(criterion.entry.name)\" takes claims only, no facts",
          help: "give \(criterion.entry.path) a type, or write a bullet"))
    }
    if case .scalar(let text, quoted: false) = node.kind, let special = special(text) {
      return .success(special)
    }
    if type == .list { return list(node, criterion) }
    guard case .scalar(let text, _) = node.kind else {
      return .failure(
        Mistake(node.range, "\"\(criterion.entry.name)\" takes \(type.noun), not \(node.kind.description)"))
    }
    return scalar(text, at: node.range, criterion, type)
  }

  private static func special(_ text: String) -> FactValue? {
    switch text {
    case "partial": .partial
    case "not-applicable": .notApplicable
    case "unknown": .unknown
    default: nil
    }
  }

  /// Returns a warning for each repeated element of a list value.
  static func repeats(in node: YAMLNode, for criterion: Criterion) -> [Diagnostic] {
    guard criterion.type == .list, case .sequence(let elements) = node.kind else { return [] }
    var known: Set<FactValue> = []
    return elements.compactMap { element in
      guard case .success(let value) = Self.value(element, for: criterion), !known.insert(value).inserted
      else {
        return nil
      }
      return Diagnostic(
        .duplicateValue, "the list has \(element.kind.description) twice, which counts once",
        at: element.range, help: "leave it out")
    }
  }

  private static func list(_ node: YAMLNode, _ criterion: Criterion) -> Result<FactValue, Mistake> {
    let elements: [YAMLNode]
    if case .sequence(let nodes) = node.kind { elements = nodes } else { elements = [node] }
    var values: [FactValue] = []
    var known: Set<FactValue> = []
    for element in elements {
      guard case .scalar(let text, _) = element.kind else {
        return .failure(
          Mistake(
            element.range,
            "\"\(criterion.entry.name)\" takes a list of values, not \(element.kind.description)"))
      }
      let type: Criterion.ValueType = criterion.choices.isEmpty ? .text : .choice
      switch scalar(text, at: element.range, criterion, type) {
      case .failure(let mistake): return .failure(mistake)
      case .success(let value): if known.insert(value).inserted { values.append(value) }
      }
    }
    if values.isEmpty {
      return .failure(
        Mistake(
          node.range, "\"\(criterion.entry.name)\" has an empty list",
          help: "write `unknown`, or leave the fact out"))
    }
    return .success(.list(values))
  }

  private static func scalar(
    _ text: String, at range: SourceRange, _ criterion: Criterion, _ type: Criterion.ValueType
  ) -> Result<FactValue, Mistake> {
    if text.isEmpty { return .failure(Mistake(range, "\"\(criterion.entry.name)\" has an empty value")) }
    if let problem = PublishedText.problem(in: text, "\"\(criterion.entry.name)\"", at: range) {
      return .failure(Mistake(problem))
    }
    func wrong() -> Result<FactValue, Mistake> {
      .failure(
        Mistake(
          range, "\"\(criterion.entry.name)\" takes \(type.noun), not \"\(text)\"",
          help: type == .number
            ? "write digits alone, with a point before decimals; the unit is a key of \(criterion.entry.path)"
            : nil))
    }
    switch type {
    case .text, .list: return .success(.text(TextValue(text)))
    case .boolean: return boolean(text).map { .success(.boolean($0)) } ?? wrong()
    case .number: return DecimalNumber(text).map { .success(.number($0)) } ?? wrong()
    case .date: return CalendarDate(text).map { .success(.date($0)) } ?? wrong()
    case .url:
      return WebAddress.isWellFormed(text) ? .success(.url(text)) : wrong()
    case .choice: return choice(text, at: range, criterion)
    }
  }

  private static func choice(_ text: String, at range: SourceRange, _ criterion: Criterion) -> Result<
    FactValue, Mistake
  > {
    let wanted = NameIndex<Never>.key(text)
    // Slugs take precedence over labels, since one value's label may look like the slug of another.
    let found =
      criterion.choices.first { NameIndex<Never>.key($0.slug.text) == wanted }
      ?? criterion.choices.first { NameIndex<Never>.key($0.label) == wanted }
    if let found { return .success(.choice(found.slug)) }
    let slugs = criterion.choices.map(\.slug.text)
    let close =
      Spelling.closest(to: text, among: slugs)
      ?? Spelling.closest(to: text, among: criterion.choices.map(\.label))
    return .failure(
      Mistake(
        range, "\"\(criterion.entry.name)\" has no value \"\(text)\"", rule: .unknownValue,
        suggestion: close,
        help: slugs.isEmpty
          ? "\(criterion.entry.path) lists no `values`" : "its values: \(slugs.joined(separator: ", "))"))
  }

  /// A value that does not suit its criterion.
  struct Mistake: Error {
    var diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    init(
      _ range: SourceRange, _ summary: String, rule: Diagnostic.Rule = .wrongType, suggestion: String? = nil,
      help: String? = nil
    ) {
      diagnostic = Diagnostic(rule, summary, at: range, suggestion: suggestion, help: help)
    }
  }
}

extension Criterion.ValueType {
  /// What a value of this type is, for messages.
  package var noun: String {
    switch self {
    case .text: "text"
    case .boolean: "yes or no"
    case .number: "a number"
    case .date: "a date of the calendar (YYYY-MM-DD)"
    case .choice: "one of its values"
    case .list: "a list of values"
    case .url: "an address that begins with https:// or http://"
    }
  }
}
