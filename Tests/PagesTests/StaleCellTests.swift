import Testing

/// A value that was verified too long ago: every page that shows its cell says so.
struct StaleCellTests {
  private static let files = [
    "site.yml":
      "title: Test\nitems: { folder: items, one: item, many: items }\nas-of: 2026-01-01\npairs: all\n",
    "criteria/wood.md": "---\nname: Wood\ntype: text\nindex: true\nmax-age: 30\n---\n",
    "criteria/height.md": "---\nname: Height\ntype: number\n---\n",
    "matrices/all.md": "---\nname: All\n---\n",
    "use-cases/games.md": "---\nname: Games\nneeds: [{ wood: Zebrawood }]\n---\n",
    "items/a.md": """
    ---
    name: A
    facts: { wood: { value: Zebrawood, sources: [one], verified: 2025-11-01 }, height: { value: 4, sources: [one] } }
    ---
    """,
    "items/b.md": """
    ---
    name: B
    facts:
      wood:
        - { value: Zebrawood, sources: [one], verified: 2025-11-01 }
        - { value: Oak, sources: [two], verified: 2025-12-31 }
      height: { value: 5, sources: [one] }
    ---
    """,
    "items/c.md":
      "---\nname: C\nfacts: { wood: { value: Yew, sources: [two], verified: 2025-12-31 } }\n---\n",
  ]

  /// Pages that show the cell, and how often they must say that it is stale.
  private static let pages = [
    ("items/index.html", 1), ("items/a/index.html", 1), ("items/b/index.html", 1),
    ("criteria/wood/index.html", 2), ("criteria/wood/zebrawood/index.html", 2),
    ("matrices/all/index.html", 2), ("use-cases/games/index.html", 2), ("sources/one/index.html", 2),
    ("contested/index.html", 1), ("compare/a-vs-b/index.html", 2), ("compare/a-vs-c/index.html", 1),
  ]

  @Test(arguments: pages)
  func `a page that shows a stale cell says so`(path: String, count: Int) async throws {
    let site = await MadeSite.building(Self.files)
    let page = try #require(site.text(path))
    #expect(page.matches(of: /may be out of date/).count >= count)
  }

  @Test func `a page that shows fresh cells alone says nothing of the kind`() async throws {
    let site = await MadeSite.building(Self.files)
    for path in [
      "criteria/height/index.html", "criteria/wood/yew/index.html",
    ] {
      #expect(try #require(site.text(path)).contains("out of date") == false, "\(path)")
    }
  }
}
