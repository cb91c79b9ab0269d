package import Diagnostics
package import MarkdownParsing
package import TextEncoding

/// The whole site's content with every reference resolved: what the pages are made from.
@usableFromInline
package struct Catalog: Sendable {
  package var configuration: SiteConfiguration
  @usableFromInline package var items: [Item] = []
  @usableFromInline package var criteria: [Criterion] = []
  @usableFromInline package var useCases: [UseCase] = []
  @usableFromInline package var sources: [Source] = []
  @usableFromInline package var organisations: [Organisation] = []
  @usableFromInline package var matrices: [Matrix] = []
  @usableFromInline package var pages: [Page] = []
  package var otherFiles: [SourceTree.OtherFile] = []
  package var draftCount = 0
  /// Which pairs get a page; nil for the usual policy.
  package var pairPolicy: PairPolicy?
  /// Hosts of the sources that are listed as trusted.
  package var trustedHosts: Set<String> = []
  /// A fingerprint of everything that is written beside the items' documents: the configuration and all other documents.
  package var fingerprintBesideItems = ContentHash(of: [], and: [])

  /// What its documents were resolved by.
  var names: Names?

  /// Whether another catalog was resolved by the very same names: what both have at a place is then the same thing, though it may say
  /// something else.
  package func isNamed(like other: Catalog) -> Bool { names != nil && names === other.names }

  /// Whether the document at a path below `Content`, without `.md`, is left out.
  package func isDraft(at location: String) -> Bool {
    names?.references.drafts.has(location: location) ?? false
  }

  /// What a link to an address outside the site says of itself; nil where it needs to say nothing.
  package func rel(for address: String) -> String? { WebAddress.rel(for: address, trusting: trustedHosts) }

  // Coroutines lend what they find: to copy an entity is to retain a dozen arrays and texts.
  package subscript(id: Item.ID) -> Item { @inlinable _read { yield items[id.index] } }
  package subscript(id: Claim.ID) -> Claim {
    @inlinable _read { yield items[id.item.index].content.claims[id.place] }
  }
  package subscript(id: Criterion.ID) -> Criterion { @inlinable _read { yield criteria[id.index] } }
  package subscript(id: UseCase.ID) -> UseCase { @inlinable _read { yield useCases[id.index] } }
  package subscript(id: Source.ID) -> Source { @inlinable _read { yield sources[id.index] } }
  package subscript(id: Organisation.ID) -> Organisation {
    @inlinable _read { yield organisations[id.index] }
  }
  package subscript(id: Matrix.ID) -> Matrix { @inlinable _read { yield matrices[id.index] } }
  package subscript(id: Page.ID) -> Page { @inlinable _read { yield pages[id.index] } }

  /// Whether there is anything for an index to list, and so a page of it.
  package func has(_ index: IndexKind) -> Bool {
    switch index {
    case .items, .contested, .all, .data: true
    case .criteria: !criteria.isEmpty
    case .coverage: !items.isEmpty && !criteria.isEmpty
    case .useCases: !useCases.isEmpty
    case .sources: !sources.isEmpty
    case .matrices: !matrices.isEmpty
    case .finder: criteria.contains(where: \.isFacet) || !useCases.isEmpty
    case .pairs: items.count > 1 && pairPolicy != PairPolicy.none
    case .organisations: items.contains { $0.claimSections.contains { $0.kind == .user } }
    }
  }

  /// Every claim of the site, by item and then in the order written.
  package var claims: ClaimList { ClaimList(items) }

  /// `cells[item][criterion]`, by index.
  package var cells: LazyMapCollection<[Item], [Cell]> { items.lazy.map(\.cells) }

  @inlinable
  package func cell(_ item: Item.ID, _ criterion: Criterion.ID) -> Cell {
    items[item.index].content.cells[criterion.index]
  }

  /// What is known of an item's criterion, lent.
  package subscript(item: Item.ID, criterion: Criterion.ID) -> Cell {
    @inlinable _read { yield items[item.index].content.cells[criterion.index] }
  }

  // What goes over all of a kind goes over these: an entity is copied whole when it is taken out of its list.
  @inlinable
  package var itemIDs: EntityIDs<Item> { EntityIDs(count: items.count) }
  @inlinable
  package var criterionIDs: EntityIDs<Criterion> { EntityIDs(count: criteria.count) }
  package var claimIDs: [Claim.ID] { items.flatMap { item in item.content.claims.map(\.id) } }
}

extension Catalog {
  /// The catalog with nothing of the items but what they are called and where they stand.
  package var withoutContentOfItems: Catalog {
    var catalog = self
    catalog.items = items.map { item in
      var content = Item.Content(entry: item.entry)
      (content.website, content.aliases, content.updated) = (item.website, item.aliases, item.updated)
      return Item(id: item.id, content, relations: [])
    }
    return catalog
  }
}

/// A document's HTML, made once: markup, and what its links lead to.
package typealias RichText = [HTMLPiece<LinkTarget>]

/// Where a link inside the site leads; only a page knows the address that reaches it.
package enum LinkTarget: Sendable, Hashable {
  case document(DocumentID, fragment: String?)
  case index(IndexKind, fragment: String?)
  /// A file that is copied, by its path below `Content`.
  case file(String, query: String?, fragment: String?)
  /// A page or a file that Collate makes and that no document is the source of, by its path below the site's root: a folder ends in `/`.
  case made(String, fragment: String?)
}

/// Any document that has a page.
package enum DocumentID: Sendable, Hashable {
  case item(Item.ID), criterion(Criterion.ID), useCase(UseCase.ID), source(Source.ID), matrix(Matrix.ID)
  case page(Page.ID)
}

/// The pages that list things and have no document of their own (an `index.md` in the folder lends them words).
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

  /// The folder of the index, below `Content` and in addresses.
  package func folder(_ configuration: SiteConfiguration) -> String {
    self == .items ? configuration.items.folder : rawValue
  }

  /// Folders that items may not take.
  static let reservedFolders: Set<String> = Set(
    allCases.filter { $0 != .items }.map(\.rawValue) + [
      "assets", "guides",
    ])
}

/// What every document has in common.
@usableFromInline
package struct Entry: Sendable {
  package var slug: Slug
  package var name: String
  package var summary: String?
  /// The document's path, for "improve this page": `Content/frameworks/django.md`.
  package var path: String
  /// Where its slug is written; the first line where the file's name is the slug.
  package var place: SourceRange
  package var redirectFrom: [Ranged<String>] = []
  package var extra: [(key: String, value: String)] = []
}

/// An ordinary section of a document: what stands below a second-level heading.
package struct Section: Sendable {
  package var id: String
  package var title: String
  /// The heading with its markup.
  package var heading: RichText
  package var text: RichText
}

/// A document's own prose: what comes before its first heading, and its ordinary sections.
@usableFromInline
package struct Prose: Sendable {
  package var introduction: RichText = []
  package var sections: [Section] = []
  /// The footnotes that are no citations, as a list.
  package var footnotes: RichText = []
  /// The links anywhere in the document of which only the plan of all pages tells whether they lead anywhere.
  package var generatedLinks: [GeneratedPageLink] = []

  package init() {}
}
