import Comparison
import Templating
import TextEncoding

/// Creates the pages of pairs.
///
/// Everything that they show of an item is in its `PairItemParts`, and `model` has no other content of items. The
/// output of a page therefore depends only on the parts of its two items and on what all pages share.
final class PairPageMaker: Sendable {
  let model: SiteModel
  let parts: PairPartCache
  private let site: Value
  /// A fingerprint of everything that does not belong to an item.
  private let fingerprint: ContentHash
  var catalog: Catalog { _read { yield model.catalog } }

  init(_ model: SiteModel, site: Value) {
    self.model = model.withoutContentOfItems()
    parts = PairPartCache(model)
    self.site = site
    fingerprint = ContentHash(
      of: [model.catalog.fingerprintBesideItems, site.fingerprint], and: [model.baseURL ?? ""])
  }

  /// Returns a fingerprint of everything that the page of a pair is made from.
  func cacheKey(_ pair: Pair) -> ContentHash {
    ContentHash(
      of: [fingerprint, parts[pair.left].fingerprint, parts[pair.right].fingerprint],
      and: [model.differenceTable.comparison(of: pair).canonical])
  }

  /// Returns the data for the template of a pair's page.
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
  /// Returns a sentence that describes a pair's page, for search engines.
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
