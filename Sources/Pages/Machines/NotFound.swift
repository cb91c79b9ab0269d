import Comparison
import Templating

extension PagePlanner {
  /// `404.html`, which servers show at any depth.
  mutating func addNotFound() {
    let model = model
    let page = page(
      "not-found", "Page not found", path: "404.html", description: "There is nothing at this address")
    add(PageKinds.notFound, path: "404.html", page: page, isInSitemap: false) {
      OverviewContent(
        prose: model.view(Prose()),
        rows: [model.home, model.link(.items)]
          + (model.catalog.has(.useCases) ? [model.link(.useCases)] : []) + [model.link(.all)])
    }
  }
}

extension PageKinds {
  static let notFound = PageKind<OverviewContent<LinkView>>(
    "not-found", "NotFoundPage", "What a server shows for an address that does not exist.",
    [
      .list("suggestions", "Where to go instead.", of: Records.link) { $0.content.rows }
    ])
}
