import Comparison
import Templating

/// An alternative to an item, with what the two share and how they differ.
struct Alternative: Sendable {
  var similarity: Similarity
  /// The comparison of the alternative (left) with the item (right).
  var comparison: PairComparison
  /// The first differences between the two: opinions, those furthest apart first, then facts.
  var differences: [PairComparison.Row]
}

/// A difference between an item and an alternative.
struct Difference: Sendable {
  var row: PairComparison.Row
  var pair: Pair
}

extension Records {
  static let difference = Record<In<Difference>>(
    "Difference", "One thing that tells an item from another.",
    [
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.row.criterion) },
      .boolean("is_opinion", "Whether it is what sources think of them; if not, a fact.") {
        $0.part.row.aspect == .judgements
      },
      .text("own", "The alternative's value, or how many sources judge it.") {
        $0.words(of: $0.part.pair.left)
      },
      .text("other", "The same of the item whose alternative it is.") { $0.words(of: $0.part.pair.right) },
    ])

  static let alternative = Record<In<Alternative>>(
    "Alternative", "Another item, what it has in common, and how it differs.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.similarity.item) },
      .texts("key_facts", "Its key facts in words, where the site names any.") {
        $0.model.keyFacts(of: $0.part.similarity.item)
      },
      .integer("score", "How much they share: use cases and equal facts.") { $0.part.similarity.score },
      .list("use_cases", "The use cases that both are named for.", of: link) { alternative in
        alternative.part.similarity.useCases.map { alternative.model.link($0) }
      },
      .list("facts", "The criteria on which both have the same values.", of: link) { alternative in
        alternative.part.similarity.facts.map { alternative.model.link($0) }
      },
      .list("differences", "The first things that tell the two apart.", of: difference) { alternative in
        alternative.part.differences.map {
          alternative.with(Difference(row: $0, pair: alternative.part.comparison.pair))
        }
      },
      .integer("difference_count", "On how many criteria they differ.") {
        $0.part.comparison.differences.count
      },
      .integer("more_differences", "How many of those are not among `differences`.") {
        $0.part.comparison.differences.count - Set($0.part.differences.map(\.criterion)).count
      },
      .optionalAddress("pair", "The page of the pair, where it has one.") {
        let pair = $0.part.comparison.pair
        return $0.model.pairs.contains(pair)
          ? .site(path: $0.routes.path($0.model.pairs.canonical(pair))) : nil
      },
    ])
}

extension In<Item> {
  /// The maximum number of alternatives on a page.
  private static var mostAlternatives: Int { 6 }
  /// The maximum number of differences that are listed for each alternative.
  private static var mostDifferences: Int { 3 }

  /// The items that share most with this one, each with what they share and how they differ.
  var alternatives: [In<Alternative>] {
    model.similarity.alternatives(to: part.id, most: Self.mostAlternatives).map { similarity in
      let comparison = model.differenceTable.comparison(of: Pair(similarity.item, part.id))
      // What only direct comparisons decide has no numbers to show.
      let differing = comparison.rows.filter { $0.outcome == .different && !$0.isDecidedDirectly }
      // Sorting is stable.
      let opinions = differing.filter { $0.aspect == .judgements }.sorted { $0.gap > $1.gap }
      let differences = (opinions + differing.filter { $0.aspect == .facts }).prefix(Self.mostDifferences)
      return with(
        Alternative(similarity: similarity, comparison: comparison, differences: Array(differences)))
    }
  }
}

extension In<Difference> {
  /// Returns an item's value or judgement on the criterion as a short text.
  fileprivate func words(of item: Item.ID) -> String {
    let criterion = part.row.criterion
    switch part.row.aspect {
    case .facts: return model.knownWords(catalog[item, criterion], catalog[criterion])
    case .judgements: return model.siteWords(catalog.balance(of: item, on: criterion))
    }
  }
}
