import Comparison
import Templating
import TextEncoding

extension PagePlanner {
  /// Adds the A to Z of everything that has a page.
  mutating func addAll() {
    addIndex(PageTemplates.aToZ, of: .all) { Index(prose: $0, rows: $0.listings) }
  }
}

extension In<Prose> {
  /// The lists of all things by kind, sorted by name; kinds without any are left out. Where there are too many for one
  /// page and they have an index, the others stand there.
  fileprivate var listings: [Listing] {
    let sorted = { (links: [Link]) in links.ordered(byName: \.text) }
    let pages = catalog.pages.filter { !$0.location.isEmpty }
    let all: [(String, IndexKind?, String, [Link])] = [
      ("items", .items, model.title(.items), catalog.items.map { model.link($0.id) }),
      ("criteria", .criteria, model.title(.criteria), catalog.criteria.map { model.link($0.id) }),
      ("use_cases", .useCases, model.title(.useCases), catalog.useCases.map { model.link($0.id) }),
      ("sources", .sources, model.title(.sources), catalog.sources.map { model.link($0.id) }),
      (
        "organisations", .organisations, model.siteWords(.organisations),
        catalog.organisations.map { model.link($0.id) }
      ),
      ("matrices", .matrices, model.title(.matrices), catalog.matrices.map { model.link($0.id) }),
      ("comparisons", .pairs, model.siteWords(.comparisons), catalog.comparisons.map { model.link($0.id) }),
      ("pages", nil, model.siteWords(.pages), pages.map { model.link($0.id) }),
    ]
    return all.filter { !$0.3.isEmpty }.map { name, index, title, links in
      let shown =
        index == nil ? 0..<links.count : Pagination.pages(of: links.count, each: Pagination.linksPerPage)[0]
      return Listing(
        id: "All_\(name)", title: title, url: index.map { routes.address($0) },
        links: Array(sorted(links)[shown]), more: links.count - shown.count)
    }
  }
}

extension PageTemplates {
  /// The template of the A to Z.
  static let aToZ = PageTemplate<Index<Listing>>(
    .aToZ, "AllPage", "The A to Z of everything.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.prose },
      .list(
        "listings", "Items, criteria, use cases, sources, organisations, matrices, comparisons, guides.",
        of: Records.listing
      ) { $0.rows },
    ])
}
