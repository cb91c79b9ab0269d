import Comparison
import Templating

/// What the search needs to know to lead to the page of a pair, and never to one that is not there.
///
/// Pairs grow with the square of items, so what is listed is whatever is less, those that have a page or those that have none. Where
/// both are many, no pair is listed, and the search leads to the page that lists all pairs of an item, which such a site has.
struct PairsForSearch: Sendable {
  enum Listed: String, Sendable {
    /// The pairs that have a page.
    case present
    /// The pairs that have none.
    case absent
    /// None; the rows are of the items that are in no pair, each by itself.
    case none
  }

  /// How many pairs may be listed for each item; the usual policy for a large site, the closest ten, is well below it.
  static let mostForEachItem = 16

  /// The folder of their pages.
  let folder: String
  private(set) var listed = Listed.none
  /// The place of an item among all, and the places of the partners behind it that are listed, ascending.
  private(set) var rows: [[Int]] = []

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
  }

  /// Each place in a row as its distance from the one before, which is shorter and packs better.
  func write(to writer: inout JSONWriter) {
    writer.append("{\"folder\":")
    writer.write(folder)
    writer.append(",\"listed\":")
    writer.write(listed.rawValue)
    writer.append(",\"rows\":[")
    for (index, row) in rows.enumerated() {
      writer.append(index > 0 ? ",[" : "[")
      var last = 0
      for (index, place) in row.enumerated() {
        if index > 0 { writer.append(",") }
        writer.append(number: String(place - last))
        last = place
      }
      writer.append("]")
    }
    writer.append("]}")
  }
}

extension SiteModel {
  /// The places of an item's partners that stand behind it, ascending.
  fileprivate func partners(behind place: Int) -> [Int] {
    pairs.partners(of: Item.ID(place)).map(\.index).filter { $0 > place }.sorted()
  }

  /// The places of the items behind an item that are no partners of it, ascending.
  fileprivate func others(behind place: Int) -> [Int] {
    var partners = partners(behind: place)[...]
    return (place + 1..<catalog.items.count).filter { other in
      guard partners.first == other else { return true }
      partners.removeFirst()
      return false
    }
  }
}
