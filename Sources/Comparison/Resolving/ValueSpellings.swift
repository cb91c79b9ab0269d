import Diagnostics

extension ResolvedItems {
  /// Returns a warning for each text value that is spelled differently elsewhere; each spelling is reported once.
  func spellingDiagnostics(_ criteria: [Criterion]) -> [Diagnostic] {
    let written = criteria.filter { $0.type == .text || $0.type == .list && $0.choices.isEmpty }
    return written.flatMap { criterion in
      var spellings = ValueSpellings(criterion)
      for item in items {
        for fact in item.cells[criterion.id.index].facts { spellings.note(fact.value, at: fact.range) }
      }
      return spellings.diagnostics
    }
  }
}

/// Collects the spellings of a criterion's text values.
private struct ValueSpellings {
  private let criterion: Criterion
  /// The first spelling of each value, and the others that were reported.
  private var known: [TextValue: (first: String, range: SourceRange, others: Set<String>)] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ criterion: Criterion) { self.criterion = criterion }

  mutating func note(_ value: FactValue, at range: SourceRange) {
    switch value {
    case .list(let elements): for element in elements { note(element, at: range) }
    case .text(let text):
      guard let (first, place, others) = known[text] else {
        known[text] = (text.text, range, [])
        return
      }
      guard first != text.text, !others.contains(text.text) else { return }
      known[text]?.others.insert(text.text)
      diagnostics.append(
        Diagnostic(
          .inconsistentSpelling,
          "\"\(text)\" is the value \"\(first)\" of \"\(criterion.entry.name)\", spelled otherwise",
          at: range,
          suggestion: first,
          help:
            "texts that differ only in capitals, blanks or apostrophes are one value: write it in one way",
          notes: [Diagnostic.Note("the first spelling", at: place)]))
    default: return
    }
  }
}
