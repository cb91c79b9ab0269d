import Comparison
import TestSupport
import Testing

/// How a use case orders items: by who names them, then by what helps; and which it sets apart.
struct FitTests {
  private static let notes = """

    [^a]: [1](../sources/one.md)
    [^b]: [2](../sources/two.md)
    [^d]: [D](../sources/docs.md)
    """

  /// A site for a use with the given needs; items are bodies by name, with facts in front of a bar.
  private func ranking(
    _ needs: String, _ items: KeyValuePairs<String, String>, more: [String: String] = [:]
  ) async -> (groups: [String], catalog: Catalog, ranking: FitRanking) {
    var files = more
    files["use-cases/games.md"] = "---\nname: Games\nneeds: \(needs)\n---\n"
    files["sources/docs.md"] = "---\nname: Docs\nkind: reference\n---\n"
    for (name, text) in items {
      let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let facts = parts.count > 1 ? "facts: { \(parts[0]) }\n" : ""
      files["items/\(name.lowercased()).md"] =
        "---\nname: \(name)\n\(facts)---\n\(parts.last ?? "")\n\(Self.notes)\n"
    }
    let (catalog, report) = await SiteInMemory.small(files).resolved()
    #expect(report.ranges(of: "error").isEmpty, "\(report)")
    let ranking = catalog.ranking(for: catalog.useCases[0].id)
    let name = { (fit: Fit) in catalog[fit.item].entry.name }
    let place = { (place: FitRanking.Place) in
      "\(place.rank)\(place.isTied ? "=" : "") \(name(place.fit)) \(place.fit.named) \(place.fit.sum)"
    }
    return (
      [
        ranking.named.map(place), ranking.unnamed.map(place), ranking.lacking.map(name),
        ranking.withoutEvidence.map(name),
      ].map { $0.joined(separator: ", ") }, catalog, ranking
    )
  }

  private static func praise(_ sources: String) -> String { "## Strengths\n- **Speed**: x \(sources)\n" }
  private static func blame(_ sources: String) -> String { "## Weaknesses\n- **Speed**: y \(sources)\n" }
  private static func name(_ sources: String) -> String { "## Use cases\n- **Games**: x \(sources)\n" }

  @Test func `those that reviews name stand above all others, whatever is said of them`() async {
    let (groups, _, _) = await ranking(
      "[speed]",
      [
        "A": Self.praise("[^a] [^b]"), "B": Self.name("[^a]") + Self.blame("[^a] [^b]"),
        "C": Self.name("[^a] [^b]"), "D": Self.name("[^b]") + Self.praise("[^a]"), "E": Self.blame("[^a]"),
        "F": "", "G": Self.blame("[^a]"),
      ])
    #expect(groups == ["1 C 2 0, 2 D 1 1, 3 B 1 -2", "4 A 0 2, 5= E 0 -1, 5= G 0 -1", "", "F"])
  }

  @Test func `references and claims without a source name nothing, and are told`() async {
    let (groups, catalog, ranking) = await ranking(
      "[speed]", ["A": Self.name("[^d]"), "B": Self.name(""), "C": Self.name("[^d]") + Self.praise("[^a]")])
    #expect(groups == ["", "1 C 0 1", "", "A, B"])
    let fits = ranking.withoutEvidence
    #expect(fits.map { $0.naming.references.map { catalog[$0.source].entry.name } } == [["Docs"], []])
    #expect(fits.map(\.naming.uncited.count) == [0, 1])
  }

  @Test func `a source that does both counts nothing, nor does what nobody is cited for`() async {
    let (groups, _, ranking) = await ranking(
      "[speed]",
      [
        "A": Self.praise("[^a] [^b]") + Self.blame("[^a]"), "B": Self.praise("[^a]") + Self.blame("[^a]"),
        "C": Self.praise("") + Self.blame(""),
      ])
    #expect(groups == ["", "1 A 0 1, 2 B 0 0", "", "C"])
    #expect(ranking.withoutEvidence.map { $0.helps.map(\.uncited.count) } == [[2]])
  }

  @Test func `who is known to be otherwise lacks what the use needs, unless a review names it`() async {
    let (groups, _, _) = await ranking(
      "[speed, { language: swift }]",
      [
        "A": "language: { value: c-sharp, sources: [one] } |" + Self.praise("[^a] [^b]"),
        "B": "language: { value: c-sharp, sources: [one] } |" + Self.name("[^a]"),
        "C": "language: { value: c-sharp, sources: [one] } |" + Self.name("[^d]"),
        "D": "language: { value: swift, sources: [one] } |" + Self.praise("[^a]"), "E": Self.praise("[^a]"),
        "F": "language: { value: unknown, sources: [one] } |" + Self.praise("[^a]"),
        "G": "language: { value: partial, note: some, sources: [one] } |" + Self.praise("[^b]"),
        "H": "language: { value: not-applicable, sources: [one] } |" + Self.praise("[^b]"),
        "I":
          "language: [{ value: c-sharp, sources: [one] }, { value: swift, sources: [two] }] |"
          + Self.praise("[^b]"), "J": "language: { value: swift, sources: [one] } |",
      ])
    #expect(
      groups == ["1 B 1 0", "2= D 0 1, 2= E 0 1, 2= F 0 1, 2= G 0 1, 2= I 0 1", "A, C, H", "J"])
  }

  @Test func `a condition that is met adds nothing, a preferred value a point`() async {
    let preference = "language: { value: swift, sources: [one] } |"
    let (groups, _, ranking) = await ranking(
      "[speed, { language: swift, prefer: true }]",
      [
        "A": "language: { value: c-sharp, sources: [one] } |" + Self.praise("[^a]"),
        "B": preference + Self.praise("[^a]"), "C": preference,
        "D": "language: { value: partial, note: some, sources: [one, two] } |", "E": "",
        "F": "language: { value: c-sharp, sources: [one] } |",
      ])
    #expect(groups == ["", "1 B 0 2, 2= A 0 1, 2= C 0 1, 2= D 0 1", "", "E, F"])
    #expect(
      ranking.unnamed.map { $0.fit.preferences.map(\.state) } == [[.met], [.otherwise], [.met], [.partial]])
  }

  @Test func `all that is known decides on a value, whoever says it`() async {
    let (_, catalog, ranking) = await ranking(
      "[{ language: swift }, { tags: [red, blue] }]",
      [
        "A":
          "language: [{ value: c-sharp, sources: [one] }, { value: swift, basis: common }], tags: { value: [red, blue], sources: [one] } |",
        "B":
          "language: [{ value: partial, note: n, sources: [one] }, { value: c-sharp, sources: [two] }], tags: { value: [red], sources: [one] } |",
      ], more: ["criteria/tags.md": "---\nname: Tags\ntype: list\n---\n"])
    let lines = (ranking.lacking + ranking.withoutEvidence).flatMap { fit in
      fit.conditions.map { answer in
        "\(catalog[fit.item].entry.name) \(answer.state) \(answer.facts.count) \(answer.otherFacts.count)"
      }
    }
    #expect(lines == ["B partial 1 1", "B otherwise 1 0", "A met 1 1", "A met 1 0"])
  }

  @Test func `neighbouring ranks tell how far they are apart`() async {
    let (_, catalog, ranking) = await ranking(
      "[speed]",
      [
        "A": Self.name("[^a] [^b]"), "B": Self.name("[^a]") + Self.praise("[^a] [^b]"),
        "C": Self.name("[^a]") + Self.praise("[^b]"), "D": Self.praise("[^a]"), "E": Self.praise("[^b]"),
      ])
    let names = { (rank: FitRanking.Rank) in
      rank.map { catalog[$0.fit.item].entry.name }.joined()
    }
    #expect(
      ranking.steps.map { "\(names($0.higher)) \(names($0.lower)) \($0.names) \($0.points)" } == [
        "A B 1 -2", "B C 0 1", "C DE 1 0",
      ])
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `named ones stand first, the order falls, and every item stands once`(seed: UInt64) async {
    var random = SplitMix64(seed: seed)
    let site = RandomSite(items: 7, using: &random)
    let (catalog, _) = await SiteInMemory(site.files(slugs: site.slugs)).resolved()
    for use in catalog.useCases {
      let ranking = catalog.ranking(for: use.id)
      #expect(ranking.named.allSatisfy { $0.fit.named > 0 }, "seed \(seed)")
      let others = ranking.unnamed.map(\.fit) + ranking.lacking + ranking.withoutEvidence
      #expect(others.allSatisfy { $0.named == 0 }, "seed \(seed)")
      #expect(ranking.lacking.allSatisfy { $0.lacksSomething }, "seed \(seed)")
      #expect(!ranking.unnamed.contains { $0.fit.lacksSomething || !$0.fit.hasEvidence }, "seed \(seed)")
      let keys = ranking.places.map { ($0.fit.named, $0.fit.sum) }
      #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 >= $1 }, "seed \(seed)")
      for (place, key) in zip(ranking.places, keys) {
        #expect(place.rank == keys.count { $0 > key } + 1, "seed \(seed)")
        #expect(place.isTied == (keys.count { $0 == key } > 1), "seed \(seed)")
      }
      let all = (ranking.named.map(\.fit) + others).map(\.item)
      #expect(all.sorted() == catalog.items.map(\.id), "seed \(seed)")
    }
  }
}
