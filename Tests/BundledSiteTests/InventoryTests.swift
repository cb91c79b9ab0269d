import Foundation
import Testing

/// The pages that a site is made of: all there, each linked from where a visitor would look for it, and in the sitemap.
struct InventoryTests {
  /// What the links of each page lead to, as paths of files; worked out once.
  private static let links = Task {
    let site = try await BuiltSite.shared.value
    return Dictionary(
      uniqueKeysWithValues: site.pages.map { path, html in
        let addresses = html.elements.filter { $0.name == "a" }.compactMap { $0.attributes["href"] }
        return (path, Set(addresses.compactMap { Self.file(of: $0, on: path) }))
      })
  }

  /// The file that an address on a page leads to; nil outside of the site.
  private static func file(of address: String, on page: String) -> String? {
    guard let base = URL(string: "https://site.invalid/" + page),
      let url = URL(string: address, relativeTo: base), url.host() == "site.invalid"
    else { return nil }
    let path = String(url.path(percentEncoded: false).dropFirst())
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  private static func isRedirect(_ page: MarkupScan) -> Bool {
    page.elements.contains { $0.name == "meta" && $0.attributes["http-equiv"] == "refresh" }
  }

  /// A page of every kind, with the page that a visitor would come from.
  static let inventory: [(page: String, from: [String])] = [
    ("index.html", ["frameworks/django/index.html", "404.html"]),
    ("frameworks/index.html", ["index.html"]),
    ("frameworks/django/index.html", ["index.html", "frameworks/index.html", "criteria/orm/index.html"]),
    (
      "compare/django-vs-flask/index.html",
      ["compare/index.html", "frameworks/django/index.html", "frameworks/flask/index.html"]
    ),
    ("compare/index.html", ["index.html", "compare/django-vs-flask/index.html"]),
    ("matrices/index.html", ["index.html"]),
    ("matrices/at-a-glance/index.html", ["index.html", "matrices/index.html"]),
    ("matrices/at-a-glance/at-a-glance.csv", ["matrices/at-a-glance/index.html"]),
    ("matrices/at-a-glance/at-a-glance.json", ["matrices/at-a-glance/index.html"]),
    ("use-cases/index.html", ["index.html", "frameworks/django/index.html"]),
    (
      "use-cases/real-time/index.html",
      ["index.html", "use-cases/index.html", "frameworks/phoenix/index.html", "find/index.html"]
    ),
    ("criteria/index.html", ["index.html"]),
    (
      "criteria/scalability/index.html",
      ["criteria/index.html", "frameworks/django/index.html", "use-cases/large-scale/index.html"]
    ),
    (
      "criteria/language/python/index.html",
      ["criteria/language/index.html", "frameworks/django/index.html", "find/index.html"]
    ),
    (
      "used-by/index.html",
      ["frameworks/django/index.html", "all/index.html", "used-by/instagram/index.html"]
    ),
    ("used-by/instagram/index.html", ["used-by/index.html", "frameworks/django/index.html"]),
    ("sources/index.html", ["index.html"]),
    ("sources/directual/index.html", ["index.html", "sources/index.html", "frameworks/django/index.html"]),
    ("contested/index.html", ["index.html"]),
    ("coverage/index.html", ["index.html", "sources/index.html", "sources/directual/index.html"]),
    ("find/index.html", ["index.html"]),
    ("all/index.html", ["index.html", "404.html"]),
    ("guides/index.html", ["index.html"]),
    ("guides/how-to-choose/index.html", ["index.html", "guides/index.html"]),
    ("data/index.html", ["index.html"]),
    ("data/items.json", ["data/index.html"]),
    ("feed.atom", ["index.html"]),
  ]

  @Test(arguments: inventory)
  func `a page of every kind is there, and linked from where a visitor would look`(
    entry: (page: String, from: [String])
  ) async throws {
    let site = try await BuiltSite.shared.value
    #expect(site.files[entry.page] != nil)
    let links = try await Self.links.value
    for page in entry.from { #expect(links[page]?.contains(entry.page) == true, "from \(page)") }
  }

  /// Whether it is the column of an item, which a script puts beside others.
  private static func isPart(_ path: String) -> Bool { path.hasPrefix("data/compare/") }

  @Test func `what machines ask for is there`() async throws {
    let site = try await BuiltSite.shared.value
    for path in ["sitemap.xml", "robots.txt", "404.html", "_headers", "feed.atom"] {
      #expect(site.files[path]?.isEmpty == false, "\(path)")
    }
  }

  @Test func `every page is reached from the home page by links, and no redirect is needed`() async throws {
    let site = try await BuiltSite.shared.value
    let links = try await Self.links.value
    let redirects = Set(site.pages.filter { Self.isRedirect($0.html) }.map(\.path))
    var reached: Set<String> = ["index.html"]
    var next = ["index.html"]
    while let page = next.popLast() {
      for other in links[page] ?? [] where reached.insert(other).inserted && !redirects.contains(other) {
        next.append(other)
      }
    }
    let pages = Set(site.pages.map(\.path)).subtracting(redirects).filter { !Self.isPart($0) }
    #expect(pages.subtracting(reached) == ["404.html"])
    #expect(reached.intersection(redirects) == [])
    #expect(pages.count > 250 && redirects.count > 100)
  }

  @Test func `the sitemap lists every page but redirects and that for missing addresses, and nothing else`()
    async throws
  {
    let site = try await BuiltSite.shared.value
    let sitemap = String(decoding: site.files["sitemap.xml"] ?? [], as: UTF8.self)
    let listed = sitemap.matches(of: /<loc>https:\/\/frameworks.example\/([^<]*)<\/loc>/).map {
      String($0.1) + "index.html"
    }
    let pages = site.pages.filter {
      !Self.isRedirect($0.html) && !Self.isPart($0.path) && $0.path != "404.html"
    }.map(\.path)
    #expect(Set(listed).symmetricDifference(pages) == [])
    #expect(listed.count == pages.count)
  }
}
