package import Diagnostics
public import Incremental
package import MarkdownParsing
import TextEncoding

/// The content of the whole site with all references resolved: the model that pages are rendered from.
@usableFromInline
package struct Catalog: Sendable {
  package var configuration: SiteConfiguration
  /// Read them as `items`.
  @usableFromInline var allItems: [Item] = []
  @usableFromInline package var criteria: [Criterion] = []
  @usableFromInline package var useCases: [UseCase] = []
  @usableFromInline package var sources: [Source] = []
  /// Read them as `organisations`.
  @usableFromInline var allOrganisations: [Organisation] = []
  /// Read them as `matrices`.
  @usableFromInline var allMatrices: [Matrix] = []
  @usableFromInline package var comparisons: [NamedComparison] = []
  @usableFromInline package var pages: [Page] = []
  /// Read them as `otherFiles`.
  var allOtherFiles: [SourceTree.OtherFile] = []
  /// The number of drafts, which are not in the catalog.
  package var draftCount = 0
  /// The policy that decides which pairs get a page; nil for the default.
  package var pairPolicy: PairPolicy?
  /// The criteria whose facts stand beside an item wherever it is listed, in the order that the site names them.
  package var keyFacts: [Criterion.ID] = []
  /// Hosts of the sources that are marked as trusted.
  package var trustedHosts: Set<String> = []
  /// A hash of the configuration, and of all documents other than items without their prose.
  var fingerprintOfHeaders = ContentHash(of: [], and: [])

  /// The names by which documents were resolved.
  var names: Names?

  /// Returns whether another catalog was resolved by the same names, so that equal ids refer to the same entities,
  /// though their content may differ.
  package func isNamed(like other: Catalog) -> Bool { names != nil && names === other.names }

  /// Returns whether the document at a path below `Content`, without `.md`, is a draft.
  package func isDraft(at location: String) -> Bool {
    names?.references.drafts.has(location: location) ?? false
  }

  /// Returns the `rel` attribute for a link to an address outside the site; nil if none is needed.
  package func rel(for address: String) -> String? { WebAddress.rel(for: address, trusting: trustedHosts) }

  // What the catalog does not note when it is read (the configuration, the headers of all documents but items) is part
  // of what everything depends on.

  /// All items, in order of name. An item notes by itself what is read of it.
  @usableFromInline
  package var items: [Item] {
    @inlinable get {
      Reads.note(NodeGroup.site, SiteNode.items.rawValue)
      return allItems
    }
    set { allItems = newValue }
  }
  /// All organisations that claims name, in the order in which they are first named.
  @usableFromInline
  package var organisations: [Organisation] {
    @inlinable _read {
      Reads.note(NodeGroup.site, SiteNode.organisations.rawValue)
      yield allOrganisations
    }
    set { allOrganisations = newValue }
  }
  /// The files other than documents.
  package var otherFiles: [SourceTree.OtherFile] {
    get {
      Reads.note(.otherFiles)
      return allOtherFiles
    }
    set { allOtherFiles = newValue }
  }
  /// All matrices; which items they have may depend on facts.
  @usableFromInline
  package var matrices: [Matrix] {
    @inlinable _read {
      Reads.note(NodeGroup.site, SiteNode.matrices.rawValue)
      yield allMatrices
    }
    _modify { yield &allMatrices }
  }

  // `_read` accessors lend the entity: copying it would retain a dozen arrays and strings.
  package subscript(id: Item.ID) -> Item { @inlinable _read { yield allItems[id.index] } }
  package subscript(id: Claim.ID) -> Claim {
    @inlinable _read { yield allItems[id.item.index][claim: id.place] }
  }
  package subscript(id: Criterion.ID) -> Criterion { @inlinable _read { yield criteria[id.index] } }
  package subscript(id: UseCase.ID) -> UseCase { @inlinable _read { yield useCases[id.index] } }
  package subscript(id: Source.ID) -> Source { @inlinable _read { yield sources[id.index] } }
  package subscript(id: Organisation.ID) -> Organisation {
    @inlinable _read { yield organisations[id.index] }
  }
  package subscript(id: Matrix.ID) -> Matrix { @inlinable _read { yield matrices[id.index] } }
  package subscript(id: NamedComparison.ID) -> NamedComparison {
    @inlinable _read { yield comparisons[id.index] }
  }
  package subscript(id: Page.ID) -> Page { @inlinable _read { yield pages[id.index] } }

  /// Returns the slug of an organisation, by which it is told from all others: as that of an item, reading it is no
  /// dependency of its own.
  package func slug(of organisation: Organisation.ID) -> Slug { allOrganisations[organisation.index].slug }

  /// Returns whether an index has entries, and therefore a page; this is part of what everything depends on.
  package func has(_ index: IndexKind) -> Bool {
    switch index {
    case .items, .contested, .all, .data: true
    case .criteria: !criteria.isEmpty
    case .coverage: !allItems.isEmpty && !criteria.isEmpty
    case .useCases: !useCases.isEmpty
    case .sources: !sources.isEmpty
    case .matrices: !allMatrices.isEmpty
    case .finder: criteria.contains(where: \.isFacet) || !useCases.isEmpty
    case .pairs: allItems.count > 1 && (pairPolicy != PairPolicy.none || !comparisons.isEmpty)
    case .organisations: allItems.contains { $0.content.claimSections.contains { $0.kind == .user } }
    }
  }

  /// All claims of the site, by item and then in the order written.
  package var claims: ClaimList { ClaimList(items) }

  /// The cells of all items by index: `cells[item][criterion]`.
  package var cells: LazyMapCollection<[Item], [Cell]> { items.lazy.map(\.cells) }

  /// Returns the cell of an item and a criterion, copied.
  @inlinable
  package func cell(_ item: Item.ID, _ criterion: Criterion.ID) -> Cell {
    allItems[item.index][criterion]
  }

  /// The cell of an item and a criterion, lent instead of copied.
  package subscript(item: Item.ID, criterion: Criterion.ID) -> Cell {
    @inlinable _read { yield allItems[item.index][criterion] }
  }

  // For loops over all entities of a kind: iterating over the entities themselves would copy each one.
  @inlinable
  package var itemIDs: EntityIDs<Item> { EntityIDs(count: items.count) }
  @inlinable
  package var criterionIDs: EntityIDs<Criterion> { EntityIDs(count: criteria.count) }
  package var claimIDs: [Claim.ID] { items.flatMap { item in item.claims.map(\.id) } }
}

/// Rendered HTML of a document, in which the targets of internal links are still symbolic.
package typealias RichText = [HTMLPiece<LinkTarget>]

/// The target of a link inside the site; its URL depends on the page that contains the link.
package enum LinkTarget: Sendable, Hashable {
  case document(DocumentID, fragment: String?)
  case index(IndexKind, fragment: String?)
  /// A copied file, by its path below `Content`.
  case file(String, query: String?, fragment: String?)
  /// A generated page or file without a source document, by its path below the site's root; a folder ends in `/`.
  case made(String, fragment: String?)
}

/// The identifier of any document that has a page.
package enum DocumentID: Sendable, Hashable {
  case item(Item.ID), criterion(Criterion.ID), useCase(UseCase.ID), source(Source.ID), matrix(Matrix.ID)
  case comparison(NamedComparison.ID), page(Page.ID)
}

/// The kinds of index pages, which list entities and are generated; an `index.md` in the folder adds text to them.
package enum IndexKind: String, Sendable, Hashable, CaseIterable {
  case items
  case criteria
  case useCases = "use-cases"
  case sources
  case matrices
  case organisations = "used-by"
  case pairs = "compare"
  case finder = "find"
  case contested
  case coverage
  case all
  case data

  /// Returns the folder of the index, below `Content` and in URLs.
  package func folder(_ configuration: SiteConfiguration) -> String {
    self == .items ? configuration.items.folder : rawValue
  }

  /// Folders that cannot be used for items.
  static let reservedFolders: Set<String> = Set(
    allCases.filter { $0 != .items }.map(\.rawValue) + [
      "assets", "guides", "comparisons",
    ])
}

/// The properties that all documents have in common.
@usableFromInline
package struct Entry: Sendable {
  package var slug: Slug
  package var name: String
  package var summary: String?
  /// The document's path, for "improve this page" links: `Content/frameworks/django.md`.
  package var path: String
  /// The place of the slug; the first line if the slug comes from the file's name.
  package var place: SourceRange
  /// Former paths of the page, which redirect to it.
  package var redirectFrom: [Ranged<String>] = []
  /// Free keys with their texts, for templates.
  package var extra: [(key: String, value: String)] = []
}

/// An ordinary section of a document: the content below a second-level heading.
package struct Section: Sendable {
  package var id: String
  package var title: String
  /// The heading as HTML.
  package var heading: RichText
  package var text: RichText
}

/// The prose of a document: the introduction before its first heading, and its ordinary sections.
@usableFromInline
package struct Prose: Sendable {
  package var introduction: RichText = []
  package var sections: [Section] = []
  /// The footnotes that are not citations, as a list.
  package var footnotes: RichText = []
  /// Links in the document to generated pages, which can be checked only when all pages are planned.
  package var generatedLinks: [GeneratedPageLink] = []

  package init() {}
}
