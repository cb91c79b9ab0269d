import TestSupport
import Testing

/// What holds for the markup of every page: its links within the site's pages and its headings.
struct PageStructureTests {
  @Test func `the pages of a long list lead to the parts that stand on the first one`() async throws {
    var files = [
      "site.yml": "title: Many\npairs: { closest: 4 }\n",
      "criteria/colour.md": "---\nname: Colour\ntype: text\n---\n",
      "criteria/size.md": "---\nname: Size\ntype: number\n---\n",
    ]
    // Every two items of one size are told apart by nothing.
    for number in 0..<300 {
      files["items/i\(number).md"] = """
        ---
        name: Item \(number)
        facts:
          colour: { value: c\(number / 6), basis: common }
          size: { value: \(number / 2), basis: common }
        ---
        """
    }
    let made = await MadeSite.building(SiteInMemory(files))
    let first = try #require(made.text("compare/index.html"))
    let second = try #require(made.text("compare/page/2/index.html"))
    #expect(first.contains(#"id="Left_out""#) && !second.contains(#"id="Left_out""#))
    #expect(second.contains("with too little to tell apart"))
    #expect(fragments(of: second, to: "../../../compare/").contains("Left_out"))
    for (page, way) in [(first, "../compare/"), (second, "../../../compare/")] {
      for fragment in fragments(of: page, to: way) { #expect(first.contains("id=\"\(fragment)\"")) }
      for fragment in fragments(of: page, to: "") { #expect(page.contains("id=\"\(fragment)\"")) }
    }
  }

  private func fragments(of page: String, to way: String) -> [String] {
    page.matches(of: /href="([^"#]*)#([^"]+)"/).filter { $0.1 == way }.map { String($0.2) }
  }

  @Test(arguments: [
    "rows: [since]", "groups: [{ name: Age, rows: [since] }, { name: Rest, rows: [open] }]",
    "rows: [since, open]",
  ])
  func `no heading is more than one level below the one before it`(_ rows: String) async {
    let item = { (name: String) in
      """
      ---
      name: \(name)
      facts:
        since:
          - { value: 1999, sources: [a] }
          - { value: 2001, sources: [b] }
      ---
      ## Strengths

      - **Open**: yes. [^a]

      ## Weaknesses

      - **Open**: no. [^b]

      [^a]: [One](../sources/a.md)
      [^b]: [Two](../sources/b.md)
      """
    }
    let made = await MadeSite.building(
      SiteInMemory([
        "site.yml": "title: Few\n", "items/one.md": item("One"), "items/two.md": item("Two"),
        "sources/a.md": "---\nname: A\n---\n", "sources/b.md": "---\nname: B\n---\n",
        "criteria/since.md": "---\nname: Since\ntype: number\n---\n",
        "criteria/open.md": "---\nname: Open\ntype: boolean\n---\n",
        "matrices/all.md": "---\nname: All\n\(rows)\n---\n",
      ]))
    let pages = made.texts { $0.hasSuffix("index.html") }
    #expect(pages["matrices/all/index.html"]?.contains("<table") ?? false, "\(made.report)")
    for (path, page) in pages {
      var last = 0
      for heading in page.matches(of: /<h([1-6])[ >]/) {
        let level = Int(heading.1) ?? 0
        #expect(level <= last + 1, "\(path): h\(level) behind h\(last)")
        last = level
      }
    }
  }
}
