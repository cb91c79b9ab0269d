import Comparison
import MarkdownParsing
import Templating
import TextEncoding

/// The addresses of all pages, relative to the site's root.
///
/// A class because it is used for every link: a structure would be copied whenever an argument also reads the catalog.
final class Routes: Sendable {
  let catalog: Catalog
  // These are on every page, so they are computed once.
  private let items: [String]
  private let criteria: [String]
  private let sources: [String]
  private let pairs: String

  /// Reuses the addresses of `last`, if given; everything must have the same names in its catalog.
  init(catalog: Catalog, keeping last: Routes? = nil) {
    self.catalog = catalog
    if let last {
      (items, criteria, sources, pairs) = (last.items, last.criteria, last.sources, last.pairs)
      return
    }
    let folder = catalog.configuration.items.folder
    items = catalog.items.map { "\(folder)/\($0.slug)/" }
    criteria = catalog.criteria.map { "criteria/\($0.entry.slug)/" }
    pairs = IndexKind.pairs.folder(catalog.configuration) + "/"
    sources = catalog.sources.map { "sources/\($0.entry.slug)/" }
  }

  /// Returns the folder of a document's `index.html`, ending in `/`; empty for the home page.
  func path(_ document: DocumentID) -> String {
    switch document {
    case .item(let id): items[id.index]
    case .criterion(let id): criteria[id.index]
    case .useCase(let id): "use-cases/\(catalog[id].entry.slug)/"
    case .source(let id): sources[id.index]
    case .matrix(let id): "matrices/\(catalog[id].entry.slug)/"
    case .comparison(let id): "\(pairs)\(catalog[id].entry.slug)/"
    case .page(let id): path(catalog[id])
    }
  }

  private func path(_ page: Page) -> String {
    if page.isIndex { return page.location.isEmpty ? "" : page.location + "/" }
    let folders = RelativePath.components(page.location).dropLast()
    return (folders + [page.entry.slug.text]).joined(separator: "/") + "/"
  }

  /// Returns the path of a page of a matrix, numbered from 1; the first is at the matrix's own address.
  func path(_ matrix: Matrix.ID, page: Int) -> String {
    path(.matrix(matrix)) + (page == 1 ? "" : "page/\(page)/")
  }

  /// Returns the path of a pair in this order; only the path in canonical order has a page, the other redirects to it.
  func path(_ pair: Pair) -> String {
    let (left, right) = (catalog[pair.left].slug.text, catalog[pair.right].slug.text)
    var path = ""
    path.reserveCapacity(pairs.utf8.count + left.utf8.count + right.utf8.count + 5)
    for part in [pairs, left, "-vs-", right, "/"] { path += part }
    return path
  }

  func path(_ index: IndexKind) -> String { index.folder(catalog.configuration) + "/" }

  /// Returns the path of a page of an index with several pages: `compare/`, `compare/page/2/`.
  func path(_ index: IndexKind, page number: Int) -> String {
    number == 1 ? path(index) : "\(path(index))page/\(number)/"
  }

  func path(_ organisation: Organisation.ID) -> String { "used-by/\(catalog.slug(of: organisation))/" }

  /// Returns the path of a page of all items with a value, numbered from 1; the first is at the value's own address.
  func path(_ criterion: Criterion.ID, value: Slug, page: Int = 1) -> String {
    "criteria/\(catalog[criterion].entry.slug)/\(value)/" + (page == 1 ? "" : "page/\(page)/")
  }

  func address(_ document: DocumentID, fragment: String? = nil) -> Address {
    .site(path: path(document), fragment: fragment)
  }

  func address(_ index: IndexKind) -> Address { .site(path: path(index)) }

  /// Returns the address of a link target in a document.
  func address(_ target: LinkTarget) -> Address {
    switch target {
    case .document(let document, let fragment): address(document, fragment: fragment)
    case .index(let index, let fragment): .site(path: path(index), fragment: fragment)
    case .file(let path, _, let fragment), .made(let path, let fragment):
      .site(path: path, fragment: fragment)
    }
  }

  /// Returns a document's HTML with the addresses of its links filled in.
  func fragment(_ text: RichText) -> HTMLFragment {
    HTMLFragment(
      text.map { (piece) -> HTMLFragment.Part in
        switch piece {
        case .markup(let markup): return .markup(markup)
        case .target(let target): return .address(address(target))
        }
      })
  }
}

/// The anchors that Collate generates. Each begins with a capital letter, and anchors of headings contain none, so that
/// they never conflict.
enum Anchors {
  /// Returns the anchor of a claim on its item's page.
  static func claim(_ claim: Claim) -> String { "Claim_" + claim.name }
  /// Returns the anchor of a claim on the page of a source that makes it.
  static func claim(_ claim: Claim, of item: Slug) -> String {
    "From_" + item.text + "_" + claim.name
  }
  /// Returns the anchor of what sources say of two items at once, on the pages that list it.
  static func relation(_ relation: Item.Relation, _ catalog: Catalog) -> String {
    let criterion = relation.criterion.map { catalog[$0].entry.slug.text } ?? ""
    let digits = ContentHash(of: [], and: [relation.phrase, criterion]).hexadecimal.prefix(8)
    return "Both_\(catalog[relation.from].entry.slug)_\(catalog[relation.to].entry.slug)_\(digits)"
  }
  /// Returns the anchor of a fact on the page of a source that states it.
  static func fact(_ criterion: Slug, of item: Slug) -> String { "Fact_" + item.text + "_" + criterion.text }
  /// Returns the anchor of a fact on its item's page.
  static func fact(_ criterion: Slug) -> String { "Fact_" + criterion.text }
  /// The anchor of the criteria without any information, on an item's page.
  static let unknownCriteria = "The_gaps"
  /// The anchor of the claims on who uses it, on an item's page.
  static let users = "The_users"
  /// The anchor of the disagreements on an item's page.
  static let disagreements = "The_disagreements"
  /// The anchor of the items without any information, on a criterion's page.
  static let unknownItems = "Unknown_items"
  /// The anchor of the pairs without a page, on the first page of their index.
  static let pairsLeftOut = "Left_out"
  /// The anchor of the ranking on a source's page.
  static let ranking = "The_order"
  /// Returns the anchor of an item on the page of a criterion, use case or source.
  static func item(_ slug: Slug) -> String { "Item_" + slug.text }

  /// Returns the anchor of a criterion's row where items stand side by side.
  static func row(_ criterion: Criterion, _ aspect: PairComparison.Aspect) -> String {
    rows(of: aspect) + criterion.entry.slug.text
  }

  /// Returns what the anchors of the rows of criteria begin with, before the slug of the criterion.
  static func rows(of aspect: PairComparison.Aspect) -> String { aspect == .facts ? "Fact_" : "Opinion_" }

  /// The anchor of what sources say of both items directly, on the page of a pair.
  static let directComparisons = "The_direct"

  /// Returns the anchor of a use case's row where items stand side by side.
  static func row(_ useCase: UseCase) -> String { "Use_\(useCase.entry.slug)" }

  /// Returns the anchor of an organisation's row where items stand side by side.
  static func row(_ organisation: Organisation) -> String { "User_\(organisation.slug)" }

  /// Returns the anchor of a source's row where items stand side by side.
  static func row(_ source: Source) -> String { "Source_\(source.entry.slug)" }
}
