import Comparison
import Diagnostics
import Templating

extension PagePlanner {
  /// `404.html`, which servers show at any depth.
  mutating func addNotFound() {
    let model = model
    let page = page(
      "not-found", "Page not found", path: "404.html", description: "There is nothing at this address")
    add(PageKinds.notFound, path: "404.html", page: page, isInSitemap: false) {
      OverviewContent(
        prose: model.view(Prose()),
        rows: [model.home, model.link(.items)]
          + (model.catalog.has(.useCases) ? [model.link(.useCases)] : []) + [model.link(.all)])
    }
  }

  /// What stands at each old address that a document names: a page, or a line of `_redirects`.
  mutating func addRedirects() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (document, entry) in catalog.documents(where: { !$0.redirectFrom.isEmpty }) {
      for old in entry.redirectFrom {
        do throws(OldAddress.Problem) {
          try addRedirect(from: try OldAddress(old.value), at: old.range, to: document, entry)
        } catch {
          diagnostics.append(
            .init(.error, "wrong-redirect", error.summary, at: old.range, help: error.help))
        }
      }
    }
    return diagnostics
  }

  private mutating func addRedirect(
    from old: OldAddress, at origin: SourceRange, to document: DocumentID, _ entry: Entry
  ) throws(OldAddress.Problem) {
    let target = routes.path(document)
    if catalog.configuration.redirects == .file {
      redirects.append(Redirect(from: old, target: target, origin: origin, title: entry.name))
      return
    }
    if let problem = old.fileProblem { throw problem }
    let path = old.pagePath
    let page = page("redirect", entry.name, path: path, description: entry.summary)
    let absolute = model.absoluteAddress(of: target)
    add(PageKinds.redirect, path: path, page: page, origin: origin, isInSitemap: false) {
      RedirectContent(target: .site(path: target), absolute: absolute)
    }
  }

  /// The sitemap, where the site has an absolute address, and `robots.txt`.
  mutating func addRobotFiles() {
    let model = model
    if let base = model.baseURL { addSitemap(base) }
    let page = page("robots", "Robots", path: "robots.txt", description: nil)
    add(PageKinds.robots, path: "robots.txt", page: page, isInSitemap: false) {
      OverviewContent(prose: model.view(Prose()), rows: model.baseURL.map { [$0 + "sitemap.xml"] } ?? [])
    }
  }

  /// The most addresses that a sitemap may hold (sitemaps.org); with more, `sitemap.xml` lists sitemaps.
  private static let mostSitemapEntries = 50_000

  private mutating func addSitemap(_ base: String) {
    // Not whole pages: there are many, and a page is a dozen references.
    var listed: [(path: String, modified: Comparison.CalendarDate?)] = []
    for index in pages.indices where pages[index].isInSitemap {
      listed.append((pages[index].path, pages[index].modified))
    }
    let count = listed.count + pairs.pageCount
    let run = pairs.pageRun
    let entries = MadeOnce { [listed] in
      let entry = { @Sendable (path: String, modified: Comparison.CalendarDate?) in
        SitemapEntry(url: base + path, modified: modified.map(Templating.CalendarDate.init))
      }
      return PathOrdered(
        listed.map { entry($0.path, $0.modified) },
        run: .init(count: run.count, path: { base + run.path($0) }) {
          let page = run.element($0)
          return entry(page.path, page.modified)
        }
      ) { $0.url }
    }
    guard count > Self.mostSitemapEntries else {
      return addSitemap("sitemap.xml") { SitemapContent(pages: Array(entries.value), parts: []) }
    }
    var parts: [String] = []
    for start in stride(from: 0, to: count, by: Self.mostSitemapEntries) {
      let path = "sitemap-\(parts.count + 1).xml"
      let range = start..<min(start + Self.mostSitemapEntries, count)
      parts.append(base + path)
      addSitemap(path) { SitemapContent(pages: Array(entries.value[range]), parts: []) }
    }
    addSitemap("sitemap.xml") { [parts] in SitemapContent(pages: [], parts: parts) }
  }

  private mutating func addSitemap(_ path: String, content: @escaping @Sendable () -> SitemapContent) {
    let page = page("sitemap", "Sitemap", path: path, description: nil)
    add(PageKinds.sitemap, path: path, page: page, isInSitemap: false, content: content)
  }
}

/// An old address that a server is told to lead to a new one.
struct Redirect: Sendable {
  var from: OldAddress
  var target: String
  var origin: SourceRange
  var title: String
}

extension SitePlan {
  /// How many lines `_redirects` has.
  private var redirectCount: Int {
    catalog.configuration.redirects == .file ? redirects.count + pairs.model.pairs.pairs.count : 0
  }

  /// `_redirects` of more rules than some host reads, which would drop the rest without a word.
  var redirectLimitProblems: [Diagnostic] {
    let count = redirectCount
    guard let place = catalog.configuration.redirectsPlace else { return [] }
    let hosts = HostLimits.redirects.filter { $0.most < count }.map { "\($0.host) reads \($0.most)" }
    if hosts.isEmpty { return [] }
    return [
      Diagnostic(
        .warning, "too-many-rules", "`_redirects` has \(count) rules; \(hosts.joined(separator: ", "))",
        at: place,
        help: "write `redirects: pages` unless your host reads them all, or have fewer pairs with `pairs`")
    ]
  }

  /// `_redirects`, as Netlify and Cloudflare Pages read it: a line for each old address and each reverse address of a pair.
  ///
  /// It is read from the root of the host, whatever the site's own path.
  var redirectFile: OutputFile? {
    guard catalog.configuration.redirects == .file, !redirects.isEmpty || pairs.pageCount > 0 else {
      return nil
    }
    let (redirects, pairs, root) = (redirects, pairs, rootPath)
    return OutputFile(
      path: "_redirects",
      content: .made {
        var lines: [UInt8] = []
        func add(_ path: String, _ target: String) { lines += "\(root)\(path) \(root)\(target) 301\n".utf8 }
        for redirect in redirects { add(PathEncoding.encoded(redirect.from.path), redirect.target) }
        for pair in pairs.model.pairs.pairs {
          add(pairs.model.routes.path(pair.mirrored), pairs.model.routes.path(pair))
        }
        return lines
      })
  }
}

extension Catalog {
  /// The documents with a page that are wanted, in a fixed order.
  func documents(where isWanted: (Entry) -> Bool) -> [(DocumentID, Entry)] {
    var wanted: [(DocumentID, Entry)] = []
    for item in items where isWanted(item.entry) { wanted.append((.item(item.id), item.entry)) }
    wanted += criteria.filter { isWanted($0.entry) }.map { (.criterion($0.id), $0.entry) }
    wanted += useCases.filter { isWanted($0.entry) }.map { (.useCase($0.id), $0.entry) }
    wanted += sources.filter { isWanted($0.entry) }.map { (.source($0.id), $0.entry) }
    wanted += matrices.filter { isWanted($0.entry) }.map { (.matrix($0.id), $0.entry) }
    wanted += pages.filter { isWanted($0.entry) }.map { (.page($0.id), $0.entry) }
    return wanted
  }
}
