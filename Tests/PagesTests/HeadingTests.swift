import Testing

/// What stands in the headings of documents.
struct HeadingTests {
  private static let item = """
    ---
    name: X
    ---

    # X

    ## History of `x` and [Y](y.md) [^n]

    Words.

    > # Quoted

    ### Third of *x*

    # Another [^m]

    ## Strengths of *all* kinds

    - **Speed**: quick. [^a]

    [^n]: A note on history.
    [^m]: Another note.
    [^a]: [One](../sources/one.md)
    """

  @Test func `markup, links and notes of headings of all levels are kept`() async throws {
    let settings = "---\nname: Y\n---\n"
    let site = await MadeSite.building(["items/x.md": Self.item, "items/y.md": settings])
    let page = try #require(site.text("items/x/index.html"))
    #expect(
      page.contains(
        ##"<h2 id="history-of-x-and-y-">History of <code>x</code> and <a href="../../items/y/">Y</a> <sup class="footnote"><a href="#Fn_1" id="Fnref_1" role="doc-noteref">1</a></sup></h2>"##
      ))
    #expect(page.contains(#"<h2 id="another-">Another <sup class="footnote">"#))
    #expect(page.contains("<h3 id=\"third-of-x\">Third of <em>x</em></h3>"))
    // The page's own heading is the only one of its level, and the notes lead back.
    #expect(page.occurrences(of: "<h1") == 1 && page.contains("<h2 id=\"quoted\">Quoted</h2>"))
    #expect(page.contains("href=\"#Fnref_1\"") && page.contains("href=\"#Fnref_2\""))
  }

  @Test func `a guide's headings and contents have words`() async throws {
    let guide =
      "---\nname: G\n---\n\n## One `a` [^n]\n\n##\n\n### Two\n\n## ![](x.png)\n\n## Three\n\n## Four\n\n[^n]: b\n"
    let site = await MadeSite.building(["guides/g.md": guide], otherFiles: ["guides/x.png"])
    let page = try #require(site.text("guides/g/index.html"))
    #expect(page.contains("<h2 id=\"one-a-\">One <code>a</code> <sup"))
    #expect(page.contains("#one-a-\">One a</a>") && !page.contains("\"></a></li>"))
    #expect(site.report.contains("warning[empty-heading]"))
  }

  @Test(arguments: ["## Strengths [^a]", "## *Strengths* [^a]", "# Strengths [^a]"])
  func `a citation in the heading of claims is an error that says where it belongs`(_ heading: String) async {
    let text = "---\nname: X\n---\n\n\(heading)\n\n- **Speed**: quick.\n\n[^a]: [One](../sources/one.md)\n"
    let site = await MadeSite.building(["items/x.md": text])
    #expect(site.site == nil)
    #expect(
      site.report.contains(
        "error[citation-in-heading]: a citation in the heading of claims belongs to none of them"))
    #expect(site.report.contains("write `[^a]` at the end of each claim that it is the source of"))
  }

  @Test func `a note in the heading that repeats the name is told of`() async {
    let text = "---\nname: X\n---\n\n# X [^n]\n\nWords.\n\n[^n]: b\n"
    let site = await MadeSite.building(["items/x.md": text])
    #expect(site.report.contains("warning[hidden-in-title]"))
  }

  @Test(arguments: ["[text]()", "[text](<>)", "![text]()"])
  func `a link without an address is an error in an item too`(_ link: String) async {
    let site = await MadeSite.building(["items/x.md": "---\nname: X\n---\n\n\(link)\n"])
    #expect(site.site == nil)
    #expect(site.report.contains("\"\" leads nowhere"))
  }
}
