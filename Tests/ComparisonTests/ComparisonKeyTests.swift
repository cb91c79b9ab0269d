import Comparison
import Diagnostics
import TestSupport
import Testing

/// The keys that say how two items compare, and the words for reasons to choose.
struct ComparisonKeyTests {
  private func resolved(_ relation: String, _ more: [String: String] = [:]) async -> (Catalog, String) {
    let files = [
      "items/alpha.md":
        "---\nname: Alpha\nrelated:\n  - { item: beta, as: is faster than, \(relation) }\n---\n",
      "items/beta.md": "---\nname: Beta\n---\n", "items/gamma.md": "---\nname: Gamma\n---\n",
    ]
    return await SiteInMemory.small(files.merging(more) { $1 }).resolved()
  }

  @Test(arguments: ["alpha", "Beta", "neither"])
  func `a relation favours one of its two items or neither`(_ favours: String) async throws {
    let (catalog, report) = await resolved("criterion: Performance, favours: \(favours), sources: [one]")
    #expect(report == "")
    let relation = try #require(catalog.item("alpha")?.relations.first)
    #expect(relation.criterion.map { catalog[$0].entry.name } == "Speed")
    let expected: Item.Favours? = catalog.item(favours.lowercased()).map { .item($0.id) } ?? .neither
    #expect(relation.favours == expected)
    #expect(catalog.item("beta")?.relations.map(\.phrase) == ["is faster than"])
  }

  @Test func `whom a relation favours is told with what it may be`() async {
    #expect(
      await resolved("favours: bata, sources: [one]").1 == """
        error[unknown-favourite]: "favours" is "bata", which is neither of the two
         --> Content/items/alpha.md:4:48
          |
        4 |   - { item: beta, as: is faster than, favours: bata, sources: [one] }
          |                                                ^^^^ did you mean "beta"?
          = help: write alpha, beta or neither


        """)
    #expect(await resolved("favours: gamma, sources: [one]").1.contains("which is neither of the two"))
    #expect(
      await resolved("favours: naither, sources: [one]").1.contains("did you mean \"neither\"?"))
  }

  @Test func `a comparison that cites nobody is told of`() async {
    #expect(
      await resolved("criterion: speed, favours: alpha").1 == """
        warning[unsourced-comparison]: no source is given for this comparison, which then counts for nothing
         --> Content/items/alpha.md:4:66
          |
        4 |   - { item: beta, as: is faster than, criterion: speed, favours: alpha }
          |                                                                  ^^^^^


        """)
    #expect(await resolved("sources: []").1 == "")
  }

  @Test func `a criterion that a relation misspells is an error`() async {
    #expect(
      await resolved("criterion: sped, favours: alpha, sources: [one]").1 == """
        error[unknown-criterion]: no criterion is named "sped"
         --> Content/items/alpha.md:4:50
          |
        4 |   - { item: beta, as: is faster than, criterion: sped, favours: alpha, sources: [one] }
          |                                                  ^^^^ did you mean "speed"?


        """)
  }

  @Test func `a key for words is checked in criteria, values and use cases`() async {
    let criterion =
      "---\nname: Size\ntype: choice\nchoos: need room\nvalues: { big: { label: Big, chose: need much } }\n---\n"
    let report = await resolved(
      "sources: [one]",
      ["criteria/size.md": criterion, "use-cases/trips.md": "---\nname: Trips\nfor: [a, b]\n---\n"]
    ).1
    #expect(report.contains("error[unknown-key]: a criterion has no key \"choos\""))
    #expect(report.contains("did you mean \"choose\"?"))
    #expect(report.contains("error[unknown-key]: a value has no key \"chose\""))
    #expect(report.contains("error[wrong-type]: \"for\" takes text"))
  }

  @Test func `the words of criteria, values and use cases are kept`() async throws {
    let (catalog, report) = await resolved(
      "sources: [one]",
      [
        "criteria/size.md":
          "---\nname: Size\ntype: choice\nchoose: need room\nvalues: { big: { label: Big, choose: need much }, small: Small }\n---\n",
        "use-cases/trips.md": "---\nname: Trips\nfor: travel a lot\n---\n",
      ])
    #expect(report == "")
    let size = try #require(catalog.criteria.first { $0.entry.slug.text == "size" })
    #expect(size.wish == "need room")
    #expect(try size.wish(for: .choice(#require(Slug("big")))) == "need much")
    #expect(try size.wish(for: .choice(#require(Slug("small")))) == nil)
    #expect(catalog.useCases.first { $0.entry.slug.text == "trips" }?.wish == "travel a lot")
  }

  @Test func `what has no words for reasons is listed once`() async {
    let facts = "facts: { open: { value: yes, sources: [one] }, language: { value: swift, sources: [one] } }"
    let item =
      "---\nname: Gamma\n\(facts)\n---\n## Strengths\n\n- **Speed**: fast. [^1]\n\n[^1]: [1](../sources/one.md)\n"
    let (catalog, _) = await resolved("sources: [one]", ["items/gamma.md": item])
    #expect(
      catalog.wordlessReasons?.help
        == "write `choose` in criteria: language (swift), open, speed; `for` in use cases: games")
    let (other, _) = await resolved(
      "sources: [one]",
      [
        "items/gamma.md": item, "criteria/speed.md": "---\nname: Speed\nchoose: need speed\n---\n",
        "criteria/open.md": "---\nname: Open\ntype: boolean\nchoose: want it open\n---\n",
        "criteria/language.md":
          "---\nname: Language\ntype: choice\nvalues: { swift: { label: Swift, choose: write Swift }, c: C }\n---\n",
        "use-cases/games.md": "---\nname: Games\nfor: make games\n---\n",
      ])
    #expect(other.wordlessReasons == nil)
  }
}
