import Comparison
import Testing
import TestSupport

@testable import Pages

/// The file that the finder works with: it adds up what use cases rank by, and leaves out what nobody knows.
struct FinderDataTests {
  private static let site = SiteInMemory.small([
    "criteria/home.md": "---\nname: Home\ntype: url\n---\n",
    "criteria/born.md": "---\nname: Born\ntype: date\n---\n",
    "items/a.md": """
    ---
    name: A
    facts:
      language: [{ value: swift, sources: [one] }, { value: 'C#', sources: [two] }]
      year: { value: "-0012.50", sources: [one] }
      open: { value: not-applicable, sources: [one] }
      home: { value: 'https://a.example/', sources: [one] }
    ---

    ## Strengths

    - **Speed**: quick. [^1] [^2]

    ## Weaknesses

    - **Speed**: slow. [^2]

    ## Use cases

    - **Games**: fit. [^1]

    [^1]: [One](../sources/one.md)
    [^2]: [Two](../sources/two.md)
    """,
    "items/b.md": """
    ---
    name: B
    facts:
      language: { value: unknown, sources: [one] }
      open: [{ value: yes, sources: [one] }, { value: not-applicable, sources: [two] }]
      born: { value: 2001-02-03, sources: [one] }
    ---

    ## Strengths

    - **Speed**: the editor's own word.
    """,
  ])

  @Test func `the file holds values, terms and points, and nothing where nothing is known`() async throws {
    let made = await MadeSite.building(Self.site)
    let text = try #require(made.text("data/finder.json"))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      Array(lines.dropFirst(4)) == [
        #""filters":["#,
        #"{"key":"born","name":"Born","type":"date","unit":null,"values":[{"key":"2001-02-03","name":"2001-02-03","size":"2001-02-03"}]},"#,
        #"{"key":"home","name":"Home","type":"url","unit":null,"values":[{"key":"is_known","name":"known","size":null}]},"#,
        #"{"key":"language","name":"Language","type":"choice","unit":null,"values":[{"key":"swift","name":"Swift","size":null},{"key":"c-sharp","name":"C#","size":null}]},"#,
        #"{"key":"open","name":"Open","type":"boolean","unit":null,"values":[{"key":"yes","name":"yes","size":null},{"key":"not_applicable","name":"not applicable","size":null}]},"#,
        #"{"key":"year","name":"Year","type":"number","unit":null,"values":[{"key":"minus-12-5","name":"-0012.50","size":"-12.5"}]}"#,
        "],", #""terms":["#,
        #"{"key":"speed","kind":"need","name":"Speed","group":null,"path":"criteria/speed/"},"#,
        #"{"key":"language.swift","kind":"value","name":"Language: Swift","group":null,"path":"criteria/language/"},"#,
        #"{"key":"for_games","kind":"named","name":"Games","group":null,"path":"use-cases/games/"}"#,
        "],", #""uses":["#,
        #"{"key":"games","name":"Games","path":"use-cases/games/","terms":[2,0,1]}"#,
        "],", #""sources":["#,
        #"{"name":"One","title":"Source One","key":"one"},"#,
        #"{"name":"Two","title":"Source Two","key":"two"}"#,
        "],", #""items":["#,
        #"{"key":"a","name":"A","path":"items/a/","facts":[[],[0],[0,1],[1],[0]],"contested":[2],"evidence":[{"term":0,"points":1,"for":[0,1],"against":[1]},{"term":1,"points":1,"for":[0],"against":[]},{"term":2,"points":1,"for":[0],"against":[]}]},"#,
        #"{"key":"b","name":"B","path":"items/b/","facts":[[0],[],[],[0,1],[]],"contested":[3],"evidence":[]}"#,
        "]", "}",
      ])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `a use case's terms add up to its scores`(seed: UInt64) async {
    var random = SplitMix64(seed: seed)
    let site = RandomSite(items: 6, using: &random)
    let (catalog, _) = await SiteInMemory(site.files(slugs: site.slugs)).resolved()
    let data = FinderData(DataSite(SiteModel(catalog, baseURL: nil)))
    let evidence = data.items.map { item in
      Dictionary(uniqueKeysWithValues: item.evidence.map { ($0.term, $0.contribution.points) })
    }
    for use in data.uses {
      let ranking = catalog.ranking(for: use.useCase.id)
      for place in ranking.places {
        let points = use.terms.compactMap { evidence[place.fit.item.index][$0] }
        #expect(points.reduce(0, +) == place.fit.score && !points.isEmpty, "seed \(seed)")
      }
      for fit in ranking.withoutEvidence {
        #expect(use.terms.allSatisfy { evidence[fit.item.index][$0] == nil }, "seed \(seed)")
      }
    }
  }
}
