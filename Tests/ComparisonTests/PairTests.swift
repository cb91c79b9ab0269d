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

  /// The reasons for a side, each in a line: its kind, what it is about, its value, and who is for it.
  private static func lines(
    _ side: Side, _ comparison: PairComparison, _ catalog: Catalog
  ) -> [String] {
    catalog.reasons(for: side, of: comparison).map { reason in
      let names = "[\(reason.supporters.map { catalog[$0].shortName }.joined(separator: ","))]"
      return switch reason.kind {
      case .direct(let id): "direct \(id.map { catalog[$0].entry.name } ?? "-") \(names)"
      case .opinion(let id): "opinion \(catalog[id].entry.name) \(names)"
      case .useCase(let id): "use \(catalog[id].entry.name) \(names)"
      case .fact(let id, let value): "fact \(catalog[id].entry.name) \(words(value)) \(names)"
      case .praise(let id): "praise \(catalog[id].entry.name) \(names)"
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

  @Test func `opinions come first, then uses, then facts that a source states, those with words first`()
    async throws
  {
    let (catalog, comparison) = try await Self.compared()
    #expect(
      Self.lines(.left, comparison, catalog) == [
        "opinion Speed [One]", "use Sport [One,Two]", "use Travel [One]", "fact Open boolean(true) [One,Two]",
        "fact Language swift [One]", "fact Mounts m+k+e [One]",
      ])
    #expect(
      Self.lines(.right, comparison, catalog) == ["fact Language c-sharp [Two]", "fact Mounts l [Two]"])
    let worded = [
      "criteria/language.md": """
      ---
      name: Language
      type: choice
      values: { swift: { label: Swift, choose: write Swift }, c-sharp: "C#" }
      ---
      """
    ]
    let (other, again) = try await Self.compared(worded)
    #expect(
      Self.lines(.left, again, other).filter { $0.hasPrefix("fact") }.map { $0.prefix(13) } == [
        "fact Language", "fact Open boo", "fact Mounts m",
      ])
  }

  @Test func `direct comparisons come before all else, and tell an opinion once`() async throws {
    let relations = """
      related:
        - { item: alpha, as: is slower than, criterion: speed, favours: alpha, sources: [one] }
        - { item: alpha, as: is slower than, criterion: speed, favours: alpha, sources: [one, two] }
        - { item: alpha, as: is newer than, criterion: year, favours: beta, sources: [two] }
        - { item: alpha, as: is nicer than, favours: beta, sources: [one, two] }
        - { item: alpha, as: is as open as, criterion: open, favours: neither, sources: [one] }
      ---
      """
    let beta = (Self.documents["items/beta.md"] ?? "").replacing("\n---\n##", with: "\n\(relations)\n##")
    let (catalog, comparison) = try await Self.compared(["items/beta.md": beta])
    #expect(
      Self.lines(.left, comparison, catalog).prefix(2) == ["direct Speed [One,Two]", "use Sport [One,Two]"])
    #expect(
      Self.lines(.right, comparison, catalog) == [
        "direct - [One,Two]", "direct Year [Two]", "fact Language c-sharp [Two]", "fact Mounts l [Two]",
      ])
    let rows = comparison.rows.filter { $0.aspect == .judgements }.map { row in
      "\(catalog[row.criterion].entry.name) \(row.outcome) \(row.stronger.map { "\($0)" } ?? "-") \(row.isDecidedDirectly)"
    }
    #expect(
      rows == ["Open undecided - false", "Speed different left false", "Year different right true"])
  }

  @Test func `praise that only one is given comes last, and only from two sources without a critic`()
    async throws
  {
    func praised(_ strengths: String) async throws -> [String] {
      let files = [
        "criteria/ease.md": "---\nname: Ease\n---\n",
        "items/alpha.md":
          "---\nname: Alpha\n---\nIt is. [^one] [^two]\n\n\(strengths)\n\n[^one]: [1](../sources/one.md)\n[^two]: [2](../sources/two.md)\n",
        "items/beta.md": "---\nname: Beta\n---\n",
      ]
      let (catalog, comparison) = try await Self.compared(files)
      return Self.lines(.left, comparison, catalog)
    }
    let both = "## Strengths\n\n- **Ease**: good. [^one] [^two]\n"
    #expect(try await praised(both) == ["praise Ease [One,Two]"])
    #expect(try await praised("## Strengths\n\n- **Ease**: good. [^one]\n") == [])
    #expect(try await praised(both + "\n## Weaknesses\n\n- **Ease**: bad. [^two]\n") == [])
  }

  /// Supporters, critics and both of either item, and what they come to.
  @Test(arguments: [
    ([4, 0, 0], [1, 3, 0], "different"), ([1, 0, 0], [0, 1, 0], "different"),
    ([2, 0, 0], [0, 0, 1], "different"), ([1, 0, 0], [0, 0, 1], "undecided"),
    ([0, 2, 0], [1, 1, 0], "different"), ([4, 0, 0], [2, 0, 0], "same"),
    ([5, 0, 0], [3, 1, 0], "different"), ([4, 0, 0], [3, 0, 1], "same"),
    ([4, 0, 0], [2, 0, 1], "different"), ([0, 3, 0], [0, 1, 0], "same"),
    ([0, 3, 0], [1, 2, 0], "different"), ([0, 3, 1], [0, 1, 0], "same"),
    ([1, 1, 0], [0, 0, 1], "undecided"), ([1, 0, 0], [0, 0, 0], "oneSided(Comparison.Side.left)"),
    ([0, 0, 0], [0, 0, 0], "unknown"),
  ])
  func `balances are compared by their nets, and by who disagrees`(left: [Int], right: [Int], outcome: String)
    async throws
  {
    #expect(try await Self.outcome(left, right) == outcome)
    #expect(try await Self.outcome(right, left) == outcome.replacing("left", with: "right"))
  }

  private static func outcome(_ left: [Int], _ right: [Int]) async throws -> String {
    var files = [
      "site.yml": "title: Test\nitems: { folder: items, one: item, many: items }\n",
      "criteria/ease.md": "---\nname: Ease\n---\n",
    ]
    for source in 0..<9 { files["sources/s\(source).md"] = "---\nname: S\(source)\n---\n" }
    for (name, counts) in [("alpha", left), ("beta", right)] {
      let marks = (0..<9).map { "[^s\($0)]" }
      let (fans, rest) = (marks.prefix(counts[0]), marks.dropFirst(counts[0]))
      let (critics, mixed) = (rest.prefix(counts[1]), rest.dropFirst(counts[1]).prefix(counts[2]))
      func section(_ title: String, _ marks: [String]) -> String {
        marks.isEmpty ? "" : "## \(title)\n\n- **Ease**: so. \(marks.joined(separator: " "))\n\n"
      }
      files["items/\(name).md"] =
        "---\nname: \(name)\n---\n"
        + section("Strengths", Array(fans) + Array(mixed))
        + section("Weaknesses", Array(critics) + Array(mixed))
        + (0..<9).map { "[^s\($0)]: [s](../sources/s\($0).md)\n" }.joined()
    }
    let (catalog, report) = await SiteInMemory(files).resolved()
    #expect(!report.contains("error["), "\(report)")
    let pair = Pair(try #require(catalog.item("alpha")).id, try #require(catalog.item("beta")).id)
    let ease = try #require(catalog.criteria.firstIndex { $0.entry.slug.text == "ease" })
    return catalog.comparison(of: pair).rows.filter { $0.criterion.index == ease }.map { "\($0.outcome)" }
      .joined()
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
      Self.lines(.left, comparison, catalog).filter { $0.contains("Mounts") } == [
        "fact Mounts m [One,Two]", "fact Mounts k [One]", "fact Mounts e [Two]",
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

  @Test func `to mention something is no verdict`() async throws {
    let (catalog, comparison) = try await Self.compared()
    let rows = comparison.rows.map { row in
      "\(catalog[row.criterion].entry.name) \(row.aspect): \(row.outcome)"
    }
    #expect(
      rows == [
        "Language facts: different", "Mounts facts: different", "Open facts: different",
        "Speed judgements: different", "Weight facts: different", "Year facts: unknown",
      ])
  }
}
