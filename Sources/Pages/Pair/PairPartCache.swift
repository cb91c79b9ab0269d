import Comparison
import Templating

/// The parts of pair pages that depend on a single criterion, use case, source or item, created once for all pairs.
///
/// Memory use grows with the number of items, not of pairs, and the parts of an item are created only for the first
/// page of one of its pairs.
struct PairPartCache: Sendable {
  /// Links to the criteria, use cases and sources, by index.
  let criteria: [Value]
  let useCases: [Value]
  let sources: [Value]
  /// The anchors of the rows of each criterion.
  let factRows: [String]
  let judgementRows: [String]
  private let model: SiteModel
  /// The parts of the items: by themselves, because a page depends on those of its two items alone.
  private let items: [LazySlot<PairItemParts>]

  init(_ model: SiteModel) {
    let catalog = model.catalog
    self.model = model
    criteria = Records.link.values(catalog.criteria.map { model.link($0.id) })
    useCases = Records.link.values(catalog.useCases.map { model.link($0.id) })
    sources = Records.link.values(catalog.sources.map { model.link($0.id) })
    factRows = catalog.criteria.map { Anchors.row($0, .facts) }
    judgementRows = catalog.criteria.map { Anchors.row($0, .judgements) }
    items = catalog.itemIDs.map { _ in LazySlot() }
  }

  /// Returns the parts of an item.
  subscript(item: Item.ID) -> PairItemParts {
    items[item.index].value { PairItemParts(model.catalog[item], model) }
  }
}
