import Comparison
import TestSupport
import Testing

struct DerivationTests {
  @Test func `a ranking adds up its reasons and shows ties as ties`() async {
    let site = SiteInMemory.small([
      "items/a.md": """
      ---
      name: A
      facts: { language: { value: swift, sources: [one] } }
      ---
      ## Strengths
      - **Speed**: x [^a] [^b]
      ## Use cases
      - **Games**: x [^a]

      [^a]: [1](../sources/one.md)
      [^b]: [2](../sources/two.md)
      """,
      "items/b.md": "---\nname: B\n---\n## Use cases\n- **Games**: x [^a]\n\n[^a]: [1](../sources/one.md)\n",
      "items/c.md": "---\nname: C\n---\n## Strengths\n- **Speed**: x [^a]\n\n[^a]: [1](../sources/one.md)\n",
      "items/d.md":
        "---\nname: D\n---\n## Strengths\n- **Speed**: x [^a]\n## Weaknesses\n- **Speed**: y [^a]\n\n[^a]: [1](../sources/one.md)\n",
      "items/e.md": "---\nname: E\n---\n## Weaknesses\n- **Speed**: y [^a]\n\n[^a]: [1](../sources/one.md)\n",
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    let ranking = catalog.ranking(for: catalog.useCases[0].id)
    let places = ranking.places.map { place in
      "\(place.rank)\(place.isTied ? "=" : "") \(catalog[place.fit.item].entry.name) \(place.fit.contributions.map(\.points))"
    }
    #expect(places == ["1 A [1, 2, 1]", "2= B [1]", "2= C [1]", "4 E [-1]"])
    #expect(ranking.withoutEvidence.map { catalog[$0].entry.name } == ["D"])
  }

  @Test func `reference sources do not name an item for a use`() async {
    let site = SiteInMemory.small([
      "sources/one.md": "---\nname: Docs\nkind: reference\n---\n",
      "items/a.md": "---\nname: A\n---\n## Use cases\n- **Games**: x [^a]\n\n[^a]: [1](../sources/one.md)\n",
    ])
    let (catalog, _) = await site.resolved()
    #expect(catalog.ranking(for: catalog.useCases[0].id).places.isEmpty)
  }

  @Test func `alternatives share use cases and facts, ties by slug`() async {
    let games = "## Use cases\n- **Games**: x [^a]\n\n[^a]: [1](../sources/one.md)\n"
    let facts =
      "facts: { language: { value: swift, sources: [one] }, year: { value: 2000, sources: [one] } }\n"
    let site = SiteInMemory.small([
      "items/a.md": "---\nname: A\n\(facts)---\n\(games)",
      "items/d.md": "---\nname: D\n\(facts)---\n\(games)",
      "items/c.md": "---\nname: C\nfacts: { language: { value: Swift, sources: [one] } }\n---\n",
      "items/b.md": "---\nname: B\n---\n\(games)",
      "items/e.md": "---\nname: E\nfacts: { year: unknown }\n---\n",
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    let alternatives = catalog.item("a").map { Likeness(catalog).alternatives(to: $0.id) } ?? []
    #expect(alternatives.map { "\(catalog[$0.item].entry.name) \($0.score)" } == ["D 3", "B 1", "C 1"])
  }

  @Test func `a relation is shown from both sides`() async {
    let site = SiteInMemory.small([
      "items/a.md": "---\nname: A\nrelated: [{ item: b, as: builds on, sources: [one] }]\n---\n",
      "items/b.md": "---\nname: B\n---\n",
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    let told = catalog.items.map { item in
      item.relations.map { "\(catalog[$0.from].entry.name) \($0.phrase) \(catalog[$0.to].entry.name)" }
    }
    #expect(told == [["A builds on B"], ["A builds on B"]])
  }

  @Test func `a claim stands alone, is shared or contradicted`() async {
    let site = SiteInMemory.small([
      "items/a.md": """
      ---
      name: A
      ---
      ## Strengths
      - **Speed**: x [^a]
      - **Year**: x [^a]
      - **Year**: y [^b]
      ## Weaknesses
      - **Speed**: y [^b]
      ## Used by
      - **Acme** [^a]

      [^a]: [1](../sources/one.md)
      [^b]: [2](../sources/two.md)
      """
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    let one = catalog.sources[0].id
    #expect(
      catalog.claims(citing: one).map { catalog.standing(of: $0, for: one) } == [
        .contradicted, .shared, .alone,
      ])
  }

  @Test func `the order of documents on the disk changes nothing`() async {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<20).map { ("items/i\($0).md", "---\nname: Item \($0 % 7)-\($0)\n---\n") })
    let site = SiteInMemory.small(files)
    var reversed = site
    reversed.tree.documents.reverse()
    let (first, second) = (await site.resolved(), await reversed.resolved())
    #expect(first.catalog.items.map(\.entry.name) == second.catalog.items.map(\.entry.name))
    #expect(first.report == second.report)
  }
}
