package import Diagnostics
import TextEncoding

/// A cache of the resolved site, so that after an edit only what may have changed is resolved again.
///
/// The result of resolving a document depends on the document and on the names of all entities. While the names are the
/// same, the results of unchanged documents are reused. Documents are compared by identity, names by value, since edits
/// rarely change them.
package struct ResolutionCache: Sendable {
  private struct Last: Sendable {
    var others: ResolvedOthers
    var items: ResolvedItems
  }

  private var last: Last?

  package init() {}

  /// Does the same as the function `resolve`, reusing earlier results.
  package mutating func resolve(_ site: AuthoredSite) -> (Catalog, [Diagnostic]) {
    let kept = last.flatMap { last in last.others.updated(to: site).map { (others: $0, items: last.items) } }
    var others = kept?.others ?? ResolvedOthers(Resolver(site))
    let items = ResolvedItems(
      others.resolver.items, others.resolver.names, sources: others.resolver.catalog.sources,
      keeping: kept?.items)
    others.resolveRest(items)
    last = Last(others: others, items: items)
    return (others.resolver.catalog, others.diagnostics(items))
  }
}

/// The resolved documents other than items, with the names by which all documents were resolved.
struct ResolvedOthers: Sendable {
  private(set) var resolver: Resolver
  /// The diagnostics about names; those of each kind of document follow.
  private let naming: [Diagnostic]
  private var criteria: [Diagnostic] = []
  private var useCases: [[Diagnostic]] = []
  private var sources: [Diagnostic] = []
  private var matrices: [Diagnostic] = []
  private var comparisons: [Diagnostic] = []
  private var pages: [[Diagnostic]] = []
  /// The diagnostics about the settings that name documents.
  private var settings: [Diagnostic] = []
  /// Whether everything except the matrices and the comparisons is resolved.
  private var isResolved = false

  /// Takes over a resolver that has only collected the entities.
  init(_ resolver: Resolver) {
    self.resolver = resolver
    naming = resolver.diagnostics
    self.resolver.diagnostics = []
  }

  /// Returns all diagnostics, in a fixed order.
  func diagnostics(_ items: ResolvedItems) -> [Diagnostic] {
    naming + items.diagnostics + criteria + useCases.joined() + sources + matrices + comparisons
      + pages.joined() + settings
      + items.freshnessDiagnostics + items.spellingDiagnostics(resolver.catalog.criteria)
  }

  /// Resolves what depends on the items, and everything else that has not been resolved yet.
  mutating func resolveRest(_ items: ResolvedItems) {
    resolver.catalog.items = items.items
    resolver.catalog.organisations = items.organisations
    resolver.catalog.fingerprintOfHeaders = resolver.site.fingerprintOfHeaders
    if !isResolved {
      criteria = noting { resolver in
        for index in resolver.catalog.criteria.indices { resolver.resolveCriterion(index) }
      }
      useCases = resolver.useCases.indices.map { index in noting { $0.resolveUseCase(index) } }
      sources = noting { resolver in
        for index in resolver.catalog.sources.indices { resolver.resolveSource(index) }
      }
      pages = resolver.site.pages.indices.map { index in noting { $0.resolvePage(index) } }
      settings = noting { resolver in
        resolver.resolvePairs()
        resolver.resolveKeyFacts()
      }
      isResolved = true
    }
    matrices = noting { resolver in
      for index in resolver.catalog.matrices.indices { resolver.resolveMatrix(index) }
    }
    comparisons = noting { $0.resolveComparisons() }
  }

  /// Runs a step and returns its diagnostics.
  private mutating func noting(_ step: (inout Resolver) -> Void) -> [Diagnostic] {
    step(&resolver)
    defer { resolver.diagnostics = [] }
    return resolver.diagnostics
  }

  /// Returns the result for another version of the site; nil if any names differ.
  ///
  /// The content of criteria, sources and matrices affects the resolution of other documents, so these must be
  /// identical.
  func updated(to site: AuthoredSite) -> ResolvedOthers? {
    let old = resolver.site
    // The places of names appear only in diagnostics about clashes.
    let places = !naming.isEmpty
    guard old.configurationText === site.configurationText, old.drafts == site.drafts,
      old.otherFiles.elementsEqual(site.otherFiles, by: { $0.isSame($1) }),
      old.criteria.elementsEqual(site.criteria, by: ===), old.sources.elementsEqual(site.sources, by: ===),
      old.matrices.elementsEqual(site.matrices, by: ===),
      areNamedAlike(old.items, site.items, \.aliases, places),
      areNamedAlike(old.useCases, site.useCases, \.aliases, places),
      areNamedAlike(old.comparisons, site.comparisons, { _ in [] }, places),
      areNamedAlike(old.pages, site.pages, { _ in [] }, places)
    else { return nil }
    var next = self
    next.resolver.replaceSite(site)
    for index in old.pages.indices where old.pages[index] !== site.pages[index] {
      next.pages[index] = next.noting { $0.resolvePage(index) }
    }
    for (index, document) in next.resolver.useCases.enumerated() where document !== resolver.useCases[index] {
      next.useCases[index] = next.noting { $0.resolveUseCase(index) }
    }
    return next
  }

  private func areNamedAlike<Header>(
    _ old: [AuthoredDocument<Header>], _ new: [AuthoredDocument<Header>],
    _ aliases: (Header) -> [Ranged<String>], _ places: Bool
  ) -> Bool {
    let configuration = resolver.configuration
    return old.elementsEqual(new) {
      $0 === $1 || $0.isNamed(like: $1, configuration, aliases: aliases, places: places)
    }
  }
}

extension SourceTree.OtherFile {
  fileprivate func isSame(_ other: SourceTree.OtherFile) -> Bool {
    path.equalsByBytes(other.path) && imageSize == other.imageSize
  }
}

extension Resolver {
  /// Replaces the site by a version with the same names and therefore the same order.
  mutating func replaceSite(_ next: AuthoredSite) {
    items = itemOrder.map { next.items[$0] }
    useCases = useCaseOrder.map { next.useCases[$0] }
    comparisons = comparisonOrder.map { next.comparisons[$0] }
    site = next
  }
}
