import Comparison
import Templating

/// A kind of page. Every kind has a template; the switch in `shape` does not compile without it.
enum PageKind: String, CaseIterable, Sendable {
  case home, item, items, matrix, matrices
  case useCase = "use-case"
  case useCases = "use-cases"
  case criterion, criteria, value, source, sources, organisation, organisations
  case guide = "page"
  case pair
  case pairIndex = "compare"
  case itemPairs = "compare-item"
  case comparison
  case comparisonPart = "comparison-part"
  case finder = "find"
  case contested, coverage
  case aToZ = "all"
  case notFound = "not-found"
  case redirect, sitemap, robots
  case dataIndex = "data"
  case feed, card

  /// The name of its template file.
  var file: String {
    switch self {
    case .sitemap, .feed, .card: rawValue + ".xml"
    case .robots: rawValue + ".txt"
    default: rawValue + ".html"
    }
  }

  /// The shape of the data that its template receives.
  var shape: Shape {
    switch self {
    case .home: PageTemplates.home.record.shape
    case .item: PageTemplates.item.record.shape
    case .items: PageTemplates.items.record.shape
    case .matrix: PageTemplates.matrix.record.shape
    case .matrices: PageTemplates.matrices.record.shape
    case .useCase: PageTemplates.useCase.record.shape
    case .useCases: PageTemplates.useCases.record.shape
    case .criterion: PageTemplates.criterion.record.shape
    case .criteria: PageTemplates.criteria.record.shape
    case .value: PageTemplates.value.record.shape
    case .source: PageTemplates.source.record.shape
    case .sources: PageTemplates.sources.record.shape
    case .organisation: PageTemplates.organisation.record.shape
    case .organisations: PageTemplates.organisations.record.shape
    case .guide: PageTemplates.guide.record.shape
    case .pair: PageTemplates.pair.record.shape
    case .pairIndex: PageTemplates.pairIndex.record.shape
    case .itemPairs: PageTemplates.itemPairs.record.shape
    case .comparison: PageTemplates.comparison.record.shape
    case .comparisonPart: PageTemplates.comparisonPart.record.shape
    case .finder: PageTemplates.finder.record.shape
    case .contested: PageTemplates.contested.record.shape
    case .coverage: PageTemplates.coverage.record.shape
    case .aToZ: PageTemplates.aToZ.record.shape
    case .notFound: PageTemplates.notFound.record.shape
    case .redirect: PageTemplates.redirect.record.shape
    case .sitemap: PageTemplates.sitemap.record.shape
    case .robots: PageTemplates.robots.record.shape
    case .dataIndex: PageTemplates.dataIndex.record.shape
    case .feed: PageTemplates.feed.record.shape
    case .card: PageTemplates.card.record.shape
    }
  }

  /// Its entry in the template reference.
  var reference: TemplateReference.Page {
    TemplateReference.Page(template: file, summary: shape.summary, shape: shape)
  }
}

/// The declarations of the templates of all kinds of pages; each is declared in the folder of its kind.
enum PageTemplates {}

/// The declaration of the template of a kind of page: its kind, and a record of the data that it receives.
struct PageTemplate<Content: Sendable>: Sendable {
  /// The data that a template receives: the site, the page, and the content specific to its kind.
  struct Root: Sendable {
    var site: Value
    var page: PageHead
    var content: Content
  }

  let kind: PageKind
  let record: Record<Root>

  /// Creates a declaration; `fields` are the fields that the template receives in addition to `site` and `page`.
  init(_ kind: PageKind, _ shape: String, _ summary: String, _ fields: [Field<Content>]) {
    self.kind = kind
    record = Record(
      shape, summary,
      [
        .made("site", "What all pages share.", Records.site.shape) { $0.site },
        .record("page", "What the page says of itself.", of: Records.page) { $0.page },
      ] + fields.map { $0.of { $0.content } })
  }
}

/// The content of an index page: the prose of its document, and its rows.
struct Index<Row: Sendable>: Sendable {
  var prose: In<Prose>
  var rows: [Row]
}
