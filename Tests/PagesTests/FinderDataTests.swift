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
        #"{"key":"born","name":"Born","type":"date","unit":null,"better":null,"group":null,"values":[{"key":"2001-02-03","name":"2001-02-03","size":"2001-02-03"}]},"#,
        #"{"key":"home","name":"Home","type":"url","unit":null,"better":null,"group":null,"values":[{"key":"is_known","name":"known","size":null}]},"#,
        #"{"key":"language","name":"Language","type":"choice","unit":null,"better":null,"group":null,"values":[{"key":"swift","name":"Swift","size":null},{"key":"c-sharp","name":"C#","size":null}]},"#,
        #"{"key":"open","name":"Open","type":"boolean","unit":null,"better":null,"group":null,"values":[{"key":"yes","name":"yes","size":null},{"key":"not_applicable","name":"not applicable","size":null}]},"#,
        #"{"key":"year","name":"Year","type":"number","unit":null,"better":null,"group":null,"values":[{"key":"minus-12-5","name":"-0012.50","size":"-12.5"}]}"#,
        "],", #""terms":["#,
        #"{"key":"speed","kind":"need","name":"Speed","group":null,"path":"criteria/speed/"},"#,
        #"{"key":"language.swift","kind":"value","name":"Language: Swift","group":null,"path":"criteria/language/"},"#,
        #"{"key":"for_games","kind":"named","name":"Games","group":null,"path":"use-cases/games/"}"#,
        "],", #""wanted":["#,
        #"{"key":"language.swift","name":"Language: Swift","criterion":"Language","path":"criteria/language/"}"#,
        "],", #""uses":["#,
        #"{"key":"games","name":"Games","path":"use-cases/games/","named":2,"terms":[0],"conditions":[0]}"#,
        "],", #""sources":["#,
        #"{"name":"One","title":"Source One","key":"one"},"#,
        #"{"name":"Two","title":"Source Two","key":"two"}"#,
        "],", #""items":["#,
        #"{"key":"a","name":"A","path":"items/a/","key_facts":[],"facts":[[],[0],[0,1],[1],[0]],"contested":[2],"evidence":[{"term":0,"points":1,"for":[0],"against":[],"both":[1]},{"term":1,"points":1,"for":[0],"against":[],"both":[]},{"term":2,"points":1,"for":[0],"against":[],"both":[]}],"answers":[{"wanted":0,"state":"met","value":"Swift","note":null,"for":[0]}]},"#,
        #"{"key":"b","name":"B","path":"items/b/","key_facts":[],"facts":[[0],[],[],[0,1],[]],"contested":[3],"evidence":[],"answers":[]}"#,
        "]", "}",
      ])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `a use case's terms add up to its sums`(seed: UInt64) async {
    var random = SplitMix64(seed: seed)
    let site = RandomSite(items: 6, using: &random)
    let (catalog, _) = await SiteInMemory(site.files(slugs: site.slugs)).resolved()
    let data = FinderData(DataSite(SiteModel(catalog, baseURL: nil)))
    let items = data.items
    let evidence = items.map { item in
      Dictionary(uniqueKeysWithValues: item.evidence.map { ($0.term, $0.evidence.points) })
    }
    for use in data.uses {
      let ranking = catalog.ranking(for: use.useCase.id)
      for fit in ranking.places.map(\.fit) + ranking.lacking + ranking.withoutEvidence {
        let points = evidence[fit.item.index]
        #expect(use.terms.compactMap { points[$0] }.reduce(0, +) == fit.sum, "seed \(seed)")
        #expect(use.terms.contains { points[$0] != nil } == fit.hasEvidence, "seed \(seed)")
        #expect((use.named.flatMap { points[$0] } ?? 0) == fit.named, "seed \(seed)")
        let lacks = items[fit.item.index].answers.contains {
          use.conditions.contains($0.wanted) && $0.answer.state == .otherwise
        }
        #expect(lacks == fit.lacksSomething, "seed \(seed)")
      }
    }
  }
}
