import Comparison
import TestSupport
import Testing

struct ClaimTests {
  let footnotes = "\n[^a]: [One](../sources/one.md)\n[^b]: [Two](../sources/two.md)\n"

  @Test func `a bullet is a claim with its label, its text and its sources`() async {
    let site = SiteInMemory.small([
      "items/x.md": """
      ---
      name: X
      ---

      ## Strengths

      - **Speed**: quick. [^a] [^b]
      - **performance** without a colon [^a]
      - **Speed:** colon inside, cited at the end[^b].
      - Nothing in bold. [^a]

      ## Use cases

      - **games**: made for them. [^b]

      ## Used by

      - **Via Varejo** [^a]
      \(footnotes)
      """
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    #expect(
      catalog.lines(of: "x") == [
        "strengths Speed: quick. [One Two]",
        "strengths Speed: without a colon [One]",
        "strengths Speed: colon inside, cited at the end. [Two]",
        "strengths : Nothing in bold. [One]",
        "use-cases Games: made for them. [Two]",
        "used-by Via Varejo:  [One]",
      ])
    #expect(catalog.organisations.map(\.slug.text) == ["via-varejo"])
  }

  @Test func `a claim keeps its name when others are added, and when its sources or its lines change`() async
  {
    func names(_ claims: String) async -> [String] {
      let text = "---\nname: X\n---\nSee. [^a] [^b]\n\n\(claims)\(footnotes)"
      let (catalog, report) = await SiteInMemory.small(["items/x.md": text]).resolved()
      #expect(report == "")
      return catalog.item("x")?.claims.map(\.name) ?? []
    }
    let first = await names(
      "## Strengths\n\n- **Speed**: quick at *all* times. [^a]\n- Nothing in bold. [^a]\n")
    #expect(first.map(\.count) == [6, 6])
    let more = await names(
      "## Strengths\n\n- **Year**: young. [^b]\n- **performance**: quick\n  at *all* times. [^a] [^b]\n- Nothing in bold. [^a]\n"
    )
    #expect(Array(more.dropFirst()) == first)
    // What says the same is told apart by number, and another kind of claim is another claim.
    let twice = await names(
      "## Strengths\n\n- **Speed**: quick at all times. [^a]\n- **Speed**: quick at all times. [^b]\n\n"
        + "## Weaknesses\n\n- **Speed**: quick at all times. [^b]\n")
    #expect(twice[1] == first[0] + "_2")
    #expect(twice[0] == first[0])
    #expect(!twice[2].hasPrefix(first[0]))
  }

  @Test func `a label may name two things, and one that names nothing stays a label`() async {
    let site = SiteInMemory.small([
      "items/x.md":
        "---\nname: X\n---\n## Weaknesses\n\n- **Speed, Year**: slow. [^a]\n- **Colour**: grey. [^a]\n\n[^a]: [One](../sources/one.md)\n"
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    #expect(
      catalog.lines(of: "x") == ["weaknesses Speed, Year: slow. [One]", "weaknesses “Colour”: grey. [One]"])
  }

  @Test func `nested blocks and editor's notes belong to their bullet`() async {
    let site = SiteInMemory.small([
      "items/x.md": """
      ---
      name: X
      ---
      ## Features

      - **Speed**: has gears.

        - five of them [^a]

        > **Editor's note**: four, in fact.

      > Not a claim.
      \(footnotes)
      """
    ])
    let (catalog, _) = await site.resolved()
    let item = catalog.item("x")
    let claim = item.flatMap { $0.claimSections.first?.claims.first }.map { catalog[$0] }
    #expect(claim.map { catalog.line($0) } == "features Speed: has gears. [One]")
    #expect(claim.map { catalog.text($0.more).contains("five of them") } == true)
    #expect(claim?.editorNotes.map { catalog.text($0) } == ["<p>four, in fact.</p>\n"])
    #expect(item?.claimSections.first.map { catalog.text($0.remarks).contains("Not a claim.") } == true)
  }

  @Test func `headings are those of site.yml, whatever the case`() async {
    let site = SiteInMemory.small([
      "site.yml":
        "title: T\nitems: { folder: items }\nsections: { strengths: [Vorteile], editor-note: [Anmerkung] }\n",
      "items/x.md":
        "---\nname: X\n---\n## VORTEILE\n\n- **Speed**: schnell. [^a]\n\n  > **Anmerkung**: ja.\n\n## Strengths\n\nProse.\n"
        + "\n[^a]: [One](../sources/one.md)\n",
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    #expect(catalog.lines(of: "x") == ["strengths Speed: schnell. [One]"])
    #expect(catalog.claims.first?.editorNotes.count == 1)
    #expect(catalog.item("x")?.prose.sections.map(\.title) == ["Strengths"])
  }

  @Test func `a claim without a source is the editor's own, with a warning`() async {
    let site = SiteInMemory.small(["items/x.md": "---\nname: X\n---\n## Strengths\n\n- **Speed**: quick.\n"])
    let (catalog, report) = await site.resolved()
    #expect(catalog.claims.first?.citations == [])
    #expect(
      report == """
        warning[unsourced-claim]: no source is given for this claim
         --> Content/items/x.md:6:3
          |
        6 | - **Speed**: quick.
          |   ^^^^^^^^^^^^^^^^^
          = help: cite one as `[^label]`; without it the claim is shown as the editor's own


        """)
  }

  @Test func `a label close to a known one is a warning`() async {
    let site = SiteInMemory.small([
      "items/x.md":
        "---\nname: X\n---\n## Strengths\n\n- **Sped**: quick. [^a]\n\n[^a]: [One](../sources/one.md)\n"
    ])
    let (_, report) = await site.resolved()
    #expect(
      report == """
        warning[unknown-label]: no criterion is named "Sped"
         --> Content/items/x.md:6:3
          |
        6 | - **Sped**: quick. [^a]
          |   ^^^^^^^^ did you mean "Speed"?


        """)
  }

  @Test func `a claim shows the beginning of a long footnote, not all of it`() async {
    let long = Array(repeating: "word", count: 1000).joined(separator: " ")
    let site = SiteInMemory.small([
      "items/a.md": "---\nname: A\n---\n## Strengths\n\n- fast [^n]\n\n[^n]: \(long)\n"
    ])
    let (catalog, _) = await site.resolved()
    let beginning = Array(repeating: "word", count: 40).joined(separator: " ")
    #expect(catalog.lines(of: "a").count == 1)
    #expect(catalog.lines(of: "a").allSatisfy { $0.contains("title=\"\(beginning) …\"") })
  }
}
