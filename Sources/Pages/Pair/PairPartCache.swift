import Comparison
import Templating

/// What pages of pairs show that depends on one criterion, use, source or item alone, made once for all pairs.
///
/// It takes memory for each item, not for each pair, and for an item only when a page of one of its pairs is asked for.
struct PairPartCache: Sendable {
  /// Links to them, by index.
  let criteria: [Value]
  let useCases: [Value]
  let sources: [Value]
  /// The `id` of each criterion's rows.
  let factRows: [String]
  let judgementRows: [String]
  private let model: SiteModel
  /// The items in stretches of so many.
  private let stretches: [LazySlot<[PairItemParts]>]

  /// How many items are made together, as they share their memory.
  private static let itemsTogether = 8

  init(_ model: SiteModel) {
    let catalog = model.catalog
    self.model = model
    criteria = Records.link.values(catalog.criteria.map { model.link($0.id) })
    useCases = Records.link.values(catalog.useCases.map { model.link($0.id) })
    sources = Records.link.values(catalog.sources.map { model.link($0.id) })
    factRows = catalog.criteria.map { Anchors.row($0, .facts) }
    judgementRows = catalog.criteria.map { Anchors.row($0, .judgements) }
    stretches = stride(from: 0, to: catalog.items.count, by: Self.itemsTogether).map { _ in LazySlot() }
  }

  /// What pages show of an item.
  subscript(item: Item.ID) -> PairItemParts {
    let (stretch, place) = item.index.quotientAndRemainder(dividingBy: Self.itemsTogether)
    let items = stretches[stretch].value {
      let first = stretch * Self.itemsTogether
      return PairItemParts.making(
        model.catalog.items[first..<min(first + Self.itemsTogether, model.catalog.items.count)], model)
    }
    return items[place]
  }

  /// The sources that speak of both of two items, in order.
  static func common(
    _ one: PairItemParts, _ other: PairItemParts
  ) -> [(source: Source.ID, left: Value, right: Value)] {
    var result: [(source: Source.ID, left: Value, right: Value)] = []
    var rest = other.statements[...]
    for left in one.statements {
      while let right = rest.first, right.source < left.source { rest = rest.dropFirst() }
      if let right = rest.first, right.source == left.source {
        result.append((left.source, left.value, right.value))
      }
    }
    return result
  }
}
