import Comparison
import Templating

/// A way in which a cell is not of one mind.
enum Dispute: String, Sendable {
  /// Sources state different values.
  case values
  /// One source praises and another criticises.
  case claims
  /// One source does both.
  case mixed

  var state: Comparison.Cell.State { self == .mixed ? .mixed : .contested }

  /// The state in words, for a cell that is shown as something else.
  func labelBeside(_ words: SiteWords) -> String {
    self == .claims ? words(.judgementsContested) : words.states[state]
  }
}

/// Where the entries stand that marks of disagreement lead to.
enum DisputePlace {
  /// On the page of each item.
  case item
  /// All on one page, whose path this is.
  case page(String)
}

extension Comparison.Cell {
  /// Whether one source both praises and criticises, while no two disagree.
  var isMixed: Bool { claimState == .mixed && !isContested }

  var disputes: [Dispute] {
    guard isContested || claimState == .mixed else { return [] }
    var result: [Dispute] = factState == .contested ? [.values] : []
    if claimState == .contested { result.append(.claims) }
    if claimState == .mixed { result.append(.mixed) }
    return result
  }
}

extension SiteModel {
  /// In what ways sources disagree on an item's criterion, with entries at a place.
  func disputes(_ item: Item.ID, _ criterion: Criterion.ID, at place: DisputePlace = .item) -> [CellDispute] {
    catalog[item, criterion].disputes.map {
      CellDispute(kind: $0, item: item, criterion: criterion, place: place)
    }
  }

  /// Parts what one side says: few claims stand whole, of many those come first that bring in a source not heard before.
  func leading(_ claims: [Claim.ID]) -> (first: [Claim.ID], more: [Claim.ID]) {
    guard claims.count > 3 else { return (claims, []) }
    var heard: Set<Source.ID> = []
    var (first, more): ([Claim.ID], [Claim.ID]) = ([], [])
    for claim in claims {
      let isNew = !heard.isSuperset(of: catalog[claim].citations)
      heard.formUnion(catalog[claim].citations)
      if isNew { first.append(claim) } else { more.append(claim) }
    }
    // Nobody folds away a single line.
    return more.count > 1 && !first.isEmpty ? (first, more) : (claims, [])
  }

  // MARK: All of them

  /// Every disagreement by item, in the order of the criteria.
  var disagreementsByItem: [DisagreementGroup] {
    let place = DisputePlace.page(routes.path(.contested))
    return catalog.itemIDs.compactMap { item in
      let all = catalog.criterionIDs.flatMap { disputes(item, $0, at: place) }
      if all.isEmpty { return nil }
      return DisagreementGroup(
        id: Anchors.item(catalog[item].entry.slug), link: link(item), disputes: all)
    }
  }

  /// Both sides of each cell on a page of a matrix on which sources disagree, by table; a cell that stands in two tables is told once.
  func disagreements(in matrix: Matrix, page: Int, at path: String) -> [DisagreementGroup] {
    let items = matrix.items[Pagination.pages(of: matrix.items.count)[page - 1]]
    var told: Set<[Int]> = []
    return matrix.tableGroups.enumerated().compactMap { index, group in
      let criteria = group.rows.compactMap { if case .criterion(let id) = $0 { id } else { nil } }
      let all = items.flatMap { item in
        criteria.filter { told.insert([item.index, $0.index]).inserted }.flatMap {
          disputes(item, $0, at: .page(path))
        }
      }
      if all.isEmpty { return nil }
      let table = Anchors.table(index + 1)
      let link = Link(
        url: .site(path: path, fragment: table), text: group.name ?? matrix.entry.name)
      return DisagreementGroup(id: "Contested_\(table)", link: link, disputes: all)
    }
  }

  /// The criteria on which sources disagree, with the number of items; mixed cells are no disagreement.
  var disputedCriteria: [CountedLink] {
    catalog.criteria.compactMap { criterion in
      let count = catalog.itemIDs.count { catalog[$0, criterion.id].isContested }
      if count == 0 { return nil }
      let url = routes.address(.criterion(criterion.id), fragment: "Every_cell")
      return CountedLink(
        link: Link(url: url, text: criterion.entry.name), count: count)
    }
  }

  /// How many disagreements there are, those of one source with itself left out.
  var disagreementCount: Int {
    catalog.itemIDs.reduce(0) { count, item in
      catalog.criterionIDs.reduce(count) { $0 + catalog[item, $1].disputes.count { $0 != .mixed } }
    }
  }

  /// The disagreements in which most sources stand on the weaker side, then on both together; ties by item and criterion.
  func strongestDisagreements(_ most: Int) -> [CellDispute] {
    typealias Entry = (item: Item.ID, criterion: Criterion.ID, dispute: Dispute, weaker: Int, all: Int)
    var found: [Entry] = []
    for item in catalog.itemIDs {
      for criterion in catalog.criterionIDs {
        for dispute in catalog[item, criterion].disputes where dispute != .mixed {
          let cell = catalog.cell(item, criterion)
          let sides =
            dispute == .values
            ? cell.facts.map(\.sources.count)
            : [cell.strengths, cell.weaknesses].map { catalog.sources(of: $0).count }
          let sizes = sides.filter { $0 > 0 }
          found.append((item, criterion, dispute, sizes.min() ?? 0, sizes.reduce(0, +)))
        }
      }
    }
    // Sorting is stable.
    let sorted = found.sorted { ($0.weaker, $0.all) > ($1.weaker, $1.all) }
    let place = DisputePlace.page(routes.path(.contested))
    return sorted.prefix(most).map {
      CellDispute(kind: $0.dispute, item: $0.item, criterion: $0.criterion, place: place)
    }
  }
}

extension Anchors {
  /// A table on its page, by its number from 1.
  static func table(_ number: Int) -> String { "Table_\(number)" }

  /// A disagreement; on the page of its item without the item's name.
  static func dispute(_ dispute: Dispute, _ criterion: Slug, of item: Slug? = nil) -> String {
    "\(name(dispute))_\(item.map { "\($0)_" } ?? "")\(criterion)"
  }

  private static func name(_ dispute: Dispute) -> String {
    switch dispute {
    case .values: "Values"
    case .claims: "Claims"
    case .mixed: "Mixed"
    }
  }
}
