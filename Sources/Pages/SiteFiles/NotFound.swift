import Comparison
import Templating

extension PagePlanner {
  /// Adds `404.html`, which servers return at any depth.
  mutating func addNotFound() {
    let model = model
    let page = page(
      .notFound, model.siteWords(.notFound), path: "404.html",
      description: model.siteWords(.notFoundDescription))
    add(PageTemplates.notFound, path: "404.html", page: page, isInSitemap: false) { model }
  }
}

extension PageTemplates {
  static let notFound = PageTemplate<SiteModel>(
    .notFound, "NotFoundPage", "What a server shows for an address that does not exist.",
    [
      .list("suggestions", "Where to go instead.", of: Records.link) { model in
        [model.home, model.link(.items)]
          + (model.catalog.has(.useCases) ? [model.link(.useCases)] : []) + [model.link(.all)]
      }
    ])
}
