import Comparison
import Pages
import TestSupport
import Testing

/// A matrix of more items than a page holds.
struct PaginationTests {
  private func pages(items count: Int) async -> [String: String] {
    var files = [
      "site.yml": "title: Many\n", "criteria/open.md": "---\nname: Open\ntype: boolean\n---\n",
      "matrices/all.md": "---\nname: All\nsummary: A few words.\n---\n\nAbove the table.\n",
    ]
    for number in 1000..<(1000 + count) {
      files["items/item-\(number).md"] = "---\nname: Item \(number)\nfacts: { open: unknown }\n---\n"
    }
    let (site, diagnostics) = await makeSite(
      from: SiteInMemory(files).tree, options: BuildOptions(baseURL: "https://example.org/"))
    #expect(diagnostics == [])
    var pages: [String: String] = [:]
    for file in site?.files ?? [] {
      let others = [
        "index.html", "all/index.html", "items/index.html", "items/page/2/index.html", "sitemap.xml",
      ]
      let isShown = file.path.hasPrefix("matrices/all") || others.contains(file.path)
      if isShown, case .made(let make) = file.content {
        pages[file.path] = String(decoding: make(), as: UTF8.self)
      }
    }
    return pages
  }

  private func rows(_ page: String?) -> [String] {
    (page ?? "").matches(of: /<th[^>]* scope="row".*?<a href="[^"]*">(Item \d+)<\/a>/).map { String($0.1) }
  }

  /// The numbers of the first and last item on each page.
  static let sharings: [(count: Int, pages: [ClosedRange<Int>])] = [
    (149, [1000...1148]), (150, [1000...1099, 1100...1149]), (249, [1000...1099, 1100...1248]),
    (250, [1000...1099, 1100...1199, 1200...1249]),
  ]

  @Test(arguments: sharings)
  func `items are shared out by the hundred, and a short rest joins the last page`(
    sharing: (count: Int, pages: [ClosedRange<Int>])
  ) async {
    let pages = await pages(items: sharing.count)
    var paths = ["matrices/all/index.html"]
    for number in 2..<max(2, sharing.pages.count + 1) {
      paths.append("matrices/all/page/\(number)/index.html")
    }
    let found = pages.keys.filter { $0.hasPrefix("matrices/all") && $0.hasSuffix(".html") }
    #expect(found.sorted() == paths.sorted())
    for (path, numbers) in zip(paths, sharing.pages) {
      #expect(rows(pages[path]) == numbers.map { "Item \($0)" })
    }
  }

  @Test
  func `the list of those that are compared goes over pages of two hundred, each with a page of its own`()
    async
  {
    // Every item beside the next one.
    let numbers = 1000..<1260
    let ring = numbers.dropLast().map { "[item-\($0), item-\($0 + 1)]" }.joined(separator: ", ")
    var files = ["site.yml": "title: Many\npairs: { list: [\(ring)] }\n"]
    for number in numbers { files["items/item-\(number).md"] = "---\nname: Item \(number)\n---\n" }
    let made = await MadeSite.building(SiteInMemory(files))
    let lists = ["compare/index.html", "compare/page/2/index.html"].map { path in
      (made.text(path) ?? "").matches(of: /<li><a href="[^"]*">(Item \d+)<\/a> <small>(\d+)/)
        .map { "\($0.1): \($0.2)" }
    }
    let expected = numbers.map { "Item \($0): \($0 == 1000 || $0 == 1259 ? 1 : 2)" }
    #expect(lists == [Array(expected.prefix(200)), Array(expected.suffix(60))])
    #expect(made.text("compare/page/3/index.html") == nil)
    #expect(
      made.texts { $0.hasPrefix("compare/item-1001/") }.values.map { page in
        page.matches(of: /<li><a href="([^"]*)">Item 1001 vs (Item \d+)</).map { "\($0.2) at \($0.1)" }
      } == [
        [
          "Item 1000 at ../../compare/item-1000-vs-item-1001/",
          "Item 1002 at ../../compare/item-1001-vs-item-1002/",
        ]
      ])
  }

  @Test func `each page leads to the others, and only the first repeats the document's words`() async throws {
    let pages = await pages(items: 150)
    let first = try #require(pages["matrices/all/index.html"])
    let second = try #require(pages["matrices/all/page/2/index.html"])
    #expect(first.contains("<title>All · Many</title>") && first.contains("Above the table."))
    #expect(second.contains("<title>All, page 2 of 2 · Many</title>") && !second.contains("Above the table."))
    let canonical = #"<link rel="canonical" href="https://example.org/matrices/all/page/2/">"#
    #expect(second.contains(canonical))
    #expect(pages["sitemap.xml"]?.contains("<loc>https://example.org/matrices/all/page/2/</loc>") == true)
    let links = second.matches(of: /<a href="([^"]*)"( aria-current="page")?>\d<span/)
    #expect(links.map { String($0.1) } == ["../../../../matrices/all/", "../../../../matrices/all/page/2/"])
    #expect(links.map { $0.2 != nil } == [false, true])
    #expect(second.contains("Items 101 to 150 of 150"))
    #expect(first.contains(#"rel="next">Page 2</a>"#) && !first.contains(#"rel="prev""#))
  }

  @Test func `many items are listed on several pages, and on none of the home page`() async {
    let pages = await pages(items: 150)
    let names = { (page: String?) in
      (page ?? "").matches(of: /<h2><a href="[^"]*">(Item \d+)<\/a><\/h2>/).map { String($0.1) }
    }
    #expect(names(pages["items/index.html"]) == (1000...1099).map { "Item \($0)" })
    #expect(names(pages["items/page/2/index.html"]) == (1100...1149).map { "Item \($0)" })
    #expect(pages["index.html"]?.contains("Item 1000") == false)
    #expect(pages["index.html"]?.contains(#"<input name="a""#) == true)
  }
  @Test func `many sources are listed on several pages`() async throws {
    var files = ["site.yml": "title: T\nitems: { folder: items, one: item, many: items }\n"]
    for number in 1000..<1150 { files["sources/s\(number).md"] = "---\nname: Source \(number)\n---\n" }
    let site = await MadeSite.building(SiteInMemory(files))
    let pages = try ["sources/index.html", "sources/page/2/index.html"].map { try #require(site.text($0)) }
    let names = pages.map { page in
      page.matches(of: /<h2><a href="[^"]*">(Source \d+)<\/a><\/h2>/).map { String($0.1) }
    }
    #expect(names == [(1000...1099).map { "Source \($0)" }, (1100...1149).map { "Source \($0)" }])
    #expect(pages[0].contains("Sources 1 to 100 of 150") && pages[0].contains(#"rel="next">Page 2</a>"#))
    #expect(pages[1].contains("Sources 101 to 150 of 150") && pages[1].contains(#"rel="prev">Page 1</a>"#))
    #expect(site.text("sources/page/3/index.html") == nil)
  }

  @Test func `the A to Z has the first of very many, and leads to the others`() async throws {
    let page = try #require(await pages(items: 260)["all/index.html"])
    let names = page.matches(of: /<li><a href="[^"]*">(Item \d+)<\/a><\/li>/).map { String($0.1) }
    #expect(names == (1000..<1200).map { "Item \($0)" })
    #expect(page.contains(##"href="#All_items">Items <small>260</small>"##))
    #expect(page.contains(#"<a class="forth" href="../items/">and 60 more</a>"#))
    let whole = try #require(await pages(items: 249)["all/index.html"])
    #expect(whole.contains("Item 1248</a>") && !whole.contains("more</a>"))
  }
}
