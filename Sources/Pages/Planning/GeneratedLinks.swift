import Comparison
import Diagnostics

/// Checks the links to generated pages and files, which have no document of their own, once all output paths are known.
struct GeneratedLinks {
  private let pairs: PairPages
  private let paths: OutputPaths
  /// The claimants of the output files that links name, by path.
  private var found: [String: OutputPaths.Claimant] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private var catalog: Catalog { pairs.model.catalog }

  init(_ pairs: PairPages, _ paths: OutputPaths) {
    self.pairs = pairs
    self.paths = paths
    let links = catalog.generatedLinks
    if links.isEmpty { return }
    var wanted: Set<String> = []
    for case .path(let path) in links.map(\.target) { wanted.insert(Self.file(path)) }
    for claimant in paths.claimants where wanted.contains(claimant.path) { found[claimant.path] = claimant }
    for link in links {
      switch link.target {
      case .path(let path): judge(link, path)
      case .anchor(let document): judge(link, on: document)
      }
    }
  }

  /// Returns the output file for a path below the site's root.
  private static func file(_ path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  // MARK: Pages and files

  private mutating func judge(_ link: GeneratedPageLink, _ path: String) {
    let file = Self.file(path)
    if let claimant = found[file] {
      guard let document = Self.document(of: claimant) else { return }
      diagnostics.append(
        Diagnostic(
          .deadLink, "\"\(link.spelled)\" is the page of a document, and links name the document",
          at: link.place, suggestion: RelativePath.spelling(of: document, from: link.place.path)))
      return
    }
    if pairs.claimant(of: file) != nil { return }
    diagnostics.append(
      Diagnostic(
        .deadLink, "the link \"\(link.spelled)\" leads nowhere", at: link.place,
        suggestion: diagnostics.mayStillSuggest ? spelling(of: path, from: link.place.path) : nil,
        help: help(path)))
  }

  /// Returns the path of the document that a page is made from; nil for a page without one, and for other files.
  private static func document(of claimant: OutputPaths.Claimant) -> String? {
    guard claimant.path.hasSuffix("index.html"), let origin = claimant.origin?.path, origin.hasSuffix(".md")
    else { return nil }
    return origin
  }

  private func help(_ path: String) -> String? {
    if path == ChangeFeed.path {
      return "there is a feed where the site has a `base-url` and something in it is dated"
    }
    guard let pair = pairs.pair(at: path).map(pairs.model.pairs.canonical) else { return nil }
    let names = "\(catalog[pair.left].entry.name) and \(catalog[pair.right].entry.name)"
    return pairs.model.pairs.leftOut.contains { $0.pair == pair }
      ? "\(names) differ on too few criteria for a page: see `pair-threshold` in site.yml"
      : "`pairs` in site.yml chooses no page for \(names)"
  }

  /// Returns the link, as it would be written in a document, to the output path that was most likely meant.
  private func spelling(of path: String, from document: String) -> String? {
    if let pair = pairs.pair(like: path) { return spelling(ofMade: pair, from: document) }
    var candidates = catalog.documents { _ in true }.map { String($0.1.path.dropFirst("Content/".count)) }
    candidates += paths.claimants.filter { Self.document(of: $0) == nil }.map {
      $0.path.hasSuffix("/index.html") ? String($0.path.dropLast("index.html".count)) : $0.path
    }
    return Spelling.closest(to: path, among: candidates).map { spelling(ofMade: $0, from: document) }
  }

  private func spelling(ofMade path: String, from document: String) -> String {
    RelativePath.spelling(of: "Content/" + path, from: document) + (path.hasSuffix("/") ? "/" : "")
  }

  // MARK: Anchors

  private mutating func judge(_ link: GeneratedPageLink, on document: DocumentID) {
    let known = anchors(on: document)
    if known.contains(link.spelled) { return }
    diagnostics.append(
      Diagnostic(
        .deadAnchor, "nothing has the anchor \"#\(link.spelled)\"", at: link.place,
        suggestion: diagnostics.mayStillSuggest
          ? Spelling.closest(to: link.spelled, among: known).map { "#" + $0 } : nil))
  }

  /// Returns the anchors of statements and items that Collate generates on a document's page.
  private func anchors(on document: DocumentID) -> Set<String> {
    switch document {
    case .item(let id):
      let facts = catalog.criteria.filter { !catalog.cell(id, $0.id).facts.isEmpty }
      return Set(
        catalog[id].claims.map { Anchors.claim($0) } + facts.map { Anchors.fact($0.entry.slug) })
    case .source(let id):
      let items = catalog.itemIDs.filter { pairs.model.speakers(of: $0).contains(id) }
      return Set(
        items.flatMap { item -> [String] in
          let slug = catalog[item].entry.slug
          let facts = catalog.criteria.filter {
            catalog.cell(item, $0.id).facts.contains { $0.sources.contains(id) }
          }
          return [Anchors.item(slug)] + facts.map { Anchors.fact($0.entry.slug, of: slug) }
            + catalog[item].claims.filter { $0.citations.contains(id) }.map { Anchors.claim($0, of: slug) }
        })
    case .criterion, .useCase: return Set(catalog.items.map { Anchors.item($0.entry.slug) })
    case .matrix, .comparison, .page: return []
    }
  }
}

extension Catalog {
  /// The links in all documents to generated pages and files.
  fileprivate var generatedLinks: [GeneratedPageLink] {
    var links = items.flatMap(\.prose.generatedLinks) + criteria.flatMap(\.prose.generatedLinks)
    links += useCases.flatMap(\.prose.generatedLinks) + sources.flatMap(\.prose.generatedLinks)
    links += matrices.flatMap(\.prose.generatedLinks) + comparisons.flatMap(\.prose.generatedLinks)
    return links + pages.flatMap(\.prose.generatedLinks)
  }
}
