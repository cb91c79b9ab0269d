package import Diagnostics

extension Catalog {
  /// A note that names the criteria, values and use cases for which reasons to choose have no words; nil if all have.
  ///
  /// A criterion needs words if sources judge items on it, or if items have it or have a better number; a predefined
  /// value needs them if items have it.
  package var wordlessReasons: Diagnostic? {
    let criteria = self.criteria.compactMap { criterion -> String? in
      let slug = criterion.entry.slug.text
      if needsWords(criterion) { return slug }
      let values = wordlessValues(of: criterion)
      return values.isEmpty ? nil : "\(slug) (\(Self.listed(values)))"
    }
    let uses = useCases.filter { $0.wish == nil }.map(\.entry.slug.text)
    if criteria.isEmpty, uses.isEmpty { return nil }
    var parts: [String] = []
    if !criteria.isEmpty { parts.append("`choose` in criteria: \(Self.listed(criteria))") }
    if !uses.isEmpty { parts.append("`for` in use cases: \(Self.listed(uses))") }
    return Diagnostic(
      .wordlessReasons, "some reasons to choose have no words, and show a name instead", at: .site,
      help: "write \(parts.joined(separator: "; "))")
  }

  private func needsWords(_ criterion: Criterion) -> Bool {
    guard criterion.wish == nil else { return false }
    let cells = items.lazy.map { $0.cells[criterion.id.index] }
    let isFact = criterion.type == .boolean || criterion.type == .number && criterion.better != nil
    return cells.contains { !$0.balance.isEmpty || isFact && !$0.facts.isEmpty }
  }

  private func wordlessValues(of criterion: Criterion) -> [String] {
    criterion.choices.filter { choice in
      choice.wish == nil
        && items.contains { $0.cells[criterion.id.index].has(.choice(choice.slug)) }
    }.map(\.slug.text)
  }

  /// The first names, and how many more there are.
  private static func listed(_ names: [String]) -> String {
    let most = 12
    let more = names.count - most
    return names.prefix(most).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
