import Comparison
import TestSupport
import Testing

/// Whatever text is published has something in it that can be seen, and leaves what stands beside it as it is.
struct PublishedTextTests {
  private static let files = [
    "site.yml": "title: Test\nitems: { folder: items, one: item, many: items }\n",
    "criteria/t.md": "---\nname: T\ntype: text\n---\n",
    "criteria/l.md": "---\nname: L\ntype: list\n---\n",
    "criteria/n.md": "---\nname: N\ntype: number\n---\n",
    "sources/s.md": "---\nname: S\n---\n",
    "items/a.md": "---\nname: A\n---\n",
    "items/b.md": "---\nname: B\n---\n",
  ]

  @Test(arguments: [
    ("items/a.md", "name: A\nlinks: { \"BLANK\": \"https://x.example/\" }"),
    ("items/a.md", "name: A\nfacts: { t: { value: \"BLANK\", sources: [s] } }"),
    ("items/a.md", "name: A\nfacts: { l: { value: [red, \"BLANK\"], sources: [s] } }"),
    ("items/a.md", "name: A\nfacts: { n: { value: partial, note: \"BLANK\", sources: [s] } }"),
    ("items/a.md", "name: A\nsummary: \"BLANK\""),
    ("items/a.md", "name: A\naliases: [\"BLANK\"]"),
    ("items/a.md", "name: A\nextra: { colour: \"BLANK\" }"),
    ("items/a.md", "name: A\nrelated: [{ item: b, as: \"BLANK\" }]"),
    ("criteria/n.md", "name: N\ntype: number\nunit: \"BLANK\""),
    ("criteria/c.md", "name: C\ntype: choice\nvalues: { x: \"BLANK\", y: Y }"),
    ("criteria/c.md", "name: C\ntype: choice\nvalues: { x: { label: X, description: \"BLANK\" } }"),
    ("sources/s.md", "name: S\npublisher: \"BLANK\""),
    ("sources/s.md", "name: S\nranking: { by: \"BLANK\", order: [a] }"),
  ])
  func `a text without anything to see is an error at its place`(path: String, header: String) async {
    for blank in [" ", "\u{200B}", "\u{3164}", "\u{2800}", "\u{202E}x"] {
      var files = Self.files
      files[path] = "---\n\(header.replacing("BLANK", with: blank))\n---\n"
      let (_, report) = await SiteInMemory(files).resolved()
      let told =
        blank.hasSuffix("x")
        ? "turns the direction of the text after it" : "has nothing in it that can be seen"
      #expect(report.matches(of: /error\[/).count == 1 && report.contains(told), "\(header): \(report)")
      #expect(report.contains("error[wrong-value]") || report.contains("error[wrong-type]"))
      #expect(report.contains("--> Content/\(path):"))
    }
  }

  @Test func `a label, a heading or a link of which nothing is seen is none`() async {
    let site = SiteInMemory.small([
      "items/x.md": """
      ---
      name: X
      ---
      ## \u{200B}

      [\u{200B}](https://example.org/)

      ## Used by

      - **\u{200B}** somebody. [^a]

      [^a]: [One](../sources/one.md)
      """
    ])
    let (catalog, report) = await site.resolved()
    #expect(report.contains("warning[empty-heading]") && report.contains("warning[link-without-text]"))
    #expect(catalog.organisations.isEmpty && catalog.item("x")?.claims.first?.subjects.isEmpty == true)
  }
}
