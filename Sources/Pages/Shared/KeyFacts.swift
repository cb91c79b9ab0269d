import Comparison

extension SiteModel {
  /// Returns what an item is, in the criteria that the site names as key facts, as far as it is known.
  ///
  /// Values that say nothing without their criterion, such as "yes" or a number, are preceded by its name.
  func keyFacts(of item: Item.ID) -> [String] {
    catalog.keyFacts.compactMap { id in
      let criterion = catalog[id]
      guard catalog[item, id].facts.contains(where: \.value.isKnown) else { return nil }
      let value = words(item, id)
      switch criterion.type {
      case .text, .choice, .list: return value
      case .boolean, .number, .date, .url, nil: return "\(criterion.entry.name): \(value)"
      }
    }
  }
}
