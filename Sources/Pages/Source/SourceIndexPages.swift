import Comparison
import Templating

extension PageTemplates {
  static let sources = PageTemplate<IndexPage>(
    .sources, "SourcesPage", "The index of sources.",
    [
      .record("prose", "The words of the folder's `index.md`, on the first page.", of: Records.prose) {
        $0.prose
      },
      .list("sources", "The sources of this page.", of: Records.sourceCard) {
        $0.prose.with(each: $0.here($0.prose.catalog.sources))
      },
      .optionalRecord(
        "pagination", "The pages that they are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { $0.pagination(of: .sources, $0.prose.catalog.sources, name: \.entry.name) },
    ])
}
