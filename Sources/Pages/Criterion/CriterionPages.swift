import Comparison
import Templating

extension PagePlanner {
  mutating func addCriteria() {
    let model = model
    guard catalog.has(.criteria) else { return }
    addIndex(.criteria, PageKinds.criteria) { OverviewContent(prose: $0, rows: model.criterionGroups) }
    for criterion in catalog.criteria {
      let path = routes.path(.criterion(criterion.id))
      let page = page(
        "criterion", criterion.entry.name, path: path,
        description: criterion.entry.summary
          ?? "\(criterion.entry.name): what sources say of each \(catalog.configuration.items.one)",
        above: [model.link(.criteria)], entry: criterion.entry)
      add(PageKinds.criterion, path: path, page: page, origin: criterion.entry.place) {
        model.content(of: criterion)
      }
      addValues(of: criterion)
    }
  }

}

extension SiteModel {
  func content(of criterion: Criterion) -> CriterionContent {
    let known = catalog.itemIDs.filter { catalog[$0, criterion.id].state != .unknown }
    let unknown = catalog.itemIDs.filter { catalog[$0, criterion.id].state == .unknown }
    let useCases = catalog.useCases.filter { $0.needs.contains { $0.criterion == criterion.id } }
    return CriterionContent(
      name: criterion.entry.name, summary: criterion.entry.summary, group: criterion.group,
      unit: criterion.unit,
      takesFacts: criterion.type != nil, prose: view(criterion.prose),
      values: values(of: criterion).map { view($0, of: criterion) },
      contested: known.filter { catalog[$0, criterion.id].isContested }.map {
        entry($0, of: criterion)
      },
      mixed: known.filter { catalog[$0, criterion.id].isMixed }.map { entry($0, of: criterion) },
      cells: known.map { view($0, criterion.id, id: Anchors.item(catalog[$0].entry.slug)) },
      unknown: unknown.map { link($0) },
      useCases: useCases.map { link($0.id) })
  }

  /// An item, at its cell on the page of a criterion.
  private func entry(_ item: Item.ID, of criterion: Criterion) -> LinkView {
    LinkView(
      url: routes.address(.criterion(criterion.id), fragment: Anchors.item(catalog[item].entry.slug)),
      text: catalog[item].entry.name, summary: nil)
  }

  /// The criteria by group, in their order; those without a group stand below the title of the index.
  var criterionGroups: [ListingView] {
    var titles: [String] = []
    var members: [String: [LinkView]] = [:]
    for criterion in catalog.criteria {
      let title = criterion.group ?? title(.criteria)
      if members[title] == nil { titles.append(title) }
      members[title, default: []].append(link(criterion.id))
    }
    return titles.enumerated().map { ListingView(id: "Group_\($0 + 1)", title: $1, links: members[$1] ?? []) }
  }
}
