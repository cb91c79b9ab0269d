import Comparison
import Diagnostics
import TextEncoding

/// Formats the cells of a column as values of its criterion.
struct FactSpelling {
  private let plan: CriterionPlan
  /// The slugs of the existing criterion's values, by label and by slug. Labels take precedence, since files contain
  /// labels.
  private let known: [String: String]

  init(plan: CriterionPlan) {
    self.plan = plan
    var known: [String: String] = [:]
    for name in [\Criterion.Choice.label, \.slug.text] {
      for choice in plan.choices where known[NameIndex<Never>.key(choice[keyPath: name])] == nil {
        known[NameIndex<Never>.key(choice[keyPath: name])] = choice.slug.text
      }
    }
    self.known = known
  }

  /// A value as YAML, with a note if the file has one.
  struct Spelled: Sendable {
    var yaml: String
    var note: String?
  }

  /// The reason why a cell does not fit its criterion.
  struct Misfit: Error {
    var summary: String
    var suggestion: String?
  }

  func spell(_ cell: Cell) -> Result<Spelled, Misfit> {
    if cell.content == .notApplicable { return .success(Spelled(yaml: "not-applicable")) }
    switch plan.type {
    case .text: return .success(Spelled(yaml: YAMLText.value(cell.text)))
    case .boolean: return truth(cell)
    case .number: return check(cell.text, DecimalNumber(cell.text) != nil)
    case .url: return check(cell.text, WebAddress.isWellFormed(cell.text))
    case .date:
      guard let date = FileSpelling.date(cell.text) else { return .failure(misfit(cell.text)) }
      return .success(Spelled(yaml: date.description))
    case .choice:
      return slugs(cell.text).flatMap { slugs in
        guard slugs.count == 1, let slug = slugs.first else { return .failure(misfit(cell.text)) }
        return .success(Spelled(yaml: YAMLText.value(slug)))
      }
    case .list: return list(cell)
    }
  }

  private func check(_ text: String, _ isRight: Bool) -> Result<Spelled, Misfit> {
    isRight ? .success(Spelled(yaml: YAMLText.value(text))) : .failure(misfit(text))
  }

  private func misfit(_ text: String) -> Misfit {
    Misfit(summary: "\"\(plan.name)\" takes \(plan.type.noun), not \"\(text)\"")
  }

  private func truth(_ cell: Cell) -> Result<Spelled, Misfit> {
    // Only if the criterion is known to be boolean, 1 and 0 are certainly answers rather than numbers.
    let digits: [String: FileSpelling.Truth.Word] = ["1": .yes, "0": .no]
    let truth = FileSpelling.truth(cell.text) ?? digits[cell.text].map { FileSpelling.Truth(word: $0) }
    if let truth { return .success(Spelled(yaml: truth.word.rawValue, note: truth.note)) }
    if cell.text.lowercased() == "partial", let note = cell.backing?.note {
      return .success(Spelled(yaml: "partial", note: note))
    }
    return .failure(misfit(cell.text))
  }

  // MARK: Choices and lists

  private func list(_ cell: Cell) -> Result<Spelled, Misfit> {
    var elements = cell.elements
    if case .text(let text) = cell.content {
      if let separator = plan.guess?.separator ?? plan.reading?.separator ?? separator(of: text) {
        elements = TypeGuess.elements(of: text, separator: separator)
      }
    }
    var spelled: [String] = []
    for element in elements {
      switch slugs(element) {
      case .failure(let misfit): return .failure(misfit)
      case .success(let values): for value in values where !spelled.contains(value) { spelled.append(value) }
      }
    }
    guard !spelled.isEmpty else { return .failure(misfit(cell.text)) }
    return .success(Spelled(yaml: "[\(spelled.map { YAMLText.value($0) }.joined(separator: ", "))]"))
  }

  /// Returns the separator of a list in a text: the one that splits it into existing values.
  private func separator(of text: String) -> Character? {
    guard !plan.choices.isEmpty, choice(text) == nil else { return nil }
    return [";", "|", ",", "/"].first { separator in
      let parts = TypeGuess.elements(of: text, separator: separator)
      return parts.count > 1 && parts.allSatisfy { choice($0) != nil }
    }
  }

  /// Returns the values in a text: slugs if the criterion predefines values, otherwise the text itself.
  private func slugs(_ text: String) -> Result<[String], Misfit> {
    if let guess = plan.guess {
      return .success(guess.choices.isEmpty ? [text] : guess.choices.slugs(for: text).map(\.text))
    }
    if plan.choices.isEmpty, plan.type == .list {
      return .success(plan.reading?.choices.parts(of: text) ?? [text])
    }
    if let slug = choice(text) { return .success([slug]) }
    let labels = plan.choices.map(\.label) + plan.choices.map(\.slug.text)
    return .failure(
      Misfit(
        summary: "\"\(plan.name)\" has no value \"\(text)\"",
        suggestion: Spelling.closest(to: text, among: labels)))
  }

  private func choice(_ text: String) -> String? { known[NameIndex<Never>.key(text)] }
}
