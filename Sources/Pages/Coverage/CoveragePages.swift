import Comparison
import Templating

extension PagePlanner {
  /// Adds the coverage, on as many pages as there are for the items.
  mutating func addCoverage() {
    guard catalog.has(.coverage) else { return }
    let pages = Pagination.pages(of: catalog.items.count)
    for number in 1...pages.count { addCoveragePage(number, of: pages) }
  }

  private mutating func addCoveragePage(_ number: Int, of pages: [Range<Int>]) {
    let model = model
    let introduction = number == 1 ? model.introduction(of: .coverage) : nil
    let path = routes.path(.coverage, page: number)
    let title = model.title(.coverage)
    let page = page(
      .coverage, number == 1 ? title : model.siteWords(.paged, title, "\(number)", "\(pages.count)"),
      shortTitle: number == 1 ? nil : model.siteWords(.page, "\(number)"), path: path,
      description: introduction?.entry.summary,
      above: number == 1 ? [] : [model.link(.coverage)], entry: introduction?.entry)
    let rows = pages[number - 1]
    add(PageTemplates.coverage, path: path, page: page, origin: introduction?.entry.place) {
      In(
        model,
        CoveragePage(number: number, rows: rows, prose: introduction?.prose ?? Prose(), model.catalog))
    }
  }
}

/// A page of the coverage. Data about the whole site, and so about all items, is only on the first page.
struct CoveragePage: Sendable {
  static let mostOverdue = 200
  static let mostLabels = 200

  let number: Int
  let prose: Prose
  /// The coverage of the items on this page.
  let table: CoverageTable
  /// The coverage of the whole site; only on the first page.
  let whole: CoverageTable?
  /// The items on this page with their cells, which both the tables and the picture show.
  let cells: [CoveredCells]
  /// The labels of the items' claims that name no criterion or use case, most frequent first.
  let labels: [OwnLabel]

  fileprivate init(number: Int, rows: Range<Int>, prose: Prose, _ catalog: Catalog) {
    self.number = number
    self.prose = prose
    let all = catalog.items.map(\.id)
    let items = Array(all[rows])
    table = CoverageTable(catalog, items: items)
    whole = number > 1 ? nil : items.count == all.count ? table : CoverageTable(catalog, items: all)
    cells = items.map { item in
      CoveredCells(
        item: item,
        sources: catalog.criterionIDs.map { criterion in
          let cell = catalog[item, criterion]
          return cell.state == .unknown ? nil : catalog.coveringSources(cell).count
        })
    }
    labels = OwnLabel.all(of: items, catalog)
  }
}

extension PageTemplates {
  static let coverage = PageTemplate<In<CoveragePage>>(
    .coverage, "CoveragePage", "What is known, who says it, and what is missing.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.with($0.part.prose) },
      .optionalRecord("total", "On the first page: the coverage of the whole site.", of: Records.coverage) {
        $0.part.whole?.total
      },
      .optionalRecord("pagination", "The pages that the items are shared out among.", of: Records.pagination)
      { $0.pagination },
      .record("speech", "Which source speaks of which item.", of: Records.speech) { $0 },
      .list("groups", "Items and criteria, a table for each group.", of: Records.coverageGroup) {
        $0.groups
      },
      .optionalRecord(
        "map", "Items and criteria as one picture, where anything is known.", of: Records.coverageMap
      ) { page in
        CoverageMap(page.groups).picture(page.part.table.items.map { page.model.link($0) })
      },
      .list("criteria", "On the first page: the coverage of each criterion.", of: Records.criterionCoverage) {
        $0.criteria
      },
      .list("item_work", "What is missing, by item of this page, the most first.", of: Records.gaps) {
        $0.itemGaps
      },
      .list(
        "criterion_work", "On the first page: what is missing, by criterion, the most first.",
        of: Records.gaps
      ) { $0.criterionGaps },
      .list(
        "labels",
        "The labels of this page's items that name no criterion and no use case, the most frequent first.",
        of: Records.ownLabel
      ) { $0.with(each: $0.part.labels.prefix(CoveragePage.mostLabels)) },
      .integer("more_labels", "How many more of these there are.") {
        max(0, $0.part.labels.count - CoveragePage.mostLabels)
      },
      .list("overdue", "Cells of this page's items with a value that must be verified.", of: Records.overdue)
      {
        $0.overdue
      },
      .integer("more_overdue", "How many more of these there are.") {
        max(0, $0.part.table.overdue.count - CoveragePage.mostOverdue)
      },
    ])
}

extension In<CoveragePage> {
  fileprivate var pagination: PagePosition? {
    model.pagination(of: catalog.items.map(\.id), page: part.number) {
      routes.path(.coverage, page: $0)
    }
  }

  /// The cells of the items on this page, by group of criteria.
  fileprivate var groups: [In<CoverageGroup>] {
    model.criteriaByGroup.enumerated().map { index, group in
      with(
        CoverageGroup(
          number: index + 1, name: group.name, criteria: group.criteria, items: part.cells,
          whole: part.whole))
    }
  }

  fileprivate var criteria: [In<CriterionCoverage>] {
    guard let whole = part.whole else { return [] }
    return catalog.criterionIDs.map {
      with(CriterionCoverage(criterion: $0, coverage: whole.byCriterion[$0.index]))
    }
  }

  /// The items with missing cells, most first; ties in the order of items.
  fileprivate var itemGaps: [In<Gaps>] {
    Gaps.mostFirst(
      zip(part.table.items, part.table.byItem).map { Gaps(subject: .item($0), count: $1.missing) }
    ).map { with($0) }
  }

  /// The criteria with missing cells, most first.
  fileprivate var criterionGaps: [In<Gaps>] {
    guard let whole = part.whole else { return [] }
    return Gaps.mostFirst(
      catalog.criterionIDs.map {
        Gaps(subject: .criterion($0), count: whole.byCriterion[$0.index].missing)
      }
    ).map { with($0) }
  }

  fileprivate var overdue: [In<OverdueCell>] {
    part.table.overdue.prefix(CoveragePage.mostOverdue).map {
      with(OverdueCell(item: $0.item, criterion: $0.criterion))
    }
  }
}
