import Comparison
import Templating

extension PagePlanner {
  /// The finder: what items may be chosen by, each value with how many have it and a way to them.
  mutating func addFinder() {
    guard catalog.has(.finder) else { return }
    let model = model
    addIndex(.finder, PageKinds.finder) {
      FinderContent(
        prose: $0, data: .site(path: DataPaths.finder), facets: model.facets, uses: model.useFacet)
    }
  }
}

extension SiteModel {
  fileprivate var facets: [FacetView] {
    catalog.criteria.filter(\.isFacet).compactMap { criterion in
      let values = values(of: criterion)
      guard !values.isEmpty else { return nil }
      let known = Set(values.flatMap(\.items))
      let rest = catalog.items.filter { !known.contains($0.id) }
      let unknown = rest.count { (catalog.cell($0.id, criterion.id).factState ?? .unknown) == .unknown }
      return FacetView(
        id: "Facet_\(criterion.entry.slug)", criterion: link(criterion.id),
        values: values.map { value in
          FacetValueView(
            name: value.name, count: value.items.count,
            url: criterion.hasValueIndex
              ? .site(path: routes.path(criterion.id, value: value.slug))
              : routes.address(.criterion(criterion.id), fragment: "The_values"))
        },
        unknown: unknown, others: rest.count - unknown)
    }
  }

  /// The uses that somebody names items for, each with how many it names.
  fileprivate var useFacet: [FacetValueView] {
    var counts: [UseCase.ID: Int] = [:]
    for item in catalog.items {
      for use in catalog.useCases(of: item.id) { counts[use, default: 0] += 1 }
    }
    return catalog.useCases.map {
      FacetValueView(name: $0.entry.name, count: counts[$0.id] ?? 0, url: routes.address(.useCase($0.id)))
    }
  }
}
