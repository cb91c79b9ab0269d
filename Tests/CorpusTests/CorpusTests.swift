import Comparison
import Diagnostics
import Foundation
import Pages
import Testing

/// Sites of other shapes than the bundled one. `COLLATE_CORPORA` names the folder of the data sets; without it these tests are skipped.
@Suite(.enabled(if: Corpus.folder != nil, "COLLATE_CORPORA names no folder with data sets"))
struct CorpusTests {
  /// The documents with links that lead to files which the data set does not hold, or with footnotes that it lost.
  static let damaged: [String: [String]] = [
    "choosealicense": [], "jamstack-cms": ["flamelink", "prose", "sveltia-cms", "tinacms"],
  ]

  @Test(arguments: ["choosealicense", "jamstack-cms"])
  func `a real data set makes a site with a page for each item, criterion and value`(name: String)
    async throws
  {
    var corpus = try Corpus(name, in: try #require(Corpus.folder))
    let (_, problems) = await makeSite(from: corpus.tree, options: BuildOptions(jobs: 2))
    let paths = Set(problems.filter { $0.severity == .error }.compactMap(\.place.path))
    #expect(paths == Set((Self.damaged[name] ?? []).map { "Content/items/\($0).md" }))

    corpus.items.removeAll { Self.damaged[name]?.contains($0.slug) == true }
    let (site, diagnostics) = await makeSite(from: corpus.tree, options: BuildOptions(jobs: 2))
    #expect(diagnostics.filter { $0.severity == .error } == [])
    let files = Set(site?.files.map(\.path) ?? [])
    #expect(corpus.items.map { "items/\($0.slug)/index.html" }.filter { !files.contains($0) } == [])
    let criteria = corpus.schema.attributes.keys.map { $0.replacingOccurrences(of: "_", with: "-") }
    #expect(criteria.map { "criteria/\($0)/index.html" }.filter { !files.contains($0) }.sorted() == [])
    for file in site?.files ?? [] {
      if case .made(let make) = file.content { #expect(!make().isEmpty, "\(file.path)") }
    }
  }

  @Test func `a page of yes and no tells each in words`() async throws {
    let corpus = try Corpus("choosealicense", in: try #require(Corpus.folder))
    let (documents, _) = await readDocuments(corpus.tree, jobs: 1)
    let (catalog, _) = resolve(documents)
    let mit = try #require(catalog.items.first { $0.entry.slug.text == "mit" })
    let states = catalog.criteria.reduce(into: [String: String]()) {
      $0[$1.entry.slug.text] = catalog.cell(mit.id, $1.id).state.rawValue
    }
    #expect(states["permission-commercial-use"] == "yes")
    #expect(states["condition-disclose-source"] == "no")
    #expect(states["nickname"] == "unknown")
    #expect(states["length"] == "value")
  }
}
