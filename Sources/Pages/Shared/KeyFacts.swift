import Comparison

extension SiteModel {
  /// Returns what an item is, in the criteria that the site names as key facts, as far as it is known.
  func keyFacts(of item: Item.ID) -> [String] {
    catalog.keyFacts.filter { catalog[item, $0].facts.contains(where: \.value.isKnown) }.map {
      standaloneFact(item, $0)
    }
  }

  /// Returns the value of an item's criterion as it can stand by itself: one that says nothing without its
  /// criterion, such as "yes" or a number, is preceded by its name.
  func standaloneFact(_ item: Item.ID, _ id: Criterion.ID) -> String {
    let criterion = catalog[id]
    let value = words(item, id)
    switch criterion.type {
    case .text, .choice, .list: return value
    case .boolean, .number, .date, .url, nil: return "\(criterion.entry.name): \(value)"
    }
  }
}
