import Pages
import Testing

/// Where old addresses lead, and how many lines of rules hosts read.
struct RedirectTests: SitePlanning {
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
}
