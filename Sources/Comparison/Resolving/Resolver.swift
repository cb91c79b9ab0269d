package import Diagnostics
import MarkdownParsing
import TextEncoding

/// Resolves all references of a site and derives the states of cells.
///
/// The catalog is usable even if there are errors: whatever could not be resolved is left out.
package func resolve(_ site: AuthoredSite) -> (Catalog, [Diagnostic]) {
  var cache = ResolutionCache()
  return cache.resolve(site)
}

/// Resolves a site in two steps: first collects all entities, then resolves the references between them.
struct Resolver {
  var site: AuthoredSite
  var catalog: Catalog
  var references = References()
  /// The names that all documents may refer to, once collected.
  private(set) var names: Names
  var diagnostics: [Diagnostic] = []
  /// The authored documents in the catalog's order.
  var items: [AuthoredDocument<ItemHeader>] = []
  var criteria: [AuthoredDocument<CriterionHeader>] = []
  var useCases: [AuthoredDocument<UseCaseHeader>] = []
  var sources: [AuthoredDocument<SourceHeader>] = []
  var matrices: [AuthoredDocument<MatrixHeader>] = []
  var comparisons: [AuthoredDocument<ComparisonHeader>] = []
  /// For each item, use case and comparison of the catalog, its index in the site.
  private(set) var itemOrder: [Int] = []
  private(set) var useCaseOrder: [Int] = []
  private(set) var comparisonOrder: [Int] = []

  /// Collects all entities; the diagnostics concern their names only.
  init(_ site: AuthoredSite) {
    self.site = site
    catalog = Catalog(configuration: site.configuration)
    names = Names(site.configuration, References(), criteria: [])
    catalog.otherFiles = site.otherFiles
    catalog.draftCount = site.drafts.count
    references.drafts = DraftIndex(site.drafts)
    references.files = Set(site.otherFiles.map(\.path))
    for file in site.otherFiles { references.imageSizes[file.path] = file.imageSize }
    for kind in IndexKind.allCases where site.has(kind) {
      references.indexes["Content/" + kind.folder(site.configuration)] = kind
    }
    // The comparisons are listed with the pairs.
    if !site.comparisons.isEmpty {
      references.indexes["Content/comparisons"] = references.indexes["Content/compare"]
    }
    addEntities()
    names = Names(site.configuration, references, criteria: catalog.criteria)
    catalog.names = names
  }

  var configuration: SiteConfiguration { site.configuration }

  // MARK: Entities

  private mutating func addEntities() {
    criteria = order(of: site.criteria, by: \.header.order).map { site.criteria[$0] }
    useCaseOrder = order(of: site.useCases)
    useCases = useCaseOrder.map { site.useCases[$0] }
    sources = order(of: site.sources).map { site.sources[$0] }
    itemOrder = order(of: site.items)
    items = itemOrder.map { site.items[$0] }
    matrices = order(of: site.matrices, by: \.header.order).map { site.matrices[$0] }
    comparisonOrder = order(of: site.comparisons)
    comparisons = comparisonOrder.map { site.comparisons[$0] }
    addCriteria()
    addSources()
    for (index, document) in items.enumerated() {
      register(document, as: .item(.init(index)))
      checkItemSlug(document.slug)
      addName(document, to: \.items, id: .init(index), noun: configuration.items.one)
    }
    for (index, document) in useCases.enumerated() {
      catalog.useCases.append(UseCase(id: .init(index), entry: Entry(document)))
      register(document, as: .useCase(.init(index)))
      addName(document, to: \.useCases, id: .init(index), noun: "use case")
    }
    var matrixNames = NameIndex<Matrix>()
    for (index, document) in matrices.enumerated() {
      catalog.matrices.append(Matrix(id: .init(index), entry: Entry(document), order: document.header.order))
      register(document, as: .matrix(.init(index)))
      if let other = matrixNames.add(slug: document.slug, name: document.common.name, for: .init(index)) {
        clash(document.slug, with: other, noun: "matrix")
      }
    }
    var comparisonNames = NameIndex<NamedComparison>()
    for (index, document) in comparisons.enumerated() {
      catalog.comparisons.append(NamedComparison(id: .init(index), entry: Entry(document)))
      register(document, as: .comparison(.init(index)))
      if let other = comparisonNames.add(slug: document.slug, name: document.common.name, for: .init(index)) {
        clash(document.slug, with: other, noun: "comparison")
      }
    }
    for (index, document) in site.pages.enumerated() {
      catalog.pages.append(Page(document, id: .init(index)))
      register(document, as: .page(.init(index)))
    }
    checkNames(references.items, noun: configuration.items.one)
    checkNames(references.sources, noun: "source")
    checkNames(references.useCases, noun: "use case")
    checkNames(comparisonNames, noun: "comparison")
    addAliases(of: criteria, \.aliases, to: \.criteria, noun: "criterion")
    addAliases(of: sources, \.aliases, to: \.sources, noun: "source")
    addAliases(of: items, \.aliases, to: \.items, noun: configuration.items.one)
    addAliases(of: useCases, \.aliases, to: \.useCases, noun: "use case")
  }

  private mutating func addCriteria() {
    for (index, document) in criteria.enumerated() {
      let header = document.header
      var criterion = Criterion(id: .init(index), entry: Entry(document), type: header.type)
      criterion.aliases = header.aliases.map(\.value)
      criterion.unit = header.unit
      criterion.better = header.better
      criterion.group = header.group?.value
      criterion.order = header.order
      criterion.choices = header.values
      criterion.hasValueIndex = header.hasValueIndex
      criterion.mostAge = header.mostAge
      criterion.wish = header.wish
      catalog.criteria.append(criterion)
      register(document, as: .criterion(.init(index)))
      addName(document, to: \.criteria, id: .init(index), noun: "criterion")
    }
  }

  private mutating func addSources() {
    for (index, document) in sources.enumerated() {
      let header = document.header
      var source = Source(
        id: .init(index), entry: Entry(document), shortName: header.shortName ?? document.common.name.value)
      source.aliases = header.aliases.map(\.value)
      source.publisher = header.publisher
      source.url = header.url?.value
      source.date = header.date
      source.kind = header.kind
      source.isTrusted = header.isTrusted
      source.rankingBasis = header.rankingBasis
      catalog.sources.append(source)
      register(document, as: .source(.init(index)))
      addName(document, to: \.sources, id: .init(index), noun: "source")
      if header.isTrusted, let host = header.url.flatMap({ WebAddress.host(of: $0.value) }) {
        references.trustedHosts.insert(host)
        catalog.trustedHosts.insert(host)
      }
    }
    references.sourceNames = catalog.sources
  }

  /// Returns the indices of documents in order of their `order`, if any, then by name, then by path.
  private func order<Header>(
    of documents: [AuthoredDocument<Header>], by order: (AuthoredDocument<Header>) -> Int? = { _ in nil }
  ) -> [Int] {
    let keyed = documents.enumerated().map {
      (place: $0, order: order($1) ?? Int.max, name: SortKey($1.common.name.value), path: $1.source.path)
    }
    return keyed.sorted { left, right in
      if left.order != right.order { return left.order < right.order }
      if left.name != right.name { return left.name < right.name }
      return left.path.precedesByBytes(right.path)
    }.map(\.place)
  }

  private mutating func register<Header>(_ document: AuthoredDocument<Header>, as id: DocumentID) {
    references.documents[document.source.path] = id
    references.anchors[id] = Set(document.anchors)
  }

  // MARK: Names

  private mutating func addName<Header, Entity>(
    _ document: AuthoredDocument<Header>, to index: WritableKeyPath<References, NameIndex<Entity>>,
    id: EntityID<Entity>,
    noun: String
  ) {
    let other = references[keyPath: index].add(slug: document.slug, name: document.common.name, for: id)
    if let other { clash(document.slug, with: other, noun: noun) }
  }

  /// Adds the aliases of all documents of a kind; must be called after all slugs and names were added.
  private mutating func addAliases<Header, Entity>(
    of documents: [AuthoredDocument<Header>], _ aliases: (Header) -> [Ranged<String>],
    to index: WritableKeyPath<References, NameIndex<Entity>>, noun: String
  ) {
    for (place, document) in documents.enumerated() {
      for alias in aliases(document.header) {
        if let other = references[keyPath: index].add(alias: alias, for: .init(place)) {
          clash(alias, with: other, noun: noun)
        }
      }
    }
  }

  private mutating func clash(_ name: Ranged<String>, with other: SourceRange, noun: String) {
    diagnostics.append(
      .init(
        .duplicateName, "another \(noun) is called \"\(name.value)\" too",
        at: name.range,
        notes: [.init("the other \(noun)", at: other)]))
  }

  /// Warns of entities that share a name and so look the same on every page. Not used for criteria, which may share a
  /// name if their groups differ.
  private mutating func checkNames<Entity>(_ index: NameIndex<Entity>, noun: String) {
    for places in index.sharedNames {
      for place in places.dropFirst() {
        diagnostics.append(
          .init(
            .sameName,
            "another \(noun) has this name too, so that readers cannot tell them apart",
            at: place, help: "say in the `name:` what is different about each",
            notes: [.init("the other \(noun)", at: places[0])]))
      }
    }
  }

  private mutating func checkItemSlug(_ slug: Ranged<String>) {
    guard ("-" + slug.value + "-").contains("-vs-") else { return }
    diagnostics.append(
      .init(
        .invalidSlug,
        "\"\(slug.value)\" has the word \"vs\" in it, which stands between the two of a pair",
        at: slug.range,
        help: "give it another `slug:`"))
  }
}

extension Page {
  /// Makes a page without its prose.
  init(_ document: AuthoredDocument<PageHeader>, id: ID) {
    let location = AuthoredSite.location(of: document.source.path)
    self.init(id: id, entry: Entry(document), location: location, order: document.header.order)
    if location == "index" || location.hasSuffix("/index") {
      isIndex = true
      self.location = String(location.dropLast("index".count + (location == "index" ? 0 : 1)))
    }
  }
}

extension Entry {
  init<Header>(_ document: AuthoredDocument<Header>) {
    self.init(
      slug: Slug(document.slug.value) ?? Slug.derived(from: document.slug.value) ?? Slug.fallback,
      name: document.common.name.value, summary: document.common.summary,
      path: document.source.path, place: document.slug.range,
      redirectFrom: document.common.redirectFrom, extra: document.common.extra)
  }
}
