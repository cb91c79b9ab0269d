import Comparison
import Templating

/// The parts of pair pages that depend on a single criterion, use case, source or item, created once for all pairs.
///
/// Memory use grows with the number of items, not of pairs, and no further than some thousands of items take. The parts
/// of an item are created only for a page of one of its pairs.
struct PairPartCache: Sendable {
  /// Links to the criteria, by index.
  let criteria: [Value]
  /// The rows of the use cases, without the items.
  let useCases: [Value]
  /// The rows of the sources, without what they say.
  let sources: [Value]
  /// The rows of each criterion, without the items.
  let factRows: [Value]
  let judgementRows: [Value]
  /// The anchor of what sources say of both items directly.
  let directAnchor = Value(text: Anchors.directComparisons)
  private let model: SiteModel
  private let parts: RecentValues<PairItemParts>

  init(_ model: SiteModel) {
    let catalog = model.catalog
    self.model = model
    criteria = Records.link.values(catalog.criteria.map { model.link($0.id) })
    useCases = Records.pairUseOfNeither.values(catalog.useCases.map { In(model, $0.id) })
    sources = Records.pairSourceAlone.values(catalog.sources.map { In(model, $0.id) })
    let rows = { (aspect: PairComparison.Aspect) in
      Records.pairRowAlone.values(catalog.criterionIDs.map { In(model, (criterion: $0, aspect: aspect)) })
    }
    factRows = rows(.facts)
    judgementRows = rows(.judgements)
    parts = RecentValues(catalog.items.count)
  }

  /// Returns the parts of an item.
  subscript(item: Item.ID) -> PairItemParts {
    parts.value(at: item.index) { PairItemParts(model.catalog[item], model) }
  }
}
