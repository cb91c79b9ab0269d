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
  var labelBeside: String { self == .claims ? "judgements contested" : state.label }
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
  // MARK: Marks

  func mark(_ dispute: Dispute, _ item: Item.ID, _ criterion: Criterion.ID, at place: DisputePlace = .item)
    -> MarkView
  {
    MarkView(
      state: dispute.state.rawValue, label: dispute.state.label,
      url: address(of: dispute, item, criterion, at: place))
  }

  func marks(_ item: Item.ID, _ criterion: Criterion.ID) -> [MarkView] {
    catalog[item, criterion].disputes.map { mark($0, item, criterion) }
  }

  func address(of dispute: Dispute, _ item: Item.ID, _ criterion: Criterion.ID, at place: DisputePlace)
    -> Address
  {
    let slug = catalog[criterion].entry.slug
    switch place {
    case .item: return routes.address(.item(item), fragment: Anchors.dispute(dispute, slug))
    case .page(let path):
      return .site(path: path, fragment: Anchors.dispute(dispute, slug, of: catalog[item].entry.slug))
    }
  }

  // MARK: Entries

  /// The disagreements of an item on a criterion, with anchors for a place.
  func disagreements(_ item: Item.ID, _ criterion: Criterion.ID, at place: DisputePlace) -> [DisagreementView]
  {
    catalog[item, criterion].disputes.map { view($0, item, criterion, at: place) }
  }

  private func view(
    _ dispute: Dispute, _ itemID: Item.ID, _ criterionID: Criterion.ID, at place: DisputePlace
  )
    -> DisagreementView
  {
    let cell = catalog.cell(itemID, criterionID)
    let (item, criterion) = (catalog[itemID].entry, catalog[criterionID].entry)
    var sides: [SideView]
    var neutral: [Claim.ID] = []
    if dispute == .values {
      (sides, neutral) = valueSides(cell, catalog[criterionID], of: itemID)
    } else {
      sides = [side(cell.strengths, .praised), side(cell.weaknesses, .criticised)]
    }
    let id: String
    switch place {
    case .item: id = Anchors.dispute(dispute, criterion.slug)
    case .page: id = Anchors.dispute(dispute, criterion.slug, of: item.slug)
    }
    return DisagreementView(
      id: id, kind: dispute.rawValue, state: dispute.state.rawValue, label: dispute.state.label,
      item: LinkView(
        url: address(of: dispute, itemID, criterionID, at: .item), text: item.name, summary: item.summary),
      criterion: LinkView(
        url: routes.address(.criterion(criterionID), fragment: Anchors.item(item.slug)), text: criterion.name,
        summary: criterion.summary),
      url: address(of: dispute, itemID, criterionID, at: .page(routes.path(.contested))), sides: sides,
      neutral: values(neutral))
  }

  /// The values that a fact is given, each with what its sources say beside; and what cannot be told to one of them.
  private func valueSides(_ cell: Comparison.Cell, _ criterion: Criterion, of item: Item.ID)
    -> (sides: [SideView], neutral: [Claim.ID])
  {
    let facts = cell.facts.filter { $0.value.isKnown }
    var words: [[Claim.ID]] = Array(repeating: [], count: facts.count)
    var neutral: [Claim.ID] = []
    for claim in cell.features {
      let citations = catalog[claim].citations
      let backed = facts.indices.filter { facts[$0].sources.contains(where: citations.contains) }
      if let only = backed.first, backed.count == 1 {
        words[only].append(claim)
      } else {
        neutral.append(claim)
      }
    }
    let sides = facts.indices.map { index in
      let (first, more) = leading(words[index])
      return SideView(
        state: Comparison.Cell.State.value.rawValue, fact: view(facts[index], criterion, of: item),
        sources: facts[index].sources.count, claims: values(first), more: values(more))
    }
    return (sides, neutral)
  }

  private func side(_ claims: [Claim.ID], _ state: Comparison.Cell.State) -> SideView {
    let (first, more) = leading(claims)
    return SideView(
      state: state.rawValue, fact: nil, sources: catalog.sources(of: claims).count, claims: values(first),
      more: values(more))
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
  var disagreementsByItem: [DisagreementGroupView] {
    let place = DisputePlace.page(routes.path(.contested))
    return catalog.itemIDs.compactMap { item in
      let all = catalog.criterionIDs.flatMap { disagreements(item, $0, at: place) }
      if all.isEmpty { return nil }
      return DisagreementGroupView(
        id: Anchors.item(catalog[item].entry.slug), link: link(item), disagreements: all)
    }
  }

  /// Both sides of each cell on a page of a matrix on which sources disagree, by table; a cell that stands in two tables is told once.
  func disagreements(in matrix: Matrix, page: Int, at path: String) -> [DisagreementGroupView] {
    let items = matrix.items[Pagination.pages(of: matrix.items.count)[page - 1]]
    var told: Set<[Int]> = []
    return matrix.tableGroups.enumerated().compactMap { index, group in
      let criteria = group.rows.compactMap { if case .criterion(let id) = $0 { id } else { nil } }
      let all = items.flatMap { item in
        criteria.filter { told.insert([item.index, $0.index]).inserted }.flatMap {
          disagreements(item, $0, at: .page(path))
        }
      }
      if all.isEmpty { return nil }
      let table = Anchors.table(index + 1)
      let link = LinkView(
        url: .site(path: path, fragment: table), text: group.name ?? matrix.entry.name, summary: nil)
      return DisagreementGroupView(id: "Contested_\(table)", link: link, disagreements: all)
    }
  }

  /// The criteria on which sources disagree, with the number of items; mixed cells are no disagreement.
  var disputedCriteria: [CountedLinkView] {
    catalog.criteria.compactMap { criterion in
      let count = catalog.itemIDs.count { catalog[$0, criterion.id].isContested }
      if count == 0 { return nil }
      let url = routes.address(.criterion(criterion.id), fragment: "Every_cell")
      return CountedLinkView(
        link: LinkView(url: url, text: criterion.entry.name, summary: nil), count: count)
    }
  }

  /// How many disagreements there are, those of one source with itself left out.
  var disagreementCount: Int {
    catalog.itemIDs.reduce(0) { count, item in
      catalog.criterionIDs.reduce(count) { $0 + catalog[item, $1].disputes.count { $0 != .mixed } }
    }
  }

  /// The disagreements in which most sources stand on the weaker side, then on both together; ties by item and criterion.
  func strongestDisagreements(_ most: Int) -> [DisagreementView] {
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
    return sorted.prefix(most).map { view($0.dispute, $0.item, $0.criterion, at: place) }
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
