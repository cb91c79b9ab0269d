import Comparison
import Templating

/// A page of the index of sources, which goes over several where they are many.
struct SourceIndexPage: Sendable {
  var prose: In<Prose>
  /// Its number, from 1.
  var number: Int

  fileprivate var sources: ArraySlice<Source> {
    let sources = prose.catalog.sources
    return sources[Pagination.pages(of: sources.count)[number - 1]]
  }

  fileprivate var pagination: PagePosition? {
    let sources = prose.catalog.sources
    return PagePosition(of: sources.count, page: number, name: { sources[$0].entry.name }) {
      prose.routes.path(.sources, page: $0)
    }
  }
}

extension PageTemplates {
  static let sources = PageTemplate<SourceIndexPage>(
    .sources, "SourcesPage", "The index of sources.",
    [
      .record("prose", "The words of the folder's `index.md`, on the first page.", of: Records.prose) {
        $0.prose
      },
      .list("sources", "The sources of this page.", of: Records.sourceCard) {
        $0.prose.with(each: $0.sources)
      },
      .optionalRecord(
        "pagination", "The pages that they are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { $0.pagination },
    ])
}
