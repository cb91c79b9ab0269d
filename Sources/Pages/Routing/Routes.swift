import Comparison
import MarkdownParsing
import Templating

/// Where everything stands: the address of each page below the site's root.
///
/// A class, as it is asked for every link: a structure is copied whenever an argument reads the catalog as well.
final class Routes: Sendable {
  let catalog: Catalog
  // These stand on every page, and are put together once.
  private let items: [String]
  private let criteria: [String]
  private let sources: [String]
  private let pairs: String

  /// Keeps the addresses of `last`, in whose catalog everything has the same names.
  init(catalog: Catalog, keeping last: Routes? = nil) {
    self.catalog = catalog
    if let last {
      (items, criteria, sources, pairs) = (last.items, last.criteria, last.sources, last.pairs)
      return
    }
    let folder = catalog.configuration.items.folder
    items = catalog.items.map { "\(folder)/\($0.entry.slug)/" }
    criteria = catalog.criteria.map { "criteria/\($0.entry.slug)/" }
    pairs = IndexKind.pairs.folder(catalog.configuration) + "/"
    sources = catalog.sources.map { "sources/\($0.entry.slug)/" }
  }

  /// The folder of a page's `index.html`, ending in `/`; the home page's is empty.
  func path(_ document: DocumentID) -> String {
    switch document {
    case .item(let id): items[id.index]
    case .criterion(let id): criteria[id.index]
    case .useCase(let id): "use-cases/\(catalog[id].entry.slug)/"
    case .source(let id): sources[id.index]
    case .matrix(let id): "matrices/\(catalog[id].entry.slug)/"
    case .page(let id): path(catalog[id])
    }
  }

  private func path(_ page: Page) -> String {
    if page.isIndex { return page.location.isEmpty ? "" : page.location + "/" }
    let folders = RelativePath.components(page.location).dropLast()
    return (folders + [page.entry.slug.text]).joined(separator: "/") + "/"
  }

  /// A page of a matrix, counted from 1; the first stands at the matrix's own address.
  func path(_ matrix: Matrix.ID, page: Int) -> String {
    path(.matrix(matrix)) + (page == 1 ? "" : "page/\(page)/")
  }

  /// The address of a pair in this order; only the canonical order is a page's own.
  func path(_ pair: Pair) -> String {
    pairs + catalog[pair.left].entry.slug.text + "-vs-" + catalog[pair.right].entry.slug.text + "/"
  }

  func path(_ index: IndexKind) -> String { index.folder(catalog.configuration) + "/" }

  func path(_ organisation: Organisation.ID) -> String { "used-by/\(catalog[organisation].slug)/" }

  /// A page of everything that has a value, counted from 1; the first stands at the value's own address.
  func path(_ criterion: Criterion.ID, value: Slug, page: Int = 1) -> String {
    "criteria/\(catalog[criterion].entry.slug)/\(value)/" + (page == 1 ? "" : "page/\(page)/")
  }

  func address(_ document: DocumentID, fragment: String? = nil) -> Address {
    .site(path: path(document), fragment: fragment)
  }

  func address(_ index: IndexKind) -> Address { .site(path: path(index)) }

  /// The address of what a link in a document leads to.
  func address(_ target: LinkTarget) -> Address {
    switch target {
    case .document(let document, let fragment): address(document, fragment: fragment)
    case .index(let index, let fragment): .site(path: path(index), fragment: fragment)
    case .file(let path, _, let fragment), .made(let path, let fragment):
      .site(path: path, fragment: fragment)
    }
  }

  /// A document's HTML with the addresses of its links.
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

/// The anchors that Collate makes. Each begins with a capital letter, and those of headings have none of A to Z, so that they never clash.
enum Anchors {
  /// A claim on its item's page.
  static func claim(_ claim: Claim) -> String { "Claim_" + claim.name }
  /// A claim on the page of a source that makes it.
  static func claim(_ claim: Claim, of item: Slug) -> String { "From_" + item.text + "_" + claim.name }
  /// A fact on the page of a source that states it.
  static func fact(_ criterion: Slug, of item: Slug) -> String { "Fact_" + item.text + "_" + criterion.text }
  /// A fact on its item's page.
  static func fact(_ criterion: Slug) -> String { "Fact_" + criterion.text }
  /// The criteria of which nothing is known, on an item's page.
  static let unknownCriteria = "The_gaps"
  /// The items of which nothing is known, on a criterion's page.
  static let unknownItems = "Unknown_items"
  /// The pairs without a page, on the first page of their index.
  static let pairsLeftOut = "Left_out"
  /// The ranking on a source's page.
  static let ranking = "The_order"
  /// An item on the page of a criterion or use case.
  static func item(_ slug: Slug) -> String { "Item_" + slug.text }

  /// A row of a criterion on the page of a pair.
  static func row(_ criterion: Criterion, _ aspect: PairComparison.Aspect) -> String {
    "\(aspect == .facts ? "Facts" : "Judgements")_\(criterion.entry.slug)"
  }

  /// A use on the page of a pair.
  static func row(_ useCase: UseCase) -> String { "Use_\(useCase.entry.slug)" }
}
