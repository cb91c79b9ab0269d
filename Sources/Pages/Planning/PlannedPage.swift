import Comparison
import Diagnostics
import Incremental
import Templating
import TextEncoding

/// A page to be rendered: its path, its title, and the data for its template.
struct PlannedPage: Sendable {
  /// The page's folder below the site's root, ending in `/` (empty for the home page), or a file such as `404.html`.
  var path: String
  var kind: PageKind
  /// The place in a document that determines its address, if it comes from one.
  var origin: SourceRange?
  /// What it is called in messages.
  var title: OutputPaths.Title
  var isInSitemap = true
  /// The newest date in its content.
  var modified: CalendarDate?
  /// Creates the data for its template, on rendering.
  var value: @Sendable () -> Value
  /// What was read when it was planned; nil if nobody recorded.
  var planning: ReadSet?

  var isFile: Bool { !path.isEmpty && !path.hasSuffix("/") }

  /// The path of the output file.
  var outputPath: String { isFile ? path : path + "index.html" }

  /// The relative path from the page to the site's root.
  var base: String {
    String(repeating: "../", count: path.utf8.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 })
  }

  /// Returns a producer that renders the page with the template of its kind.
  func producer(
    _ template: @escaping @Sendable (PageKind) -> Template?, base: String
  ) -> OutputProducer {
    OutputProducer(planning: planning) { [kind, value] in
      template(kind)?.render(value(), base: base) ?? []
    }
  }
}

/// Plans pages of every kind from the model of a site.
struct PagePlanner {
  let model: SiteModel
  let site: Value
  /// All pages except those of pairs.
  private(set) var pages: [PlannedPage] = []
  /// The pages of pairs and the redirects to them.
  let pairs: PairPages
  /// Old addresses that a server redirects and that have no page.
  var redirects: [Redirect] = []
  var dataFiles: [DataFile] = []

  init(_ model: SiteModel, theme: ThemeFiles, keeping last: PairPages? = nil) {
    self.model = model
    site = Records.site.value(SiteHead(model: model, theme: theme))
    pairs = PairPages(model, site: site, keeping: last)
  }

  var catalog: Catalog { model.catalog }
  var routes: Routes { model.routes }

  /// Runs a step of planning. All that it adds depends on what the step reads, except what a step within it adds: that
  /// depends on what the inner step reads, which must therefore take nothing from the outer one but which item it is for.
  mutating func planning<Result>(_ step: (inout PagePlanner) -> Result) -> Result {
    let (firstPage, firstFile) = (pages.count, dataFiles.count)
    let (result, reads) = Reads.recordingApart { step(&self) }
    for index in firstPage..<pages.count where pages[index].planning == nil { pages[index].planning = reads }
    for index in firstFile..<dataFiles.count where dataFiles[index].planning == nil {
      dataFiles[index].planning = reads
    }
    return result
  }

  /// Adds a page; its content is created on rendering.
  mutating func add<Content>(
    _ template: PageTemplate<Content>, path: String, page: PageHead, origin: SourceRange? = nil,
    isInSitemap: Bool = true,
    modified: CalendarDate? = nil, content: @escaping @Sendable () -> Content
  ) {
    add(
      template, path: path, title: page.title, origin: origin, isInSitemap: isInSitemap, modified: modified,
      page: { page }, content: content)
  }

  /// Adds a page of a kind with many pages: its head is created on rendering, too.
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

  /// Adds the index page of a kind; an `index.md` in its folder provides the title and prose.
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

  /// Adds the pages of an index that goes over several; only the first repeats the words of its `index.md`. `content`
  /// gets these words and the number of its page.
  mutating func addIndexPages<Content>(
    _ template: PageTemplate<Content>, of index: IndexKind, count: Int, alternates: [DataAlternate] = [],
    content: @escaping @Sendable (In<Prose>, Int) -> Content
  ) {
    addIndex(template, of: index, alternates: alternates) { content($0, 1) }
    guard count > 1 else { return }
    let (model, title) = (model, model.title(index))
    for number in 2...count {
      let path = routes.path(index, page: number)
      let page = page(
        template.kind, model.siteWords(.paged, title, "\(number)", "\(count)"),
        shortTitle: model.siteWords(.page, "\(number)"), path: path, description: nil,
        above: [model.link(index)])
      add(template, path: path, page: page) { content(In(model, Prose()), number) }
    }
  }

  /// Returns the head of a page; `shortTitle` replaces the title in the breadcrumbs, if given.
  func page(
    _ kind: PageKind, _ title: String, shortTitle: String? = nil, path: String, description: String?,
    above: [Link] = [], entry: Entry? = nil, alternates: [DataAlternate] = []
  ) -> PageHead {
    PageHead(
      model, kind, title, shortTitle: shortTitle, path: path, description: description, above: above,
      entry: entry, alternates: alternates)
  }
}
