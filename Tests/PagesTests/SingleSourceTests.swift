import TestSupport
import Testing

/// A site with one source: its name and how many sources say something stand beside nothing, as both are always the same.
struct SingleSourceTests {
  private func build(_ more: [String: String] = [:]) async -> MadeSite {
    func item(_ name: String, year: Int, _ claims: String) -> String {
      """
      ---
      name: \(name)
      facts:
        kind: { value: fast, sources: [one] }
        year: { value: \(year), sources: [one] }
        open: { value: yes, sources: [one] }
      ---
      \(claims)

      [^a]: [One](../sources/one.md)
      """
    }
    let files = [
      "site.yml": "title: T\nitems: { folder: items, one: item, many: items }\n",
      "criteria/kind.md":
        "---\nname: Kind\nindex: true\ntype: choice\nvalues: { fast: Fast, slow: Slow }\n---\n",
      "criteria/year.md": "---\nname: Year\ntype: number\n---\n",
      "criteria/open.md": "---\nname: Open\ntype: boolean\n---\n",
      "criteria/speed.md": "---\nname: Speed\n---\n",
      "use-cases/games.md": "---\nname: Games\n---\n",
      "use-cases/shops.md": "---\nname: Shops\n---\n",
      "sources/one.md": "---\nname: Source One\nshort: Uno\n---\n",
      "items/x.md": item(
        "X", year: 2001,
        "## Strengths\n- **Speed**: quick. [^a]\n## Use cases\n- **Games**: all of them. [^a]\n- **Shops**: some."
      ),
      "items/y.md": item("Y", year: 2002, "## Weaknesses\n- **Speed**: slow. [^a]"),
    ]
    return await MadeSite.building(SiteInMemory(files.merging(more) { $1 }))
  }

  /// What a page says before its list of sources.
  private func words(_ site: MadeSite, _ path: String) throws -> String {
    let page = try #require(site.text(path))
    return try #require(
      page.components(
        after: "<main", before: page.contains("id=\"The_sources\"") ? "id=\"The_sources\"" : "</main>"))
  }

  @Test(arguments: ["compare/x-vs-y/index.html", "criteria/kind/fast/index.html", "items/x/index.html"])
  func `nothing in view is followed by the number of its sources`(path: String) async throws {
    let site = await build()
    let words = try words(site, path)
    #expect(!words.contains("1 source</") && !words.contains("0 source") && !words.contains(" d0"))
    // With a second source both say something.
    let more = await build(["sources/two.md": "---\nname: Source Two\n---\n"])
    #expect(try self.words(more, path).contains("1 source</"))
  }

  @Test func `a pair tells what is named, and what is the editor's own`() async throws {
    let words = try words(await build(), "compare/x-vs-y/index.html")
    #expect(words.contains("#Use_games\">named</a>"))
    #expect(words.contains("#Use_shops\">the editor’s own</a>"))
    let two = await build(["sources/two.md": "---\nname: Source Two\n---\n"])
    #expect(try self.words(two, "compare/x-vs-y/index.html").contains("#Use_games\">Uno</a>"))
  }
}
