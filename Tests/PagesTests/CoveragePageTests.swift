import Comparison
import Pages
import TestSupport
import Testing

/// The coverage of a site with more items than a page holds.
struct CoveragePageTests {
  @Test func `items are shared out among pages, and what is of the whole site stands on the first`()
    async throws
  {
    var files = ["criteria/size.md": "---\nname: Size\n---\n"]
    for number in 100..<250 {
      let claim =
        number < 110 ? "## Strengths\n\n- **Size**: right. [^a]\n\n[^a]: [1](../sources/one.md)\n" : ""
      files["items/item-\(number).md"] = "---\nname: Item \(number)\n---\n\(claim)"
    }
    let site = await MadeSite.building(files)
    #expect(site.report == "")
    let first = try #require(site.text("coverage/index.html"))
    let second = try #require(site.text("coverage/page/2/index.html"))
    #expect(site.text("coverage/page/3/index.html") == nil)
    let rows = { (page: String) in
      page.matches(of: /<th scope="row"><a href="[^"]*">Item (\d+)</).map { $0.1 }
    }
    // Three tables: of sources, of ungrouped criteria, and of the rows of the work list, which are no table.
    #expect(rows(first) == (100..<200).map { "\($0)" } + (100..<200).map { "\($0)" })
    #expect(rows(second) == (200..<250).map { "\($0)" } + (200..<250).map { "\($0)" })
    #expect(first.contains("known: 10 of 750 cells") && first.contains("<h2 id=\"The_criteria\">"))
    #expect(!second.contains("known:") && !second.contains("<tfoot>") && !second.contains("the_criteria"))
    #expect(second.contains("href=\"../../../items/item-249/#The_gaps\""))
    #expect(site.text("sitemap.xml")?.contains("<loc>https://example.org/coverage/page/2/</loc>") == true)
    // What is missing of a criterion is named by its first few, not by hundreds.
    let work = first.split(separator: "<h3 id=\"Work_criteria\">").last ?? ""
    #expect(work.contains("Item 110") && work.contains("and 132 more") && !work.contains("Item 130"))
  }

  @Test func `a site without criteria has no coverage, and no link to it`() async {
    let site = SiteInMemory(["site.yml": "title: Bare\n", "items/a.md": "---\nname: A\n---\n"])
    let (made, _) = await makeSite(from: site.tree, options: BuildOptions())
    let files = made?.files ?? []
    #expect(files.contains { $0.path == "index.html" } && !files.contains { $0.path.hasPrefix("coverage") })
    for file in files {
      guard case .made(let make) = file.content else { continue }
      #expect(!String(decoding: make(), as: UTF8.self).contains("coverage/"))
    }
  }
}
