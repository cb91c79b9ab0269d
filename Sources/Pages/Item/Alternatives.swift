import Comparison
import Templating

/// Another item, what it has in common, and how it differs.
struct AlternativeView: Sendable {
  var item: LinkView
  var score: Int
  var useCases: [LinkView]
  var facts: [LinkView]
  var differences: [DifferenceView]
  var differenceCount: Int
  var moreDifferences: Int
  var pair: Address?
}

/// One thing that tells an item from another, in few words.
struct DifferenceView: Sendable {
  var criterion: LinkView
  var own: String
  var other: String
}

extension SiteModel {
  /// How many items a page offers instead of its own.
  private static let mostAlternatives = 6
  /// How many differences are told of each.
  private static let mostDifferences = 3

  /// The items that have most in common with one, each with the reasons and with how it differs.
  func alternatives(to item: Item.ID) -> [AlternativeView] {
    similarity.alternatives(to: item, most: Self.mostAlternatives).map { similarity in
      let comparison = differenceTable.comparison(of: Pair(similarity.item, item))
      let shown = comparison.rows.filter { $0.outcome == .different }.prefix(Self.mostDifferences)
      let count = comparison.differences.count
      return AlternativeView(
        item: link(similarity.item), score: similarity.score, useCases: similarity.useCases.map { link($0) },
        facts: similarity.facts.map { link($0) },
        differences: shown.map { view($0, of: comparison.pair) },
        differenceCount: count, moreDifferences: count - Set(shown.map(\.criterion)).count,
        pair: pairs.contains(comparison.pair)
          ? .site(path: routes.path(pairs.canonical(comparison.pair))) : nil)
    }
  }

  private func view(_ row: PairComparison.Row, of pair: Pair) -> DifferenceView {
    func words(_ item: Item.ID) -> String {
      switch row.aspect {
      case .facts: return knownWords(catalog[item, row.criterion], catalog[row.criterion])
      case .judgements: return (catalog[item, row.criterion].claimState ?? .unknown).label
      }
    }
    return DifferenceView(criterion: link(row.criterion), own: words(pair.left), other: words(pair.right))
  }
}

extension Records {
  static let difference = Record<DifferenceView>(
    "Difference", "One thing that tells an item from another.",
    [
      .record("criterion", "The criterion.", of: link) { $0.criterion },
      .text("own", "The alternative's value, or `praised` or `criticised`.") { $0.own },
      .text("other", "The same of the item whose alternative it is.") { $0.other },
    ])

  static let alternative = Record<AlternativeView>(
    "Alternative", "Another item, what it has in common, and how it differs.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .integer("score", "How much they share: use cases and equal facts.") { $0.score },
      .list("use_cases", "The use cases that both are named for.", of: link) { $0.useCases },
      .list("facts", "The criteria on which both have the same values.", of: link) { $0.facts },
      .list("differences", "The first things that tell the two apart.", of: difference) { $0.differences },
      .integer("difference_count", "On how many criteria they differ.") { $0.differenceCount },
      .integer("more_differences", "How many of those are not among `differences`.") { $0.moreDifferences },
      .optionalAddress("pair", "The page of the pair, where it has one.") { $0.pair },
    ])
}
