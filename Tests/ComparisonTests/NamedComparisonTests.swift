import Comparison
import Diagnostics
import TestSupport
import Testing

/// Comparisons of two to five items: what their documents mean, and what is wrong with them, told whole.
struct NamedComparisonTests {
  private func site(_ comparisons: [String: String]) -> SiteInMemory {
    var files = ["site.yml": "title: Test\nitems: { folder: items, one: tool, many: tools }\n"]
    for item in ["a", "b", "c", "d", "e", "f"] {
      files["items/\(item).md"] = "---\nname: Tool \(item.uppercased())\naliases: [\(item)-tool]\n---\n"
    }
    for (name, text) in comparisons { files["comparisons/\(name).md"] = text }
    return SiteInMemory.small(files)
  }

  private func report(_ items: String) async -> String {
    await site(["some": "---\nname: Some tools\nitems: \(items)\n---\n"]).resolved().report
  }

  @Test func `a comparison keeps the order of its items, whatever they are called by`() async {
    let (catalog, report) = await site([
      "some": "---\nname: Some tools\nsummary: Three.\nitems: [c, Tool A, b-tool]\n---\n\nWhy these.\n",
      "all": "---\nname: Of all\nslug: five\nitems: [e, d, c, b, a]\nextra: { shelf: 2 }\n---\n",
    ]).resolved()
    #expect(report == "")
    #expect(catalog.comparisons.map(\.entry.name) == ["Of all", "Some tools"])
    #expect(catalog.comparisons.map(\.entry.slug.text) == ["five", "some"])
    #expect(
      catalog.comparisons.map { $0.items.map { catalog[$0].entry.slug.text } } == [
        ["e", "d", "c", "b", "a"], ["c", "a", "b"],
      ])
    #expect(catalog.text(catalog.comparisons[1].prose.introduction) == "<p>Why these.</p>\n")
    #expect(catalog.comparisons[0].entry.extra.map(\.value) == ["2"])
  }

  @Test func `an unknown item is an error with a suggestion`() async {
    #expect(
      await report("[a, b-tol]") == """
        error[unknown-item]: no tool is named "b-tol"
         --> Content/comparisons/some.md:3:12
          |
        3 | items: [a, b-tol]
          |            ^^^^^ did you mean "b-tool"?


        """)
  }

  @Test func `one item is too few`() async {
    #expect(
      await report("[a]") == """
        error[invalid-comparison]: a comparison names 2 to 5 items, not 1
         --> Content/comparisons/some.md:3:8
          |
        3 | items: [a]
          |        ^^^
          = help: write their slugs in brackets: `items: [a, b, c]`


        """)
  }

  @Test func `six items are too many, told at the sixth`() async {
    #expect(
      await report("[a, b, c, d, e, f]") == """
        error[invalid-comparison]: a comparison names 2 to 5 items, not 6
         --> Content/comparisons/some.md:3:24
          |
        3 | items: [a, b, c, d, e, f]
          |                        ^
          = help: leave out from here, or make it a matrix


        """)
  }

  @Test func `an item that is named twice is an error, by whatever name`() async {
    #expect(
      await report("[a, b, Tool A]") == """
        error[invalid-comparison]: the comparison names "Tool A" twice
         --> Content/comparisons/some.md:3:15
          |
        3 | items: [a, b, Tool A]
          |               ^^^^^^
          = help: each item has one column
        note: the first time
         --> Content/comparisons/some.md:3:9
          |
        3 | items: [a, b, Tool A]
          |         ^


        """)
  }

  @Test func `a comparison without items is told what to add`() async {
    #expect(
      await site(["some": "---\nname: Some tools\n---\n"]).resolved().report == """
        error[missing-key]: a comparison needs "items"
         --> Content/comparisons/some.md:1:1
          |
        1 | ---
          | ^^^
          = help: add `items: [a, b, c]` to the front matter


        """)
  }

  @Test func `two comparisons of the same items are an error that names both`() async {
    let report = await site([
      "one": "---\nname: One way\nitems: [a, b, c]\n---\n",
      "other": "---\nname: The other way\nitems: [c, a, b]\n---\n",
    ]).resolved().report
    #expect(
      report == """
        error[duplicate-comparison]: "Content/comparisons/other.md" and "Content/comparisons/one.md" compare the same tools
         --> Content/comparisons/other.md:3:9
          |
        3 | items: [c, a, b]
          |         ^
          = help: remove one of them, or compare others
        note: the other comparison
         --> Content/comparisons/one.md:3:9
          |
        3 | items: [a, b, c]
          |         ^


        """)
  }

  @Test func `two comparisons of one slug are an error`() async {
    let report = await site([
      "one": "---\nname: One\nitems: [a, b]\n---\n", "two": "---\nname: Two\nslug: one\nitems: [a, c]\n---\n",
    ]).resolved().report
    #expect(report.contains("error[duplicate-name]: another comparison is called \"one\" too"))
  }

  @Test func `a draft is left out, and a link to it is an error`() async {
    let (catalog, report) = await SiteInMemory.small([
      "items/a.md": "---\nname: A\n---\n\nSee [them](../comparisons/some.md).\n",
      "items/b.md": "---\nname: B\n---\n",
      "comparisons/some.md": "---\nname: Some\ndraft: true\nitems: [a, b]\n---\n",
    ]).resolved()
    #expect(catalog.comparisons.isEmpty)
    #expect(report.contains("error[draft-reference]: the link \"../comparisons/some.md\" leads to a draft"))
  }

  @Test func `documents link to a comparison and to the list of all`() async {
    let (catalog, report) = await SiteInMemory.small([
      "items/a.md": "---\nname: A\n---\n\nSee [them](../comparisons/some.md) of [all](../comparisons/).\n",
      "items/b.md": "---\nname: B\n---\n",
      "comparisons/some.md": "---\nname: Some\nitems: [a, b]\n---\n",
    ]).resolved()
    #expect(report == "")
    #expect(
      catalog.item("a").map {
        catalog.text($0.prose.introduction).contains("index(Comparison.IndexKind.pairs")
      } == true)
  }

  @Test func `the items of a comparison cannot stand in its folder`() async {
    let report = await SiteInMemory([
      "site.yml": "title: Test\nitems: { folder: comparisons, one: tool, many: tools }\n"
    ]).resolved().report
    #expect(report.contains("\"comparisons\""))
  }

  @Test func `after an edit of a comparison everything is as if it had been read anew`() async {
    let before = site(["some": "---\nname: Some tools\nitems: [a, b]\n---\n"])
    var reading = ReadDocuments()
    var resolution = ResolutionCache()
    _ = resolution.resolve(await reading.update(before.tree, jobs: 1).0)
    for text in [
      "---\nname: Some tools\nitems: [b, c, a]\n---\n", "---\nname: Some tools\nitems: [b, b]\n---\n",
      "---\nname: Others\nitems: [e, f]\n---\n",
    ] {
      let after = site(["some": text])
      let (catalog, problems) = resolution.resolve(await reading.update(after.tree, jobs: 1).0)
      let (fresh, expected) = resolve(await readDocuments(after.tree, jobs: 1).0)
      #expect(catalog.comparisons.map(\.items) == fresh.comparisons.map(\.items))
      #expect(catalog.comparisons.map(\.entry.name) == fresh.comparisons.map(\.entry.name))
      #expect(problems.map(\.summary) == expected.map(\.summary))
    }
  }
}
