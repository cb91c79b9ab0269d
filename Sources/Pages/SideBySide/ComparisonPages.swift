import Comparison
import Templating
import TextEncoding

extension PagePlanner {
  /// Adds the page of each comparison that has a document.
  mutating func addComparisons() {
    let model = model
    for comparison in catalog.comparisons {
      let path = routes.path(.comparison(comparison.id))
      let names = comparison.items.map { catalog[$0].entry.name }
      let page = page(
        .comparison, comparison.entry.name, path: path,
        description: comparison.entry.summary
          ?? model.siteWords(.comparisonDescription, names.joined(separator: ", ")),
        above: [model.link(.pairs)], entry: comparison.entry)
      let dates = comparison.items.compactMap { catalog[$0].updated }
      add(
        PageTemplates.comparison, path: path, page: page, origin: comparison.entry.place,
        modified: dates.max()
      ) { In(model, comparison.id) }
    }
  }
}

extension Records {
  static let comparisonCard = Record<In<NamedComparison.ID>>(
    "ComparisonCard", "A comparison in a list.",
    [
      .record("comparison", "Its page.", of: link) { $0.model.link($0.part) },
      .list("items", "The items that it compares.", of: link) { card in
        card.catalog[card.part].items.map { card.model.link($0) }
      },
      .texts("keys", "Their slugs, in order of slug.") { card in
        card.catalog[card.part].items.map { card.catalog[$0].entry.slug.text }.sorted {
          $0.precedesByBytes($1)
        }
      },
    ])
}

extension PageTemplates {
  static let comparison = PageTemplate<In<NamedComparison.ID>>(
    .comparison, "ComparisonPage", "Two to five items side by side, under a name.",
    [
      .text("name", "Its name.") { $0.catalog[$0.part].entry.name },
      .optionalText("summary", "A sentence on what it compares.") { $0.catalog[$0.part].entry.summary },
      .record("prose", "Its document's words.", of: Records.prose) { $0.with($0.catalog[$0.part].prose) },
      .record("table", "The items side by side.", of: Records.sideBySide) {
        let comparison = $0.catalog[$0.part]
        return $0.with(
          SideBySide(comparison.items, citing: comparison.prose.citedSources, $0.model))
      },
      .list("others", "The other comparisons that share an item with it.", of: Records.link) { $0.others },
    ])
}

extension In<NamedComparison.ID> {
  /// The maximum number of other comparisons on a page.
  private static var mostOthers: Int { 12 }

  fileprivate var others: [Link] {
    let items = Set(catalog[part].items)
    return catalog.comparisons.lazy.filter { $0.id != part && !items.isDisjoint(with: $0.items) }
      .prefix(Self.mostOthers).map { model.link($0.id) }
  }
}
