import TestSupport
import Testing

/// Links from documents to what Collate makes without one.
struct MadeLinkTests {
  private static let content = [
    "site.yml": "title: Test\nitems: { folder: items, one: item, many: items }\npair-threshold: 0\n",
    "items/a.md": """
    ---
    name: A
    updated: 2024-05-06
    facts: { speed-class: { value: "Class 1", basis: common } }
    ---
    ## Strengths

    - **Speed**: quick. [^one]

    ## Used by

    - **Via Varejo** [^one]

    [^one]: [One](../sources/one.md)
    """,
    "items/b.md": "---\nname: B\n---\nWords.\n",
    "criteria/speed-class.md": "---\nname: Speed class\ntype: text\nindex: true\n---\n",
    "matrices/all.md": "---\nname: All\n---\n",
  ]

  private func guide(_ link: String, baseURL: String? = "https://example.org/") async -> MadeSite {
    await MadeSite.building(
      Self.content.merging(["guides/g.md": "---\nname: G\n---\n[x](\(link))\n"]) { $1 }, baseURL: baseURL)
  }

  @Test(arguments: [
    ("../compare/a-vs-b", "../../compare/a-vs-b/"),
    ("../compare/a-vs-b/", "../../compare/a-vs-b/"),
    ("../compare/b-vs-a/", "../../compare/a-vs-b/"),
    ("../compare/a-vs-b/index.html", "../../compare/a-vs-b/"),
    ("/compare/a-vs-b#Fact_speed", "../../compare/a-vs-b/#Fact_speed"),
    ("../criteria/speed-class/class-1/", "../../criteria/speed-class/class-1/"),
    ("../used-by/via-varejo", "../../used-by/via-varejo/"),
    ("../matrices/all/all.csv", "../../matrices/all/all.csv"),
    ("../matrices/all/all.json", "../../matrices/all/all.json"),
    ("../data/claims.json", "../../data/claims.json"),
    ("../data/claims.schema.json", "../../data/claims.schema.json"),
    ("../feed.atom", "../../feed.atom"),
    ("../sitemap.xml", "../../sitemap.xml"),
    ("../items/a.md#Fact_speed-class", "../../items/a/#Fact_speed-class"),
    ("../criteria/speed.md#Item_a", "../../criteria/speed/#Item_a"),
    ("../sources/one.md#Item_a", "../../sources/one/#Item_a"),
  ])
  func `what Collate makes may be linked to`(_ link: String, _ address: String) async throws {
    let site = await guide(link)
    #expect(!site.report.contains("dead"))
    let page = try #require(site.text("guides/g/index.html"))
    #expect(page.contains("<a href=\"\(address)\">x</a>"))
  }

  @Test(arguments: [
    ("../compare/a-vs-bb", "leads nowhere", "../compare/a-vs-b/"),
    ("../compare/a-vs-b.md", "leads nowhere", "../compare/a-vs-b/"),
    ("../criteria/speed-class/class-2", "leads nowhere", "../criteria/speed-class/class-1/"),
    ("../used-by/via-varejos", "leads nowhere", "../used-by/via-varejo/"),
    ("../matrices/all/al.csv", "leads nowhere", "../matrices/all/all.csv"),
    ("../data/claim.json", "leads nowhere", "../data/claims.json"),
    ("../items/a/", "is the page of a document, and links name the document", "../items/a.md"),
  ])
  func `what is not made is a dead link with what was meant`(
    _ link: String, _ words: String, _ meant: String
  ) async {
    let site = await guide(link)
    #expect(site.site == nil)
    #expect(site.report.contains("error[dead-link]: "))
    #expect(site.report.contains("\(words)\n --> Content/guides/g.md:4:5\n"))
    #expect(site.report.contains("did you mean \"\(meant)\"?"))
  }

  @Test func `a pair without a page says why it has none`() async {
    let documents = [
      "items/a.md": "---\nname: A\n---\n", "items/b.md": "---\nname: B\n---\n",
      "guides/g.md": "---\nname: G\n---\n[x](../compare/b-vs-a/)\n",
    ]
    let same = await MadeSite.building(documents)
    #expect(
      same.report == """
        error[dead-link]: the link "../compare/b-vs-a/" leads nowhere
         --> Content/guides/g.md:4:5
          |
        4 | [x](../compare/b-vs-a/)
          |     ^^^^^^^^^^^^^^^^^^
          = help: A and B differ on too few criteria for a page: see `pair-threshold` in site.yml


        """)
    let none = await MadeSite.building(documents.merging(["site.yml": "title: T\npairs: none\n"]) { $1 })
    #expect(none.report.contains("`pairs` in site.yml chooses no page for A and B"))
  }

  @Test func `without a base address a link to the feed is dead, and says why`() async {
    let site = await guide("../feed.atom", baseURL: nil)
    #expect(site.report.contains("there is a feed where the site has a `base-url`"))
  }

  @Test func `an anchor of a claim is checked, and the one that was meant is told`() async throws {
    let claims = try #require(await MadeSite.building(Self.content).text("data/claims.json"))
    let anchor = try #require(claims.firstMatch(of: /items\/a\/#(Claim_[0-9a-f]{6})/)).output.1
    #expect(!(await guide("../items/a.md#\(anchor)")).report.contains("dead"))
    let other = await guide("../items/a.md#\(anchor)0")
    #expect(other.report.contains("warning[dead-anchor]: nothing has the anchor \"#\(anchor)0\""))
    #expect(other.report.contains("did you mean \"#\(anchor)\"?"))
    #expect(other.site != nil)
  }
}
