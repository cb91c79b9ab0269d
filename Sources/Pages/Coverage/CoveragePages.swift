import Comparison
import Templating

extension PagePlanner {
  /// The coverage, on as many pages as its items need.
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
      "coverage", number == 1 ? title : "\(title), page \(number) of \(pages.count)",
      shortTitle: number == 1 ? nil : "Page \(number)", path: path,
      description: introduction?.entry.summary,
      above: number == 1 ? [] : [model.link(.coverage)], entry: introduction?.entry)
    let rows = pages[number - 1]
    add(PageKinds.coverage, path: path, page: page, origin: introduction?.entry.place) {
      model.coverage(page: number, rows: rows, prose: introduction?.prose ?? Prose())
    }
  }
}

extension SiteModel {
  /// How many of what is missing are named at their place; all of it stands on the page of its item or criterion.
  private static let mostNamedGaps = 8
  private static let mostOverdue = 200
  private static let mostLabels = 200

  /// A page of the coverage. What is of the whole site, so of every item, stands on the first alone.
  func coverage(page: Int, rows: Range<Int>, prose: Prose) -> CoverageContent {
    let all = catalog.items.map(\.id)
    let items = Array(all[rows])
    let table = CoverageTable(catalog, items: items)
    let whole = page > 1 ? nil : items.count == all.count ? table : CoverageTable(catalog, items: all)
    let groups = groups(items, whole)
    let labels = ownLabels(items)
    return CoverageContent(
      prose: view(prose), total: whole?.total,
      pagination: pagination(of: all, page: page) { routes.path(.coverage, page: $0) },
      speech: speech(table, whole), groups: groups,
      map: CoverageMap(groups).view(items.map { link($0) }),
      criteria: whole.map { criterionCoverage($0) } ?? [], itemWork: itemWork(table),
      criterionWork: whole.map { criterionWork($0) } ?? [],
      labels: Array(labels.prefix(Self.mostLabels)), moreLabels: max(0, labels.count - Self.mostLabels),
      overdue: table.overdue.prefix(Self.mostOverdue).map { overdue($0.item, $0.criterion) },
      moreOverdue: max(0, table.overdue.count - Self.mostOverdue))
  }

  // MARK: Items and sources

  private func speech(_ table: CoverageTable, _ whole: CoverageTable?) -> SpeechView {
    let reviews = catalog.sources.filter { $0.kind == .review }
    let references = catalog.sources.filter { $0.kind == .reference }
    let name = { [self] (source: Source) in
      LinkView(url: routes.address(.source(source.id)), text: source.shortName, summary: source.entry.name)
    }
    let totalLevel = { [self] (count: Int) in level(count, of: whole?.total.cells ?? 0) }
    return SpeechView(
      reviews: reviews.map(name), references: references.map(name),
      rows: zip(table.items, zip(table.byItem, table.speech)).map { item, row in
        SpeechRowView(
          item: link(item),
          cells: (reviews + references).map { speechCell(row.1[$0.id.index], of: $0.id, on: item) },
          coverage: row.0, gapsURL: row.0.missing > 0 ? gaps(of: item) : nil)
      },
      totals: whole.map { whole in
        (reviews + references).map { source in
          let count = whole.bySource[source.id.index]
          return HeatCellView(
            text: String(count), state: count > 0 ? "sourced" : "missing", level: totalLevel(count),
            url: routes.address(.source(source.id)))
        }
      } ?? [])
  }

  private func speechCell(_ count: Int, of source: Source.ID, on item: Item.ID) -> HeatCellView {
    let anchor = Anchors.item(catalog[item].entry.slug)
    return HeatCellView(
      text: String(count), state: count > 0 ? "sourced" : "missing",
      level: level(count, of: catalog.criteria.count),
      url: count > 0 ? routes.address(.source(source), fragment: anchor) : nil)
  }

  /// From 1 to 4, by the quarter of the whole that a number reaches; 0 for nothing.
  private func level(_ count: Int, of whole: Int) -> Int {
    whole > 0 ? min(4, (4 * count + whole - 1) / whole) : 0
  }

  // MARK: Items and criteria

  private func groups(_ items: [Item.ID], _ whole: CoverageTable?) -> [CoverageGroupView] {
    var names: [String] = []
    var members: [String: [Criterion.ID]] = [:]
    for criterion in catalog.criteria {
      let name = criterion.group ?? title(.criteria)
      if members[name] == nil { names.append(name) }
      members[name, default: []].append(criterion.id)
    }
    return names.enumerated().map { index, name in
      let criteria = members[name] ?? []
      return CoverageGroupView(
        id: "Coverage_\(index + 1)", name: name, criteria: criteria.map { link($0) },
        rows: items.map { item in
          CoverageRowView(
            item: link(item), cells: criteria.map { coverageCell(item, $0) },
            known: criteria.count { catalog[item, $0].state != .unknown })
        },
        totals: whole.map { whole in criteria.map { whole.byCriterion[$0.index] } } ?? [],
        total: whole.map { whole in
          criteria.reduce(into: Coverage()) { $0 += whole.byCriterion[$1.index] }
        })
    }
  }

  private func coverageCell(_ item: Item.ID, _ criterion: Criterion.ID) -> HeatCellView {
    let anchor = Anchors.item(catalog[item].entry.slug)
    guard catalog[item, criterion].state != .unknown else {
      return HeatCellView(text: "missing", state: "missing", level: 0, url: nil)
    }
    let count = catalog.coveringSources(catalog[item, criterion]).count
    return HeatCellView(
      text: count > 0 ? String(count) : "no source", state: count > 0 ? "sourced" : "unsourced",
      level: level(count, of: catalog.sources.count),
      url: routes.address(.criterion(criterion), fragment: anchor))
  }

  // MARK: The work list

  private func gaps(of item: Item.ID) -> Address {
    routes.address(.item(item), fragment: Anchors.unknownCriteria)
  }

  private func gaps(of criterion: Criterion.ID) -> Address {
    routes.address(.criterion(criterion), fragment: Anchors.unknownItems)
  }

  private func criterionCoverage(_ whole: CoverageTable) -> [CriterionCoverageView] {
    zip(catalog.criteria, whole.byCriterion).map { criterion, coverage in
      CriterionCoverageView(
        criterion: link(criterion.id), coverage: coverage,
        gapsURL: coverage.missing > 0 ? gaps(of: criterion.id) : nil)
    }
  }

  private func itemWork(_ table: CoverageTable) -> [WorkView] {
    let rows = zip(table.items, table.byItem).map { item, coverage in
      let missing = catalog.criterionIDs.lazy.filter { [self] in catalog[item, $0].state == .unknown }
      return WorkView(
        subject: link(item), count: coverage.missing, url: gaps(of: item),
        missing: missing.prefix(Self.mostNamedGaps).map { link($0) },
        more: max(0, coverage.missing - Self.mostNamedGaps))
    }
    return mostFirst(rows)
  }

  private func criterionWork(_ whole: CoverageTable) -> [WorkView] {
    let rows = zip(catalog.criteria, whole.byCriterion).map { criterion, coverage in
      let missing = catalog.itemIDs.lazy.filter { [self] in catalog[$0, criterion.id].state == .unknown }
      return WorkView(
        subject: link(criterion.id), count: coverage.missing, url: gaps(of: criterion.id),
        missing: missing.prefix(Self.mostNamedGaps).map { link($0) },
        more: max(0, coverage.missing - Self.mostNamedGaps))
    }
    return mostFirst(rows)
  }

  /// Those of which something is missing, the most first; ties in the order given.
  private func mostFirst(_ rows: [WorkView]) -> [WorkView] {
    rows.enumerated().filter { $0.element.count > 0 }.sorted { left, right in
      left.element.count != right.element.count
        ? left.element.count > right.element.count : left.offset < right.offset
    }.map(\.element)
  }

  /// The labels of claims that name nothing known, the most frequent first.
  private func ownLabels(_ items: [Item.ID]) -> [OwnLabelView] {
    var claims: [String: [Claim.ID]] = [:]
    for item in items {
      for claim in catalog[item].claims where claim.kind != .user {
        for case .label(let label) in claim.subjects { claims[label, default: []].append(claim.id) }
      }
    }
    let labels = claims.map { label, claims in
      OwnLabelView(
        label: label, count: claims.count,
        claims: claims.prefix(Self.mostNamedGaps).map { claim in
          LinkView(url: address(of: claim), text: catalog[claim.item].entry.name, summary: nil)
        },
        more: max(0, claims.count - Self.mostNamedGaps))
    }
    return labels.sorted { left, right in
      left.count != right.count ? left.count > right.count : SortKey(left.label) < SortKey(right.label)
    }
  }

  private func overdue(_ item: Item.ID, _ criterion: Criterion.ID) -> OverdueView {
    let dates = catalog.cell(item, criterion).facts.map(\.verified)
    return OverdueView(
      item: link(item), criterion: link(criterion),
      url: routes.address(.item(item), fragment: Anchors.fact(catalog[criterion].entry.slug)),
      verified: dates.contains(nil) ? nil : dates.compactMap { $0 }.min().map(Templating.CalendarDate.init))
  }
}
