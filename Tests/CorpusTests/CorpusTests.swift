import Comparison
import Diagnostics
import Foundation
import Importing
import Pages
import Testing

/// Sites of other shapes than the bundled one. `COLLATE_CORPORA` names the folder of the data sets; without it these tests are skipped.
@Suite(.enabled(if: Corpus.folder != nil, "COLLATE_CORPORA names no folder with data sets"))
struct CorpusTests {
  static let names = ["choosealicense", "jamstack-cms"]

  private func corpus(_ name: String) throws -> Corpus { try Corpus(name, in: try #require(Corpus.folder)) }

  private func catalog(of tree: SourceTree) async -> Catalog {
    let (documents, _) = await readDocuments(tree, jobs: 2)
    return resolve(documents).0
  }

  private func pages(of tree: SourceTree, at paths: (String) -> Bool) async throws -> [String: String] {
    let (site, diagnostics) = await makeSite(from: tree, options: BuildOptions(jobs: 2))
    #expect(diagnostics.filter { $0.severity == .error } == [])
    var pages: [String: String] = [:]
    for file in try #require(site).files where paths(file.path) {
      if case .made(let make) = file.content { pages[file.path] = String(decoding: make(), as: UTF8.self) }
    }
    return pages
  }

  @Test(arguments: names, [false, true])
  func `a data set becomes a site with a page for each item, criterion and value`(
    name: String, withSchema: Bool
  ) async throws {
    let corpus = try corpus(name)
    let (tree, plan, problems) = await corpus.imported(withSchema: withSchema)
    #expect(problems.filter { $0.severity == .error } == [])
    #expect(plan.items.count == corpus.items.count)

    let (site, diagnostics) = await makeSite(from: tree, options: BuildOptions(jobs: 2))
    #expect(diagnostics.filter { $0.severity == .error } == [])
    // Whatever else is told is true of the texts: their HTML is shown as it is written, their pictures are links.
    let rules: Set<Diagnostic.Rule> = [.rawHTML, .remoteImage, .unknownLabel, .noBaseURL]
    #expect(Set(diagnostics.map(\.rule)).subtracting(rules) == [])

    let files = Set(try #require(site).files.map(\.path))
    var wanted = corpus.items.map { "items/\($0.slug)/index.html" } + ["matrices/all/index.html"]
    wanted += corpus.schema.attributes.keys.map { "criteria/\(Corpus.slug($0))/index.html" }
    wanted += Set(corpus.items.flatMap(\.categories)).map { "criteria/categories/\($0)/index.html" }
    #expect(wanted.filter { !files.contains($0) }.sorted() == [])
  }

  @Test(arguments: names, [false, true])
  func `every value comes back as the data set has it`(name: String, withSchema: Bool) async throws {
    let corpus = try corpus(name)
    let catalog = await catalog(of: await corpus.imported(withSchema: withSchema).tree)
    for item in corpus.items {
      let found = try #require(catalog.items.first { $0.entry.slug.text == item.slug })
      #expect(found.entry.name == item.name)
      for criterion in catalog.criteria {
        let key = corpus.schema.attributes.keys.first { Corpus.slug($0) == criterion.entry.slug.text }
        let value = key.map { item.attributes[$0] } ?? .list(item.categories)
        let cell = catalog.cell(found.id, criterion.id)
        let fact = cell.facts.first.map { read($0.value, criterion) }
        let isEmpty = value == nil || value == .list([]) || value == .text("")
        #expect(fact == (isEmpty ? nil : value.map(expected)), "\(item.slug) \(criterion.entry.slug)")
        #expect(cell.facts.allSatisfy { $0.sources.count == 1 })
      }
    }
  }

  /// A fact's value as texts.
  private func read(_ value: FactValue, _ criterion: Criterion) -> [String] {
    switch value {
    case .boolean(let truth): ["\(truth)"]
    case .number(let number): [number.text]
    case .text(let text): [text.text]
    case .choice(let slug): [criterion.choices.first { $0.slug == slug }?.label ?? ""]
    case .list(let elements): elements.flatMap { read($0, criterion) }
    default: ["unexpected"]
    }
  }

  /// A value of the data set as texts. One list has "Gatsby, Next.js" for two of its values, which the importer takes apart.
  private func expected(_ value: Corpus.Item.Value) -> [String] {
    switch value {
    case .truth(let truth): ["\(truth)"]
    case .number(let number): ["\(number)"]
    case .text(let text): [text.trimmingCharacters(in: .whitespacesAndNewlines)]
    case .list(let elements): elements.flatMap { $0.components(separatedBy: ", ") }
    }
  }

  @Test func `a matrix of yes and no has a table for each group, and tells each cell in words`() async throws
  {
    let corpus = try corpus("choosealicense")
    let choice = """
      ---
      name: Copyleft
      rows: [conditions, length]
      items: [{ categories: copyleft }]
      ---

      """
    let (tree, _, _) = await corpus.imported(
      withSchema: true, more: ["matrices/copyleft.md": choice, "matrices/all.md": "---\nname: All\n---\n"])
    let pages = try await pages(of: tree) { $0.hasPrefix("matrices/") }
    let all = try #require(pages["matrices/all/index.html"])
    let captions = all.matches(of: /<caption id="[^"]*">(?:<span class="hidden">)?([^<]*)</)
      .map { String($0.1) }
    #expect(captions.sorted() == ["All", "All: conditions", "All: limitations", "All: permissions"])
    #expect(all.matches(of: /<th[^>]* scope="row"[^>]*>/).count == 4 * 47)
    #expect(all.matches(of: /<th scope="col"/).count == 4 + corpus.schema.attributes.count + 1)
    // 17 questions are answered for each licence, and one beside them.
    let words = all.matches(of: /<td class="t-(yes|no)[^"]*">.*?>(yes|no)</)
    #expect(words.count == 18 * 47 && words.allSatisfy { $0.1 == $0.2 })

    let copyleft = try #require(pages["matrices/copyleft/index.html"])
    let count = corpus.items.count { $0.categories.contains("copyleft") }
    #expect(copyleft.matches(of: /<th[^>]* scope="row"[^>]*>/).count == 2 * count)
    #expect(
      copyleft.matches(of: /<caption id="[^"]*">(?:<span class="hidden">)?([^<]*)</).map { String($0.1) } == [
        "Copyleft: conditions", "Copyleft",
      ])
  }

  @Test func `raw HTML and remote pictures in bodies are text and links`() async throws {
    let corpus = try corpus("jamstack-cms")
    let (tree, _, _) = await corpus.imported(withSchema: true)
    let pages = try await pages(of: tree) { $0.hasPrefix("items/") }
    let texts = pages.values.joined()
    for tag in ["<img", "<iframe", "<video", "<source", "<style"] { #expect(!texts.contains(tag), "\(tag)") }
    #expect(texts.contains("&lt;br&gt;") && texts.contains("&lt;iframe"))
    let agility = try #require(pages["items/agility-cms/index.html"])
    #expect(
      agility.contains(
        #"href="https://cdn.agilitycms.com/content-manager/images/screenshots/for-devs-screenshot.png""#))
  }

  @Test func `a cell of which the data set says nothing is unknown, and a long text stays whole`()
    async throws
  {
    let corpus = try corpus("choosealicense")
    let tree = await corpus.imported(withSchema: true).tree
    let catalog = await catalog(of: tree)
    let mit = try #require(catalog.items.first { $0.entry.slug.text == "mit" })
    let states = catalog.criteria.reduce(into: [String: String]()) {
      $0[$1.entry.slug.text] = catalog.cell(mit.id, $1.id).state.rawValue
    }
    #expect(states["permission-commercial-use"] == "yes" && states["condition-disclose-source"] == "no")
    #expect(states["nickname"] == "unknown" && states["length"] == "value")
    #expect(mit.prose.sections.map(\.title) == ["How to apply it", "Full text"])
    let longest = try #require(tree.documents.max { $0.endOffset < $1.endOffset })
    #expect(longest.endOffset > 30_000 && longest.path.hasPrefix("Content/items/"))
  }
}
