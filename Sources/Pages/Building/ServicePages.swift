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

  /// A page at each old address that a document names.
  mutating func addRedirects() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (document, entry) in catalog.documents {
      for old in entry.redirectFrom {
        guard let path = Self.redirectPath(old.value) else {
          diagnostics.append(
            .init(
              .error, "wrong-redirect", "\"\(old.value)\" is no address of this site", at: old.range,
              help: "write a path such as /old/name/, in lower-case letters, digits and hyphens"))
          continue
        }
        let target = routes.path(document)
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
    if let base = model.baseURL {
      let entries = pages.filter { $0.isInSitemap }.map {
        SitemapEntry(url: base + $0.path, modified: $0.modified.map(Templating.CalendarDate.init))
      }.sorted { $0.url.utf8.lexicographicallyPrecedes($1.url.utf8) }
      let page = page("sitemap", "Sitemap", path: "sitemap.xml", description: nil)
      add(PageKinds.sitemap, path: "sitemap.xml", page: page, isInSitemap: false) {
        SitemapContent(pages: entries)
      }
    }
    let page = page("robots", "Robots", path: "robots.txt", description: nil)
    add(PageKinds.robots, path: "robots.txt", page: page, isInSitemap: false) {
      OverviewContent(prose: model.view(Prose()), rows: model.baseURL.map { [$0 + "sitemap.xml"] } ?? [])
    }
  }
}

extension Catalog {
  /// Every document with a page, in a fixed order.
  var documents: [(DocumentID, Entry)] {
    items.map { (.item($0.id), $0.entry) } + criteria.map { (.criterion($0.id), $0.entry) }
      + useCases.map { (.useCase($0.id), $0.entry) } + sources.map { (.source($0.id), $0.entry) }
      + matrices.map { (.matrix($0.id), $0.entry) } + pages.map { (.page($0.id), $0.entry) }
  }
}
