import Comparison
import Templating

/// An item that can be chosen to be compared.
struct ItemChoice: Sendable {
  var item: Item.ID
  /// Whether it is chosen at first: 1 as the first of two, 2 as the second.
  var place: Int?
}

extension Records {
  static let itemChoice = Record<In<ItemChoice>>(
    "ItemChoice", "An item that can be chosen to be compared.",
    [
      .text("key", "Its slug, as addresses of comparisons name it.") {
        $0.catalog[$0.part.item].entry.slug.text
      },
      .text("name", "Its name.") { $0.catalog[$0.part.item].entry.name },
      .boolean("is_first", "Whether it is chosen at first, as the first of two.") { $0.part.place == 1 },
      .boolean("is_second", "Or as the second.") { $0.part.place == 2 },
    ])
}

extension SiteModel {
  /// The number of pairs on the home page.
  private static var mostOftenAsked: Int { 5 }
  /// In how many of them an item may be.
  private static var mostOfOneItem: Int { 2 }
  /// The number of items up to which each is an entry of the lists to choose from.
  private static var mostChoices: Int { 60 }

  /// The pairs with a page that visitors are most likely to ask for: those that most sources compare directly, then
  /// those that differ on most criteria.
  var oftenAsked: [Pair] {
    let rated = pairs.pairs.map { pair in
      let direct = Set(differenceTable.directComparisons(of: pair).flatMap(\.sources)).count
      return (pair, direct, differenceTable.differences(pair))
    }
    var taken: [Item.ID: Int] = [:]
    var asked: [Pair] = []
    // Sorting is stable.
    for (pair, _, _) in rated.sorted(by: { ($0.1, $0.2) > ($1.1, $1.2) }) {
      let isWorn = [pair.left, pair.right].contains { taken[$0, default: 0] >= Self.mostOfOneItem }
      if isWorn { continue }
      for item in [pair.left, pair.right] { taken[item, default: 0] += 1 }
      asked.append(pair)
      if asked.count == Self.mostOftenAsked { break }
    }
    return asked
  }

  /// The items to choose two from, the first pair that is often asked for chosen; empty where they are too many for a
  /// list or cannot be compared.
  var itemChoices: [ItemChoice] {
    guard catalog.has(.pairs), catalog.items.count <= Self.mostChoices else { return [] }
    let first = oftenAsked.first ?? Pair(catalog.items[0].id, catalog.items[1].id)
    return catalog.itemIDs.map { item in
      ItemChoice(item: item, place: item == first.left ? 1 : item == first.right ? 2 : nil)
    }
  }
}
