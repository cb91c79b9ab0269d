import Comparison
import Diagnostics
import Incremental
import Templating

/// The pages of pairs and the redirects from their reverse addresses, which are not stored but created on access.
///
/// A page takes eight bytes here, so that all pairs of a thousand items can be planned at once.
struct PairPages: Sendable {
  let model: SiteModel
  private let site: Value
  /// Creates the pages; initialized for the first page that is rendered.
  private let maker: Lazy<PairPageMaker>
  /// The key of each file, ascending: the positions of its two items in `firsts` and `seconds`, in the order of its
  /// address.
  private let files: [UInt64]
  /// The keys of the pages only, without redirects.
  private let pages: [UInt64]
  /// The items in the order of addresses by first slug: `a-b-vs-…` comes before `a-vs-…`.
  private let firsts: [Item.ID]
  /// The items in the order of addresses by second slug: `…-vs-a-b/` comes before `…-vs-a/`.
  private let seconds: [Item.ID]

  /// Plans the pages; reuses the order of `last` if the pairs are the same.
  init(_ model: SiteModel, site: Value, keeping last: PairPages? = nil) {
    self.model = model
    self.site = site
    maker = Lazy { PairPageMaker(model, site: site) }
    if let last, model.pairs.isCopy(of: last.model.pairs) {
      (firsts, seconds, pages, files) = (last.firsts, last.seconds, last.pages, last.files)
      return
    }
    let catalog = model.catalog
    func order(_ suffix: String) -> [Item.ID] {
      let keyed = catalog.items.map { (id: $0.id, key: Array(($0.slug.text + suffix).utf8)) }
      return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.id)
    }
    firsts = order("-vs-")
    seconds = order("/")
    var firstPlaces = Array(repeating: UInt64(0), count: firsts.count)
    var secondPlaces = firstPlaces
    for (place, id) in firsts.enumerated() { firstPlaces[id.index] = UInt64(place) }
    for (place, id) in seconds.enumerated() { secondPlaces[id.index] = UInt64(place) }
    func key(_ pair: Pair) -> UInt64 {
      firstPlaces[pair.left.index] << 32 | secondPlaces[pair.right.index]
    }
    pages = model.pairs.pairs.map(key).sorted()
    files =
      catalog.configuration.redirects == .pages
      ? model.pairs.pairs.flatMap { [key($0), key($0.mirrored)] }.sorted() : pages
  }

  /// The number of pages of pairs.
  var pageCount: Int { pages.count }

  private func pair(_ key: UInt64) -> Pair {
    Pair(firsts[Int(key >> 32)], seconds[Int(key & 0xFFFF_FFFF)])
  }

  /// All pages and redirects, in order of path; each path is a folder.
  var segment: PathOrdered<PlannedPage>.LazySegment {
    PathOrdered<PlannedPage>.LazySegment(
      count: files.count, path: { model.routes.path(pair(files[$0])) },
      element: { page(pair(files[$0])) })
  }

  /// The pages without redirects, in order of path.
  var pageSegment: PathOrdered<PlannedPage>.LazySegment {
    PathOrdered<PlannedPage>.LazySegment(
      count: pages.count, path: { model.routes.path(pair(pages[$0])) },
      element: { page(pair(pages[$0])) })
  }

  /// Returns the page at the address of a pair: its page in the canonical order, otherwise a redirect to it.
  private func page(_ pair: Pair) -> PlannedPage {
    let canonical = model.pairs.canonical(pair)
    return canonical == pair ? comparison(pair) : redirect(from: pair, to: canonical)
  }

  private func comparison(_ pair: Pair) -> PlannedPage {
    let dates = [model.catalog[pair.left].updated, model.catalog[pair.right].updated]
    return PlannedPage(
      path: model.routes.path(pair), kind: .pair,
      title: .init("the page", model.title(pair)), modified: dates.compactMap { $0 }.max(),
      value: { [maker] in maker.value.value(pair) }, planning: ReadSet())
  }

  private func redirect(from pair: Pair, to canonical: Pair) -> PlannedPage {
    let path = model.routes.path(pair)
    let target = model.routes.path(canonical)
    let title = model.title(pair)
    return PlannedPage(
      path: path, kind: .redirect, title: .init("the redirect from", title),
      isInSitemap: false,
      value: { [model, site] in
        let page = PageHead(model, .redirect, model.title(canonical), path: path, description: nil)
        return PageTemplates.redirect.record.value(
          .init(site: site, page: page, content: In(model, target)))
      }, planning: ReadSet())
  }
}

extension PairPages {
  /// Returns the page or redirect of a pair that conflicts with a file: at the same path, or above or below it.
  ///
  /// Reverse addresses are reserved for redirects, whether these are pages or lines of `_redirects`.
  func claimant(of path: String) -> OutputPaths.Claimant? {
    let parts = RelativePath.components(path)
    guard parts.count == 2 || parts.count > 2 && parts[2] == "index.html", let pair = pair(at: path),
      model.pairs.contains(pair)
    else { return nil }
    let page = page(pair)
    return OutputPaths.Claimant(path: page.outputPath, origin: nil, title: page.title)
  }

  /// Returns the pair for a path in or of a folder such as `compare/django-vs-flask/`, whether or not it has a page;
  /// nil if there is no such pair.
  func pair(at path: String) -> Pair? {
    guard let slugs = slugs(at: path) else { return nil }
    let items = model.catalog.items
    guard let left = items.firstIndex(where: { $0.entry.slug.text == slugs.0 }),
      let right = items.firstIndex(where: { $0.entry.slug.text == slugs.1 }), left != right
    else { return nil }
    return Pair(items[left].id, items[right].id)
  }

  /// Returns the path of the existing pair page that another path most likely means.
  func pair(like path: String) -> String? {
    guard let slugs = slugs(at: path) else { return nil }
    let known = model.catalog.items.map(\.entry.slug.text)
    let close = [slugs.0, slugs.1.hasSuffix(".md") ? String(slugs.1.dropLast(3)) : slugs.1].compactMap {
      slug in
      known.contains(slug) ? slug : Spelling.closest(to: slug, among: known)
    }
    guard close.count == 2,
      let pair = pair(at: model.routes.path(.pairs) + close[0] + "-vs-" + close[1]),
      model.pairs.contains(pair)
    else { return nil }
    return model.routes.path(model.pairs.canonical(pair))
  }

  /// Returns the two parts of a folder name such as `compare/django-vs-flask`; slugs of items never contain `-vs-`.
  private func slugs(at path: String) -> (String, String)? {
    let parts = RelativePath.components(path)
    guard parts.count > 1, parts[0] + "/" == model.routes.path(.pairs) else { return nil }
    let slugs = parts[1].split(separator: "-vs-", omittingEmptySubsequences: false).map(String.init)
    return slugs.count == 2 ? (slugs[0], slugs[1]) : nil
  }
}

extension SiteModel {
  func title(_ pair: Pair) -> String {
    siteWords(.pair, catalog[pair.left].entry.name, catalog[pair.right].entry.name)
  }
}
