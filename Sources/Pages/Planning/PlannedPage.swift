import Comparison
import Diagnostics
import Templating
import TextEncoding

/// A page that will be rendered: where it stands, what it is called, and what its template gets.
struct PlannedPage: Sendable {
  /// The page's folder below the site's root, ending in `/` (empty for the home page), or a file such as `404.html`.
  var path: String
  var kind: PageKind
  /// Where its address is written, if it comes from a document.
  var origin: SourceRange?
  /// What it is, for messages.
  var title: OutputPaths.Title
  var isInSitemap = true
  /// The newest date in its content.
  var modified: CalendarDate?
  /// What its template gets; made when the page is looked at.
  var value: @Sendable () -> Value
  /// A fingerprint of all that the value is made from, where it is known sooner than the value is made.
  var cacheKey: (@Sendable () -> ContentHash)?

  var isFile: Bool { !path.isEmpty && !path.hasSuffix("/") }

  /// The file of the output.
  var outputPath: String { isFile ? path : path + "index.html" }

  /// The relative way from the page to the site's root.
  var base: String {
    String(repeating: "../", count: path.utf8.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 })
  }

  /// How the page is made with its template, which is one of a theme. Its bytes follow from the theme, the way to the root, and its value.
  func producer(_ compiled: Template?, of theme: ContentHash, base: String) -> OutputProducer {
    let (name, value, cacheKey) = (kind.file, value, cacheKey)
    return OutputProducer {
      if let cacheKey {
        return OutputProducer.Prepared(
          cacheKey: { ContentHash(of: [theme, cacheKey()], and: [name, base]) },
          bytes: { compiled?.render(value(), base: base) ?? [] })
      }
      let value = value()
      return OutputProducer.Prepared(
        cacheKey: { ContentHash(of: [theme, value.fingerprint], and: [name, base]) },
        bytes: { compiled?.render(value, base: base) ?? [] })
    }
  }
}

/// Makes pages of every kind from the model of a site.
struct PagePlanner {
  let model: SiteModel
  let site: Value
  /// Every page but those of pairs.
  private(set) var pages: [PlannedPage] = []
  /// The pages of pairs and the redirects to them.
  let pairs: PairPages
  /// Old addresses that have no page.
  var redirects: [Redirect] = []
  var dataFiles: [DataFile] = []

  init(_ model: SiteModel, theme: ThemeFiles, keeping last: PairPages? = nil) {
    self.model = model
    site = Records.site.sharedValue(SiteHead(model: model, theme: theme))
    pairs = PairPages(model, site: site, keeping: last)
  }

  var catalog: Catalog { model.catalog }
  var routes: Routes { model.routes }

  /// Adds a page; its content is made when the page is rendered.
  mutating func add<Content>(
    _ template: PageTemplate<Content>, path: String, page: PageHead, origin: SourceRange? = nil,
    isInSitemap: Bool = true,
    modified: CalendarDate? = nil, content: @escaping @Sendable () -> Content
  ) {
    add(
      template, path: path, title: page.title, origin: origin, isInSitemap: isInSitemap, modified: modified,
      page: { page }, content: content)
  }

  /// Adds a page of a kind of which there are many: what it says of itself is made when the page is rendered, too.
  mutating func add<Content>(
    _ template: PageTemplate<Content>, path: String, title: String, origin: SourceRange? = nil,
    isInSitemap: Bool = true, modified: CalendarDate? = nil,
    page: @escaping @Sendable () -> PageHead, content: @escaping @Sendable () -> Content
  ) {
    let site = site
    pages.append(
      PlannedPage(
        path: path, kind: template.kind, origin: origin, title: .init("the page", title),
        isInSitemap: isInSitemap,
        modified: modified,
        value: { template.record.value(.init(site: site, page: page(), content: content())) }))
  }

  /// Adds the index of a kind of thing; an `index.md` in its folder lends it words.
  mutating func addIndex<Content>(
    _ template: PageTemplate<Content>, of index: IndexKind, alternates: [DataAlternate] = [],
    content: @escaping @Sendable (In<Prose>) -> Content
  ) {
    let model = model
    let introduction = model.introduction(of: index)
    let path = routes.path(index)
    let page = page(
      template.kind, model.title(index), path: path, description: introduction?.entry.summary,
      entry: introduction?.entry, alternates: alternates)
    add(template, path: path, page: page, origin: introduction?.entry.place) {
      content(In(model, introduction?.prose ?? Prose()))
    }
  }

  /// What a page says of itself; where its title says more than its place needs, the trail of links ends with a shorter one.
  func page(
    _ kind: PageKind, _ title: String, shortTitle: String? = nil, path: String, description: String?,
    above: [Link] = [], entry: Entry? = nil, alternates: [DataAlternate] = []
  ) -> PageHead {
    PageHead(
      model, kind, title, shortTitle: shortTitle, path: path, description: description, above: above,
      entry: entry, alternates: alternates)
  }
}
