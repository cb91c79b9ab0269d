import Comparison

/// A page of an index, which goes over several where its entries are many.
struct IndexPage: Sendable {
  var prose: In<Prose>
  /// Its number, from 1.
  var number: Int

  /// Returns those of all entries that stand on this page.
  func here<Element>(_ all: [Element]) -> ArraySlice<Element> {
    all[Pagination.pages(of: all.count)[number - 1]]
  }

  /// Returns the pages of an index with this one as the current one; nil if there is only one.
  func pagination<Element>(
    of index: IndexKind, _ all: [Element], name: (Element) -> String
  ) -> PagePosition? {
    PagePosition(of: all.count, page: number, name: { name(all[$0]) }) {
      prose.routes.path(index, page: $0)
    }
  }
}
