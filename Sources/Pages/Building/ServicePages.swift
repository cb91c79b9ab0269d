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
        guard let path = Self.redirectPath(old.value) else {
          diagnostics.append(
            .init(
              .error, "wrong-redirect", "\"\(old.value)\" is no address of this site", at: old.range,
              help: "write a path such as /old/name/, in lower-case letters, digits and hyphens"))
          continue
        }
        let target = routes.path(document)
        guard catalog.configuration.redirects == .pages else {
          redirects.append(Redirect(path: path, target: target, origin: old.range, title: entry.name))
          continue
        }
        let page = page("redirect", entry.name, path: path, description: entry.summary)
        let absolute = model.absoluteAddress(of: target)
        add(PageKinds.redirect, path: path, page: page, origin: old.range, isInSitemap: false) {
          RedirectContent(target: .site(path: target), absolute: absolute)
        }
      }
    }
    return diagnostics
  }

  /// The folder of an old address, or nil when it is none of this site.
  private static func redirectPath(_ text: String) -> String? {
    let parts = text.split(separator: "/").map(String.init)
    guard !parts.isEmpty, parts.count <= 16 else { return nil }
    if let last = parts.last, last.hasSuffix(".html"), Slug(String(last.dropLast(".html".count))) != nil {
      return parts.dropLast().allSatisfy { Slug($0) != nil } ? parts.joined(separator: "/") : nil
    }
    return parts.allSatisfy { Slug($0) != nil } ? parts.joined(separator: "/") + "/" : nil
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
  /// Below the site's root: a folder ending in `/`, or a file.
  var path: String
  var target: String
  var origin: SourceRange
  var title: String

  /// The file of the output that a page at the old address would be.
  var outputPath: String { path.hasSuffix("/") ? path + "index.html" : path }
}

extension SitePlan {
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
        for redirect in redirects { add(redirect.path, redirect.target) }
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
