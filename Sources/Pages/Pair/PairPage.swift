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
  /// The opinions that differ, most telling first.
  let rankedDifferences: [PairComparison.Row]
  /// The reasons to choose the left item, most telling first.
  let leftReasons: [ReasonToChoose]
  /// The reasons to choose the right item, most telling first.
  let rightReasons: [ReasonToChoose]

  init(_ comparison: PairComparison, _ maker: PairPageMaker) {
    self.maker = maker
    self.comparison = comparison
    left = maker.parts[comparison.pair.left]
    right = maker.parts[comparison.pair.right]
    direct = maker.model.differenceTable.directComparisons(of: comparison.pair)
    let criteria = maker.model.catalog.criteria
    rankedDifferences = comparison.rankedDifferences(left.compared, right.compared)
    leftReasons = left.compared.reasons(against: right.compared, comparison, criteria)
    rightReasons = right.compared.reasons(against: left.compared, comparison.mirrored, criteria)
  }

  var model: SiteModel { maker.model }
  var parts: PairPartCache { _read { yield maker.parts } }
  var catalog: Catalog { _read { yield maker.model.catalog } }
}

extension PairPage {
  /// Returns the rows of one aspect whose outcome satisfies a condition.
  private func rows(
    _ aspect: PairComparison.Aspect, where isWanted: (PairComparison.Outcome) -> Bool
  ) -> [PairRow] {
    comparison.rows.filter { $0.aspect == aspect && isWanted($0.outcome) }.map {
      PairRow(page: self, row: $0)
    }
  }

  var differences: [PairRow] {
    rankedDifferences.map { PairRow(page: self, row: $0) }
  }

  var differentFacts: [PairRow] { rows(.facts) { $0 == .different } }
  var disputedFacts: [PairRow] { rows(.facts) { $0 == .undecided } }
  var sharedFacts: [PairRow] { rows(.facts) { $0 == .same } }
  var shared: [PairRow] { rows(.judgements) { $0 == .same } }
  var tooClose: [PairRow] { rows(.judgements) { $0 == .undecided } }

  /// Returns the rows of one aspect that are known of one item alone: the left one, or the right one.
  func rows(_ aspect: PairComparison.Aspect, ofLeft isLeft: Bool) -> [PairRow] {
    rows(aspect) { $0 == (isLeft ? .oneSided(.left) : .oneSided(.right)) }
  }

  var oneSidedCount: Int { comparison.rows.count { $0.outcome.isOneSided } }

  /// The criteria on which claims describe either item, but no source judges or compares them.
  var mentions: [PairRow] {
    let judged = Set(
      comparison.rows.lazy.filter { $0.aspect == .judgements && $0.outcome != .unknown }.map(\.criterion))
    return catalog.criterionIDs.filter { !judged.contains($0) && isSpokenOf(on: $0) }.map {
      PairRow(page: self, row: .init(criterion: $0, aspect: .judgements, outcome: .unknown))
    }
  }

  /// Links to the criteria on which nothing is said of either item.
  var unknown: [Value] {
    var isKnown = catalog.criterionIDs.map { isSpokenOf(on: $0) }
    for row in comparison.rows where row.outcome != .unknown { isKnown[row.criterion.index] = true }
    return isKnown.indices.filter { !isKnown[$0] }.map { parts.criteria[$0] }
  }

  private func isSpokenOf(on criterion: Criterion.ID) -> Bool {
    left.compared.isSpokenOf(on: criterion) || right.compared.isSpokenOf(on: criterion)
  }

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
    let said = Dictionary(grouping: left.statements + right.statements, by: \.source)
    let both = catalog[left.id].relations.filter { $0.from == right.id || $0.to == right.id }
    return Set(said.keys).union(both.flatMap(\.sources)).sorted().map {
      PairSource(source: $0, said: (said[$0] ?? []).map(\.value), page: self)
    }
  }

  /// The sources that make statements about both items, in order of id.
  var speakersOfBoth: [Source.ID] {
    let speakers = Set(left.statements.map(\.source))
    return right.statements.map(\.source).filter(speakers.contains)
  }

  /// The number of sources that make statements about both items, each by itself or both at once.
  var speakerCount: Int { Set(speakersOfBoth).union(direct.flatMap(\.sources)).count }

  /// The relations between the two items that satisfy a condition, in the order in which the item with the first slug
  /// lists them.
  func relations(where isWanted: (PairItemParts.Relation) -> Bool) -> [Value] {
    let isFirst = model.pairs.canonical(Pair(left.id, right.id)).left == left.id
    let (first, other) = isFirst ? (left, right) : (right, left)
    return first.relations.filter { $0.other == other.id && isWanted($0) }.map(\.value)
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

extension PairComparison.Outcome {
  fileprivate var isOneSided: Bool { if case .oneSided = self { true } else { false } }
}
