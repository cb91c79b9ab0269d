import Comparison
import TestSupport
import Testing

/// What a table can hide because it does not tell items apart.
struct UniformCriteriaTests {
  /// The facts and claims of two items on the criterion "speed", of the given type, and whether they are the same.
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var type: String?
    /// The value of the fact, as in the front matter; none where nothing is stated.
    var facts: [String?]
    /// The claims on it, as bullets below `Strengths`, `Weaknesses` and `Features`.
    var claims: [[String]] = [[], []]
    var isSame: Bool
  }

  static let cases: [Case] = [
    Case(testDescription: "equal texts", type: "text", facts: ["x", "x"], isSame: true),
    Case(testDescription: "unlike texts", type: "text", facts: ["x", "y"], isSame: false),
    Case(testDescription: "a known and an unknown one", type: "text", facts: ["x", nil], isSame: true),
    Case(
      testDescription: "a known one and one that is said to be unknown", type: "text",
      facts: ["x", "unknown"], isSame: true),
    Case(testDescription: "nothing known", type: "text", facts: [nil, nil], isSame: true),
    Case(
      testDescription: "one number written in two ways", type: "number", facts: ["1.50", "1.5"], isSame: true),
    Case(testDescription: "yes and no", type: "boolean", facts: ["yes", "no"], isSame: false),
    Case(
      testDescription: "partial twice, whatever the notes", type: "boolean",
      facts: ["{ value: partial, note: a, sources: [one] }", "{ value: partial, note: b, sources: [one] }"],
      isSame: true),
    Case(
      testDescription: "yes and not applicable", type: "boolean", facts: ["yes", "not-applicable"],
      isSame: false),
    Case(
      testDescription: "a list in another order", type: "list", facts: ["[a, b]", "[b, a]"], isSame: true),
    Case(
      testDescription: "a list that is a part of the other", type: "list", facts: ["[a, b]", "[a]"],
      isSame: false),
    Case(
      testDescription: "a contested one beside nothing", type: "text",
      facts: ["[{ value: x, sources: [one] }, { value: y, sources: [two] }]", nil], isSame: false),
    Case(
      testDescription: "what a source states goes before common knowledge", type: "text",
      facts: ["[{ value: x, basis: common }, { value: y, sources: [two] }]", "y"], isSame: true),
    Case(testDescription: "praise twice", facts: [nil, nil], claims: [["+"], ["+"]], isSame: true),
    Case(testDescription: "praise and criticism", facts: [nil, nil], claims: [["+"], ["-"]], isSame: false),
    Case(testDescription: "praise and a mention", facts: [nil, nil], claims: [["+"], ["."]], isSame: false),
    Case(testDescription: "praise and silence", facts: [nil, nil], claims: [["+"], []], isSame: true),
    Case(
      testDescription: "one source that says both, twice", facts: [nil, nil],
      claims: [["+", "-"], ["+", "-"]], isSame: true),
    Case(
      testDescription: "a contested judgement beside nothing", facts: [nil, nil],
      claims: [["+", "-two"], []], isSame: false),
    Case(
      testDescription: "equal facts, a contested judgement beside one", type: "text", facts: ["x", "x"],
      claims: [["+", "-two"], []],
      isSame: false),
    Case(
      testDescription: "equal facts, unlike judgements that the table does not show", type: "text",
      facts: ["x", "x"],
      claims: [["+"], ["-"]], isSame: true),
  ]

  private func document(_ name: String, fact: String?, claims: [String]) -> String {
    let bullets = { (mark: String, title: String) -> String in
      let own = claims.filter { $0.hasPrefix(mark) }.map {
        "- **Speed**: words. [^\($0.hasSuffix("two") ? "two" : "one")]\n"
      }
      return own.isEmpty ? "" : "## \(title)\n\n\(own.joined())\n"
    }
    let body = bullets("+", "Strengths") + bullets("-", "Weaknesses") + bullets(".", "Features")
    let notes = ["one", "two"].filter { body.contains("[^\($0)]") }.map {
      "[^\($0)]: [S](../sources/\($0).md)\n"
    }.joined()
    // A bare value is one that a source states.
    let value = fact.map { $0.hasPrefix("{") || $0.hasPrefix("[{") ? $0 : "{ value: \($0), sources: [one] }" }
    return "---\nname: \(name)\n\(value.map { "facts: { speed: \($0) }\n" } ?? "")---\n\n\(body)\n\(notes)"
  }

  @Test(arguments: cases)
  func `items are the same where nothing that is known differs`(tested: Case) async throws {
    let site = SiteInMemory.small([
      "criteria/speed.md": "---\nname: Speed\n\(tested.type.map { "type: \($0)\n" } ?? "")---\n",
      "items/a.md": document("A", fact: tested.facts[0], claims: tested.claims[0]),
      "items/b.md": document("B", fact: tested.facts[1], claims: tested.claims[1]),
    ])
    let (catalog, report) = await site.resolved()
    #expect(!report.contains("error"), "\(report)")
    let speed = try #require(catalog.criteria.first { $0.entry.slug.text == "speed" }).id
    let items = catalog.items.map(\.id)
    #expect(catalog.isUniform(speed, among: items) == tested.isSame)
    #expect(catalog.isUniform(speed, among: items.reversed()) == tested.isSame)
  }

  @Test func `only the items that are asked for count`() async throws {
    let site = SiteInMemory.small([
      "items/a.md": document("A", fact: nil, claims: ["+"]),
      "items/b.md": document("B", fact: nil, claims: ["-"]),
      "items/c.md": document("C", fact: nil, claims: ["+"]),
    ])
    let catalog = await site.resolved().catalog
    let speed = try #require(catalog.criteria.first { $0.entry.slug.text == "speed" }).id
    let items = catalog.items.map(\.id)
    #expect(catalog.isUniform(speed, among: [items[0], items[2]]))
    #expect(!catalog.isUniform(speed, among: items))
    #expect(catalog.isUniform(speed, among: []))
  }
}
