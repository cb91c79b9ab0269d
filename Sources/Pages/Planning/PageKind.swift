import Templating

/// What a template gets: the site, the page, and what its kind of page offers.
struct PageRoot<Content: Sendable>: Sendable {
  var site: Value
  var page: PageView
  var content: Content
}

/// A kind of page: its template, and the record of what it offers.
struct PageKind<Content: Sendable>: Sendable {
  /// The template's file, which also names the kind.
  let template: String
  let record: Record<PageRoot<Content>>

  /// The kind `item` has the template `item.html`; `fields` are what it offers beside `site` and `page`.
  init(
    _ name: String, file: String? = nil, _ shape: String, _ summary: String,
    _ fields: [Field<PageRoot<Content>>]
  ) {
    template = file ?? name + ".html"
    record = Record(
      shape, summary,
      [
        .made("site", "What all pages share.", Records.site.shape) { $0.site },
        .record("page", "What the page says of itself.", of: Records.page) { $0.page },
      ] + fields)
  }

  var reference: TemplateReference.Page {
    TemplateReference.Page(template: template, summary: record.shape.summary, shape: record.shape)
  }
}

/// What an index offers: the words of its document, and its rows.
struct OverviewContent<Row: Sendable>: Sendable {
  var prose: ProseView
  var rows: [Row]
}

/// Every kind of page.
enum PageKinds {
  static let reference: [TemplateReference.Page] = [
    home.reference, item.reference, items.reference, matrix.reference, matrices.reference, useCase.reference,
    useCases.reference, criterion.reference, criteria.reference, value.reference, source.reference,
    sources.reference,
    organisation.reference, organisations.reference, page.reference, pair.reference, pairIndex.reference,
    itemPairs.reference, finder.reference, contested.reference, coverage.reference, all.reference,
    notFound.reference, redirect.reference, sitemap.reference, robots.reference, data.reference,
    feed.reference,
  ]
}
