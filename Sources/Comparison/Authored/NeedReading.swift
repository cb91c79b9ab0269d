import Diagnostics
import MarkdownParsing

extension UseCaseHeader.Need {
  /// The key that makes a needed value a help instead of a condition.
  private static let preferring = "prefer"

  /// Reads a need: a criterion, `{ criterion: value }` or `{ criterion: value, prefer: true }`; nil if it is none of
  /// these, which is reported.
  static func reading(_ node: YAMLNode, _ outer: inout FrontMatterReader) -> Self? {
    switch node.kind {
    case .scalar(let text, _): return Self(criterion: Ranged(text, at: node.range))
    case .mapping(let mapping):
      var reader = FrontMatterReader(mapping, owner: "a need", place: node.range)
      let need = reading(&reader, at: node.range)
      for problem in reader.diagnostics { outer.report(problem) }
      return need
    case .sequence:
      outer.wrongType("needs", "takes criteria, or { criterion: value }", node)
      return nil
    }
  }

  private static func reading(_ reader: inout FrontMatterReader, at range: SourceRange) -> Self? {
    let isPreferred = reader.boolean(preferring) ?? false
    let others = (reader.mapping?.entries ?? []).filter { $0.key.value != preferring }
    // Of several keys, one that resembles "prefer" is a misspelling of it rather than the criterion.
    let typos = others.count > 1 ? others.filter { isMisspelled($0.key) } : []
    let criteria = others.filter { !(others.count > 1 && isMisspelled($0.key)) }
    for typo in typos {
      reader.report(
        .init(
          .unknownKey, as: .error, "a need has no key \"\(typo.key.value)\"", at: typo.key.range,
          suggestion: preferring))
    }
    guard let first = criteria.first else {
      reader.report(
        .init(
          .missingKey, "a need has no criterion", at: range,
          help: "name one, with the value that is needed: { language: swift, \(preferring): true }"))
      return nil
    }
    for second in criteria.dropFirst() {
      reader.report(
        .init(
          .unknownKey, as: .error,
          "a need is about one criterion, \"\(first.key.value)\", and has no key \"\(second.key.value)\"",
          at: second.key.range,
          help: "known key: \(preferring); a second criterion goes in braces of its own"))
    }
    return Self(criterion: first.key, value: first.value, isPreferred: isPreferred)
  }

  private static func isMisspelled(_ key: Ranged<String>) -> Bool {
    Spelling.closest(to: key.value, among: [preferring]) != nil
  }
}
