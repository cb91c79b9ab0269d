import Comparison

/// The statements of a source about one item, compared with those of other sources.
struct StatementsOfSource: Sendable {
  /// A claim of the source, and whether other sources say the same or the opposite.
  struct Said: Sendable {
    var source: Source.ID
    var claim: Claim.ID
    var standing: Corroboration
  }

  /// The facts that the source states for one cell, with the differing facts of other sources.
  struct Stated: Sendable {
    var source: Source.ID
    var item: Item.ID
    var criterion: Criterion.ID
    var facts: [Fact]
    var opposition: [Fact]
    var standing: Corroboration
  }

  var source: Source.ID
  var item: Item.ID
  var claims: [Said] = []
  var facts: [Stated] = []
  /// The criteria of its claims and facts, in order.
  var criteria: [Criterion.ID] = []

  /// Collects the statements; fails if the source makes none about the item.
  init?(_ catalog: Catalog, _ source: Source.ID, about item: Item.ID) {
    self.source = source
    self.item = item
    for claim in catalog[item].claimSections.flatMap(\.claims)
    where catalog[claim].citations.contains(source) {
      claims.append(
        Said(
          source: source, claim: claim, standing: catalog.corroboration(of: catalog[claim], for: source)))
      for case .criterion(let id) in catalog[claim].subjects where !criteria.contains(id) {
        criteria.append(id)
      }
    }
    for criterion in catalog.criterionIDs {
      let stated = catalog[item, criterion].facts.filter { $0.sources.contains(source) }
      if stated.isEmpty { continue }
      facts.append(
        Stated(
          source: source, item: item, criterion: criterion, facts: stated,
          opposition: catalog.opposition(toFactsIn: catalog[item, criterion], on: criterion, of: source),
          standing: catalog.corroboration(ofFactsIn: catalog[item, criterion], on: criterion, for: source)))
      if !criteria.contains(criterion) { criteria.append(criterion) }
    }
    if claims.isEmpty && facts.isEmpty { return nil }
    criteria.sort()
  }

  /// Returns the number of claims and facts that relate to other sources in a given way.
  func count(_ standing: Corroboration) -> Int {
    claims.count { $0.standing == standing } + facts.filter { $0.standing == standing }.factCount
  }
}

extension [StatementsOfSource.Stated] {
  /// The number of facts: a source may state several for one cell.
  var factCount: Int { reduce(0) { $0 + $1.facts.count } }
}
