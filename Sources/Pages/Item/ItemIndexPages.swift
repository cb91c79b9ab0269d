import Comparison
import Templating

extension PagePlanner {
  /// Adds the index of items, which goes over several pages where they are many.
  mutating func addItemIndex() {
    addIndexPages(
      PageTemplates.items, of: .items, count: Pagination.pages(of: catalog.items.count).count,
      alternates: [.json(DataPaths.items)]
    ) { ItemIndexPage(prose: $0, number: $1) }
  }
}

/// A page of the index of items.
struct ItemIndexPage: Sendable {
  var prose: In<Prose>
  /// Its number, from 1.
  var number: Int

  fileprivate var items: ArraySlice<Item> {
    let items = prose.catalog.items
    return items[Pagination.pages(of: items.count)[number - 1]]
  }

  fileprivate var pagination: PagePosition? {
    prose.model.pagination(of: prose.catalog.items.map(\.id), page: number) {
      prose.routes.path(.items, page: $0)
    }
  }
}

extension PageTemplates {
  static let items = PageTemplate<ItemIndexPage>(
    .items, "ItemsPage", "The index of items.",
    [
      .record("prose", "The words of the folder's `index.md`, on the first page.", of: Records.prose) {
        $0.prose
      },
      .integer("count", "How many items there are, on all pages.") { $0.prose.catalog.items.count },
      .list("items", "The items of this page.", of: Records.itemCard) { $0.prose.with(each: $0.items) },
      .optionalRecord(
        "pagination", "The pages that they are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { $0.pagination },
      .list("key_facts", "The key facts whose values have pages.", of: Records.keyFactValues) {
        $0.prose.with(each: $0.prose.model.keyFactValues)
      },
      .integer("source_count", "How many sources there are.") { $0.prose.catalog.sources.count },
    ])
}
