import Comparison
import TestSupport
import Testing

struct CoverageTests {
  private static let site = SiteInMemory.small([
    "site.yml": "title: Test\nitems: { folder: items, one: item, many: items }\nas-of: 2026-01-01\n",
    "criteria/open.md": "---\nname: Open\ntype: boolean\nmax-age: 30\n---\n",
    "sources/docs.md": "---\nname: Docs\nkind: reference\n---\n",
    "items/a.md": """
    ---
    name: A
    facts:
      language: not-applicable
      open: { value: yes, sources: [docs], verified: 2025-12-31 }
      year: { value: 2000, basis: common }
    ---
    ## Strengths
    - **Speed**: x [^a] [^d]
    - **Year**: y [^b]
    ## Use cases
    - **Games**: z [^b]

    [^a]: [1](../sources/one.md)
    [^b]: [2](../sources/two.md)
    [^d]: [D](../sources/docs.md)
    """,
    "items/b.md": """
    ---
    name: B
    facts:
      language: { value: unknown, sources: [one] }
      open: { value: yes, sources: [one], verified: 2025-11-01 }
    ---
    """,
    "items/c.md": "---\nname: C\nfacts: { open: { value: no, sources: [two] } }\n---\n",
  ])

  /// In the order of `Coverage`: cells, known, sourced, reviewed, referenced, fresh.
  private static func numbers(_ coverage: Coverage) -> [Int] {
    [
      coverage.cells, coverage.known, coverage.sourced, coverage.reviewed, coverage.referenced,
      coverage.fresh,
    ]
  }

  @Test func `cells are known, sourced and fresh, and add up by item and by criterion`() async {
    let (catalog, _) = await Self.site.resolved()
    let table = CoverageTable(catalog, items: catalog.items.map(\.id))
    #expect(catalog.criteria.map(\.entry.slug.text) == ["language", "open", "speed", "year"])
    #expect(
      table.byItem.map(Self.numbers) == [[4, 4, 3, 2, 2, 4], [4, 1, 1, 1, 0, 0], [4, 1, 1, 1, 0, 0]])
    #expect(
      table.byCriterion.map(Self.numbers) == [
        [3, 1, 0, 0, 0, 1], [3, 3, 3, 2, 1, 1], [3, 1, 1, 1, 1, 1], [3, 1, 1, 1, 0, 1],
      ])
    #expect(Self.numbers(table.total) == [12, 6, 5, 4, 2, 4])
    #expect([table.total.missing, table.total.unsourced, table.total.overdue] == [6, 1, 2])
  }

  @Test func `a source speaks on the criteria of which it says something, and uses are none`() async {
    let (catalog, _) = await Self.site.resolved()
    let table = CoverageTable(catalog, items: catalog.items.map(\.id))
    #expect(catalog.sources.map(\.shortName) == ["Docs", "One", "Two"])
    #expect(table.mentionCounts == [[2, 1, 1], [0, 1, 0], [0, 0, 1]])
    #expect(table.bySource == [2, 2, 2])
  }

  @Test func `what was verified too long ago, or never, is overdue where the criterion limits its age`() async
  {
    let (catalog, report) = await Self.site.resolved()
    let table = CoverageTable(catalog, items: catalog.items.map(\.id))
    #expect(
      table.overdue.map { "\(catalog[$0.item].entry.name) \(catalog[$0.criterion].entry.name)" } == [
        "B Open", "C Open",
      ])
    #expect(report.matches(of: /warning\[stale-fact\]/).count == 1)
  }

  @Test func `a table of some items counts these alone`() async {
    let (catalog, _) = await Self.site.resolved()
    let table = CoverageTable(catalog, items: [catalog.items[1].id])
    #expect(Self.numbers(table.total) == [4, 1, 1, 1, 0, 0])
    #expect(table.bySource == [0, 1, 0])
  }

  @Test(arguments: [
    (0, 0, 0), (0, 5, 0), (1, 1000, 1), (1, 3, 33), (2, 3, 66), (999, 1000, 99), (1000, 1000, 100),
  ])
  func `a share is rounded down, but is never nothing of something`(part: Int, whole: Int, percent: Int) {
    #expect(percentage(part, of: whole) == percent)
  }
}
