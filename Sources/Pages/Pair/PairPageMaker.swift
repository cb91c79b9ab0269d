import Comparison
import Templating
import TextEncoding

/// Makes the pages of pairs.
///
/// All that they show of an item stands in its part, and the model knows nothing else of any item. So whether such a page comes out the
/// same follows from the parts of its two items.
final class PairPageMaker: Sendable {
  let model: SiteModel
  let parts: PairPartCache
  private let site: Value
  /// Of all that is no item's.
  private let fingerprint: ContentHash
  var catalog: Catalog { _read { yield model.catalog } }

  init(_ model: SiteModel, site: Value) {
    self.model = model.withoutContentOfItems()
    parts = PairPartCache(model)
    self.site = site
    fingerprint = ContentHash(
      of: [model.catalog.fingerprintBesideItems, site.fingerprint], and: [model.baseURL ?? ""])
  }

  /// A fingerprint of all that the page of a pair is made from.
  func cacheKey(_ pair: Pair) -> ContentHash {
    ContentHash(
      of: [fingerprint, parts[pair.left].fingerprint, parts[pair.right].fingerprint],
      and: [model.differenceTable.comparison(of: pair).canonical])
  }

  /// What the template of a pair's page gets.
  func value(_ pair: Pair) -> Value {
    let comparison = model.differenceTable.comparison(of: pair)
    let page = PageHead(
      model, .pair, model.title(pair), path: model.routes.path(pair),
      description: description(of: comparison),
      above: [model.link(.pairs)])
    return PageTemplates.pair.record.value(
      .init(site: site, page: page, content: PairPage(comparison, self)))
  }
}

extension PairPageMaker {
  /// A sentence on what a pair's page holds, for search engines.
  private func description(of comparison: PairComparison) -> String {
    let differences = comparison.differences.map { catalog[$0].entry.name }
    let title = model.title(comparison.pair)
    guard let first = differences.first else {
      return model.siteWords(.pairDescriptionOfSame, title)
    }
    if differences.count == 1 { return model.siteWords(.pairDescriptionOfOne, title, first) }
    var named = differences.prefix(3).joined(separator: ", ")
    if differences.count > 3 { named = model.siteWords(.namesAndMore, named, "\(differences.count - 3)") }
    return model.siteWords(.pairDescription, title, named)
  }
}
