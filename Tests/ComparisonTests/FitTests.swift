import Comparison
import TestSupport
import Testing

struct FitTests {
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
    #expect(places == ["1 A [1, 2, 1]", "2= B [1]", "2= C [1]", "4 D [0]", "5 E [-1]"])
    #expect(ranking.withoutEvidence.isEmpty)
  }

  @Test func `reference sources do not name an item for a use`() async {
    let site = SiteInMemory.small([
      "sources/one.md": "---\nname: Docs\nkind: reference\n---\n",
      "items/a.md": "---\nname: A\n---\n## Use cases\n- **Games**: x [^a]\n\n[^a]: [1](../sources/one.md)\n",
    ])
    let (catalog, _) = await site.resolved()
    #expect(catalog.ranking(for: catalog.useCases[0].id).places.isEmpty)
  }

  @Test func `what counts nothing is told beside what counts`() async {
    let site = SiteInMemory.small([
      "sources/docs.md": "---\nname: Docs\nkind: reference\n---\n",
      "items/a.md": """
      ---
      name: A
      facts: { language: [{ value: swift, sources: [one] }, { value: c-sharp, sources: [two] }] }
      ---
      ## Strengths
      - **Speed**: quick [^a]
      - **Speed**: so the editor thinks
      - **Year**: no need [^a]
      ## Weaknesses
      - **Speed**: slow [^a] [^b] [^d]
      ## Use cases
      - **Games**: named [^a] [^d]
      - **Games**: named again [^a]

      [^a]: [1](../sources/one.md)
      [^b]: [2](../sources/two.md)
      [^d]: [D](../sources/docs.md)
      """,
      "items/b.md":
        "---\nname: B\n---\n## Strengths\n- **Speed**: mere opinion\n## Use cases\n- **Games**: too\n",
    ])
    let (catalog, _) = await site.resolved()
    let ranking = catalog.ranking(for: catalog.useCases[0].id)
    let lines = (ranking.places.map(\.fit) + ranking.withoutEvidence).map { fit in
      "\(catalog[fit.item].entry.name) \(fit.score):" + fit.contributions.map(catalog.line).joined()
    }
    #expect(
      lines == [
        "A 0: named 1 for One ×2 references Docs ×1; need Speed -2 for One ×1 against Docs ×1 One ×1 Two ×1 uncited 1; "
          + "value Language 1 stated by One;",
        "B 0: named 0 uncited 1; need Speed 0 uncited 1;",
      ])
    #expect(ranking.places.map(\.rank) == [1])
  }

  @Test func `a mixed cell gives a point and takes it away`() async {
    let site = SiteInMemory.small([
      "items/a.md":
        "---\nname: A\n---\n## Strengths\n- **Speed**: x [^a]\n## Weaknesses\n- **Speed**: y [^a]\n\n[^a]: [1](../sources/one.md)\n"
    ])
    let (catalog, report) = await site.resolved()
    #expect(report == "")
    let contributions = catalog.ranking(for: catalog.useCases[0].id).places.flatMap(\.fit.contributions)
    #expect(contributions.map(catalog.line) == [" need Speed 0 for One ×1 against One ×1;"])
    #expect(contributions.map(\.state) == [.mixed])
  }

  @Test func `neighbouring ranks tell how far they are apart`() async {
    let praise = { (sources: String) in
      "## Strengths\n- **Speed**: x \(sources)\n\n[^a]: [1](../sources/one.md)\n[^b]: [2](../sources/two.md)\n"
    }
    let site = SiteInMemory.small([
      "items/a.md":
        "---\nname: A\nfacts: { language: { value: swift, sources: [one] } }\n---\n\(praise("[^a] [^b]"))",
      "items/b.md": "---\nname: B\n---\n\(praise("[^a]"))",
      "items/c.md": "---\nname: C\n---\n\(praise("[^b]"))",
      "items/d.md": "---\nname: D\n---\n\(praise("").replacing("Strengths", with: "Weaknesses"))",
      "items/e.md": "---\nname: E\n---\n\(praise("[^a]").replacing("Strengths", with: "Weaknesses"))",
    ])
    let (catalog, _) = await site.resolved()
    let ranking = catalog.ranking(for: catalog.useCases[0].id)
    let names = { (places: [FitRanking.Place]) in places.map { catalog[$0.fit.item].entry.name } }
    #expect(ranking.ranks.map(names) == [["A"], ["B", "C"], ["E"]])
    #expect(
      ranking.steps.map { "\(names($0.higher)) \(names($0.lower)) \($0.gap)" } == [
        "[\"A\"] [\"B\", \"C\"] 2", "[\"B\", \"C\"] [\"E\"] 2",
      ])
    #expect(ranking.withoutEvidence.map { catalog[$0.item].entry.name } == ["D"])
  }

  @Test func `a need that is named twice is an error, as it would count twice`() async {
    let site = SiteInMemory.small([
      "use-cases/games.md":
        "---\nname: Games\nneeds: [speed, { language: swift }, { language: c-sharp }, Performance]\n---\n"
    ])
    let (catalog, report) = await site.resolved()
    #expect(catalog.useCases.map(\.needs.count) == [3])
    #expect(
      report == """
        error[duplicate-need]: the needs name "Performance" twice, which would count it twice
         --> Content/use-cases/games.md:3:60
          |
        3 | needs: [speed, { language: swift }, { language: c-sharp }, Performance]
          |                                                            ^^^^^^^^^^^


        """)
  }
}

extension Catalog {
  /// A contribution in one line: the reason, its points, and whose word it rests on.
  fileprivate func line(_ contribution: Fit.Contribution) -> String {
    var line: String
    switch contribution.reason {
    case .named: line = " named"
    case .need(let id): line = " need \(self[id].entry.name)"
    case .value(let id, _): line = " value \(self[id].entry.name)"
    }
    line += " \(contribution.points)"
    for (word, attributions) in [
      ("for", contribution.supporters), ("against", contribution.critics),
      ("references", contribution.references),
    ] where !attributions.isEmpty {
      line += " \(word)" + attributions.map { " \(self[$0.source].shortName) ×\($0.claims.count)" }.joined()
    }
    for fact in contribution.facts {
      line += " stated by" + fact.sources.map { " \(self[$0].shortName)" }.joined()
    }
    if !contribution.uncited.isEmpty { line += " uncited \(contribution.uncited.count)" }
    return line + ";"
  }
}
