import Comparison
import Templating

extension PagePlanner {
  /// The most items for which the index of pairs is a grid.
  static let mostGridItems = 40

  /// The index of pairs; with too many items for a grid, also a page of each item's pairs.
  mutating func addPairIndex() {
    guard catalog.has(.pairs) else { return }
    let model = model
    if model.hasPairGrid { return addPairIndexPage(1, of: 1, catalog.items.map(\.id)) }
    let paired = catalog.itemIDs.filter { model.pairs.partnerCount(of: $0) > 0 }
    let count = Pagination.pages(of: paired.count, each: Pagination.linksPerPage).count
    for number in 1...count { addPairIndexPage(number, of: count, paired) }
    for item in paired {
      let path = routes.path(pairsOf: item)
      let title = "\(catalog[item].entry.name) compared"
      add(
        PageKinds.itemPairs, path: path, title: title,
        page: {
          let (name, many) = (model.catalog[item].entry.name, model.catalog.configuration.items.many)
          return model.page(
            "compare-item", title, path: path,
            description: "\(name) side by side with each of the \(many) it can be compared with",
            above: [model.link(.pairs)])
        },
        content: {
          ItemPairsContent(
            item: model.link(item),
            pairs: model.closestPairs(of: item).map { model.pairLink(item, $0) },
            index: model.link(.pairs))
        })
    }
  }

  private mutating func addPairIndexPage(_ number: Int, of count: Int, _ items: [Item.ID]) {
    let model = model
    let isFirst = number == 1
    let introduction = isFirst ? model.introduction(of: .pairs) : nil
    let title = model.title(.pairs)
    let path = routes.path(.pairs, page: number)
    let page = page(
      "compare", isFirst ? title : "\(title), page \(number) of \(count)",
      shortTitle: isFirst ? nil : "Page \(number)", path: path,
      description: introduction?.entry.summary ?? model.pairIndexDescription(page: number),
      above: isFirst ? [] : [model.link(.pairs)], entry: introduction?.entry)
    add(PageKinds.pairIndex, path: path, page: page, origin: introduction?.entry.place) {
      model.pairIndex(introduction?.prose ?? Prose(), page: number, of: items)
    }
  }
}

extension SiteModel {
  /// The most left-out pairs that the index names.
  private static let mostLeftOut = 200

  var hasPairGrid: Bool { catalog.items.count <= PagePlanner.mostGridItems }

  fileprivate func pairIndexDescription(page number: Int) -> String {
    let many = catalog.configuration.items.many
    return number == 1
      ? "\(capitalised(many)) side by side, two at a time"
      : "\(capitalised(many)) side by side, page \(number)"
  }

  /// A page of the index: the grid of all items, or its part of their list.
  fileprivate func pairIndex(_ prose: Prose, page: Int, of items: [Item.ID]) -> PairIndexContent {
    let pages = Pagination.pages(of: items.count, each: Pagination.linksPerPage)
    let listed = hasPairGrid ? [] : items[pages[page - 1]]
    return PairIndexContent(
      prose: view(prose), count: pairs.pairs.count, policy: policyWords,
      grid: hasPairGrid ? items.map { gridRow($0, items) } : [],
      pairs: hasPairGrid ? pairsInGrid(items) : [],
      listings: listed.map {
        PairListingView(
          item: link($0), url: .site(path: routes.path(pairsOf: $0)), count: pairs.partners(of: $0).count)
      },
      pagination: hasPairGrid
        ? nil
        : pagination(of: items, page: page, each: Pagination.linksPerPage) { routes.path(.pairs, page: $0) },
      leftOut: page > 1
        ? []
        : pairs.leftOut.prefix(Self.mostLeftOut).map {
          PairLeftOutView(left: link($0.pair.left), right: link($0.pair.right), differences: $0.differences)
        },
      leftOutCount: pairs.leftOut.count,
      leftOutURL: .site(path: routes.path(.pairs), fragment: Anchors.pairsLeftOut), threshold: pairs.threshold
    )
  }

  /// Each pair stands in the grid twice; it comes where it is met first.
  private func pairsInGrid(_ items: [Item.ID]) -> [LinkView] {
    items.indices.flatMap { row in
      items[(row + 1)...].compactMap { other in
        let pair = Pair(items[row], other)
        guard pairs.contains(pair) else { return nil }
        let canonical = pairs.canonical(pair)
        return LinkView(url: .site(path: routes.path(canonical)), text: title(canonical), summary: nil)
      }
    }
  }

  private func gridRow(_ item: Item.ID, _ columns: [Item.ID]) -> PairGridRowView {
    PairGridRowView(
      id: Anchors.item(catalog[item].entry.slug), item: link(item),
      cells: columns.map { other in
        let pair = Pair(item, other)
        guard other != item else {
          return PairGridCellView(state: "self", item: link(other), url: nil, differences: 0)
        }
        let hasPage = pairs.contains(pair)
        return PairGridCellView(
          state: hasPage ? "page" : "none", item: link(other),
          url: hasPage ? .site(path: routes.path(pairs.canonical(pair))) : nil,
          differences: differenceTable.differences(pair))
      })
  }

  /// Which pairs have a page, in words.
  private var policyWords: String {
    let (one, many) = (catalog.configuration.items.one, catalog.configuration.items.many)
    return switch catalog.effectivePairPolicy {
    case .all: "every \(one) with every other"
    case .none: "none"
    case .closest(let count): "every \(one) with the \(count) that it has most in common with"
    case .within(let criterion): "\(many) that share a value of \(catalog[criterion].entry.name)"
    case .list: "those that the editors chose"
    }
  }
}

extension Routes {
  /// A page of an index that goes over several: `compare/`, `compare/page/2/`.
  func path(_ index: IndexKind, page number: Int) -> String {
    number == 1 ? path(index) : "\(path(index))page/\(number)/"
  }

  /// The page of all pairs of an item, on a site with too many items for a grid.
  func path(pairsOf item: Item.ID) -> String { "\(path(.pairs))\(catalog[item].entry.slug)/" }
}
