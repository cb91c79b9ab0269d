import Comparison
import MarkdownParsing
import TestSupport
import Testing

/// What is wrong with references, told whole.
struct ReferenceTests {
  private func report(_ files: [String: String], otherFiles: [String] = []) async -> String {
    await SiteInMemory.small(files, otherFiles: otherFiles).resolved().report
  }

  @Test func `an unknown criterion is named with its place`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\nfacts:\n  langage: { value: swift, sources: [one] }\n---\n"])
        == """
        error[unknown-criterion]: no criterion is named "langage"
         --> Content/items/x.md:4:3
          |
        4 |   langage: { value: swift, sources: [one] }
          |   ^^^^^^^ did you mean "language"?


        """)
  }

  @Test func `an unknown source is named with its place`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\nfacts:\n  open: { value: yes, sources: [two, ones] }\n---\n"]
      ) == """
        error[unknown-source]: no source is named "ones"
         --> Content/items/x.md:4:38
          |
        4 |   open: { value: yes, sources: [two, ones] }
          |                                      ^^^^ did you mean "one"?


        """)
  }

  @Test func `a dead link is named with its place`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\n---\nSee [the source](../sources/onne.md).\n"]) == """
        error[dead-link]: the link "../sources/onne.md" leads nowhere
         --> Content/items/x.md:4:18
          |
        4 | See [the source](../sources/onne.md).
          |                  ^^^^^^^^^^^^^^^^^^ did you mean "../sources/one.md"?


        """)
  }

  @Test func `a dead citation is named with its place`() async {
    let text = "---\nname: X\n---\n## Strengths\n\n- **Speed**: x [^a]\n\n[^a]: [One](../source/one.md)\n"
    #expect(
      await report(["items/x.md": text]) == """
        error[dead-link]: the link "../source/one.md" leads nowhere
         --> Content/items/x.md:8:13
          |
        8 | [^a]: [One](../source/one.md)
          |             ^^^^^^^^^^^^^^^^ did you mean "../sources/one.md"?


        """)
  }

  @Test func `a dead anchor is a warning`() async {
    #expect(
      await report([
        "items/x.md":
          "---\nname: X\n---\n## Where to start\n\n[here](#where-to-stat) and [there](x.md#where-to-start)\n"
      ]) == """
        warning[dead-anchor]: no heading has the anchor "#where-to-stat"
         --> Content/items/x.md:6:8
          |
        6 | [here](#where-to-stat) and [there](x.md#where-to-start)
          |        ^^^^^^^^^^^^^^ did you mean "#where-to-start"?


        """)
  }

  @Test func `two of a kind with one slug are both named`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\n---\n", "items/y.md": "---\nname: Y\nslug: x\n---\n"]) == """
        error[duplicate-name]: another item is called "x" too
         --> Content/items/y.md:3:7
          |
        3 | slug: x
          |       ^
        note: the other item
         --> Content/items/x.md:1:1
          |
        1 | ---
          | ^^^


        """)
  }

  @Test func `an alias is one entity's alone`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\naliases: [y]\n---\n", "items/y.md": "---\nname: Why\n---\n"])
        == """
        error[duplicate-name]: another item is called "y" too
         --> Content/items/x.md:3:11
          |
        3 | aliases: [y]
          |           ^
        note: the other item
         --> Content/items/y.md:1:1
          |
        1 | ---
          | ^^^


        """)
  }

  @Test func `two may share a name, which then leads to neither`() async {
    let site = SiteInMemory.small([
      "criteria/patents-given.md": "---\nname: Patents\ntype: boolean\n---\n",
      "criteria/patents-kept.md": "---\nname: Patents\ntype: boolean\n---\n",
      "items/x.md":
        "---\nname: X\nfacts:\n  patents-kept: { value: yes, sources: [one] }\n  patents: { value: no, sources: [one] }\n---\n",
    ])
    let (catalog, report) = await site.resolved()
    #expect(catalog.cell("x", "patents-kept")?.state == .yes)
    #expect(catalog.cell("x", "patents-given")?.state == .unknown)
    #expect(
      report == """
        error[ambiguous-name]: more than one criterion is named "patents"
         --> Content/items/x.md:5:3
          |
        5 |   patents: { value: no, sources: [one] }
          |   ^^^^^^^
          = help: use its slug: patents-given, patents-kept


        """)
  }

  @Test func `a draft is left out, counted, and not linked to`() async {
    let site = SiteInMemory.small([
      "items/x.md": "---\nname: X\ndraft: yes\n---\n", "items/y.md": "---\nname: Y\n---\n[x](x.md)\n",
    ])
    let (catalog, report) = await site.resolved()
    #expect(catalog.items.map(\.entry.name) == ["Y"])
    #expect(catalog.draftCount == 1)
    #expect(
      report == """
        error[draft-reference]: the link "x.md" leads to a draft, which is left out
         --> Content/items/y.md:4:5
          |
        4 | [x](x.md)
          |     ^^^^
          = help: remove `draft: true` there, or the reference here


        """)
  }

  @Test func `links lead to documents, files and indexes`() async {
    let site = SiteInMemory.small(
      [
        "items/x.md":
          "---\nname: X\n---\n[a](../sources/one.md#top) [b](../files/a%20b.pdf) [c](../criteria/) [d](/sources/two.md) [e](x.md)\n\n## Top\n",
        "sources/one.md": "---\nname: Source One\n---\n## Top\n",
      ], otherFiles: ["files/a b.pdf"])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    let targets = catalog.item("x")?.prose.introduction.compactMap { piece -> LinkTarget? in
      if case .target(let target) = piece { target } else { nil }
    }
    #expect(
      targets == [
        .document(.source(.init(0)), fragment: "top"), .file("files/a b.pdf", query: nil, fragment: nil),
        .index(.criteria, fragment: nil), .document(.source(.init(1)), fragment: nil),
        .document(.item(.init(0)), fragment: nil),
      ])
  }
}
