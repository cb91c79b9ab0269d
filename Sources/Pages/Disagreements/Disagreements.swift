import Comparison
import Templating

/// A kind of disagreement in a cell.
enum Dispute: String, Sendable {
  /// Sources state different values.
  case values
  /// One source praises and another criticises.
  case claims
  /// One source does both.
  case mixed

  var state: Comparison.Cell.State { self == .mixed ? .mixed : .contested }
}

/// The location of the entries of disagreements.
enum DisputePlace {
  /// The row of the criterion on the page of the item.
  case item
  /// On a single page, given by its path.
  case page(String)
}

extension Comparison.Cell {
  /// Whether a source both praises and criticises, but no two sources disagree.
  var isMixed: Bool { claimState == .mixed && !isContested && !balance.isEmpty }

  /// Its disagreements; an editor who says both without a source is none.
  var disputes: [Dispute] {
    guard isContested || isMixed else { return [] }
    var result: [Dispute] = factState == .contested ? [.values] : []
    if claimState == .contested { result.append(.claims) }
    if claimState == .mixed, !balance.isEmpty { result.append(.mixed) }
    return result
  }
}

extension SiteModel {
  /// Returns the disagreements on an item's criterion, with their entries at `place`.
  func disputes(_ item: Item.ID, _ criterion: Criterion.ID, at place: DisputePlace = .item) -> [CellDispute] {
    catalog[item, criterion].disputes.map {
      CellDispute(kind: $0, item: item, criterion: criterion, place: place)
    }
  }

  /// Splits the claims of a side into those to show first and the rest: more than three claims are split so that the
  /// first ones each add a new source.
  func leading(_ claims: [Claim.ID]) -> (first: [Claim.ID], more: [Claim.ID]) {
    guard claims.count > 3 else { return (claims, []) }
    var heard: Set<Source.ID> = []
    var (first, more): ([Claim.ID], [Claim.ID]) = ([], [])
    for claim in claims {
      let isNew = !heard.isSuperset(of: catalog[claim].citations)
      heard.formUnion(catalog[claim].citations)
      if isNew { first.append(claim) } else { more.append(claim) }
    }
    // Collapsing a single claim would save no space.
    return more.count > 1 && !first.isEmpty ? (first, more) : (claims, [])
  }

  // MARK: Disagreements of a site

  /// All disagreements, the most evenly split first, then in the order of items and criteria.
  var allDisagreements: [CellDispute] {
    let place = DisputePlace.page(routes.path(.contested))
    return inOrder(
      catalog.itemIDs.flatMap { item in
        catalog.criterionIDs.flatMap { disputes(item, $0, at: place) }
      })
  }

  /// The items on which sources disagree or one says both, with the number of criteria and links to their pages.
  var disputedItems: [CountedLink] {
    catalog.itemIDs.compactMap { item in
      let count = catalog.criterionIDs.reduce(0) { $0 + catalog[item, $1].disputes.count }
      if count == 0 { return nil }
      let url = routes.address(.item(item), fragment: Anchors.disagreements)
      return CountedLink(link: Link(url: url, text: catalog[item].entry.name), count: count)
    }
  }

  /// The criteria on which sources disagree, with the number of items for each; mixed cells are not counted.
  var disputedCriteria: [CountedLink] {
    catalog.criteria.compactMap { criterion in
      let count = catalog.itemIDs.count { catalog[$0, criterion.id].isContested }
      if count == 0 { return nil }
      let url = routes.address(.criterion(criterion.id), fragment: "Every_cell")
      return CountedLink(
        link: Link(url: url, text: criterion.entry.name), count: count)
    }
  }

  /// The number of disagreements, those of a source with itself among them.
  var disagreementCount: Int { disputedItems.reduce(0) { $0 + $1.count } }

  /// The disagreement that shows best what one is: of those about a judgement the one with most sources against the
  /// largest side, else one about a value.
  var specimen: CellDispute? {
    let all = disagreements(drawing: .max)
    return all.first { $0.kind == .claims } ?? all.first { $0.kind == .values }
  }
}

extension Anchors {
  /// Returns the anchor of a table on its page, given its number from 1.
  static func table(_ number: Int) -> String { "Table_\(number)" }

  /// Returns the anchor of a disagreement on a page with those of several items.
  static func dispute(_ dispute: Dispute, _ criterion: Slug, of item: Slug) -> String {
    "\(name(dispute))_\(item)_\(criterion)"
  }

  private static func name(_ dispute: Dispute) -> String {
    switch dispute {
    case .values: "Values"
    case .claims: "Claims"
    case .mixed: "Mixed"
    }
  }
}
