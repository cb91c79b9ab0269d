import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// Which files a site has, and what keeps it from being published.
struct SitePlanTests: SitePlanning {
  @Test func `a site has a page for everything, in order of path`() async {
    let (site, report) = await build([
      "items/x.md": "---\nname: X\n---\n", "guides/how.md": "---\nname: How\n---\n",
      "matrices/all.md": "---\nname: All\n---\n",
    ])
    #expect(report == "")
    let pages = site?.files.map(\.path).filter { !$0.hasPrefix("assets/") }
    #expect(
      pages == [
        "404.html", "_headers", "all/index.html", "card.svg", "contested/index.html", "coverage/index.html",
        "criteria/index.html",
        "criteria/language/index.html",
        "criteria/open/index.html", "criteria/speed/index.html", "criteria/year/index.html",
        "data/claims.json", "data/claims.schema.json", "data/finder.json", "data/finder.schema.json",
        "data/index.html", "data/items.json",
        "data/items.schema.json",
        "data/items/item.schema.json", "data/items/x.json", "data/sources.json", "data/sources.schema.json",
        "find/index.html",
        "guides/how/index.html",
        "guides/index.html", "index.html", "items/index.html", "items/x/index.html",
        "matrices/all/all.csv", "matrices/all/all.json", "matrices/all/all.schema.json",
        "matrices/all/index.html",
        "matrices/index.html", "robots.txt", "search.json", "sitemap.xml", "sources/index.html",
        "sources/one/index.html",
        "sources/two/index.html", "use-cases/games/index.html", "use-cases/index.html",
      ])
    #expect(site?.pageCount == 23)
  }

  @Test func `a typo in a template variable stops the build with its place`() async {
    let (site, report) = await build(
      ["items/x.md": "---\nname: X\n---\n"],
      templates: [
        "not-found.html": "<h1>{{ page.titel }}</h1>\n{% for l in sugestions %}{{ l.text }}{% endfor %}\n"
      ])
    #expect(site == nil)
    #expect(
      report == """
        error[template-unknown-field]: Page has no field "titel"
         --> Templates/not-found.html:1:13
          |
        1 | <h1>{{ page.titel }}</h1>
          |             ^^^^^ did you mean "title"?
          = help: it has kind, title, description, url, canonical, breadcrumbs, edit, alternates, extra

        error[template-unknown-name]: there is no "sugestions" here
         --> Templates/not-found.html:2:13
          |
        2 | {% for l in sugestions %}{{ l.text }}{% endfor %}
          |             ^^^^^^^^^^ did you mean "suggestions"?
          = help: the page offers site, page, suggestions


        """)
  }

  @Test func `a template that nothing uses is most likely misspelled`() async {
    let (_, report) = await build([:], templates: ["itme.html": "x"])
    #expect(
      report == """
        warning[unused-template]: no page and no template uses "itme.html"
         --> Templates/itme.html
          = did you mean "item.html"?


        """)
  }

  @Test func `an entry of the navigation that leads nowhere is an error`() async {
    let (site, report) = await build([
      "site.yml": "title: T\nitems: { folder: items }\nnavigation: [items, use-case]\n"
    ])
    #expect(site == nil)
    #expect(
      report == """
        error[unknown-page]: the navigation names "use-case", which is no page of this site
         --> Content/site.yml:3:21
          |
        3 | navigation: [items, use-case]
          |                     ^^^^^^^^ did you mean "use-cases"?


        """)
  }

  @Test func `pages lead to the disagreements only where there are any, and cards name what a number is`()
    async
  {
    let fact =
      "---\nname: X\nfacts: { open: { value: yes, sources: [one] }, year: { value: 2001, sources: [one] } }\n---\n"
    let (quiet, _) = await build(["items/x.md": fact])
    #expect(text("index.html", in: quiet)?.contains("contested/") == false)
    #expect(text("items/index.html", in: quiet)?.contains("Year: 2001") == true)
    let (loud, _) = await build([
      "items/x.md": fact
        + "\n## Strengths\n\n- **Speed**: quick. [^a]\n\n## Weaknesses\n\n- **Speed**: slow. [^b]\n\n"
        + "[^a]: [One](../sources/one.md)\n[^b]: [Two](../sources/two.md)\n"
    ])
    #expect(text("index.html", in: loud)?.contains("contested/") == true)
  }

  @Test func `without a base address the sitemap is left out, with one note`() async {
    let (site, report) = await build([:], baseURL: nil)
    #expect(
      report == """
        note[no-base-url]: without a `base-url` the sitemap, the feed, canonical links and Open Graph addresses are left out
          = help: add `base-url: https://…/` to site.yml, or pass --base-url


        """)
    #expect(site?.files.contains { $0.path == "sitemap.xml" } == false)
    #expect(text("robots.txt", in: site)?.contains("Sitemap") == false)
  }

  @Test func `the page for missing addresses begins at the path of the base address`() async {
    let (site, _) = await build([:])
    #expect(text("404.html", in: site)?.contains("href=\"/sub/items/\"") == true)
    let (root, _) = await build([:], baseURL: nil)
    #expect(text("404.html", in: root)?.contains("href=\"/items/\"") == true)
  }

  @Test(arguments: [
    "ftp://x/", "//x/", "https://", "https:///x", "https://x/?q", "https://x y/", "example.org",
  ])
  func `a base address that is none is refused`(address: String) async {
    let (site, report) = await build([:], baseURL: address)
    #expect(site == nil)
    #expect(report.hasPrefix("error[wrong-value]: \"\(address)\" is no base URL: one "))
  }

  @Test func `a style sheet of the site takes the bundled one's place, at an address of its own`() async {
    let (first, _) = await build([:], themeFiles: ["assets/site.css": "a{}"])
    let (second, _) = await build([:], themeFiles: ["assets/site.css": "b{}"])
    let styles = [first, second].map { site in
      (site?.files ?? []).map(\.path).filter { $0.hasPrefix("assets/site.") && $0.hasSuffix(".css") }
    }
    #expect(styles.map(\.count) == [1, 1])
    #expect(styles[0] != styles[1])
    #expect(text("index.html", in: first)?.contains(styles[0].first ?? "-") == true)
  }

  @Test func `what has nothing to list has no index, and nothing leads to one`() async throws {
    var site = SiteInMemory([
      "site.yml": "title: T\nitems: { folder: items }\n", "index.md": "---\nname: N\n---\n",
    ])
    let (built, _) = await makeSite(from: site.tree, options: BuildOptions())
    let pages = built?.files.map(\.path).filter { $0.hasSuffix(".html") }
    #expect(
      pages == [
        "404.html", "all/index.html", "contested/index.html", "data/index.html", "index.html",
        "items/index.html",
      ])
    #expect(text("index.html", in: built)?.contains("matrices/") == false)

    site = SiteInMemory([
      "site.yml": "title: T\nitems: { folder: items }\nnavigation: [matrices]\n",
      "index.md": "---\nname: N\n---\n[users](used-by/) and [all](all/)\n",
    ])
    let (refused, diagnostics) = await makeSite(
      from: site.tree, options: BuildOptions(baseURL: "https://x.example/"))
    #expect(refused == nil)
    #expect(
      diagnostics.map(\.summary) == [
        "the link \"used-by/\" leads nowhere",
        "the navigation names \"matrices\", which is no page of this site",
      ])
  }

  @Test(arguments: [
    "items", "criteria", "use-cases", "sources", "matrices", "used-by", "contested", "all", "data", "guides",
  ])
  func `an index says the words of the folder's index.md`(folder: String) async {
    let (site, report) = await build([
      "\(folder)/index.md": "---\nname: The <Index>\n---\n\nIts *own* words.\n\n## A section\n\nMore.\n",
      "items/x.md":
        "---\nname: X\n---\n## Used by\n\n- **Acme** [^a]\n\n[^a]: [One](../sources/one.md)\n",
      "matrices/m.md": "---\nname: M\n---\n",
    ])
    #expect(report == "")
    let page = text("\(folder)/index.html", in: site) ?? ""
    #expect(page.contains("The &lt;Index&gt;</h1>"))
    #expect(page.contains("Its <em>own</em> words."))
    #expect(page.contains("id=\"a-section\"") && page.contains("More."))
  }
}
