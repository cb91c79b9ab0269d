import Comparison
import TestSupport
import Testing

struct DerivationTests {
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
    let similarity = SimilarityIndex(catalog, DifferenceTable(catalog))
    let alternatives = catalog.item("a").map { similarity.alternatives(to: $0.id) } ?? []
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
      catalog.claims(citing: one).map { catalog.corroboration(of: catalog[$0], for: one) } == [
        .contradicted, .shared, .alone,
      ])
  }

  @Test func `a fact stands alone, is shared or contradicted`() async {
    let site = SiteInMemory.small([
      "criteria/tags.md": "---\nname: Tags\ntype: list\n---\n",
      "items/a.md": """
      ---
      name: A
      facts:
        language: [{ value: swift, sources: [one, two] }, { value: c-sharp, sources: [two] }]
        year: [{ value: 2000, sources: [one] }, { value: unknown, sources: [two] }, { value: 2001, basis: common }]
        open: [{ value: yes, sources: [one] }, { value: yes, sources: [two] }]
        tags: [{ value: [x, y], sources: [one] }, { value: [y, z], sources: [two] }]
      ---
      """,
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    let standings = catalog.sources.map { source in
      catalog.criteria.filter { $0.type != nil }.map { criterion in
        let cell = catalog.cells[0][criterion.id.index]
        let opposition = catalog.opposition(toFactsIn: cell, on: criterion.id, of: source.id)
        return
          "\(criterion.entry.slug) \(catalog.corroboration(ofFactsIn: cell, on: criterion.id, for: source.id)) \(opposition.count)"
      }
    }
    #expect(
      standings == [
        ["language contradicted 1", "open shared 0", "tags shared 0", "year alone 0"],
        ["language contradicted 1", "open shared 0", "tags shared 0", "year alone 0"],
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
