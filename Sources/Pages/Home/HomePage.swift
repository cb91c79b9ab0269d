import Comparison
import Templating

extension PagePlanner {
  mutating func addHome() {
    let home = catalog.pages.first { $0.isIndex && $0.location.isEmpty }
    let configuration = catalog.configuration
    let page = page(
      "home", home?.entry.name ?? configuration.title, path: "",
      description: home?.entry.summary ?? configuration.tagline,
      entry: home?.entry)
    let model = model
    add(PageKinds.home, path: "", page: page, origin: home?.entry.place, modified: model.newestDate) {
      let disagreements = model.strongestDisagreements(6)
      let overview = model.catalog.matrices.first
      return HomeContent(
        prose: model.view(home?.prose ?? Prose()), counts: model.counts,
        tables: overview.map { model.tables($0, page: 1) } ?? [],
        pagination: overview.flatMap { model.pagination(of: $0, page: 1) },
        matrix: overview.map { model.link($0.id) }, items: model.catalog.items.map { model.card($0.id) },
        useCases: model.catalog.useCases.map { model.card($0.id) }, contested: disagreements,
        contestedCount: model.disagreementCount, contestedURL: model.routes.address(.contested),
        sources: model.catalog.sources.map { model.card($0.id) }, guides: model.guides)
    }
  }
}

extension SiteModel {
  /// The newest date that the content names, by which the home page is dated.
  var newestDate: Comparison.CalendarDate? {
    (catalog.items.compactMap(\.updated) + catalog.sources.compactMap(\.date)).max()
  }

  var counts: SiteCounts {
    SiteCounts(
      items: catalog.items.count, criteria: catalog.criteria.count, sources: catalog.sources.count,
      claims: catalog.claims.count { !$0.citations.isEmpty },
      facts: catalog.itemIDs.reduce(0) { count, item in
        catalog.criterionIDs.reduce(count) { $0 + catalog[item, $1].facts.count { !$0.sources.isEmpty } }
      })
  }

  /// The pages below `guides`, but for its index.
  var guides: [LinkView] {
    pageTree.pages(below: "guides").filter { !catalog[$0].isIndex }.map { link($0) }
  }
}
