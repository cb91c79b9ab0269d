import Diagnostics

extension Resolver {
  /// Resolves the criteria whose facts stand beside an item wherever it is listed.
  mutating func resolveKeyFacts() {
    for name in configuration.keyFacts {
      guard let criterion = references.criterion(name).value(orNoteIn: &diagnostics) else { continue }
      if catalog[criterion].type == nil {
        diagnostics.append(
          .init(
            .untypedCriterion,
            "\"\(catalog[criterion].entry.name)\" takes no facts, so none can stand beside \(configuration.items.many)",
            at: name.range, help: "name a criterion that has a `type`"))
      } else if catalog.keyFacts.contains(criterion) {
        diagnostics.append(
          .init(
            .duplicateValue, "the key facts name \"\(name.value)\" twice, which counts once", at: name.range,
            help: "leave it out"))
      } else {
        catalog.keyFacts.append(criterion)
      }
    }
  }
}
