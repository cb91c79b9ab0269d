import Comparison
import Diagnostics
import Templating

/// A page that will be rendered: where it stands, what it is called, and what its template gets.
struct PlannedPage: Sendable {
  /// The page's folder below the site's root, ending in `/` (empty for the home page), or a file such as `404.html`.
  var path: String
  var template: String
  /// Where its address is written, if it comes from a document.
  var origin: SourceRange?
  /// What it is, for messages.
  var title: OutputPaths.Title
  var isInSitemap = true
  /// The newest date in its content.
  var modified: Comparison.CalendarDate?
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
    let (name, value, cacheKey) = (template, value, cacheKey)
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
    site = Records.site.sharedValue(model.siteView(theme))
    pairs = PairPages(model, site: site, keeping: last)
  }

  var catalog: Catalog { model.catalog }
  var routes: Routes { model.routes }

  /// Adds a page of a kind; its content is made when the page is rendered.
  mutating func add<Content>(
    _ kind: PageKind<Content>, path: String, page: PageView, origin: SourceRange? = nil,
    isInSitemap: Bool = true,
    modified: Comparison.CalendarDate? = nil, content: @escaping @Sendable () -> Content
  ) {
    add(
      kind, path: path, title: page.title, origin: origin, isInSitemap: isInSitemap, modified: modified,
      page: { page }, content: content)
  }

  /// Adds a page of a kind of which there are many: what it says of itself is made when the page is rendered, too.
  mutating func add<Content>(
    _ kind: PageKind<Content>, path: String, title: String, origin: SourceRange? = nil,
    isInSitemap: Bool = true, modified: Comparison.CalendarDate? = nil,
    page: @escaping @Sendable () -> PageView, content: @escaping @Sendable () -> Content
  ) {
    let site = site
    pages.append(
      PlannedPage(
        path: path, template: kind.template, origin: origin, title: .init("the page", title),
        isInSitemap: isInSitemap,
        modified: modified,
        value: { kind.record.value(PageRoot(site: site, page: page(), content: content())) }))
  }

  /// What a page says of itself; where its title says more than its place needs, the trail of links ends with a shorter one.
  func page(
    _ kind: String, _ title: String, shortTitle: String? = nil, path: String, description: String?,
    above: [LinkView] = [], entry: Entry? = nil, alternates: [AlternateView] = []
  ) -> PageView {
    model.page(
      kind, title, shortTitle: shortTitle, path: path, description: description, above: above, entry: entry,
      alternates: alternates)
  }

  /// Adds the index of a kind of thing; an `index.md` in its folder lends it words.
  mutating func addIndex<Content>(
    _ index: IndexKind, _ kind: PageKind<Content>, alternates: [AlternateView] = [],
    content: @escaping @Sendable (ProseView) -> Content
  ) {
    let model = model
    let introduction = model.introduction(of: index)
    let path = routes.path(index)
    let page = page(
      String(kind.template.dropLast(".html".count)), model.title(index), path: path,
      description: introduction?.entry.summary, entry: introduction?.entry, alternates: alternates)
    add(kind, path: path, page: page, origin: introduction?.entry.place) {
      content(model.view(introduction?.prose ?? Prose()))
    }
  }
}

extension SiteModel {
  func page(
    _ kind: String, _ title: String, shortTitle: String? = nil, path: String, description: String?,
    above: [LinkView] = [], entry: Entry? = nil, alternates: [AlternateView] = []
  ) -> PageView {
    PageView(
      kind: kind, title: title, description: description ?? "\(title) – \(catalog.configuration.title)",
      url: .site(path: path), canonical: absoluteAddress(of: path),
      breadcrumbs: path.isEmpty
        ? []
        : ([home] + above + [LinkView(url: .site(path: path), text: shortTitle ?? title, summary: nil)])
          .map { breadcrumb($0) },
      editURL: entry.flatMap { editAddress($0.path) }, alternates: alternates,
      extra: (entry?.extra ?? []).map { ExtraView(key: $0.key, value: $0.value) })
  }
}

extension SiteModel {
  /// The absolute address of a path of the site, where the site has one itself.
  func absoluteAddress(of path: String) -> Address? { baseURL.map { .external($0 + path) } }

  func breadcrumb(_ link: LinkView) -> BreadcrumbView {
    guard case .site(let path, _) = link.url else { return BreadcrumbView(link: link, absolute: nil) }
    return BreadcrumbView(link: link, absolute: absoluteAddress(of: path))
  }

  var home: LinkView { LinkView(url: .site(path: ""), text: catalog.configuration.title, summary: nil) }

  /// Where a document can be edited: the address of `edit-url` with the document's path in it.
  func editAddress(_ path: String) -> Address? {
    guard let pattern = catalog.configuration.editURL else { return nil }
    let parts = pattern.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    let marker = Array("path}".utf8)
    let filled = parts.enumerated().map { index, part in
      guard index > 0 else { return String(Substring(part)) }
      return part.starts(with: marker)
        ? path + String(Substring(part.dropFirst(marker.count))) : "{" + String(Substring(part))
    }
    return .external(filled.joined())
  }

  func link(_ index: IndexKind) -> LinkView {
    LinkView(url: routes.address(index), text: title(index), summary: nil)
  }

  /// What an index is called: as its `index.md` says, else by its kind.
  func title(_ index: IndexKind) -> String {
    if let page = introduction(of: index) { return page.entry.name }
    switch index {
    case .items: return capitalised(catalog.configuration.items.many)
    case .criteria: return "Criteria"
    case .useCases: return "Use cases"
    case .sources: return "Sources"
    case .matrices: return "Matrices"
    case .organisations: return "Used by"
    case .pairs: return "Compare"
    case .finder: return "Find"
    case .contested: return "Contested"
    case .coverage: return "Coverage"
    case .all: return "A to Z"
    case .data: return "Data"
    }
  }

  /// The `index.md` in an index's folder, which lends it a name and words.
  func introduction(of index: IndexKind) -> Page? {
    pageTree.introduction(of: index.folder(catalog.configuration)).map { catalog[$0] }
  }

  func siteView(_ theme: ThemeFiles) -> SiteView {
    let configuration = catalog.configuration
    return SiteView(
      title: configuration.title, tagline: configuration.tagline, language: configuration.language,
      root: .site(path: ""), address: absoluteAddress(of: ""),
      one: configuration.items.one, many: configuration.items.many, itemType: configuration.items.schemaType,
      navigation: navigation,
      all: routes.address(.all), search: .site(path: SearchIndex.path),
      sources: catalog.has(.sources) ? routes.address(.sources) : nil,
      coverage: catalog.has(.coverage) ? routes.address(.coverage) : nil, data: routes.address(.data),
      feed: feedAddress.map { .site(path: $0) }, styles: theme.styles, scripts: theme.scripts,
      kinds: theme.kinds, icon: theme.icon,
      socialCard: configuration.socialCard.map { .site(path: $0.value) } ?? theme.socialCard)
  }

  private var navigation: [LinkView] {
    guard let wanted = catalog.configuration.navigation else {
      let shown: [IndexKind] = [
        .items, .finder, .matrices, .pairs, .useCases, .criteria, .sources, .contested,
      ]
      return shown.filter { catalog.has($0) }.map { link($0) }
    }
    return wanted.compactMap { navigationLink($0.value) }
  }

  /// The page that an entry of the navigation names: an index by its folder, or a page by its path.
  func navigationLink(_ name: String) -> LinkView? {
    if let index = IndexKind.allCases.first(where: { $0.folder(catalog.configuration) == name }) {
      return catalog.has(index) ? link(index) : nil
    }
    if let page = catalog.pages.first(where: { $0.location == name }) { return link(page.id) }
    if catalog.pages.contains(where: { $0.location.hasPrefix(name + "/") }) {
      return LinkView(url: .site(path: name + "/"), text: capitalised(name), summary: nil)
    }
    return nil
  }
}
