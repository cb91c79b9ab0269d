import Comparison
import Templating

extension Records {
  static let itemCard = Record<In<Item>>(
    "ItemCard", "An item in a list.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.id) },
      .optionalRecord("logo", "Its logo.", of: picture) { $0.model.logo(of: $0.part) },
      .texts("facts", "Its key facts in words; where the site names none, its first known facts.") {
        $0.cardFacts
      },
      .list(
        "strongest", "The criteria on which more sources are for it than against, best first.", of: balanceRow
      ) {
        $0.strongest
      },
      .list("weakest", "Those on which no more are for it than against, worst first.", of: balanceRow) {
        $0.weakest
      },
      .integer("praised", "On how many criteria sources only praise it.") { $0.judgedCount(.praised) },
      .integer("criticised", "On how many they only criticise it.") { $0.judgedCount(.criticised) },
      .integer("disputed", "On how many one praises and another criticises, or one does both.") {
        $0.judgedCount(.contested) + $0.judgedCount(.mixed)
      },
      .integer("sources", "How many sources speak of it.") { $0.model.speakers(of: $0.part.id).count },
    ])

  static let sourceCard = Record<In<Source>>(
    "SourceCard", "A source in a list.",
    [
      .record("source", "The source.", of: link) { $0.model.link($0.part.id) },
      .text("mark", "Its short name, as citations show it.") { $0.part.shortName },
      .optionalText("publisher", "Who published it.") { $0.part.publisher },
      .optionalDate("date", "When.") { $0.part.date },
      .boolean("is_reference", "Whether it is a reference and no review.") { $0.part.kind == .reference },
      .integer("claims", "How many claims it makes here.") { $0.catalog.claims(citing: $0.part.id).count },
      .integer("items", "Of how many items it speaks.") { $0.model.itemCounts[$0.part.id] ?? 0 },
    ])
}

extension In<Item> {
  /// The number of criteria on a card that speak for the item.
  private static var mostStrongest: Int { 3 }
  /// The number of those that do not.
  private static var mostWeakest: Int { 2 }

  fileprivate var strongest: [In<BalanceRow>] {
    Array(balances.lazy.filter { $0.balance.net > 0 }.prefix(Self.mostStrongest))
  }

  fileprivate var weakest: [In<BalanceRow>] {
    Array(balances.reversed().lazy.filter { $0.balance.net <= 0 }.prefix(Self.mostWeakest))
  }

  /// Returns on how many criteria the sources' judgements come to a state.
  fileprivate func judgedCount(_ state: Comparison.Cell.State) -> Int {
    part.cells.count { !$0.balance.isEmpty && $0.claimState == state }
  }

  /// The number of known facts on a card where the site names no key facts.
  private static var mostFacts: Int { 3 }

  fileprivate var cardFacts: [String] {
    if !catalog.keyFacts.isEmpty { return model.keyFacts(of: part.id) }
    let known = catalog.criterionIDs.lazy.filter { catalog[part.id, $0].factState == .value }
    return known.prefix(Self.mostFacts).map { model.standaloneFact(part.id, $0) }
  }
}
