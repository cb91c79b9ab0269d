import Comparison
import Templating

extension PagePlanner {
  /// A page for each value, where the criterion asks for an index.
  mutating func addValues(of criterion: Criterion) {
    guard criterion.hasValueIndex else { return }
    let values = model.values(of: criterion)
    let others = OtherValues(values)
    for value in values {
      let count = Pagination.pages(of: value.items.count).count
      for number in 1...count { addPage(number, of: count, value, beside: others, of: criterion) }
    }
  }

  private mutating func addPage(
    _ number: Int, of count: Int, _ value: CriterionValue, beside others: OtherValues, of criterion: Criterion
  ) {
    let model = model
    let path = routes.path(criterion.id, value: value.slug, page: number)
    let title = "\(criterion.entry.name): \(value.name)"
    let isFirst = number == 1
    let first = LinkView(url: model.address(of: value, criterion), text: value.name, summary: nil)
    let page = page(
      "value", isFirst ? title : "\(title), page \(number) of \(count)",
      shortTitle: isFirst ? value.name : "Page \(number)", path: path,
      description: model.description(of: value, criterion, page: number),
      above: [model.link(.criteria), model.link(criterion.id)] + (isFirst ? [] : [first]))
    add(PageKinds.value, path: path, page: page) {
      model.content(of: value, page: number, beside: others, of: criterion)
    }
  }
}

extension SiteModel {
  /// With more items than these, only the closest pairs of them are listed.
  private static let fewItems = 6
  private static let closestPairs = 12
  /// How many partners of each item are looked at for the closest pairs, so that the work grows with the items alone.
  private static let consideredPartners = 60
  /// How many of the other elements of a list are named with an item.
  private static let mostCompanions = 20

  func description(of value: CriterionValue, _ criterion: Criterion, page: Int) -> String {
    let rows = value.items[Pagination.pages(of: value.items.count)[page - 1]]
    let names = rows.prefix(8).map { catalog[$0].entry.name } + (rows.count > 8 ? ["…"] : [])
    let many = capitalised(catalog.configuration.items.many)
    return "\(many) with \(criterion.entry.name): \(value.name) – \(names.joined(separator: ", "))"
  }

  func content(
    of value: CriterionValue, page: Int, beside others: OtherValues, of criterion: Criterion
  ) -> ValueContent {
    let items = Array(value.items[Pagination.pages(of: value.items.count)[page - 1]])
    return ValueContent(
      criterion: link(criterion.id), name: value.name, count: value.items.count,
      summary: criterion.choices.first { $0.slug == value.slug }?.summary,
      members: items.map { member($0, value, criterion) },
      pagination: pagination(of: value.items, page: page) {
        routes.path(criterion.id, value: value.slug, page: $0)
      },
      pairs: pairs(among: items), tables: tables(of: value, page: page, criterion),
      others: others.listed(beside: value).map {
        CountedLinkView(
          link: LinkView(url: address(of: $0, criterion), text: $0.name, summary: nil),
          count: $0.items.count)
      },
      hasMore: others.hasMore)
  }

  /// An item that has a value: who says so, and what else is said.
  private func member(_ id: Item.ID, _ value: CriterionValue, _ criterion: Criterion) -> ValueMemberView {
    let cell = catalog.cell(id, criterion.id)
    let stating = cell.facts.filter { $0.has(value.value) }
    let isList = criterion.type == .list
    let others =
      isList
      ? []
      : cell.facts.filter { fact in
        fact.value != .unknown && !fact.has(value.value)
      }
    let also = isList ? companions(of: value, in: cell, criterion) : []
    let alsoCount = isList ? max(0, cell.values.count - 1) : 0
    return ValueMemberView(
      item: link(id), facts: stating.map { view($0, criterion, of: id) },
      also: also, moreAlso: max(0, alsoCount - also.count),
      others: others.map { view($0, criterion, of: id) },
      mark: cell.factState == .contested ? mark(.values, id, criterion.id) : nil)
  }

  /// The other elements of the lists that a value stands in, or the first of them.
  private func companions(of value: CriterionValue, in cell: Comparison.Cell, _ criterion: Criterion)
    -> [LinkView]
  {
    // One more, as the value itself may be among them.
    let companions = cell.values.prefix(Self.mostCompanions + 1).compactMap { other -> LinkView? in
      guard other != value.value, let slug = valueSlug(other, criterion) else { return nil }
      return LinkView(
        url: .site(path: routes.path(criterion.id, value: slug)), text: words(other, criterion), summary: nil)
    }
    return Array(companions.prefix(Self.mostCompanions))
  }

  /// The overview cut to the items of a value: the first matrix of criteria, without what they all share.
  private func tables(of value: CriterionValue, page: Int, _ criterion: Criterion) -> [TableView] {
    let groups = catalog.matrices.lazy.map { $0.groups.filter { $0.criteria?.isEmpty == false } }.first {
      !$0.isEmpty
    }
    guard var groups, value.items.count > 1 else { return [] }
    let isShared =
      criterion.type != .list
      && value.items.allSatisfy { catalog.cell($0, criterion.id).factState != .contested }
    for index in groups.indices where isShared {
      groups[index].rows.removeAll { $0 == .criterion(criterion.id) }
    }
    return tables(
      groups.filter { !$0.rows.isEmpty }, of: value.items, page: page,
      named: "\(criterion.entry.name): \(value.name)")
  }

  /// The pairs among items: all that have a page where the items are few, else the closest of them.
  func pairs(among items: [Item.ID]) -> [MemberPairView] {
    let members = Set(items)
    let isLong = items.count > Self.fewItems
    var found: [Pair] = []
    var told: Set<Pair> = []
    for item in items {
      let partners = pairs.partners(of: item)
      for other in partners.prefix(isLong ? Self.consideredPartners : partners.count)
      where members.contains(other) {
        let pair = pairs.canonical(Pair(item, other))
        if told.insert(pair).inserted { found.append(pair) }
      }
    }
    let measured = found.map { (pair: $0, shared: similarity.score(of: $0.left, and: $0.right)) }
    let shown =
      isLong ? Array(measured.sorted { $0.shared > $1.shared }.prefix(Self.closestPairs)) : measured
    return shown.map {
      MemberPairView(
        url: .site(path: routes.path($0.pair)), text: title($0.pair),
        differences: differenceTable.differences($0.pair), shared: $0.shared)
    }
  }
}

/// What the page of a value says of the criterion's other values: all of them, or those of most items.
struct OtherValues: Sendable {
  /// With more values than these, only those of most items are listed.
  private static let most = 60

  private let listed: [CriterionValue]
  /// Whether some are left out.
  let hasMore: Bool

  init(_ values: [CriterionValue]) {
    hasMore = values.count - 1 > Self.most
    // One more, for the page of each of them leaves itself out.
    listed =
      hasMore
      ? Array(values.sorted { $0.items.count > $1.items.count }.prefix(Self.most + 1)) : values
  }

  func listed(beside value: CriterionValue) -> [CriterionValue] {
    Array(listed.filter { $0.value != value.value }.prefix(Self.most))
  }
}
