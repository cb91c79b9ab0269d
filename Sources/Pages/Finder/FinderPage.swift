import Comparison
import Templating

extension PagePlanner {
  /// Adds the finder: the values by which items can be chosen, each with the number of items and a link to them.
  mutating func addFinder() {
    guard catalog.has(.finder) else { return }
    addIndex(PageTemplates.finder, of: .finder) { $0 }
  }
}

/// A criterion by which items can be chosen.
struct Facet: Sendable {
  var criterion: Criterion.ID
  var values: [CriterionValue]
  /// The number of items without a known value.
  var unknown: Int
  /// The number of remaining items, to which the criterion does not apply.
  var others: Int
}

/// A value or use case by which items can be chosen.
struct FacetValue: Sendable {
  var name: String
  var count: Int
  var url: Address
}

extension Records {
  static let facetValue = Record<FacetValue>(
    "FacetValue", "A value that items may be chosen by.",
    [
      .text("name", "The value, or the use.") { $0.name },
      .integer("count", "How many items have it, or are named for it.") { $0.count },
      .address("url", "Where those are listed.") { $0.url },
    ])

  static let facet = Record<In<Facet>>(
    "Facet", "A criterion that items may be chosen by.",
    [
      .text("id", "An anchor for it.") { "Facet_\($0.catalog[$0.part.criterion].entry.slug)" },
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .list("values", "Its values, each with how many items have it.", of: facetValue) { $0.values },
      .integer("unknown", "Of how many items nothing is known here.") { $0.part.unknown },
      .integer("others", "To how many it does not apply.") { $0.part.others },
    ])
}

extension PageTemplates {
  static let finder = PageTemplate<In<Prose>>(
    .finder, "FindPage", "The finder: what items may be chosen by.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0 },
      .address("data", "The file that filters and weights work with.") { _ in .site(path: DataPaths.finder) },
      .list("facets", "The criteria whose values are few and fixed.", of: Records.facet) {
        $0.with(each: $0.facets)
      },
      .list(
        "uses", "The use cases, each with how many items are named for it, most first.",
        of: Records.facetValue
      ) { $0.useFacet },
    ])
}

extension In<Facet> {
  fileprivate var values: [FacetValue] {
    let criterion = catalog[part.criterion]
    return part.values.map { value in
      FacetValue(
        name: value.name, count: value.items.count,
        url: criterion.hasValueIndex
          ? .site(path: routes.path(part.criterion, value: value.slug))
          : routes.address(.criterion(part.criterion), fragment: "The_values"))
    }
  }
}

extension In<Prose> {
  fileprivate var facets: [Facet] {
    catalog.criteria.filter(\.isFacet).compactMap { criterion in
      let values = model.values(of: criterion)
      guard !values.isEmpty else { return nil }
      let known = Set(values.flatMap(\.items))
      let rest = catalog.items.filter { !known.contains($0.id) }
      let unknown = rest.count { ($0.cells[criterion.id.index].factState ?? .unknown) == .unknown }
      return Facet(
        criterion: criterion.id, values: values, unknown: unknown, others: rest.count - unknown)
    }
  }

  /// The use cases, each with the number of items that are named for it; those for which most are come first.
  fileprivate var useFacet: [FacetValue] {
    var counts: [UseCase.ID: Int] = [:]
    for item in catalog.items {
      for use in catalog.useCases(of: item.id) { counts[use, default: 0] += 1 }
    }
    return catalog.useCases.map {
      FacetValue(name: $0.entry.name, count: counts[$0.id] ?? 0, url: routes.address(.useCase($0.id)))
    }.sorted { $0.count > $1.count }
  }
}
