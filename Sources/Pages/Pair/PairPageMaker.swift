import Comparison
import Templating

/// Creates the pages of pairs.
final class PairPageMaker: Sendable {
  let model: SiteModel
  let parts: PairPartCache
  private let site: Value
  var catalog: Catalog { _read { yield model.catalog } }

  init(_ model: SiteModel, site: Value) {
    self.model = model
    parts = PairPartCache(model)
    self.site = site
  }

  /// Returns the data for the template of a pair's page.
  func value(_ pair: Pair) -> Value {
    let content = PairPage(model.differenceTable.comparison(of: pair), self)
    let page = PageHead(
      model, .pair, model.title(pair), path: model.routes.path(pair), description: content.description,
      above: [model.link(.pairs)])
    return PageTemplates.pair.record.value(.init(site: site, page: page, content: content))
  }
}

extension PairPage {
  /// A sentence that describes the page, for search engines: when to choose which, or on what the two differ.
  fileprivate var description: String {
    let title = model.title(comparison.pair)
    let wishes = [leftReasons, rightReasons].map { $0.lazy.compactMap { self.model.wish(for: $0) }.first }
    let (one, another) = (catalog[left.id].entry.name, catalog[right.id].entry.name)
    switch (wishes[0], wishes[1]) {
    case (let wish?, let other?):
      return model.siteWords(.pairDescriptionOfChoice, title, one, wish, another, other)
    case (let wish?, nil): return model.siteWords(.pairDescriptionOfReason, title, one, wish)
    case (nil, let wish?): return model.siteWords(.pairDescriptionOfReason, title, another, wish)
    case (nil, nil): break
    }
    let opinions = rankedDifferences.map(\.criterion)
    let criteria = opinions + comparison.differences.filter { !opinions.contains($0) }
    let names = criteria.map { catalog[$0].entry.name }
    guard let first = names.first else { return model.siteWords(.pairDescriptionOfSame, title) }
    if names.count == 1 { return model.siteWords(.pairDescriptionOfOne, title, first) }
    var named = names.prefix(3).joined(separator: ", ")
    if names.count > 3 { named = model.siteWords(.namesAndMore, named, "\(names.count - 3)") }
    return model.siteWords(.pairDescription, title, named)
  }
}
