import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// Which files a site has, and what keeps it from being published.
struct SitePlanTests {
  private func build(
    _ files: [String: String], otherFiles: [String] = [], templates: [String: String] = [:],
    themeFiles: [String: String] = [:], baseURL: String? = "https://example.org/sub/"
  ) async -> (site: Site?, report: String) {
    var site = SiteInMemory.small(files, otherFiles: otherFiles)
    site.tree.templates = templates.sorted { $0.key < $1.key }.map {
      SourceText(path: "Templates/" + $0.key, $0.value)
    }
    site.tree.themeFiles = themeFiles.map { ("Templates/" + $0.key, Array($0.value.utf8)) }
    let (result, diagnostics) = await makeSite(from: site.tree, options: BuildOptions(baseURL: baseURL))
    let formatter = DiagnosticFormatter(format: .text, sources: site.tree.texts + BundledTheme.templates)
    return (result, formatter.string(for: diagnostics))
  }

  private func text(_ path: String, in site: Site?) -> String? {
    guard let file = site?.files.first(where: { $0.path == path }), case .made(let make) = file.content else {
      return nil
    }
    return String(decoding: make(), as: UTF8.self)
  }

  @Test func `a site has a page for everything, in order of path`() async {
    let (site, report) = await build([
      "items/x.md": "---\nname: X\n---\n", "guides/how.md": "---\nname: How\n---\n",
      "matrices/all.md": "---\nname: All\n---\n",
    ])
    #expect(report == "")
    let pages = site?.files.map(\.path).filter { !$0.hasPrefix("assets/") }
    #expect(
      pages == [
        "404.html", "_headers", "all/index.html", "contested/index.html", "coverage/index.html",
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

  @Test func `two documents at one address are both named`() async {
    let (site, report) = await build([
      "guides/a.md": "---\nname: A\nslug: b\n---\n", "guides/b.md": "---\nname: B\n---\n",
    ])
    #expect(site == nil)
    #expect(
      report == """
        error[path-clash]: "Content/guides/b.md" and "Content/guides/a.md" would both be "guides/b/index.html"
         --> Content/guides/b.md:1:1
          |
        1 | ---
          | ^^^
          = help: give one of them another `slug:` or name
        note: the other
         --> Content/guides/a.md:3:7
          |
        3 | slug: b
          |       ^


        """)
  }

  @Test func `an old address that is taken is pointed at`() async {
    let (site, report) = await build([
      "items/a.md": "---\nname: A\n---\n",
      "items/b.md": "---\nname: B\nredirect-from: [/old/, /items/a/]\n---\n",
    ])
    #expect(site == nil)
    #expect(
      report == """
        error[path-clash]: "Content/items/b.md" and "Content/items/a.md" would both be "items/a/index.html"
         --> Content/items/b.md:3:24
          |
        3 | redirect-from: [/old/, /items/a/]
          |                        ^^^^^^^^^
          = help: remove it from `redirect-from`
        note: the other
         --> Content/items/a.md:1:1
          |
        1 | ---
          | ^^^


        """)
  }

  @Test func `a page may stand below that of an item`() async {
    let (site, report) = await build([
      "items/a.md": "---\nname: A\n---\n", "items/a/more.md": "---\nname: More\n---\n",
    ])
    #expect(report == "")
    #expect(site?.files.contains { $0.path == "items/a/more/index.html" } == true)
  }

  @Test func `a file whose name begins with an accent is published under that name`() async {
    let (site, report) = await build(
      ["items/x.md": "---\nname: X\nlogo: ../\u{301}a.png\n---\n![a](../\u{301}a.png)\n"],
      otherFiles: ["\u{301}a.png"])
    #expect(report == "")
    #expect(site?.files.contains { $0.path.utf8.elementsEqual("\u{301}a.png".utf8) } == true)
  }

  @Test(arguments: [
    (["A.txt", "a.txt"], "would be \"a.txt\" and \"A.txt\", which some disks take for one file"),
    (["caf\u{E9}.txt", "cafe\u{301}.txt"], "which some disks take for one file"),
    (["straße.png", "STRASSE.png"], "which some disks take for one file"),
    (["ẞ.png", "ss.png"], "which some disks take for one file"),
    (["σας.png", "ΣΑΣ.png"], "which some disks take for one file"),
    (["ﬁle.png", "FILE.png"], "which some disks take for one file"),
    (["ΐ.png", "\u{3AA}\u{301}.png"], "which some disks take for one file"),
    (["K.png", "\u{212A}.png"], "which some disks take for one file"),
    (["straße.png", "STRASSE.PNG/x.png"], "is a file, and a folder is needed there"),
    (["A/x.png", "a/y.png"], "need the folders \"a\" and \"A\", which some disks take for one"),
    (["p/straße/x.png", "p/STRASSE/y/z.png"], "need the folders \"p/STRASSE\" and \"p/straße\", which"),
    (["caf\u{E9}/x.png", "cafe\u{301}/y.png"], "which some disks take for one"),
    (["Items/x.png"], "need the folders \"Items\" and \"items\", which some disks take for one"),
    (["all", "x.txt"], "is a file, and a folder is needed there"), (["index.html"], "would both be"),
    (["404.html"], "would both be"), (["criteria/index.html"], "would both be"),
  ])
  func `files that cannot stand beside the pages are an error`(paths: [String], what: String) async {
    let (site, report) = await build(
      ["site.yml": "title: T\nitems: { folder: items }\nallow-files: [html, \"\"]\n"], otherFiles: paths)
    #expect(site == nil)
    #expect(report.contains("error[path-clash]: ") && report.contains(what))
  }

  @Test func `folders that some disk takes for one are told once`() async {
    let (_, report) = await build([:], otherFiles: ["A/b/x.png", "A/c/x.png", "a/b/y.png", "a/c/y.png"])
    #expect(report.ranges(of: "error[path-clash]").count == 1)
  }

  @Test func `an asset of the theme has a name that every disk takes`() async {
    let (site, report) = await build([:], themeFiles: ["assets/aux/x.css": "a{}", "assets/a:b.png": ""])
    #expect(site == nil && report.ranges(of: "error[unportable-file-name]").count == 2)
    #expect(
      report.contains(" --> Templates/assets/aux\n") && report.contains(" --> Templates/assets/a:b.png\n"))
  }

  @Test func `names that every disk keeps apart stand beside each other`() async {
    let names = ["ı.png", "i.png", "ß.png", "s.png", "å.png", "a.png", "A/x.png", "b/A/x.png", "b/y.png"]
    #expect(await build([:], otherFiles: names).report == "")
  }

  @Test func `two of one slug are told once`() async {
    let (_, report) = await build([
      "items/a.md": "---\nname: A\n---\n", "items/b.md": "---\nname: B\nslug: a\n---\n",
      "matrices/a.md": "---\nname: A\n---\n", "matrices/b.md": "---\nname: B\nslug: a\n---\n",
    ])
    #expect(report.ranges(of: "error[").count == 2)
    #expect(report.contains("--> Content/items/b.md:3:7") && report.contains("--> Content/matrices/b.md:3:7"))
  }

  @Test func `a name that some disk does not take is an error that names a better one`() async {
    let names = [
      ("con.png", "the-con.png"), ("Nul.tar.gz", "the-Nul.tar.gz"), ("COM1.txt", "the-COM1.txt"),
      ("lpt³.png", "the-lpt³.png"), ("aux/x.png", "the-aux"), ("prn .png", "the-prn .png"), ("b./x.png", "b"),
      ("c /x.png", "c"), ("a:b.png", "a-b.png"), ("what?.png", "what-.png"),
    ]
    let (site, report) = await build([:], otherFiles: names.map(\.0))
    #expect(site == nil && report.ranges(of: "error[").count == names.count)
    for (path, better) in names {
      let place = path.hasSuffix("/x.png") ? String(path.dropLast("/x.png".count)) : path
      let expected = " --> Content/\(place)\n  = help: rename it, to \"\(better)\" for example\n"
      #expect(report.contains(expected), "\(path)")
    }
  }

  @Test func `a name that only looks like one that some disk does not take is a name`() async {
    let (_, report) = await build(
      ["site.yml": "title: T\nallow-files: [con]\n"],
      otherFiles: ["console.png", "com10.png", "com.png", "a.con", "nul-.png", "t. .png", ".a.png"])
    #expect(!report.contains("unportable-file-name"))
  }

  @Test(arguments: ["x.svg", "x.html", "x.HTM", "x.js", "x.php", "x", "x.png.exe"])
  func `a file that may run script is refused`(name: String) async {
    let (site, report) = await build([:], otherFiles: [name])
    #expect(site == nil)
    #expect(report.hasPrefix("error[unpublished-file-type]: "))
    #expect(report.contains(" --> Content/\(name)\n"))
  }

  @Test(arguments: ["x.png", "photos/x.JPG", "x.pdf", "x.csv", "x.woff2"])
  func `a harmless file is copied`(name: String) async {
    let (site, report) = await build([:], otherFiles: [name])
    #expect(report == "")
    let copied = site?.files.compactMap { file -> String? in
      if case .copied(let source) = file.content { "\(file.path) from \(source)" } else { nil }
    }
    #expect(copied == ["\(name) from Content/\(name)"])
  }

  @Test func `site.yml may allow more types`() async {
    let (site, report) = await build(
      ["site.yml": "title: T\nitems: { folder: items }\nallow-files: [svg]\n"], otherFiles: ["x.svg"])
    #expect(report == "")
    #expect(site != nil)
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

  @Test func `old addresses lead to the new one`() async {
    let (site, report) = await build(["items/x.md": "---\nname: X\nredirect-from: [/old/x, /y.html]\n---\n"])
    #expect(report == "")
    #expect(text("old/x/index.html", in: site)?.contains("url=../../items/x/") == true)
    #expect(text("y.html", in: site)?.contains("url=items/x/") == true)
  }

  @Test(arguments: ["pages", "file"])
  func `an old address that no page of this host had is refused`(policy: String) async {
    let wrong = [
      ("", "is no path"), ("/", "is no path"), ("../x", "is no path"), ("/a/../b", "is no path"),
      ("/a//b/", "is no path"), ("/%2e%2e/b", "is no path"),
      ("https://evil.example/", "is an address of another host"),
      ("//evil.example/", "is an address of another host"), ("/x.php?id=1", "has a query or a fragment"),
      ("/x#y", "has a query or a fragment"), ("/100%", "is no address"), ("/a%2Fb", "is no address"),
      ("/%ff/", "is no address"), ("/%00", "is no address"),
    ]
    let list = wrong.map { "  - \"\($0.0)\"\n" }.joined()
    let (site, report) = await build([
      "site.yml": "title: T\nitems: { folder: items }\nredirects: \(policy)\n",
      "items/x.md": "---\nname: X\nredirect-from:\n\(list)---\n",
    ])
    #expect(site == nil)
    for (line, (address, what)) in wrong.enumerated() {
      #expect(report.contains("error[invalid-redirect]: \"\(address)\" \(what)"), "\(address)")
      #expect(report.contains("--> Content/items/x.md:\(line + 4):5\n"), "\(address)")
    }
  }

  @Test func `any old path leads to the page, from a file or by a line`() async {
    let paths = [
      ("/Old/Name/", "Old/Name/index.html", "/Old/Name/"),
      ("/Ancient Name", "Ancient Name/index.html", "/Ancient%20Name"),
      ("/page.php", "page.php/index.html", "/page.php"), ("/Home.HTML", "Home.HTML", "/Home.HTML"),
      ("/a.htm", "a.htm", "/a.htm"), ("/café/", "café/index.html", "/caf%C3%A9/"),
      ("/na%C3%AFve/", "naïve/index.html", "/na%C3%AFve/"),
      ("/%c3%a9t%c3%a9", "été/index.html", "/%C3%A9t%C3%A9"),
      ("/100%25/", "100%/index.html", "/100%25/"),
      ("/wiki/A_(b)", "wiki/A_(b)/index.html", "/wiki/A_%28b%29"),
      ("/v1.0", "v1.0/index.html", "/v1.0"), ("/x/index.html", "x/index.html", "/x/index.html"),
    ]
    let item = "---\nname: X\nredirect-from:\n" + paths.map { "  - \"\($0.0)\"\n" }.joined() + "---\n"
    let (pages, report) = await build(["items/x.md": item])
    #expect(report == "")
    for (old, file, _) in paths {
      let depth = String(repeating: "../", count: file.utf8.count { $0 == 0x2F })
      #expect(text(file, in: pages)?.contains("url=\(depth)items/x/") == true, "\(old)")
    }
    let (lines, other) = await build([
      "site.yml": "title: T\nitems: { folder: items }\nredirects: file\n", "items/x.md": item,
    ])
    #expect(other == "")
    #expect(text("_redirects", in: lines) == paths.map { "/sub\($0.2) /sub/items/x/ 301\n" }.joined())
  }

  @Test func `where no file can stand, only a line can lead from an old address`() async {
    let paths = ["/a:b/", "/what%3F/", "/con/", "/nul.html", "/.hidden/", "/a./", "/a*/"]
    let item = "---\nname: X\nredirect-from:\n" + paths.map { "  - \"\($0)\"\n" }.joined() + "---\n"
    let (site, report) = await build(["items/x.md": item])
    #expect(site == nil)
    let help = "= help: write `redirects: file` in site.yml, where your host reads `_redirects`"
    for what in ["error[invalid-redirect]: no page can stand at ", help] {
      #expect(report.ranges(of: what).count == paths.count)
    }
    let (lines, other) = await build([
      "site.yml": "title: T\nitems: { folder: items }\nredirects: file\n", "items/x.md": item,
    ])
    #expect(lines != nil && other == "")
  }

  @Test func `an old address may differ from the new one by case where it is a line`() async {
    let item = "---\nname: X\nredirect-from: [/Items/X/]\n---\n"
    let (pages, report) = await build(["items/x.md": item])
    #expect(pages == nil)
    #expect(report.contains("= help: remove it from `redirect-from`, or write `redirects: file` in site.yml"))
    let settings = "title: T\nitems: { folder: items }\nredirects: file\n"
    #expect(await build(["site.yml": settings, "items/x.md": item]).report == "")
    for taken in ["/items/x/", "/items/x", "/items/", "/_headers"] {
      let (site, report) = await build([
        "site.yml": settings, "items/x.md": "---\nname: X\nredirect-from: [\(taken)]\n---\n",
      ])
      #expect(site == nil && report.hasPrefix("error[path-clash]: "), "\(taken)")
    }
    let (site, twice) = await build([
      "site.yml": settings, "items/x.md": "---\nname: X\nredirect-from: [/o/]\n---\n",
      "items/y.md": "---\nname: Y\nredirect-from: [/o/]\n---\n",
    ])
    #expect(site == nil && twice.contains("would both be \"o/index.html\""))
  }

  @Test func `a document of another ending is to be renamed, whatever is allowed`() async {
    let names = [
      ("gamma.MD", "gamma.md"), ("delta.Md", "delta.md"), ("a.b.markdown", "a.b.md"), ("x.mkd", "x.md"),
      ("y.mdown", "y.md"), ("z.MDX", "z.md"),
    ]
    let (site, report) = await build([:], otherFiles: names.map { "items/\($0.0)" })
    #expect(site == nil && !report.contains("allow-files"))
    for (name, better) in names {
      let expected =
        "error[unpublished-file-type]: \"\(name)\" is no document here: those end in .md\n --> Content/items/\(name)\n"
        + "  = help: rename it to \(better)\n"
      #expect(report.contains(expected), "\(name)")
    }
  }

  // MARK: What hosts read

  @Test(arguments: [
    (1000, ""), (1001, "GitLab Pages, unless told otherwise, reads 1000"),
    (2080, "Cloudflare Pages reads 2000, GitLab"),
  ])
  func `more redirects than hosts read are told with their number`(count: Int, what: String) async {
    let old = (1...count).map { "/old/\($0)/" }.joined(separator: ", ")
    let (site, report) = await build([
      "site.yml": "title: T\nitems: { folder: items }\nredirects: file\n",
      "items/x.md": "---\nname: X\nredirect-from: [\(old)]\n---\n",
    ])
    #expect(site != nil)
    if what.isEmpty {
      #expect(report == "")
    } else {
      #expect(report.hasPrefix("warning[too-many-host-rules]: `_redirects` has \(count) rules; \(what)"))
      #expect(report.contains(" --> Content/site.yml:3:12\n"))
    }
  }

  @Test func `one rule of headers serves a folder of hashed names alone`() async {
    let (site, _) = await build(
      [:], otherFiles: ["assets/search/x.png"],
      themeFiles: [
        "assets/own/a.css": "a{}", "assets/own/b.css": "b{}", "assets/mixed/a.css": "a{}",
        "assets/mixed/x.png": "",
      ])
    let rules = text("_headers", in: site)?.split(separator: "\n").filter { !$0.hasPrefix(" ") } ?? []
    #expect(rules.contains("/sub/assets/own/*") && rules.contains("/sub/assets/table/*"))
    #expect(!rules.contains("/sub/assets/*") && !rules.contains("/sub/assets/search/*"))
    #expect(rules.contains { $0.hasPrefix("/sub/assets/mixed/a.") && $0.hasSuffix(".css") })
    #expect(rules.count < 20)
  }

  @Test func `more rules of headers than hosts read are told with their number`() async {
    var files = ["assets/x.png": ""]
    for number in 1...120 { files["assets/s\(number).css"] = "a{b:\(number)}" }
    let (site, report) = await build([:], themeFiles: files)
    #expect(site != nil)
    #expect(report.contains("warning[too-many-host-rules]: `_headers` has 1"))
    #expect(report.contains(" rules; Cloudflare Pages reads 100\n"))
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
