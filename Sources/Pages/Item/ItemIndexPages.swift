import Comparison
import Templating

extension PagePlanner {
  /// Adds the index of items, which goes over several pages where they are many.
  mutating func addItemIndex() {
    addIndexPages(
      PageTemplates.items, of: .items, count: Pagination.pages(of: catalog.items.count).count,
      alternates: [.json(DataPaths.items)]
    ) { IndexPage(prose: $0, number: $1) }
  }
}

extension PageTemplates {
  static let items = PageTemplate<IndexPage>(
    .items, "ItemsPage", "The index of items.",
    [
      .record("prose", "The words of the folder's `index.md`, on the first page.", of: Records.prose) {
        $0.prose
      },
      .integer("count", "How many items there are, on all pages.") { $0.prose.catalog.items.count },
      .list("items", "The items of this page.", of: Records.itemCard) {
        $0.prose.with(each: $0.here($0.prose.catalog.items))
      },
      .optionalRecord(
        "pagination", "The pages that they are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { $0.pagination(of: .items, $0.prose.catalog.items, name: \.entry.name) },
      .list("key_facts", "The key facts whose values have pages.", of: Records.keyFactValues) {
        $0.prose.with(each: $0.prose.model.keyFactValues)
      },
      .integer("source_count", "How many sources there are.") { $0.prose.catalog.sources.count },
    ])
}
