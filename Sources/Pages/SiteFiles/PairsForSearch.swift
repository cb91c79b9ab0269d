import Comparison
import Templating

/// The data with which the search links directly to pages of pairs, but only to existing ones.
///
/// The number of pairs grows with the square of the number of items, so the shorter list is stored: the pairs with a
/// page, or those without. If both are long, no pair is listed and the search links to the page of all pairs of an
/// item, which such a site has.
struct PairsForSearch: Sendable {
  /// The meaning of the rows.
  enum Listed: String, Sendable {
    /// The rows list the pairs that have a page.
    case present
    /// The rows list the pairs that have no page.
    case absent
    /// No pairs are listed; each row is an item without any pair.
    case none
  }

  /// The maximum number of listed pairs per item; the usual policy for a large site, the ten closest, is well below.
  static let mostForEachItem = 16

  /// The folder of the pages of pairs.
  let folder: String
  private(set) var listed = Listed.none
  /// The rows, each with the index of an item, followed by the ascending indices of the later items with which it forms
  /// a listed pair.
  private(set) var rows: [[Int]] = []
  /// The closest partners of each item, closest first: the places that they have among all of its partners in order of
  /// index, which are shorter than indices; the indices themselves where no pair is listed.
  private(set) var closest: [[Int]] = []

  /// The number of closest partners that the search offers with an item.
  static let closestOffered = 3

  init(_ model: SiteModel) {
    folder = model.routes.path(.pairs)
    let items = model.catalog.items
    let count = items.count * (items.count - 1) / 2
    let present = model.pairs.pairs.count
    let most = Self.mostForEachItem * items.count
    if present <= count - present, present <= most {
      listed = .present
      rows = items.indices.map { [$0] + model.partners(behind: $0) }.filter { $0.count > 1 }
    } else if count - present <= most {
      listed = .absent
      rows = items.indices.map { [$0] + model.others(behind: $0) }.filter { $0.count > 1 }
    } else {
      rows = items.filter { model.pairs.partners(of: $0.id).isEmpty }.map { [$0.id.index] }
    }
    closest = items.map { item in
      let closest = model.closestPairs(of: item.id).prefix(Self.closestOffered).map(\.index)
      if listed == .none { return closest }
      let partners = model.pairs.partners(of: item.id).map(\.index).sorted()
      return closest.compactMap { partners.firstIndex(of: $0) }
    }
  }

  /// Writes the data as JSON. Indices are written as differences from the previous one in the row, which are shorter
  /// and compress better.
  func write(to writer: inout JSONWriter) {
    writer.append("{\"folder\":")
    writer.write(folder)
    writer.append(",\"listed\":")
    writer.write(listed.rawValue)
    writer.append(",\"rows\":")
    writer.write(rows.map { row in row.indices.map { $0 > 0 ? row[$0] - row[$0 - 1] : row[$0] } })
    writer.append(",\n\"closest\":")
    writer.write(closest)
    writer.append("}")
  }
}

extension SiteModel {
  /// Returns the indices of an item's partners that come after it, ascending.
  fileprivate func partners(behind place: Int) -> [Int] {
    pairs.partners(of: Item.ID(place)).map(\.index).filter { $0 > place }.sorted()
  }

  /// Returns the indices of the items after an item that are not its partners, ascending.
  fileprivate func others(behind place: Int) -> [Int] {
    var partners = partners(behind: place)[...]
    return (place + 1..<catalog.items.count).filter { other in
      guard partners.first == other else { return true }
      partners.removeFirst()
      return false
    }
  }
}
