import Comparison
import Templating

/// The page of a pair: two items and their comparison.
final class PairPage: Sendable {
  let maker: PairPageMaker
  let comparison: PairComparison
  let left: PairItemParts
  let right: PairItemParts

  init(_ comparison: PairComparison, _ maker: PairPageMaker) {
    self.maker = maker
    self.comparison = comparison
    left = maker.parts[comparison.pair.left]
    right = maker.parts[comparison.pair.right]
  }

  var model: SiteModel { maker.model }
  var parts: PairPartCache { _read { yield maker.parts } }
  var catalog: Catalog { _read { yield maker.model.catalog } }
}

extension PairPage {
  /// Returns the rows whose outcome satisfies a condition.
  private func rows(where isWanted: (PairComparison.Outcome) -> Bool) -> PairRows {
    var rows = PairRows()
    for row in comparison.rows where isWanted(row.outcome) {
      rows.append(row.criterion, row.aspect, on: self)
    }
    return rows
  }

  var differences: PairRows { rows { $0 == .different } }
  var shared: PairRows { rows { $0 == .same } }
  var undecided: PairRows { rows { $0 == .undecided } }
  var oneSided: PairRows { rows { if case .oneSided = $0 { true } else { false } } }

  /// Links to the criteria on which nothing is known of either item.
  var unknown: [Value] {
    var isKnown = Array(repeating: false, count: catalog.criteria.count)
    for row in comparison.rows where row.outcome != .unknown { isKnown[row.criterion.index] = true }
    return comparison.rows.compactMap { row in
      row.outcome == .unknown && !isKnown[row.criterion.index] ? parts.criteria[row.criterion.index] : nil
    }
  }

  /// The rows of the criteria with claims about either item, whether or not they judge.
  var claims: PairRows {
    var rows = PairRows()
    for criterion in catalog.criterionIDs
    where left.compared.isSpokenOf(on: criterion) || right.compared.isSpokenOf(on: criterion) {
      rows.append(criterion, .judgements, on: self)
    }
    return rows
  }

  /// The use cases that either item is named for, in order of id.
  var uses: [PairUse] {
    var result: [PairUse] = []
    var rest = right.uses[...]
    for left in left.uses {
      while let right = rest.first, right.useCase < left.useCase {
        result.append(PairUse(useCase: right.useCase, left: [], right: right.claims, page: self))
        rest.removeFirst()
      }
      let isShared = rest.first?.useCase == left.useCase
      result.append(
        PairUse(
          useCase: left.useCase, left: left.claims, right: isShared ? rest.removeFirst().claims : [],
          page: self))
    }
    return result + rest.map { PairUse(useCase: $0.useCase, left: [], right: $0.claims, page: self) }
  }

  /// Links to the use cases that both items are named for.
  var sharedUses: [Value] {
    left.uses.lazy.map(\.useCase).filter { [right] use in right.uses.contains { $0.useCase == use } }
      .map { [parts] in parts.useCases[$0.index] }
  }

  var sources: [PairSource] {
    PairPartCache.common(left, right).map {
      PairSource(source: $0.source, left: $0.left, right: $0.right, page: self)
    }
  }

  /// The relations between the two items that sources state, in the order in which the item with the first slug lists
  /// them.
  var relations: [Value] {
    let isFirst = model.pairs.canonical(Pair(left.id, right.id)).left == left.id
    let (first, other) = isFirst ? (left, right) : (right, left)
    return first.relations.filter { $0.other == other.id }.map(\.value)
  }
}
