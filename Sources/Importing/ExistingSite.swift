import Comparison
import Diagnostics

/// What an import needs to know of the existing site: its documents are not overwritten, and its criteria determine how
/// values are read.
struct ExistingSite {
  /// An existing criterion.
  struct KnownCriterion {
    var slug: String
    var name: String
    var path: String
    var header: CriterionHeader
  }

  let configuration: SiteConfiguration
  /// The paths of all files below `Content`.
  private(set) var paths: Set<String>
  private(set) var hasMatrix: Bool
  /// The largest `order` of a criterion.
  private(set) var lastOrder = 0
  private var criteria: [String: KnownCriterion] = [:]
  /// All paths by their lower-case form.
  private var folded: [String: String] = [:]
  /// The path of each item by slug, name and alias, as `NameIndex` keys.
  private var items: [String: String] = [:]
  private var sources: [String: String] = [:]

  init(_ site: AuthoredSite) {
    configuration = site.configuration
    hasMatrix = !site.matrices.isEmpty
    paths = Set(site.drafts.map(\.path) + site.otherFiles.map(\.path))
    paths.formUnion(site.items.map(\.source.path) + site.criteria.map(\.source.path))
    paths.formUnion(site.useCases.map(\.source.path) + site.sources.map(\.source.path))
    paths.formUnion(site.matrices.map(\.source.path) + site.pages.map(\.source.path))
    for path in paths.sorted() { folded[path.lowercased()] = path }
    for document in site.criteria {
      let criterion = KnownCriterion(
        slug: document.slug.value, name: document.common.name.value, path: document.source.path,
        header: document.header)
      lastOrder = max(lastOrder, document.header.order ?? 0)
      for key in Self.keys(document, aliases: document.header.aliases) where criteria[key] == nil {
        criteria[key] = criterion
      }
    }
    for document in site.items {
      for key in Self.keys(document, aliases: document.header.aliases) where items[key] == nil {
        items[key] = document.source.path
      }
    }
    for document in site.sources {
      for key in Self.keys(document, aliases: document.header.aliases) where sources[key] == nil {
        sources[key] = document.slug.value
      }
    }
  }

  private static func keys<Header>(_ document: AuthoredDocument<Header>, aliases: [Ranged<String>])
    -> [String]
  {
    ([document.slug.value, document.common.name.value] + aliases.map(\.value)).map(NameIndex<Never>.key)
  }

  /// Finds a criterion by the first of several names, slugs or aliases that is known.
  func criterion(_ names: [String]) -> KnownCriterion? {
    names.lazy.compactMap { criteria[NameIndex<Never>.key($0)] }.first
  }

  /// Returns the path of the item with a name, slug or alias.
  func item(_ name: String) -> String? { items[NameIndex<Never>.key(name)] }

  /// Returns the slug of the source with a name, slug or alias.
  func source(_ name: String) -> String? { sources[NameIndex<Never>.key(name)] }

  /// Returns the most similar slug of a source, for suggestions.
  func source(like name: String) -> String? { Spelling.closest(to: name, among: sources.values.sorted()) }

  /// Returns the existing path that equals a path except for case, as on a case-insensitive file system.
  func path(like path: String) -> String? { folded[path.lowercased()] }
}
