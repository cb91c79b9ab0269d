import Templating

/// Something that items may be chosen by.
struct FacetView: Sendable {
  var id: String
  var criterion: LinkView
  var values: [FacetValueView]
  var unknown: Int
  var others: Int
}

struct FacetValueView: Sendable {
  var name: String
  var count: Int
  var url: Address
}

struct FinderContent: Sendable {
  var prose: ProseView
  var data: Address
  var facets: [FacetView]
  var uses: [FacetValueView]
}

extension Records {
  static let facetValue = Record<FacetValueView>(
    "FacetValue", "A value that items may be chosen by.",
    [
      .text("name", "The value, or the use.") { $0.name },
      .integer("count", "How many items have it, or are named for it.") { $0.count },
      .address("url", "Where those are listed.") { $0.url },
    ])

  static let facet = Record<FacetView>(
    "Facet", "A criterion that items may be chosen by.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .record("criterion", "The criterion.", of: link) { $0.criterion },
      .list("values", "Its values, each with how many items have it.", of: facetValue) { $0.values },
      .integer("unknown", "Of how many items nothing is known here.") { $0.unknown },
      .integer("others", "To how many it does not apply.") { $0.others },
    ])
}

extension PageKinds {
  static let finder = PageKind<FinderContent>(
    "find", "FindPage", "The finder: what items may be chosen by.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .address("data", "The file that filters and weights work with.") { $0.content.data },
      .list("facets", "The criteria whose values are few and fixed.", of: Records.facet) {
        $0.content.facets
      },
      .list("uses", "The use cases, each with how many items somebody names for it.", of: Records.facetValue)
      { $0.content.uses },
    ])
}
