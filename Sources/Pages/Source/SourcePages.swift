import Comparison
import Templating

extension PagePlanner {
  mutating func addSources() {
    let model = model
    guard catalog.has(.sources) else { return }
    addIndex(.sources, PageKinds.sources, alternates: [.json(DataPaths.sources)]) { prose in
      OverviewContent(prose: prose, rows: model.catalog.sources.map { model.card($0.id) })
    }
    for source in catalog.sources {
      let path = routes.path(.source(source.id))
      let page = page(
        "source", source.entry.name, path: path, description: source.entry.summary,
        above: [model.link(.sources)],
        entry: source.entry)
      add(PageKinds.source, path: path, page: page, origin: source.entry.place, modified: source.date) {
        model.content(of: source)
      }
    }
  }
}
