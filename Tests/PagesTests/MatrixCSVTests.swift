import Foundation
import Testing

/// Matrices as CSV: what a spreadsheet opens without harm, and what a program reads without guessing.
struct MatrixCSVTests {
  private func csv(_ files: [String: String]) async -> (text: String?, report: String) {
    let site = await MadeSite.building(
      files.merging(["matrices/m.md": "---\nname: M\nrows: [motto, height, open]\n---\n"]) { $1 })
    return (site.text("matrices/m/m.csv"), site.report)
  }

  private func files(_ facts: String, name: String = "X") -> [String: String] {
    [
      "items/x.md": "---\nname: \(name)\nfacts:\n\(facts)---\n",
      "criteria/motto.md": "---\nname: Motto\ntype: text\n---\n",
      "criteria/height.md": "---\nname: Height\ntype: number\nunit: m\n---\n",
    ]
  }

  /// The line of the item X.
  private func line(_ facts: String, name: String = "X") async -> String? {
    let (text, report) = await csv(files(facts, name: name))
    #expect(report == "")
    return text?.components(separatedBy: "\r\n").dropFirst().first
  }

  @Test func `the file begins with the mark of UTF-8, and every line ends as RFC 4180 says`() async {
    let (text, _) = await csv(files("  height: { value: 1.50, sources: [one, two] }\n", name: "\"É\""))
    #expect(
      text
        == "\u{FEFF}\"Item\",\"Slug\",\"Motto\",\"Sources: Motto\",\"Height (m)\",\"Sources: Height (m)\",\"Open\",\"Sources: Open\"\r\n"
        + "\"É\",\"x\",\"unknown\",\"none\",1.50,\"one two\",\"unknown\",\"none\"\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\\t=1", "'=1"),
    ("\\r=1", "'=1"),
    ("  =1", "'  =1"), ("\\u00A0=1", "'\u{A0}=1"), ("\\u200B=1", "'\u{200B}=1"), ("\\uFF1D1", "'\u{FF1D}1"),
    ("=\\u0301", "'=\u{301}"), ("\\\"=1", "'\"\"=1"), ("a;=1", "a;'=1"), ("a; -1;b", "a;' -1;b"),
    ("a\\n=1", "a =1"), ("a\\r\\n\\tb", "a b"), ("a = b - c", "a = b - c"), ("a, =b", "a, =b"),
    ("1-2", "1-2"),
    ("it's", "it's"), ("say \\\"x\\\"", "say \"\"x\"\""), ("a\\u2028=b", "a =b"),
  ])
  func `text that a spreadsheet would run is text`(written: String, field: String) async {
    let line = await line("  motto: { value: \"\(written)\", sources: [one] }\n")
    #expect(line == "\"X\",\"x\",\"\(field)\",\"one\",\"unknown\",\"none\",\"unknown\",\"none\"")
  }

  @Test(arguments: [
    "007", "1.10", "3-4", "1/2", "1E5", "12345678901234567890", "TRUE", "2024-02-03", "SEP1", "'5", "0x10",
  ])
  func `what a spreadsheet would spoil is a quoted text here, and exact in the JSON beside it`(text: String)
    async
  {
    let site = await MadeSite.building(
      files("  motto: { value: \"\(text)\", sources: [one] }\n").merging([
        "matrices/m.md": "---\nname: M\nrows: [motto, tags]\n---\n",
        "criteria/tags.md": "---\nname: Tags\ntype: list\n---\n",
        "items/y.md": "---\nname: Y\nfacts: { tags: { value: [\"\(text)\", b], sources: [one] } }\n---\n",
      ]) { $1 })
    #expect(site.report == "")
    #expect(site.text("matrices/m/m.csv")?.contains("\"X\",\"x\",\"\(text)\",\"one\",") == true)
    for path in ["matrices/m/m.json", "data/items/x.json"] {
      #expect(site.text(path)?.contains("\"value\":\"\(text)\"") == true, "\(path)")
    }
    #expect(site.text("data/items/y.json")?.contains("\"value\":[\"\(text)\",\"b\"]") == true)
  }

  @Test(arguments: [("-5", "-5"), ("+5", "5"), ("007.10", "7.10"), ("0", "0")])
  func `a number stays a number`(written: String, field: String) async {
    let line = await line("  height: { value: \(written), sources: [one] }\n")
    #expect(line == "\"X\",\"x\",\"unknown\",\"none\",\(field),\"one\",\"unknown\",\"none\"")
  }

  @Test func `where sources differ, every side is told with its sources`() async {
    let line = await line(
      """
        motto: [{ value: =a, sources: [one] }, { value: b, sources: [two, one] }, { value: unknown, sources: [two] }]
        height: [{ value: -1, sources: [one] }, { value: 2, sources: [two] }, { value: 3, basis: common }]
        open: { value: partial, note: "-half", basis: common }

      """)
    #expect(
      line == "\"X\",\"x\",\"contested: =a (one) / b (two, one)\",\"one two\","
        + "\"contested: -1 m (one) / 2 m (two) / 3 m (common knowledge)\",\"one two\",\"partial: -half\",\"common knowledge\""
    )
  }

  @Test func `judgements that differ stand behind the value, but for a number`() async {
    let claims = """
      ## Strengths

      - **Open, Height, Motto**: good. [^one]

      ## Weaknesses

      - **Open, Height**: bad. [^two]
      - **Motto**: bad. [^one]

      [^one]: [One](../sources/one.md)
      [^two]: [Two](../sources/two.md)
      """
    var site = files("  open: { value: yes, sources: [one] }\n  height: { value: 2, sources: [one] }\n")
    site["items/x.md"]? += claims
    let (first, _) = await csv(site)
    #expect(
      first?.hasSuffix(
        "\"X\",\"x\",\"1 both (one)\",0,0,1,\"one\",2,1,1,0,\"one two\","
          + "\"yes; 1 for (one), 1 against (two)\",1,1,0,\"one two\"\r\n") == true)
    site["items/x.md"] = "---\nname: X\nfacts: { motto: { value: m, sources: [two] } }\n---\n" + claims
    let (second, _) = await csv(site)
    let contested = "\"1 for (one), 1 against (two)\",1,1,0,\"one two\""
    #expect(
      second?.hasSuffix("\"X\",\"x\",\"m; 1 both (one)\",0,0,1,\"one two\",\(contested),\(contested)\r\n")
        == true)
  }

  @Test func `a criterion that takes judgements counts who is for, against and both`() async {
    let site = await MadeSite.building([
      "matrices/m.md": "---\nname: M\nrows: [speed, open]\n---\n",
      "criteria/speed.md": "---\nname: =Speed\n---\n",
      "items/x.md":
        "---\nname: X\n---\n## Strengths\n\n- **Speed**: good. [^one] [^two]\n\n[^one]: [One](../sources/one.md)\n[^two]: [Two](../sources/two.md)\n",
      "items/y.md": "---\nname: Y\n---\n## Weaknesses\n\n- **Speed**: bad, says the editor.\n",
      "items/z.md": "---\nname: Z\n---\n",
    ])
    #expect(
      site.text("matrices/m/m.csv")
        == "\u{FEFF}\"Item\",\"Slug\",\"'=Speed\",\"'=Speed for\",\"'=Speed against\",\"'=Speed both\",\"Sources: =Speed\","
        + "\"Open\",\"Sources: Open\"\r\n"
        + "\"X\",\"x\",\"2 for\",2,0,0,\"one two\",\"unknown\",\"none\"\r\n"
        + "\"Y\",\"y\",\"criticised\",0,0,0,\"none\",\"unknown\",\"none\"\r\n"
        + "\"Z\",\"z\",\"nobody says\",0,0,0,\"none\",\"unknown\",\"none\"\r\n")
  }

  @Test func `a value that was verified too long ago says so`() async {
    var site = files("  motto: { value: m, sources: [one], verified: 2024-01-01 }\n")
    site["criteria/motto.md"] = "---\nname: Motto\ntype: text\nmax-age: 30\n---\n"
    site["sources/one.md"] = "---\nname: One\ndate: 2024-03-01\n---\n"
    let (text, _) = await csv(site)
    #expect(text?.contains("\"X\",\"x\",\"m; may be out of date\",\"one\"") == true)
  }

  @Test
  func `names of items, criteria and units are no formulas either, and columns of one name are told apart`()
    async
  {
    let (text, report) = await csv([
      "site.yml": "title: T\nitems: { folder: items, one: \"=thing\", many: things }\n",
      "items/x.md": "---\nname: \"@X\"\n---\n",
      "criteria/motto.md": "---\nname: \"+Open\"\ntype: text\n---\n",
      "criteria/height.md": "---\nname: Open\ntype: number\n---\n",
    ])
    #expect(report == "")
    #expect(
      text
        == "\u{FEFF}\"'=thing\",\"Slug\",\"'+Open\",\"Sources: +Open\",\"Open [height]\",\"Sources: Open [height]\","
        + "\"Open [open]\",\"Sources: Open [open]\"\r\n"
        + "\"'@X\",\"x\",\"unknown\",\"none\",\"unknown\",\"none\",\"unknown\",\"none\"\r\n")
  }
}
