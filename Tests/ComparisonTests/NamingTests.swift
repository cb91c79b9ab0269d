import Comparison
import TestSupport
import Testing

/// Names that two things share, headings that mean two things, references to drafts, and what merges leave behind.
struct NamingTests {
  // MARK: Headings

  @Test(arguments: [
    ("strengths: [Good], weaknesses: [Good]", "\"Good\" is a heading of both weaknesses and strengths"),
    ("features: [Facts, Good], used-by: [GOOD]", "\"GOOD\" is a heading of both used-by and features"),
    ("features: [Pros]", "\"Pros\" is a heading of both features and strengths"),
  ])
  func `a heading of two kinds of claims is an error`(sections: String, summary: String) async {
    let site = SiteInMemory.small(["site.yml": "title: T\nsections: { \(sections) }\n"])
    let (_, report) = await site.resolved()
    #expect(report.contains("error[ambiguous-heading]: \(summary)"), "\(report)")
    #expect(report.matches(of: /error\[/).count == 1)
  }

  @Test func `a heading may be named twice for one kind, and take over one that its owner gave up`() async {
    let site = SiteInMemory.small([
      "site.yml": "title: T\nsections: { strengths: [Good, good], features: [Pros] }\n"
    ])
    let (_, report) = await site.resolved()
    #expect(report == "")
  }

  // MARK: Names

  @Test func `two items, sources or use cases of one name are told of`() async {
    let site = SiteInMemory.small([
      "items/a.md": "---\nname: Lumo 80\n---\n", "items/b.md": "---\nname: LUMO 80\n---\n",
      "sources/three.md": "---\nname: source one\n---\n", "use-cases/play.md": "---\nname: Games\n---\n",
    ])
    let (_, report) = await site.resolved()
    #expect(report.matches(of: /warning\[same-name\]/).count == 3, "\(report)")
    #expect(
      report.contains(
        """
        warning[same-name]: another item has this name too, so that readers cannot tell them apart
         --> Content/items/b.md:2:7
        """))
  }

  @Test func `criteria of two groups may share a name`() async {
    let site = SiteInMemory.small([
      "criteria/a.md": "---\nname: Price\ngroup: Now\n---\n",
      "criteria/b.md": "---\nname: Price\ngroup: Later\n---\n",
    ])
    let (_, report) = await site.resolved()
    #expect(report == "")
  }

  // MARK: Drafts

  @Test(arguments: [
    ("items/x.md", "name: X\nrelated: [{ item: beta, as: like }]", "\"beta\""),
    ("items/x.md", "name: X\nrelated: [{ item: Second, as: like }]", "\"Second\""),
    ("items/x.md", "name: X\nfacts: { taste: { value: good, sources: [one] } }", "\"taste\""),
    ("items/x.md", "name: X\nfacts: { year: { value: 1999, sources: [diary] } }", "\"diary\""),
    ("use-cases/u.md", "name: U\nneeds: [taste]", "\"taste\""),
    ("matrices/m.md", "name: M\nrows: [speed, taste]", "\"taste\""),
    ("matrices/m.md", "name: M\nitems: [beta]", "\"beta\""),
    ("sources/s.md", "name: S\nranking: { order: [Beta] }", "\"Beta\""),
    ("guides/g.md", "name: G\n---\n[b](../items/beta.md)\n\n---", "the link \"../items/beta.md\""),
  ])
  func `every reference to a draft says that it leads to one`(
    path: String, document: String, reference: String
  ) async {
    let site = SiteInMemory.small([
      "items/beta.md": "---\nname: Beta\naliases: [Second]\ndraft: true\n---\n",
      "criteria/taste.md": "---\nname: Taste\ntype: text\ndraft: true\n---\n",
      "sources/diary.md": "---\nname: Diary\ndraft: true\n---\n",
      path: "---\n\(document)\n---\n",
    ])
    let (_, report) = await site.resolved()
    #expect(
      report.contains("error[draft-reference]: \(reference) leads to a draft, which is left out"), "\(report)"
    )
    #expect(report.matches(of: /error\[/).count == 1)
  }

  @Test func `a label and a pair that name a draft are told alike`() async {
    let site = SiteInMemory.small([
      "site.yml": "title: T\npairs: { list: [[x, beta]] }\n",
      "items/beta.md": "---\nname: Beta\ndraft: true\n---\n",
      "criteria/taste.md": "---\nname: Taste\ndraft: true\n---\n",
      "items/x.md":
        "---\nname: X\n---\n## Strengths\n\n- **Taste**: good. [^a]\n\n[^a]: [1](../sources/one.md)\n",
    ])
    let (_, report) = await site.resolved()
    #expect(report.contains("warning[draft-reference]: the label \"Taste\" leads to a draft"), "\(report)")
    #expect(report.contains("error[draft-reference]: \"beta\" leads to a draft"))
  }

  // MARK: Merges

  @Test(arguments: [
    "Words.\n<<<<<<< HEAD\nfoo\n=======\nbar\n>>>>>>> x\n", "<<<<<<<\nfoo\n", "Words.\n>>>>>>> branch\n",
    "- a\n<<<<<<< HEAD\n- b\n>>>>>>> x\n",
  ])
  func `what a merge left behind is one error`(body: String) async {
    let (_, report) = await SiteInMemory.small(["guides/g.md": "---\nname: G\n---\n\(body)"]).resolved()
    #expect(report.matches(of: /error\[merge-conflict\]/).count == 1, "\(report)")
    #expect(report.matches(of: /error\[/).count == 1)
  }

  @Test func `two conflicts are two errors, also in front matter and in site.yml`() async {
    let conflict = "<<<<<<< HEAD\nsummary: a\n=======\nsummary: b\n>>>>>>> x\n"
    let (_, report) = await SiteInMemory.small([
      "guides/g.md": "---\nname: G\n\(conflict)---\n\n\(conflict)",
      "site.yml": "title: T\n<<<<<<< HEAD\nlanguage: en\n=======\nlanguage: de\n>>>>>>> x\n",
    ]).resolved()
    #expect(report.matches(of: /error\[merge-conflict\]/).count == 3, "\(report)")
  }

  @Test(arguments: [
    "```\n<<<<<<< HEAD\n>>>>>>> x\n```\n", "Title\n=======\n", ">>>>>>>> eight deep\n", "<<<<<<<tag\n",
    "    <<<<<<< HEAD\n",
  ])
  func `what only looks like a conflict is none`(body: String) async {
    let (_, report) = await SiteInMemory.small(["guides/g.md": "---\nname: G\n---\n\n\(body)"]).resolved()
    #expect(!report.contains("merge-conflict"), "\(report)")
  }
}
