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

  @Test(arguments: [
    ("", "", ""),
    // The editor's own claims count for nothing.
    ("a", "", ""), ("a", "b", ""), ("a [^a]", "b", "one||"), ("a", "b [^a]", "|one|"),
    ("a [^a]", "", "one||"), ("a [^a] [^b]", "", "one two||"), ("", "a [^b]", "|two|"),
    ("a [^a]", "b [^b]", "one|two|"),
    // A source that does both is in one group, however often it speaks.
    ("a [^a]", "b [^a]", "||one"), ("a [^a]\n- **Speed**: c [^a]", "b [^a]\n- **Speed**: d [^a]", "||one"),
    ("a [^a] [^b]", "b [^b]", "one||two"), ("a [^a]", "b [^b] [^a]", "|two|one"),
    ("a [^a] [^b]", "b [^a] [^b]", "||one two"),
    ("a [^c] [^a]", "b [^b] [^d] [^c]", "one|four two|three"),
  ])
  func `every source that judges is for, against or both`(
    strength: String, weakness: String, expected: String
  ) async throws {
    var files = ["three", "four"].reduce(into: [:]) { $0["sources/\($1).md"] = "---\nname: \($1)\n---\n" }
    var body = "---\nname: X\n---\n"
    if !strength.isEmpty { body += "## Strengths\n\n- **Speed**: \(strength)\n\n" }
    if !weakness.isEmpty { body += "## Weaknesses\n\n- **Speed**: \(weakness)\n\n" }
    for (mark, source) in [("a", "one"), ("b", "two"), ("c", "three"), ("d", "four")]
    where body.contains("[^\(mark)]") {
      body += "[^\(mark)]: [S](../sources/\(source).md)\n"
    }
    files["items/x.md"] = body
    let (catalog, _) = await SiteInMemory.small(files).resolved()
    let balance = try #require(catalog.cell("x", "speed")?.balance)
    let groups = [balance.supporters, balance.critics, balance.both].map { sources in
      sources.map { catalog[$0].entry.slug.text }.sorted().joined(separator: " ")
    }
    #expect(groups.joined(separator: "|") == (expected.isEmpty ? "||" : expected))
    #expect(balance.net == balance.supporters.count - balance.critics.count)
    #expect(balance.sources.count == balance.count && Set(balance.sources).count == balance.count)
    #expect(balance.isEmpty == expected.isEmpty)
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
