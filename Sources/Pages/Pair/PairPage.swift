import Comparison
import Templating

/// The page of a pair: two items and their comparison.
final class PairPage: Sendable {
  /// The maximum number of other pairs that it lists.
  static let mostOtherPairs = 6

  let maker: PairPageMaker
  let comparison: PairComparison
  let left: PairItemParts
  let right: PairItemParts
  /// What sources say of the two directly.
  let direct: [DirectComparison]
  /// The relations between the two, in the order in which the item with the first slug lists them.
  let relations: [PairItemParts.Relation]
  /// The sources that make statements about each of the two, in order of id.
  let speakersOfBoth: [Source.ID]
  let rows: PairRows
  /// The opinions that differ, most telling first.
  let rankedDifferences: [PairComparison.Row]
  /// The reasons to choose the left item, most telling first.
  let leftReasons: [ReasonToChoose]
  /// The reasons to choose the right item, most telling first.
  let rightReasons: [ReasonToChoose]

  init(_ comparison: PairComparison, _ maker: PairPageMaker) {
    self.maker = maker
    self.comparison = comparison
    let pair = comparison.pair
    let (left, right) = (maker.parts[pair.left], maker.parts[pair.right])
    (self.left, self.right) = (left, right)
    direct = maker.model.differenceTable.directComparisons(of: pair)
    let isFirst = maker.model.pairs.canonical(pair) == pair
    let (first, second) = isFirst ? (left, right) : (right, left)
    relations = first.relations.filter { $0.other == second.id }
    speakersOfBoth = left.statements.map(\.source).filter { right.statements(of: $0) != nil }
    let criteria = maker.model.catalog.criteria
    rows = PairRows(comparison, criteria.count) {
      left.compared.isSpokenOf(on: $0) || right.compared.isSpokenOf(on: $0)
    }
    rankedDifferences = comparison.rankedDifferences(left.compared, right.compared, direct)
    leftReasons = comparison.reasons(
      for: .left, left.compared, right.compared, ranked: rankedDifferences, direct, criteria)
    rightReasons = comparison.reasons(
      for: .right, left.compared, right.compared, ranked: rankedDifferences, direct, criteria)
  }

  var model: SiteModel { maker.model }
  var parts: PairPartCache { _read { yield maker.parts } }
  var catalog: Catalog { _read { yield maker.model.catalog } }
}

extension PairPage {
  /// Returns rows together with the page.
  func rows(_ rows: [PairComparison.Row]) -> [PairRow] { rows.map { PairRow(page: self, row: $0) } }

  var mentions: [PairRow] {
    rows.mentions.map {
      PairRow(page: self, row: .init(criterion: $0, aspect: .judgements, outcome: .unknown))
    }
  }

  /// Links to the criteria on which nothing is said of either item.
  var unknown: [Value] { rows.unknown.map { parts.criteria[$0.index] } }

  /// The use cases that either item is named for, in order of id.
  var uses: [PairUse] {
    var result: [PairUse] = []
    var rest = right.uses[...]
    for left in left.uses {
      while let right = rest.first, right.useCase < left.useCase {
        result.append(PairUse(useCase: right.useCase, left: nil, right: right, page: self))
        rest.removeFirst()
      }
      let isShared = rest.first?.useCase == left.useCase
      result.append(
        PairUse(useCase: left.useCase, left: left, right: isShared ? rest.removeFirst() : nil, page: self))
    }
    return result + rest.map { PairUse(useCase: $0.useCase, left: nil, right: $0, page: self) }
  }

  /// The sources that speak of either item or of both at once, in order of id.
  var sources: [PairSource] {
    var sources = left.statements.map(\.source)
    sources.insertInOrder(right.statements.map(\.source))
    for relation in relations { sources.insertInOrder(relation.sources) }
    return sources.map { source in
      PairSource(
        made: parts.sources[source.index], said: [left, right].compactMap { $0.statements(of: source) })
    }
  }

  /// The number of sources that make statements about both items, each by itself or both at once.
  var speakerCount: Int {
    var speakers = speakersOfBoth
    for comparison in direct { speakers.insertInOrder(comparison.sources) }
    return speakers.count
  }

  /// The pages of the closest other pairs of either item, those with most in common first.
  var otherPairs: [OtherPair] {
    let pairs = [left, right].flatMap { item in
      item.listed.filter { $0.other != left.id && $0.other != right.id }.map {
        OtherPair(item: item.link, listed: $0)
      }
    }
    // Sorting is stable, so that the first item's pairs come first among equals.
    return Array(pairs.sorted { $0.listed.score > $1.listed.score }.prefix(Self.mostOtherPairs))
  }
}
