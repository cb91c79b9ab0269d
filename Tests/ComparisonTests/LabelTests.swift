import Comparison
import TestSupport
import Testing

/// What is read as the label of a claim, and what is told of instead.
struct LabelTests {
  private func reading(_ body: String, heading: String = "Strengths") async -> (
    lines: [String], report: String
  ) {
    let site = SiteInMemory.small([
      "criteria/taste.md": "---\nname: Taste\n---\n",
      "criteria/look-and-feel.md": "---\nname: Look and feel\n---\n",
      "use-cases/chat.md": "---\nname: Chat & games\n---\n",
      "items/x.md": "---\nname: X\n---\n\n## \(heading)\n\n\(body)\n\n[^a]: [One](../sources/one.md)\n",
    ])
    let (catalog, report) = await site.resolved()
    return (catalog.lines(of: "x"), report)
  }

  @Test(arguments: [
    "**Speed**: quick. [^a]", "**Speed:** quick. [^a]", "***Speed***: quick. [^a]",
    "***Speed*:** quick. [^a]",
    "**Speed**：quick. [^a]", "**Speed** – quick. [^a]", "**Speed**[^a]: quick.", "**Speed** [^a]: quick.",
    "[**Speed**](../criteria/speed.md): quick. [^a]", "**[Speed](../criteria/speed.md)**: quick. [^a]",
    "Speed: quick. [^a]", "speed：quick. [^a]", "Performance – quick. [^a]", "Speed - quick. [^a]",
    "*Speed*: quick. [^a]", "[Speed](../criteria/speed.md): quick. [^a]", "`Speed`: quick. [^a]",
  ])
  func `a label is read in whatever form its meaning is plain`(bullet: String) async {
    let (lines, report) = await reading("- \(bullet)")
    #expect(report == "")
    #expect(lines == ["strengths Speed: quick. [One]"])
  }

  @Test(arguments: [
    "Speed is quick. [^a]", "Speed-wise: quick. [^a]", "Nothing: of the kind. [^a]",
    "It has: Speed: quick. [^a]",
    "Year 2020: a good one. [^a]",
  ])
  func `words that only begin like a label stay words`(bullet: String) async {
    let (lines, report) = await reading("- \(bullet)")
    #expect(report == "")
    #expect(lines == ["strengths : \(bullet.replacing(" [^a]", with: "")) [One]"])
  }

  @Test(arguments: [
    ("Speed, Taste", "Speed, Taste"), ("Speed & Taste", "Speed, Taste"), ("Speed and Taste", "Speed, Taste"),
    ("Speed / Taste", "Speed, Taste"), ("Speed/Taste", "Speed, Taste"), ("Speed; Taste", "Speed, Taste"),
    ("Speed、Taste", "Speed, Taste"), ("Speed, Year and Taste", "Speed, Year, Taste"),
    ("Look and feel", "Look and feel"), ("Look and feel, Speed", "Look and feel, Speed"),
    ("Fish and chips", "“Fish and chips”"),
  ])
  func `signs and words between names divide a label where only names are left`(
    label: String, subjects: String
  ) async {
    let (lines, report) = await reading("- **\(label)**: good. [^a]")
    #expect(report == "")
    #expect(lines == ["strengths \(subjects): good. [One]"])
  }

  @Test func `a label of which only a part is a name is told of`() async {
    let (lines, report) = await reading("- **Speed & Chips**: good. [^a]")
    #expect(
      lines == ["strengths “Speed &amp; Chips”: good. [One]"]
        || lines == ["strengths “Speed & Chips”: good. [One]"])
    #expect(
      report == """
        warning[unknown-label]: no criterion is named "Speed & Chips"
         --> Content/items/x.md:7:3
          |
        7 | - **Speed & Chips**: good. [^a]
          |   ^^^^^^^^^^^^^^^^^
          = help: a label of several has a comma between their names: `**A, B**`


        """)
  }

  @Test func `the name of a use case is not divided`() async {
    let (lines, report) = await reading(
      "- Chat & games: good. [^a]\n- **Games**: good. [^a]", heading: "Best for")
    #expect(report == "")
    #expect(lines == ["use-cases Chat & games: good. [One]", "use-cases Games: good. [One]"])
  }

  @Test(arguments: [
    ("**Speed**: a paragraph. [^a]", "claim-outside-list"),
    ("> - **Speed**: in a quote. [^a]", "claim-outside-list"),
    ("> **Speed**: quoted. [^a]", "claim-outside-list"),
    ("| a |\n|---|\n| **Speed**: here [^a] |", "claim-outside-list"),
    ("- ~~**Speed**: struck out.~~ [^a]", "struck-out-label"),
    ("- [**Speed**](https://example.org/): linked. [^a]", "hidden-in-label"),
    ("- **[Speed](../criteria/taste.md)**: elsewhere. [^a]", "hidden-in-label"),
    ("### Part\n\n- **Speed**: below. [^a]", "heading-among-claims"),
  ])
  func `what looks like a claim and is none is told of once`(body: String, kind: String) async {
    let (_, report) = await reading(body)
    #expect(report.matches(of: /warning\[/).count == 1, "\(report)")
    #expect(report.contains("warning[\(kind)]") && report.contains("= help: "))
  }

  @Test func `a heading between claims labels those below it that have no label`() async {
    let (lines, report) = await reading(
      "- First. [^a]\n\n### Speed\n\n- Quick. [^a]\n- **Taste**: good. [^a]\n\n### Other things\n\n- Neat. [^a]"
    )
    #expect(report == "")
    #expect(
      lines == [
        "strengths : First. [One]", "strengths Speed: Quick. [One]", "strengths Taste: good. [One]",
        "strengths “Other things”: Neat. [One]",
      ])
    let users = await reading("### Companies\n\n- Initech. [^a]", heading: "Used by")
    #expect(
      users.lines == ["used-by : Initech. [One]"] && users.report.contains("warning[heading-among-claims]"))
  }

  @Test func `a heading with words of its own below it stays, and so do quotes without a name`() async {
    let (lines, report) = await reading(
      "### Part\n\nWords.\n\n- **Speed**: below. [^a]\n\n> **Loud**: a quote.")
    #expect(report == "")
    #expect(lines == ["strengths Speed: below. [One]"])
  }

  @Test(.timeLimit(.minutes(5))) func `thirty thousand headings between claims take no time`() async {
    let headings = (0..<30_000).map { "### A\($0)\n\n" }.joined()
    let (lines, report) = await reading("- Quick. [^a]\n\n" + headings)
    #expect(lines == ["strengths : Quick. [One]"] && report == "")
  }
}
