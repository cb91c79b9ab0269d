import TestSupport
import Testing

/// The mistakes of a first site, and whether each message says how to mend it.
struct NewcomerTests {
  private static let cited = "\n[^a]: [One](../sources/one.md)\n"

  private func report(_ files: [String: String]) async -> String {
    await SiteInMemory.small(files).resolved().report
  }

  @Test func `a document without front matter is told how to begin`() async {
    #expect(
      await report(["items/x.md": "# X\n"]) == """
        error[missing-key]: an item needs "name"
         --> Content/items/x.md:1:1
          |
        1 | # X
          | ^^^
          = help: begin the file with front matter: a line `---`, a line `name: …`, and a line `---`


        """)
  }

  @Test(arguments: ["3 years", "\"3,5\"", ".nan"])
  func `what is nearly a number is told how to be written`(written: String) async {
    let text = written.filter { $0 != "\"" }
    let carets = String(repeating: "^", count: written.utf8.count)
    #expect(
      await report([
        "items/x.md": "---\nname: X\nfacts:\n  year: { value: \(written), sources: [one] }\n---\n"
      ])
        == """
        error[wrong-type]: "Year" takes a number, not "\(text)"
         --> Content/items/x.md:4:18
          |
        4 |   year: { value: \(written), sources: [one] }
          |                  \(carets)
          = help: write digits alone, with a point before decimals; the unit is a key of Content/criteria/year.md


        """)
  }

  @Test func `a misspelt type is told once, and not at every fact`() async {
    #expect(
      await report([
        "criteria/year.md": "---\nname: Year\ntype: integer\n---\n",
        "items/x.md": "---\nname: X\nfacts:\n  year: { value: 3, sources: [one] }\n---\n",
      ]) == """
        error[wrong-value]: "type" is text, boolean, number, date, choice, list or url, not "integer"
         --> Content/criteria/year.md:3:7
          |
        3 | type: integer
          |       ^^^^^^^ did you mean "number"?


        """)
  }

  @Test func `a claim whose footnote leads to no document is told what a citation is`() async {
    #expect(
      await report([
        "items/x.md": "---\nname: X\n---\n## Strengths\n\n- **Speed**: x. [^a]\n\n[^a]: Source One\n"
      ]) == """
        warning[unsourced-claim]: no source is given for this claim
         --> Content/items/x.md:6:3
          |
        6 | - **Speed**: x. [^a]
          |   ^^^^^^^^^^^^^^^^^^
          = help: a footnote cites where its definition links to a source's document: `[^label]: [Name](../sources/name.md)`


        """)
  }

  @Test func `an item in a folder of pages is told where items stand`() async {
    #expect(
      await report(["item/x.md": "---\nname: X\nfacts: { year: 3 }\n---\n"]) == """
        warning[unknown-key]: a page has no key "facts"
         --> Content/item/x.md:3:1
          |
        3 | facts: { year: 3 }
          | ^^^^^
          = help: an item has it, which stands in Content/items (`items: { folder: … }` in site.yml)


        """)
  }

  @Test func `claims below a misspelt heading are not lost in silence`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\n---\n## Strenghts\n\n- Quick. [^a]\n" + Self.cited]) == """
        warning[unread-claims]: the bullets below "Strenghts" are not read as claims
         --> Content/items/x.md:4:1
          |
        4 | ## Strenghts
          | ^^^^^^^^^^^^ did you mean "Strengths"?
          = help: claims stand below Strengths, Pros, Weaknesses, Cons, Features, Use cases, Best for, Used by; `sections` in site.yml gives these headings other names


        """)
  }

  @Test func `claims below a heading of a lower level are not lost in silence`() async {
    #expect(
      await report(["items/x.md": "---\nname: X\n---\n### Strengths\n\n- Quick. [^a]\n" + Self.cited]) == """
        warning[unread-claims]: the bullets below "Strengths" are not read as claims
         --> Content/items/x.md:4:1
          |
        4 | ### Strengths
          | ^^^^^^^^^^^^^
          = help: a heading that carries claims is of the second level: ## Strengths


        """)
  }

  @Test(arguments: [
    ("## Stärken\n\n- **Speed**: flott. [^a]\n", true), ("## Wofür\n\n- **Games** [^a]\n", true),
    ("## Stärken\n\n- **Speed**: flott. [^a]\n- **Open** [^a]\n\nUnd:\n\n- **Year** [^a]\n", true),
    ("## Versions\n\n- **5.0**: a new one. [^a]\n", false), ("- **Speed**: no heading. [^a]\n", false),
    ("## Reading\n\n- **Speed** matters.\n\nSo they say. [^a]\n", false),
    ("## Strengths\n\n### At work\n\n- **Speed**: quick. [^a]\n", false),
  ])
  func `bullets look like claims where they cite a source on something that is compared`(
    body: String, isLike: Bool
  ) async {
    let report = await report(["items/x.md": "---\nname: X\n---\n" + body + Self.cited])
    #expect(report.contains("warning[unread-claims]") == isLike)
  }
}
