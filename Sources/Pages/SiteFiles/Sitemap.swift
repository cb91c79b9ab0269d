import Comparison
import Incremental
import Templating
import TextEncoding

/// The content of a sitemap file: pages, or a list of sitemaps.
struct SitemapPart: Sendable {
  var pages: [SitemapEntry]
  /// The absolute addresses of the sitemaps that list the pages, if one file cannot list all.
  var parts: [String]
}

/// A page in a sitemap.
struct SitemapEntry: Sendable {
  var url: String
  var modified: CalendarDate?
}

extension PagePlanner {
  /// The maximum number of addresses in a sitemap (sitemaps.org); if there are more, `sitemap.xml` is an index of
  /// sitemaps.
  private static let mostSitemapEntries = 50_000

  mutating func addSitemap(_ base: String) {
    // Store only what is needed: there are many pages, and each contains a dozen references.
    var listed: [(path: String, modified: CalendarDate?)] = []
    for index in pages.indices where pages[index].isInSitemap {
      listed.append((pages[index].path, pages[index].modified))
    }
    let count = listed.count + pairs.pageCount
    let segment = pairs.pageSegment
    let entries = Lazy { [listed] in
      Reads.note(.pages)
      Reads.note(.pairs)
      let entry = { @Sendable (path: String, modified: CalendarDate?) in
        SitemapEntry(url: base + path, modified: modified)
      }
      return PathOrdered(
        listed.map { entry($0.path, $0.modified) },
        segment: .init(count: segment.count, path: { base + segment.path($0) }) {
          let page = segment.element($0)
          return entry(page.path, page.modified)
        }
      ) { $0.url }
    }
    guard count > Self.mostSitemapEntries else {
      return addSitemap("sitemap.xml") { SitemapPart(pages: Array(entries.value), parts: []) }
    }
    var parts: [String] = []
    for start in stride(from: 0, to: count, by: Self.mostSitemapEntries) {
      let path = "sitemap-\(parts.count + 1).xml"
      let range = start..<min(start + Self.mostSitemapEntries, count)
      parts.append(base + path)
      addSitemap(path) { SitemapPart(pages: Array(entries.value[range]), parts: []) }
    }
    addSitemap("sitemap.xml") { [parts] in
      Reads.note(.pages)
      Reads.note(.pairs)
      return SitemapPart(pages: [], parts: parts)
    }
  }

  private mutating func addSitemap(_ path: String, content: @escaping @Sendable () -> SitemapPart) {
    let page = page(.sitemap, "Sitemap", path: path, description: nil)
    add(PageTemplates.sitemap, path: path, page: page, isInSitemap: false, content: content)
  }
}

extension Records {
  static let sitemapEntry = Record<SitemapEntry>(
    "SitemapEntry", "A page in the sitemap.",
    [
      .text("url", "Its absolute address.") { $0.url },
      .optionalDate("modified", "The newest date in its content.") { $0.modified },
    ])
}

extension PageTemplates {
  static let sitemap = PageTemplate<SitemapPart>(
    .sitemap, "SitemapFile", "The sitemap for search engines.",
    [
      .list("pages", "Every page that stands at its own address.", of: Records.sitemapEntry) {
        $0.pages
      },
      .texts("parts", "The absolute addresses of other sitemaps, where one cannot hold all pages.") {
        $0.parts
      },
    ])
}
