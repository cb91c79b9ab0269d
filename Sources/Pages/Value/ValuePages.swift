import Comparison
import Templating

extension PagePlanner {
  /// Adds a page for each value, if the criterion requests an index.
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
    let first = Link(url: model.address(of: value, criterion), text: value.name)
    let page = page(
      .value, isFirst ? title : model.siteWords(.paged, title, "\(number)", "\(count)"),
      shortTitle: isFirst ? value.name : model.siteWords(.page, "\(number)"), path: path,
      description: model.description(of: value, criterion, page: number),
      above: [model.link(.criteria), model.link(criterion.id)] + (isFirst ? [] : [first]))
    add(PageTemplates.value, path: path, page: page) {
      In(model, ValuePage(value: value, criterion: criterion.id, number: number, others: others))
    }
  }
}

/// A page of the items with a value.
struct ValuePage: Sendable {
  var value: CriterionValue
  var criterion: Criterion.ID
  /// Its number among the value's pages, from 1.
  var number: Int
  var others: OtherValues
}

/// An item that has a value.
struct ValueMember: Sendable {
  var item: Item.ID
  var value: CriterionValue
  var criterion: Criterion.ID
}

extension Records {
  static let valueMember = Record<In<ValueMember>>(
    "ValueMember", "An item that has a value.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .record("card", "The same as in a list of all items.", of: itemCard) {
        $0.with($0.catalog[$0.part.item])
      },
      .text("row", "The anchor of the criterion's row on its page.") {
        Anchors.row($0.catalog[$0.part.criterion], .facts)
      },
      .list("facts", "The facts that give it the value, with who states them.", of: fact) { member in
        member.facts { $0.has(member.part.value.value) }
      },
      .list("also", "What it has beside, in a list: all, or the first of it.", of: link) { $0.companions },
      .integer("more_also", "How much more it has.") { $0.moreCompanions },
      .list("others", "What is stated instead of the value.", of: fact) { $0.otherFacts },
      .optionalRecord("mark", "That sources disagree, and where both sides stand.", of: mark) {
        $0.with(ValueHolder(item: $0.part.item, criterion: $0.part.criterion)).dispute
      },
    ])

  static let memberPair = Record<In<Pair>>(
    "MemberPair", "The page of two items that stand together in a list.",
    [
      .address("url", "The page of the pair.") { .site(path: $0.routes.path($0.part)) },
      .text("text", "The names of both.") { $0.model.title($0.part) },
      .integer("differences", "On how many criteria they differ.") {
        $0.model.differenceTable.differences($0.part)
      },
      .integer("shared", "How many uses and facts they share.") {
        $0.model.similarity.score(of: $0.part.left, and: $0.part.right)
      },
    ])
}

extension PageTemplates {
  static let value = PageTemplate<In<ValuePage>>(
    .value, "ValuePage", "Everything that has one value of a criterion.",
    [
      .record("criterion", "The criterion.", of: Records.link) { $0.model.link($0.part.criterion) },
      .text("name", "The value.") { $0.part.value.name },
      .integer("count", "How many items have it, on all of its pages.") { $0.part.value.items.count },
      .optionalText("summary", "What it means.") {
        $0.with(ListedValue(value: $0.part.value, criterion: $0.part.criterion, told: [])).summary
      },
      .list("members", "The items that have it, on this page.", of: Records.valueMember) { page in
        page.items.map {
          page.with(ValueMember(item: $0, value: page.part.value, criterion: page.part.criterion))
        }
      },
      .optionalRecord(
        "pagination", "The pages that its items are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { page in
        page.model.pagination(of: page.part.value.items, page: page.part.number) {
          page.routes.path(page.part.criterion, value: page.part.value.slug, page: $0)
        }
      },
      .list(
        "pairs", "The pairs among the items on this page that have a page: all, or the closest of many.",
        of: Records.memberPair
      ) { $0.with(each: $0.model.pairs(among: $0.items)) },
      .optionalRecord(
        "comparison", "The items side by side, where two to five have the value.", of: Records.sideBySide
      ) { page in
        SideBySide.sizes.contains(page.part.value.items.count)
          ? page.with(SideBySide(page.part.value.items, page.model)) : nil
      },
      .list(
        "tables",
        "The first matrix of criteria, cut to the items on this page; none where `comparison` shows them, or where only one has the value.",
        of: Records.table
      ) { $0.tables },
      .list(
        "others", "The criterion's other values, with how many items have each: all, or those of most items.",
        of: Records.countedLink
      ) { $0.others },
      .boolean("has_more", "Whether there are values that `others` leaves out.") { $0.part.others.hasMore },
    ])
}

extension In<ValuePage> {
  private var criterion: Criterion { _read { yield catalog[part.criterion] } }

  /// The items on this page.
  fileprivate var items: [Item.ID] {
    Array(part.value.items[Pagination.pages(of: part.value.items.count)[part.number - 1]])
  }

  fileprivate var others: [CountedLink] {
    part.others.listed(beside: part.value).map {
      CountedLink(
        link: Link(url: model.address(of: $0, criterion), text: $0.name), count: $0.items.count)
    }
  }

  /// The first matrix with criteria, reduced to the items with the value if these are too many for columns of equal
  /// width, and without this criterion if all of them have only this value.
  fileprivate var tables: [Table] {
    let groups = catalog.matrices.lazy.map { $0.groups.filter { $0.criteria?.isEmpty == false } }.first {
      !$0.isEmpty
    }
    guard var groups, part.value.items.count > SideBySide.sizes.upperBound else { return [] }
    let isShared =
      criterion.type != .list
      && part.value.items.allSatisfy { catalog[$0, part.criterion].factState != .contested }
    for index in groups.indices where isShared {
      groups[index].rows.removeAll { $0 == .criterion(part.criterion) }
    }
    return TableMaker(model).tables(
      groups.filter { !$0.rows.isEmpty }, of: part.value.items, page: part.number,
      named: "\(criterion.entry.name): \(part.value.name)")
  }
}

extension In<ValueMember> {
  /// The maximum number of other list elements that are shown with an item.
  private static var mostCompanions: Int { 20 }

  private var cell: Comparison.Cell { _read { yield catalog[part.item, part.criterion] } }
  private var criterion: Criterion { _read { yield catalog[part.criterion] } }

  fileprivate func facts(where isWanted: (Fact) -> Bool) -> [In<GivenFact>] {
    cell.facts.filter(isWanted).map {
      with(GivenFact(fact: $0, criterion: part.criterion, item: part.item))
    }
  }

  fileprivate var otherFacts: [In<GivenFact>] {
    criterion.type == .list ? [] : facts { $0.value != .unknown && !$0.has(part.value.value) }
  }

  /// Links to the other elements of the item's list, at most `mostCompanions`.
  fileprivate var companions: [Link] {
    guard criterion.type == .list else { return [] }
    // One more, because the value itself may be among them.
    let companions = cell.values.prefix(Self.mostCompanions + 1).compactMap { other -> Link? in
      guard other != part.value.value, let slug = model.valueSlug(other, criterion) else { return nil }
      return Link(
        url: .site(path: routes.path(part.criterion, value: slug)), text: model.words(other, criterion))
    }
    return Array(companions.prefix(Self.mostCompanions))
  }

  fileprivate var moreCompanions: Int {
    criterion.type == .list ? max(0, max(0, cell.values.count - 1) - companions.count) : 0
  }
}

extension SiteModel {
  /// The number of items up to which all of their pairs are listed; with more, only the closest pairs are.
  private static let fewItems = 6
  private static let closestPairs = 12
  /// The number of partners of each item that are considered for the closest pairs, so that the cost is linear in the
  /// number of items.
  private static let consideredPartners = 60

  func description(of value: CriterionValue, _ criterion: Criterion, page: Int) -> String {
    let rows = value.items[Pagination.pages(of: value.items.count)[page - 1]]
    let names = rows.prefix(8).map { catalog[$0].entry.name } + (rows.count > 8 ? ["…"] : [])
    let many = capitalised(catalog.configuration.items.many)
    return siteWords(.valueDescription, many, criterion.entry.name, value.name, names.joined(separator: ", "))
  }

  /// Returns the pairs among items that have a page: all of them if there are few items, otherwise the closest.
  func pairs(among items: [Item.ID]) -> [Pair] {
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
    return shown.map(\.pair)
  }
}

/// The other values of a criterion that the page of a value links to: all of them, or those with the most items.
struct OtherValues: Sendable {
  /// The number of values up to which all are listed; if there are more, only those with the most items are.
  private static let most = 60

  private let listed: [CriterionValue]
  /// Whether some values are left out.
  let hasMore: Bool

  init(_ values: [CriterionValue]) {
    hasMore = values.count - 1 > Self.most
    // One more, because the page of each value leaves itself out.
    listed =
      hasMore
      ? Array(values.sorted { $0.items.count > $1.items.count }.prefix(Self.most + 1)) : values
  }

  func listed(beside value: CriterionValue) -> [CriterionValue] {
    Array(listed.filter { $0.value != value.value }.prefix(Self.most))
  }
}
