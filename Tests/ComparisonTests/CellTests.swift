import Comparison
import TestSupport
import Testing

struct CellTests {
  static func item(facts: String = "", body: String = "") -> [String: String] {
    [
      "items/x.md":
        "---\nname: X\n\(facts.isEmpty ? "" : "facts:\n\(facts)\n")---\n\(body)\n\n"
        + (body.contains("[^a]") ? "[^a]: [One](../sources/one.md)\n" : "")
        + (body.contains("[^b]") ? "[^b]: [Two](../sources/two.md)\n" : "")
    ]
  }

  @Test(arguments: [
    ("open: { value: yes, sources: [one] }", "open", "yes"),
    ("open: { value: No, sources: [one] }", "open", "no"),
    ("open: { value: partial, note: half, sources: [one] }", "open", "partial"),
    ("open: { value: not-applicable, basis: common }", "open", "not-applicable"),
    ("open: unknown", "open", "unknown"),
    ("year: { value: 1.50, sources: [one] }", "year", "value"),
    ("open: [{ value: yes, sources: [one] }, { value: no, sources: [two] }]", "open", "contested"),
    ("open: [{ value: yes, sources: [one] }, { value: no, sources: [one] }]", "open", "yes"),
    ("open: [{ value: yes, sources: [one] }, { value: no, basis: common }]", "open", "yes"),
    ("open: [{ value: yes, sources: [one] }, { value: unknown, sources: [two] }]", "open", "yes"),
    ("year: [{ value: 1.5, sources: [one] }, { value: 1.50, sources: [two] }]", "year", "value"),
    ("year: [{ value: 1.5, sources: [one, two] }, { value: 2, sources: [two] }]", "year", "contested"),
  ])
  func `a fact's state follows from its values and sources`(fact: String, criterion: String, state: String)
    async
  {
    let (catalog, report) = await SiteInMemory.small(Self.item(facts: "  " + fact)).resolved()
    #expect(report == "")
    #expect(catalog.cell("x", criterion)?.state.rawValue == state)
  }

  @Test(arguments: [
    ("## Strengths\n- **Speed**: a [^a]", "praised"),
    ("## Weaknesses\n- **Speed**: a [^a]", "criticised"),
    ("## Features\n- **Speed**: a [^a]", "mentioned"),
    ("## Strengths\n- **Speed**: a [^a]\n## Weaknesses\n- **Speed**: b [^a]", "mixed"),
    ("## Strengths\n- **Speed**: a [^a]\n## Weaknesses\n- **Speed**: b [^b]", "contested"),
    ("## Strengths\n- **Speed**: a [^a] [^b]\n## Weaknesses\n- **Speed**: b [^b]", "contested"),
    ("## Strengths\n- **Speed**: a [^a]\n## Features\n- **Speed**: b [^b]", "praised"),
    ("", "unknown"),
  ])
  func `the state of claims follows from who praises and who criticises`(body: String, state: String) async {
    let (catalog, report) = await SiteInMemory.small(Self.item(body: body)).resolved()
    #expect(report == "")
    #expect(catalog.cell("x", "speed")?.state.rawValue == state)
  }

  @Test func `a fact that is unknown hides no claim`() async {
    let files = Self.item(
      facts: "  open: unknown", body: "## Strengths\n- **Open**: a [^a]\n## Weaknesses\n- **Open**: b [^b]")
    let (catalog, report) = await SiteInMemory.small(files).resolved()
    #expect(report == "")
    #expect(catalog.cell("x", "open")?.state == .contested)
    #expect(catalog.cell("x", "open")?.factState == .unknown)
  }

  @Test func `the elements of a list tell more than that it is partial`() async {
    var files = Self.item(
      facts: "  tags: [{ value: partial, note: n, sources: [one] }, { value: [b], basis: common }]")
    files["criteria/tags.md"] = "---\nname: Tags\ntype: list\n---\n"
    let (catalog, report) = await SiteInMemory.small(files).resolved()
    #expect(report == "")
    #expect(catalog.cell("x", "tags")?.state == .value)
  }

  @Test func `lists never contest`() async {
    var files = Self.item(
      facts: "  tags: [{ value: [a], sources: [one] }, { value: [b, a], sources: [two] }]")
    files["criteria/tags.md"] = "---\nname: Tags\ntype: list\n---\n"
    let (catalog, report) = await SiteInMemory.small(files).resolved()
    #expect(report == "")
    #expect(catalog.cell("x", "tags")?.state == .value)
    #expect(catalog.cell("x", "tags")?.values == [.text(TextValue("a")), .text(TextValue("b"))])
  }

  @Test(arguments: [
    ("1.10", "1.1", true), ("012", "12", true), ("+1", "1", true), ("-0", "0", true), ("1", "-1", false),
    (".5", "0.5", false),
  ])
  func `numbers are equal by value`(left: String, right: String, equal: Bool) {
    let (left, right) = (DecimalNumber(left), DecimalNumber(right))
    #expect((left != nil && left == right) == equal)
  }

  @Test(arguments: [
    ("1.10", "1.10"), ("012", "12"), ("+1.50", "1.50"), ("-0.0", "-0.0"), ("000", "0"), ("-00.5", "-0.5"),
    ("100", "100"),
  ])
  func `data has numbers as written, as far as JSON can spell them`(text: String, literal: String) {
    #expect(DecimalNumber(text)?.literal == literal)
  }

  @Test func `numbers are ordered by value`() {
    let texts = ["10", "-2", "9.5", "-10", "0", "9.25", "100"]
    let sorted = texts.compactMap { DecimalNumber($0) }.sorted().map(\.text)
    #expect(sorted == ["-10", "-2", "0", "9.25", "9.5", "10", "100"])
  }
}
