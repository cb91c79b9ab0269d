import Templating

struct PageContent: Sendable {
  var name: String
  var summary: String?
  var prose: ProseView
  var headings: [LinkView]
  var children: [LinkView]
  var siblings: [LinkView]
  /// The folder, where not all of its pages are among the siblings.
  var folder: LinkView?
}

struct RedirectContent: Sendable {
  var target: Address
  var absolute: Address?
}

struct SitemapContent: Sendable {
  var pages: [SitemapEntry]
  /// The absolute addresses of the sitemaps that hold the pages, where one cannot hold all.
  var parts: [String]
}

struct SitemapEntry: Sendable {
  var url: String
  var modified: Templating.CalendarDate?
}

extension Records {
  static let sitemapEntry = Record<SitemapEntry>(
    "SitemapEntry", "A page in the sitemap.",
    [
      .text("url", "Its absolute address.") { $0.url },
      .optionalDate("modified", "The newest date in its content.") { $0.modified },
    ])
}

extension PageKinds {
  static let sources = PageKind<OverviewContent<SourceCardView>>(
    "sources", "SourcesPage", "The index of sources.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("sources", "Every source.", of: Records.sourceCard) { $0.content.rows },
    ])

  static let page = PageKind<PageContent>(
    "page", "GuidePage", "An ordinary page, such as a guide, or the index of a folder of pages.",
    [
      .text("name", "Its name.") { $0.content.name },
      .optionalText("summary", "A sentence on it.") { $0.content.summary },
      .record("prose", "Its words.", of: Records.prose) { $0.content.prose },
      .list("headings", "Its headings, for a table of contents.", of: Records.link) { $0.content.headings },
      .list("children", "The pages of the folder that it is the index of.", of: Records.link) {
        $0.content.children
      },
      .list("siblings", "The other pages of its folder, or of many those round this one.", of: Records.link) {
        $0.content.siblings
      },
      .optionalRecord(
        "folder", "Its folder, where `siblings` leaves some of its pages out.", of: Records.link
      ) {
        $0.content.folder
      },
    ])

  static let all = PageKind<OverviewContent<ListingView>>(
    "all", "AllPage", "The A to Z of everything.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list(
        "listings", "Items, criteria, use cases, sources, organisations, matrices, guides.",
        of: Records.listing
      ) { $0.content.rows },
    ])

  static let notFound = PageKind<OverviewContent<LinkView>>(
    "not-found", "NotFoundPage", "What a server shows for an address that does not exist.",
    [
      .list("suggestions", "Where to go instead.", of: Records.link) { $0.content.rows }
    ])

  static let redirect = PageKind<RedirectContent>(
    "redirect", "RedirectPage", "An old address that leads to the new one.",
    [
      .address("target", "The new address.") { $0.content.target },
      .optionalAddress("absolute", "The new address with the site's, where it has a `base-url`.") {
        $0.content.absolute
      },
    ])

  static let sitemap = PageKind<SitemapContent>(
    "sitemap", file: "sitemap.xml", "SitemapFile", "The sitemap for search engines.",
    [
      .list("pages", "Every page that stands at its own address.", of: Records.sitemapEntry) {
        $0.content.pages
      },
      .texts("parts", "The absolute addresses of other sitemaps, where one cannot hold all pages.") {
        $0.content.parts
      },
    ])

  static let robots = PageKind<OverviewContent<String>>(
    "robots", file: "robots.txt", "RobotsFile", "What robots may read.",
    [
      .texts("sitemaps", "The absolute addresses of sitemaps; none without a `base-url`.") { $0.content.rows }
    ])
}
