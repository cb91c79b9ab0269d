import Comparison
import Diagnostics
import Pages
import TestSupport
import Testing

/// The pages of comparisons: where they stand, what leads there, and what they clash with.
struct ComparisonPageTests: SitePlanning {
  /// A page in few lines: the columns, the rows by kind, and who is best in each.
  private static let plain = """
    {% macro rows(name, list) %}{{ name }}:{% for r in list %} {{ r.id }}{% for c in r.cells %}{% if c.is_best %} \
    {{ c.item.text }}{% endif %}{% endfor %};{% endfor %}
    {% endmacro %}{% macro namings(name, list) %}{{ name }}:{% for r in list %} {{ r.subject.text }}\
    {% for c in r.cells %} {{ c.marks | length }}{% endfor %};{% endfor %}
    {% endmacro %}{{ name }}:{% for i in table.items %} {{ i.text }}{% endfor %} {{ table.differences }}
    {{ rows("opinions", table.opinions) }}{{ rows("facts", table.facts) }}{{ rows("undecided", table.undecided) }}\
    {{ rows("same", table.same) }}{% for one in table.alone %}{{ rows("alone", one.rows) }}{% endfor %}{{ rows("described", table.described) }}\
    unknown:{% for l in table.unknown %} {{ l.text }}{% endfor %}
    {{ namings("uses", table.uses) }}{{ namings("users", table.users) }}sources:{% for s in table.sources %} {{ s.source.text }}\
    {% for said in s.said %} {{ said.item }} {{ said.claims }}{% endfor %};{% endfor %}
    pairs:{% for p in table.pairs %} {{ p.text }};{% endfor %} relations:{% for r in table.relations %} \
    {{ r.from.text }} {{ r.phrase }} {{ r.to.text }};{% endfor %}
    others:{% for l in others %} {{ l.text }}{% endfor %}
    """

  private static func item(_ name: String, _ facts: String, _ body: String) -> String {
    "---\nname: \(name)\nfacts: { \(facts) }\n---\n\n\(body)\n\n[^1]: [One](../sources/one.md)\n[^2]: [Two](../sources/two.md)\n"
  }

  private static let three = [
    "items/a.md": item(
      "A", "open: { value: yes, sources: [one] }, year: { value: 2001, sources: [one] }",
      "## Strengths\n\n- **Speed**: quick. [^1] [^2]\n- **Size**: small. [^1]\n\n## Used by\n\n- **Acme** [^1]"
    ),
    "items/b.md": item(
      "B", "open: { value: no, sources: [one] }, year: { value: 2001, sources: [two] }",
      "## Strengths\n\n- **Size**: tiny. [^2]\n\n## Weaknesses\n\n- **Speed**: slow. [^1]\n\n"
        + "## Use cases\n\n- **Games**: good. [^1] [^2]"
    ),
    "items/c.md": item(
      "C", "language: { value: swift, sources: [two] }",
      "## Strengths\n\n- **Games**: made for them. [^1] [^2]"),
    "criteria/size.md": "---\nname: Size\n---\n", "criteria/price.md": "---\nname: Price\n---\n",
    "criteria/games.md": "---\nname: Games\n---\n",
  ]

  @Test func `rows come by what they amount to, and the greatest net is the best`() async {
    let files = Self.three.merging([
      "comparisons/some.md": "---\nname: Some\nitems: [b, a, c]\n---\n",
      "comparisons/other.md": "---\nname: Others\nitems: [c, b]\n---\n",
    ]) { $1 }
    let (site, report) = await build(files, templates: ["comparison.html": Self.plain])
    #expect(report == "")
    #expect(
      text("compare/some/index.html", in: site)?.lines == [
        "Some: B A C 2", "opinions: Opinion_speed A;", "facts: Fact_open;", "undecided:",
        "same: Opinion_size; Fact_year;", "alone: Opinion_games; Fact_language;",
        "described:", "unknown: Price",
        "uses: Games 2 0 0;", "users: Acme 0 1 0;",
        "sources: Source One B 2 A 3 C 1; Source Two B 2 A 1 C 1;",
        "pairs: A vs B; relations:", "others: Others",
      ])
  }

  @Test func `links, the index, the search, the map and the A to Z lead to a comparison`() async {
    var files = Self.three
    files["comparisons/some.md"] =
      "---\nname: Some of them\nitems: [a, b]\nredirect-from: [/old/some/]\n---\n"
    files["guides/g.md"] = "---\nname: G\n---\n\n[Some](../comparisons/some.md) of [all](../comparisons/).\n"
    let (site, report) = await build(files)
    #expect(report == "")
    #expect(
      text("guides/g/index.html", in: site)?.contains("<a href=\"../../compare/some/\">Some</a>") == true)
    #expect(text("guides/g/index.html", in: site)?.contains("<a href=\"../../compare/\">all</a>") == true)
    #expect(
      text("compare/index.html", in: site)?.contains("href=\"../compare/some/\" data-compared=\"a b\"")
        == true)
    #expect(text("search.json", in: site)?.contains("[\"Some of them\",\"some\"]") == true)
    #expect(text("sitemap.xml", in: site)?.contains("https://example.org/sub/compare/some/") == true)
    #expect(text("all/index.html", in: site)?.contains("href=\"../compare/some/\"") == true)
    #expect(text("old/some/index.html", in: site)?.contains("../../compare/some/") == true)
  }

  @Test func `a comparison at the address of a pair is an error`() async {
    var files = Self.three
    files["comparisons/a-vs-b.md"] = "---\nname: Two\nitems: [a, b]\n---\n"
    let (site, report) = await build(files)
    #expect(site == nil)
    #expect(
      report == """
        error[path-clash]: "Content/comparisons/a-vs-b.md" and the page "A vs B" would both be "compare/a-vs-b/index.html"
         --> Content/comparisons/a-vs-b.md:1:1
          |
        1 | ---
          | ^^^
          = help: give one of them another `slug:` or name


        """)
  }

  @Test func `a comparison at the address of all pairs of an item is an error`() async {
    var files = ["comparisons/x.md": "---\nname: Two\nslug: item-3\nitems: [item-1, item-2]\n---\n"]
    for number in 1...41 {
      files["items/item-\(number).md"] =
        "---\nname: Item \(number)\nfacts: { year: { value: \(number), sources: [one] } }\n---\n"
    }
    let report = await build(files).report
    #expect(
      report == """
        error[path-clash]: "Content/comparisons/x.md" and the page "Item 3 compared" would both be "compare/item-3/index.html"
         --> Content/comparisons/x.md:3:7
          |
        3 | slug: item-3
          |       ^^^^^^
          = help: give one of them another `slug:` or name


        """)
  }

  @Test func `comparisons are listed where no pair has a page`() async {
    var files = Self.three
    files["site.yml"] =
      "title: Test\nitems: { folder: items, one: item, many: items }\npairs: none\n"
    #expect(text("compare/index.html", in: await build(files).site) == nil)
    files["comparisons/some.md"] = "---\nname: Some of them\nitems: [a, b]\n---\n"
    let (site, report) = await build(files)
    #expect(report == "")
    #expect(text("compare/index.html", in: site)?.contains("Some of them") == true)
  }

  @Test func `a value that two to five items have shows them side by side`() async {
    func page(_ count: Int) async -> [String]? {
      var files = ["criteria/year.md": "---\nname: Year\ntype: number\nindex: true\n---\n"]
      for number in 1...count {
        files["items/item-\(number).md"] =
          "---\nname: Item \(number)\nfacts: { year: { value: 2001, sources: [one] } }\n---\n"
      }
      let template = "{% if comparison %}{{ comparison.items | length }}{% else %}none{% endif %}\n"
      return text(
        "criteria/year/2001/index.html", in: await build(files, templates: ["value.html": template]).site)?
        .lines
    }
    #expect(await page(1) == ["none"])
    #expect(await page(2) == ["2"])
    #expect(await page(5) == ["5"])
    #expect(await page(6) == ["none"])
  }

  @Test func `after an edit a site in memory shows a comparison as one that is read anew`() async {
    var files = Self.three
    files["comparisons/some.md"] = "---\nname: Some of them\nitems: [a, b]\n---\n"
    var tree = SiteInMemory.small(files).tree
    var memory = SiteCache()
    let options = BuildOptions(baseURL: "https://example.org/", jobs: 1)
    _ = await memory.makeSite(from: tree, options: options)
    for (name, text) in [
      ("comparisons/some.md", "---\nname: Some of them\nitems: [c, b, a]\n---\n\nWhy.\n"),
      ("items/a.md", "---\nname: A\nfacts: { year: { value: 2003, sources: [two] } }\n---\n"),
      ("comparisons/some.md", "---\nname: Others\nitems: [c, b]\n---\n"),
    ] {
      guard let place = tree.documents.firstIndex(where: { $0.path == "Content/" + name }) else { return }
      tree.documents[place] = SourceText(path: "Content/" + name, text)
      let (site, _) = await memory.makeSite(from: tree, options: options)
      let (fresh, _) = await makeSite(from: tree, options: options)
      for path in ["compare/some/index.html", "compare/index.html", "data/compare/a.html", "search.json"] {
        #expect(self.text(path, in: site) != nil)
        #expect(self.text(path, in: site) == self.text(path, in: fresh), "\(path) after an edit of \(name)")
      }
    }
  }
}
