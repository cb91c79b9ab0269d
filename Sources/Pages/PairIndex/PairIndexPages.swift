import Comparison
import Templating

extension PagePlanner {
  /// The maximum number of items for which the index of pairs is a grid.
  static let mostGridItems = 40

  /// Adds the index of pairs; if there are too many items for a grid, also a page of each item's pairs.
  mutating func addPairIndex() {
    guard catalog.has(.pairs) else { return }
    let model = model
    if model.hasPairGrid { return addPairIndexPage(1, of: 1, catalog.items.map(\.id)) }
    let paired = catalog.itemIDs.filter { model.pairs.partnerCount(of: $0) > 0 }
    let count = Pagination.pages(of: paired.count, each: Pagination.linksPerPage).count
    for number in 1...count { addPairIndexPage(number, of: count, paired) }
    for item in paired {
      let path = routes.path(pairsOf: item)
      let title = model.siteWords(.compared, catalog[item].entry.name)
      add(
        PageTemplates.itemPairs, path: path, title: title,
        page: {
          let (name, many) = (model.catalog[item].entry.name, model.catalog.configuration.items.many)
          return PageHead(
            model, .itemPairs, title, path: path,
            description: model.siteWords(.comparedDescription, name, many),
            above: [model.link(.pairs)])
        },
        content: { In(model, item) })
    }
  }

  private mutating func addPairIndexPage(_ number: Int, of count: Int, _ items: [Item.ID]) {
    let model = model
    let isFirst = number == 1
    let introduction = isFirst ? model.introduction(of: .pairs) : nil
    let title = model.title(.pairs)
    let path = routes.path(.pairs, page: number)
    let page = page(
      .pairIndex, isFirst ? title : model.siteWords(.paged, title, "\(number)", "\(count)"),
      shortTitle: isFirst ? nil : model.siteWords(.page, "\(number)"), path: path,
      description: introduction?.entry.summary ?? model.pairIndexDescription(page: number),
      above: isFirst ? [] : [model.link(.pairs)], entry: introduction?.entry)
    add(PageTemplates.pairIndex, path: path, page: page, origin: introduction?.entry.place) {
      In(model, PairIndexPage(number: number, items: items, prose: introduction?.prose ?? Prose()))
    }
  }
}

/// A page of the index of pairs: the grid of all items, or one page of the list.
struct PairIndexPage: Sendable {
  /// The maximum number of pairs without a page that the index names.
  static let mostLeftOut = 200

  /// Its number in the index, from 1.
  var number: Int
  /// The items of all pages of the index.
  var items: [Item.ID]
  var prose: Prose
}

extension PageTemplates {
  static let pairIndex = PageTemplate<In<PairIndexPage>>(
    .pairIndex, "ComparePage", "The index of pairs: a grid, or, of many items, a list of them.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.with($0.part.prose) },
      .address("parts", "The folder of the columns from which a script sets chosen items side by side.") {
        _ in
        .site(path: Routes.comparisonParts)
      },
      .record("blank", "Such a table without any item, for the script to fill.", of: Records.sideBySide) {
        $0.with(SideBySide([], $0.model))
      },
      .list(
        "comparisons", "The comparisons of two to five items, on the first page.", of: Records.comparisonCard
      ) {
        page in page.part.number > 1 ? [] : page.with(each: page.catalog.comparisons.map(\.id))
      },
      .integer("count", "How many pairs have a page.") { $0.model.pairs.pairs.count },
      .text("policy", "Which pairs have a page, in words.") { $0.model.pairPolicyWords },
      .list("grid", "A row for every item; empty where there are too many items.", of: Records.pairGridRow) {
        $0.grid
      },
      .list(
        "pairs", "The pages that the grid leads to, each once, in the order of reading.", of: Records.link
      ) {
        $0.pairsInGrid
      },
      .list(
        "listings", "The items of this page of the list, where there is no grid.", of: Records.pairListing
      ) { $0.listed },
      .optionalRecord(
        "pagination", "The place of this page in a list that goes over several.", of: Records.pagination
      ) { $0.pagination },
      .list(
        "left_out", "Pairs that have too little to tell apart; the first of many.", of: Records.pairLeftOut
      ) { page in
        page.part.number > 1
          ? [] : page.with(each: page.model.pairs.leftOut.prefix(PairIndexPage.mostLeftOut))
      },
      .integer("left_out_count", "How many those are.") { $0.model.pairs.leftOut.count },
      .address("left_out_url", "Where they are listed, on the first page.") {
        .site(path: $0.routes.path(.pairs), fragment: Anchors.pairsLeftOut)
      },
      .integer("threshold", "How many differences a pair needs to have a page.") { $0.model.pairs.threshold },
    ])

  static let itemPairs = PageTemplate<In<Item.ID>>(
    .itemPairs, "ItemPairsPage", "Every pair of one item, on a site with too many items for a grid.",
    [
      .record("item", "The item.", of: Records.link) { $0.model.link($0.part) },
      .list("pairs", "Its pairs, the closest first.", of: Records.pairLink) { item in
        item.model.closestPairs(of: item.part).map { item.with(DirectedPair(item: item.part, other: $0)) }
      },
      .record("index", "The index of pairs.", of: Records.link) { $0.model.link(.pairs) },
    ])
}

extension In<PairIndexPage> {
  fileprivate var grid: [In<PairGridRow>] {
    model.hasPairGrid
      ? part.items.map { with(PairGridRow(item: $0, columns: part.items)) } : []
  }

  /// The pages of all pairs in the grid, each at its first occurrence, because the grid contains each pair twice.
  fileprivate var pairsInGrid: [Link] {
    guard model.hasPairGrid else { return [] }
    return part.items.indices.flatMap { row in
      part.items[(row + 1)...].compactMap { other in
        let pair = Pair(part.items[row], other)
        guard model.pairs.contains(pair) else { return nil }
        let canonical = model.pairs.canonical(pair)
        return Link(url: .site(path: routes.path(canonical)), text: model.title(canonical))
      }
    }
  }

  /// The items on this page of the list; empty if there is a grid.
  fileprivate var listed: [In<Item.ID>] {
    if model.hasPairGrid { return [] }
    let pages = Pagination.pages(of: part.items.count, each: Pagination.linksPerPage)
    return with(each: part.items[pages[part.number - 1]])
  }

  fileprivate var pagination: PagePosition? {
    if model.hasPairGrid { return nil }
    return model.pagination(of: part.items, page: part.number, each: Pagination.linksPerPage) {
      routes.path(.pairs, page: $0)
    }
  }
}

extension SiteModel {
  var hasPairGrid: Bool { catalog.items.count <= PagePlanner.mostGridItems }

  fileprivate func pairIndexDescription(page number: Int) -> String {
    let many = catalog.configuration.items.many
    return number == 1
      ? siteWords(.compareDescription, capitalised(many))
      : siteWords(.comparePageDescription, capitalised(many), "\(number)")
  }

  /// A sentence that says which pairs have a page.
  fileprivate var pairPolicyWords: String {
    let (one, many) = (catalog.configuration.items.one, catalog.configuration.items.many)
    return switch catalog.effectivePairPolicy {
    case .all: siteWords(.allPairs, one)
    case .none: siteWords(.noPairs)
    case .closest(let count): siteWords(.closestPairs, one, "\(count)")
    case .within(let criterion): siteWords(.pairsWithin, many, catalog[criterion].entry.name)
    case .list: siteWords(.listedPairs)
    }
  }
}

extension Routes {
  /// Returns the path of the page of all pairs of an item, for sites with too many items for a grid.
  func path(pairsOf item: Item.ID) -> String { "\(path(.pairs))\(catalog[item].entry.slug)/" }
}
