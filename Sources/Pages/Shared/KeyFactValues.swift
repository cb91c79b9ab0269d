import Comparison
import Templating

/// A criterion whose values lead to everything that has them.
struct KeyFactValues: Sendable {
  /// How many values are offered; of more, those of the most items.
  static let most = 24

  var criterion: Criterion.ID
  var values: [CriterionValue]
  /// How many values are not among them.
  var more: Int
}

extension Records {
  static let keyFactValues = Record<In<KeyFactValues>>(
    "KeyFactValues", "The values of a key fact, each with the page of everything that has it.",
    [
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .list("values", "The values and how many items have each; of many, those of the most.", of: countedLink)
      { group in
        group.part.values.map { value in
          let url = group.model.address(of: value, group.catalog[group.part.criterion])
          return CountedLink(link: Link(url: url, text: value.name), count: value.items.count)
        }
      },
      .integer("more", "How many values are left out.") { $0.part.more },
    ])
}

extension SiteModel {
  /// The key facts whose values have pages; where the site names none, the first criterion whose values have.
  var keyFactValues: [KeyFactValues] {
    let named = catalog.keyFacts.compactMap { keyFactValues(of: catalog[$0]) }
    if !catalog.keyFacts.isEmpty { return named }
    return catalog.criteria.lazy.compactMap { self.keyFactValues(of: $0) }.first.map { [$0] } ?? []
  }

  private func keyFactValues(of criterion: Criterion) -> KeyFactValues? {
    guard criterion.hasValueIndex else { return nil }
    let all = values(of: criterion)
    if all.count < 2 { return nil }
    // Sorting is stable.
    let values =
      all.count > KeyFactValues.most
      ? Array(all.sorted { $0.items.count > $1.items.count }.prefix(KeyFactValues.most)) : all
    return KeyFactValues(criterion: criterion.id, values: values, more: all.count - values.count)
  }
}
