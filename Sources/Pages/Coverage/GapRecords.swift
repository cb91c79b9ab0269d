import Comparison
import Templating
import TextEncoding

/// The coverage of a criterion in the whole site.
struct CriterionCoverage: Sendable {
  var criterion: Criterion.ID
  var coverage: Coverage
}

/// The missing cells of an item or a criterion.
struct Gaps: Sendable {
  /// The item or criterion whose cells are missing.
  enum Subject: Sendable {
    case item(Item.ID)
    case criterion(Criterion.ID)
  }

  /// The maximum number of entries that are named; the page of the item or criterion lists all missing cells.
  static let mostNamed = 8

  var subject: Subject
  var count: Int

  /// Returns the elements with missing cells, most first; ties in the given order.
  static func mostFirst(_ rows: [Gaps]) -> [Gaps] {
    // Sorting is stable.
    rows.filter { $0.count > 0 }.sorted { $0.count > $1.count }
  }
}

/// A label of claims that names no criterion or use case.
struct OwnLabel: Sendable {
  var label: String
  /// The claims with this label.
  var claims: [Claim.ID]

  /// Returns the labels of the claims about some items, most frequent first.
  static func all(of items: [Item.ID], _ catalog: Catalog) -> [OwnLabel] {
    var claims: [String: [Claim.ID]] = [:]
    for item in items {
      for claim in catalog[item].claims where claim.kind != .user {
        for case .label(let label) in claim.subjects { claims[label, default: []].append(claim.id) }
      }
    }
    return claims.map { OwnLabel(label: $0, claims: $1) }.sorted { left, right in
      left.claims.count != right.claims.count
        ? left.claims.count > right.claims.count : SortKey(left.label) < SortKey(right.label)
    }
  }
}

/// A cell with a value that must be verified.
struct OverdueCell: Sendable {
  var item: Item.ID
  var criterion: Criterion.ID
}

extension Records {
  static let criterionCoverage = Record<In<CriterionCoverage>>(
    "CriterionCoverage", "The coverage of a criterion.",
    [
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .record("coverage", "Its coverage.", of: coverage) { $0.part.coverage },
      .optionalAddress("gaps", "The list of what is missing, where something is.") {
        $0.part.coverage.missing > 0 ? $0.model.gaps(of: $0.part.criterion) : nil
      },
    ])

  static let gaps = Record<In<Gaps>>(
    "Work", "What is missing of an item or a criterion.",
    [
      .record("subject", "The item or the criterion.", of: link) { $0.subject },
      .integer("count", "How many cells are missing.") { $0.part.count },
      .address("url", "The list of all of them.") { $0.address },
      .list("missing", "The first of them.", of: link) { $0.first },
      .integer("more", "How many more there are.") { max(0, $0.part.count - Gaps.mostNamed) },
    ])

  static let ownLabel = Record<In<OwnLabel>>(
    "OwnLabel", "A label of claims that names nothing known.",
    [
      .text("label", "The label.") { $0.part.label },
      .integer("count", "How many claims have it.") { $0.part.claims.count },
      .list("claims", "The first of them, by their items.", of: link) { $0.first },
      .integer("more", "How many more there are.") { max(0, $0.part.claims.count - Gaps.mostNamed) },
    ])

  static let overdue = Record<In<OverdueCell>>(
    "Overdue", "A cell with a value that must be verified.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .address("url", "The value on the item's page.") {
        $0.routes.address(
          .item($0.part.item), fragment: Anchors.fact($0.catalog[$0.part.criterion].entry.slug))
      },
      .optionalDate("verified", "When it was verified; absent where it never was.") { $0.verified },
    ])
}

extension In<Gaps> {
  fileprivate var subject: Link {
    switch part.subject {
    case .item(let id): model.link(id)
    case .criterion(let id): model.link(id)
    }
  }

  /// The address of the list of all missing cells.
  fileprivate var address: Address {
    switch part.subject {
    case .item(let id): model.gaps(of: id)
    case .criterion(let id): model.gaps(of: id)
    }
  }

  /// Links to the criteria or items of the first missing cells.
  fileprivate var first: [Link] {
    switch part.subject {
    case .item(let item):
      catalog.criterionIDs.lazy.filter { catalog[item, $0].state == .unknown }.prefix(Gaps.mostNamed)
        .map { model.link($0) }
    case .criterion(let criterion):
      catalog.itemIDs.lazy.filter { catalog[$0, criterion].state == .unknown }.prefix(Gaps.mostNamed)
        .map { model.link($0) }
    }
  }
}

extension In<OwnLabel> {
  fileprivate var first: [Link] {
    part.claims.prefix(Gaps.mostNamed).map {
      Link(url: model.address(of: $0), text: catalog[$0.item].entry.name)
    }
  }
}

extension In<OverdueCell> {
  /// The earliest date of verification; nil if one of the values was never verified.
  fileprivate var verified: CalendarDate? {
    let dates = catalog[part.item, part.criterion].facts.map(\.verified)
    return dates.contains(nil) ? nil : dates.compactMap { $0 }.min()
  }
}

extension SiteModel {
  /// Returns the address of the list of criteria without any information, on an item's page.
  func gaps(of item: Item.ID) -> Address {
    routes.address(.item(item), fragment: Anchors.unknownCriteria)
  }

  /// Returns the address of the list of items without any information, on a criterion's page.
  func gaps(of criterion: Criterion.ID) -> Address {
    routes.address(.criterion(criterion), fragment: Anchors.unknownItems)
  }
}
