import Foundation
import TestSupport
import Testing

/// What the search of every page looks through.
struct SearchIndexTests {
  private struct Index: Decodable {
    struct Group: Decodable {
      var kind: String
      var label: String
      var folder: String
      var entries: [[String]]
    }

    struct Pairs: Decodable {
      var folder: String
      var listed: String
      var rows: [[Int]]
      var closest: [[Int]]
    }

    var format: Int
    var groups: [Group]
    var comparisons: [[Int]]
    var pairs: Pairs

    init(_ site: MadeSite) throws {
      self = try JSONDecoder().decode(Index.self, from: Data(#require(site.text("search.json")).utf8))
    }

    var items: [[String]] { groups.first { $0.kind == "item" }?.entries ?? [] }

    /// The rows with places in place of distances.
    var places: [[Int]] {
      pairs.rows.map { row in row.indices.map { row[...$0].reduce(0, +) } }
    }

    /// The folders of the pairs that have a page by what the index tells; nil where it does not tell.
    var paired: Set<String>? {
      guard pairs.listed != "none" else { return nil }
      let told = Set(places.flatMap { row in row.dropFirst().map { [row[0], $0] } })
      var found: Set<String> = []
      for first in items.indices {
        for second in items.indices where second > first {
          if told.contains([first, second]) == (pairs.listed == "present") {
            found.insert([items[first][1], items[second][1]].sorted().joined(separator: "-vs-"))
          }
        }
      }
      return found
    }

    /// The folders of the pairs that are offered along with an item.
    var closest: Set<String> {
      let folders = zip(items, pairs.closest).flatMap { item, others in
        let partners = paired.map { pairs in
          items.filter { pairs.contains([item[1], $0[1]].sorted().joined(separator: "-vs-")) }
        }
        return others.map { [item[1], (partners ?? items)[$0][1]].sorted().joined(separator: "-vs-") }
      }
      return Set(folders)
    }
  }

  private func files(_ made: MadeSite) -> Set<String> { Set(made.paths) }

  /// The folders of pairs that the output has pages of, and not redirects.
  private func pairFolders(_ made: MadeSite) -> Set<String> {
    let pages = made.texts { $0.hasPrefix("compare/") && $0.contains("-vs-") }
    return Set(
      pages.filter { !$0.value.contains("http-equiv") }.keys.map { String($0.split(separator: "/")[1]) })
  }

  @Test func `everything with a name is found by it, with its other names`() async throws {
    let made = await MadeSite.building([
      "items/a.md":
        "---\nname: \"Émile & <b>\"\naliases: [emil, \"Émile & <b>\"]\n---\n\n## Used by\n\n- **Acme**\n",
      "items/b.md": "---\nname: B\nfacts: { colour: { value: red, sources: [one] } }\n---\n",
      "criteria/colour.md": "---\nname: Colour\naliases: [Hue]\ntype: text\nindex: true\n---\n",
      "criteria/taste.md": "---\nname: Taste\naliases: [Flavour]\n---\n",
      "criteria/size.md": "---\nname: Size\ntype: choice\nvalues: { s: Small, l: Large }\n---\n",
      "use-cases/games.md": "---\nname: Games\naliases: [Play]\n---\n",
      "sources/one.md": "---\nname: Source One\nshort: One\naliases: [The first]\n---\n",
      "comparisons/both.md": "---\nname: Both\nitems: [b, a]\n---\n",
      "matrices/m.md": "---\nname: M\n---\n", "guides/how.md": "---\nname: How\n---\n",
      "criteria/index.md": "---\nname: What is compared\n---\n",
    ])
    #expect(
      made.text("search.json") == #"""
        {"format":2,
        "groups":[
        {"kind":"item","label":"item","folder":"items/","entries":[["B","b"],["Émile \u0026 \u003Cb\u003E","a","emil"]]},
        {"kind":"criterion","label":"criterion","folder":"criteria/","row":"Fact_","entries":[["Colour","colour","Hue"],["Language","language","Swift","C#"],["Open","open"],["Size","size","Small","Large"],["Year","year"]]},
        {"kind":"criterion","label":"criterion","folder":"criteria/","row":"Opinion_","entries":[["Speed","speed","Performance"],["Taste","taste","Flavour"]]},
        {"kind":"use-case","label":"use case","folder":"use-cases/","entries":[["Games","games","Play"]]},
        {"kind":"value","label":"Colour","folder":"criteria/colour/","entries":[["red","red"]]},
        {"kind":"matrix","label":"table","folder":"matrices/","entries":[["M","m"]]},
        {"kind":"comparison","label":"comparison","folder":"compare/","entries":[["Both","both"]]},
        {"kind":"page","label":"page","folder":"","entries":[["A to Z","all"],["Compare","compare"],["Coverage","coverage"],["Data","data"],["Disagreements","contested"],["Help me choose","find"],["How","guides/how"],["Items","items"],["Sources","sources"],["Tables","matrices"],["Used by","used-by"],["Uses","use-cases"],["What is compared","criteria"]]},
        {"kind":"organisation","label":"organisation","folder":"used-by/","entries":[["Acme","acme"]]},
        {"kind":"source","label":"source","folder":"sources/","entries":[["Source One","one","One","The first"],["Source Two","two","Two"]]}
        ],
        "comparisons":[[0,1]],
        "pairs":{"folder":"compare/","listed":"present","rows":[],
        "closest":[[],[]]}}

        """#)
  }

  @Test(arguments: [
    "pairs: all", "pairs: all\npair-threshold: 6", "pairs: none", "pairs: { closest: 2 }",
    "pairs: { within: kind }", "pairs: { list: [[item-aaab, item-aaaa], [item-aaac, item-aaad]] }",
  ])
  func `the index leads to every page with a name, and to no page that is not there`(policy: String)
    async throws
  {
    for seed in 1...6 as ClosedRange<UInt64> {
      var random = SplitMix64(seed: seed)
      var content = RandomSite(items: 4 + Int(seed) * 2, using: &random)
      content.settings = [policy]
      let made = await MadeSite.building(SiteInMemory(content.files(slugs: content.slugs)))
      let index = try Index(made)
      #expect(index.paired == pairFolders(made), "\(policy), seed \(seed)")
      #expect(index.closest.isSubset(of: pairFolders(made)), "\(policy), seed \(seed)")
      #expect(index.closest.isEmpty == pairFolders(made).isEmpty, "\(policy), seed \(seed)")

      let addresses = index.groups.flatMap { group in
        group.entries.map { group.folder + $0[1] + "/index.html" }
      }
      #expect(Set(addresses).count == addresses.count, "\(policy), seed \(seed)")
      // What has a name of its own: everything but the home page, the further pages of a list and the pairs.
      let named = made.paths.filter {
        $0.hasSuffix("/index.html") && !$0.contains("/page/") && !$0.contains("-vs-")
      }
      #expect(Set(addresses) == Set(named), "\(policy), seed \(seed)")
    }
  }

  /// Of so many items only some pairs can be told, and the search leads to the list of an item's pairs.
  @Test func `where pairs with a page and without are many, none is listed`() async throws {
    var documents = ["site.yml": "title: Large\npairs: all\n"]
    documents["criteria/year.md"] = "---\nname: Year\ntype: number\n---\n"
    documents["sources/one.md"] = "---\nname: One\n---\n"
    // Half of the pairs differ; the last item differs from none.
    for number in 0..<80 {
      let fact = number == 79 ? "" : "facts: { year: { value: \(number % 2), sources: [one] } }\n"
      documents["items/i\(number).md"] = "---\nname: Item \(number)\n\(fact)---\n"
    }
    let made = await MadeSite.building(SiteInMemory(documents))
    let index = try Index(made)
    #expect(index.paired == nil)
    let alone = index.places.map { index.items[$0[0]][1] }
    #expect(alone == ["i79"])
    for item in index.items {
      #expect(made.paths.contains("compare/\(item[1])/index.html") == !alone.contains(item[1]), "\(item)")
    }
  }

  /// The usual policy for a large site; what it takes compressed is tested in a browser.
  @Test func `a large site lists its pairs in a few bytes each`() async throws {
    var documents = ["site.yml": "title: Large\n", "sources/one.md": "---\nname: One\n---\n"]
    for criterion in 0..<4 {
      documents["criteria/c\(criterion).md"] = "---\nname: C\(criterion)\ntype: number\n---\n"
    }
    var random = SplitMix64(seed: 1)
    for number in 0..<500 {
      let facts = (0..<4).map {
        "c\($0): { value: \(Int.random(in: 0..<9, using: &random)), sources: [one] }"
      }
      documents["items/i\(number).md"] =
        "---\nname: Item \(number)\nfacts: { \(facts.joined(separator: ", ")) }\n---\n"
    }
    let made = await MadeSite.building(SiteInMemory(documents))
    let index = try Index(made)
    #expect(index.pairs.listed == "present")
    let count = index.pairs.rows.reduce(0) { $0 + $1.count - 1 }
    #expect(count > 2500)
    #expect(try #require(made.text("search.json")).utf8.count < 500 * 30 + count * 5)
  }
}
