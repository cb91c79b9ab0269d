import Comparison
import TestSupport
import Testing

/// What two items come to side by side, and why to choose each.
struct PairTests {
  /// Two items with claims and facts, every statement by name of its source.
  private static let documents = [
    "site.yml": "title: Test\nitems: { folder: items, one: item, many: items }\n",
    "criteria/mounts.md": "---\nname: Mounts\ntype: list\nvalues: { m: M, k: K, e: E, l: L }\n---\n",
    "criteria/weight.md": "---\nname: Weight\ntype: number\nbetter: lower\n---\n",
    "use-cases/sport.md": "---\nname: Sport\n---\n",
    "use-cases/travel.md": "---\nname: Travel\n---\n",
    "items/alpha.md": """
    ---
    name: Alpha
    facts:
      language: { value: swift, sources: [one] }
      mounts: { value: [m, k, e], sources: [one] }
      weight: { value: 2, basis: common }
      open: { value: yes, sources: [one, two] }
    ---
    ## Strengths

    - **Speed**: fast. [^one]

    ## Features

    - **Language**: Swift. [^one]

    ## Use cases

    - **Sport**: named. [^one] [^two]
    - **Travel**: named. [^one]

    [^one]: [One](../sources/one.md)
    [^two]: [Two](../sources/two.md)
    """,
    "items/beta.md": """
    ---
    name: Beta
    facts:
      language: { value: c-sharp, sources: [two] }
      mounts: { value: [l], sources: [two] }
      weight: { value: 3, sources: [two] }
      open: { value: no, basis: common }
    ---
    ## Weaknesses

    - **Speed**: slow. [^two]

    ## Features

    - **Year**: of some year. [^two]

    [^two]: [Two](../sources/two.md)
    """,
  ]

  private static func compared(
    _ changes: [String: String] = [:]
  ) async throws -> (catalog: Catalog, comparison: PairComparison) {
    let (catalog, report) = await SiteInMemory.small(documents.merging(changes) { $1 }).resolved()
    #expect(report == "")
    let left = try #require(catalog.item("alpha"))
    let right = try #require(catalog.item("beta"))
    return (catalog, catalog.comparison(of: Pair(left.id, right.id)))
  }

  /// The reasons for a side, each in a line: what it is about, its value, who is for it and who against.
  private static func lines(
    _ side: Side, _ comparison: PairComparison, _ catalog: Catalog
  ) -> [String] {
    let speakers = catalog.items.map { item in
      Set(catalog.sources(of: item.claimSections.flatMap(\.claims))).union(
        catalog.cells[item.id.index].flatMap { $0.facts.flatMap(\.sources) })
    }
    func names(_ sources: [Source.ID]) -> String {
      sources.map { catalog[$0].shortName }.joined(separator: ",")
    }
    return catalog.reasons(for: side, of: comparison, speakers: speakers).map { reason in
      let sides = "[\(names(reason.supporters))] not [\(names(reason.critics))]"
      return switch reason.kind {
      case .fact(let id, let value): "\(catalog[id].entry.name) \(words(value)) \(sides)"
      case .judgement(let id): "\(catalog[id].entry.name) \(sides)"
      case .useCase(let id): "\(catalog[id].entry.name) \(sides)"
      }
    }
  }

  private static func words(_ value: FactValue) -> String {
    switch value {
    case .choice(let slug): slug.text
    case .number(let number): number.text
    case .list(let elements): elements.map(words).joined(separator: "+")
    default: "\(value)"
    }
  }

  @Test func `the weightiest reason of each kind that a source gives comes first, then the rest by weight`()
    async throws
  {
    let (catalog, comparison) = try await Self.compared()
    #expect(
      Self.lines(.left, comparison, catalog) == [
        "Sport [One,Two] not []", "Language swift [One] not [Two]", "Speed [One] not [Two]",
        "Open boolean(true) [One,Two] not []",
        "Mounts m+k+e [One] not []",
        "Weight 2 [] not [Two]", "Travel [One] not []",
      ])
    #expect(
      Self.lines(.right, comparison, catalog) == [
        "Language c-sharp [Two] not [One]", "Mounts l [Two] not []",
      ])
  }

  @Test func `what a list has beyond the other is one reason for each set of sources`() async throws {
    let mounts = """
      - { value: [m, k], sources: [one] }
          - { value: [e], sources: [two] }
          - { value: [m], sources: [two] }
      """
    let alpha = (Self.documents["items/alpha.md"] ?? "")
      .replacing("mounts: { value: [m, k, e], sources: [one] }", with: "mounts:\n    \(mounts)")
    let (catalog, comparison) = try await Self.compared(["items/alpha.md": alpha])
    #expect(
      Self.lines(.left, comparison, catalog).filter { $0.hasPrefix("Mounts") } == [
        "Mounts m [One,Two] not []", "Mounts k [One] not []", "Mounts e [Two] not []",
      ])
  }

  @Test func `both sides are told alike whichever stands first`() async throws {
    let (catalog, comparison) = try await Self.compared()
    let mirrored = catalog.comparison(of: comparison.pair.mirrored)
    #expect(mirrored == comparison.mirrored)
    for side in Side.allCases {
      #expect(Self.lines(side, comparison, catalog) == Self.lines(side.other, mirrored, catalog))
    }
  }

  @Test func `to mention what a fact tells already is no verdict, unless it is all there is`() async throws {
    let (catalog, comparison) = try await Self.compared()
    let rows = comparison.rows.map { row in
      "\(catalog[row.criterion].entry.name) \(row.aspect): \(row.outcome)"
    }
    #expect(
      rows == [
        "Language facts: different", "Mounts facts: different", "Open facts: different",
        "Speed judgements: different", "Weight facts: different", "Year facts: unknown",
        "Year judgements: oneSided(Comparison.Side.right)",
      ])
  }
}
