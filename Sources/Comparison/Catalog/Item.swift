public import TextEncoding

/// One of the things that are compared, with all that its document says and that other documents say of it.
///
/// A class, so that a catalog may share its items with the one before an edit: who holds the same item has the same content.
@usableFromInline
package final class Item: Sendable {
  @usableFromInline package typealias ID = EntityID<Item>

  @usableFromInline
  package struct Link: Sendable {
    package var label: String
    package var address: String
  }

  @usableFromInline
  package struct Logo: Sendable {
    package var target: LinkTarget
    /// Where its file tells.
    package var size: ImageSize?
  }

  @usableFromInline
  package struct Relation: Sendable {
    package var from: Item.ID
    package var phrase: String
    package var to: Item.ID
    package var sources: [Source.ID]
  }

  /// The claims of one section, with the words between them that are no claims.
  @usableFromInline
  package struct ClaimSection: Sendable {
    package var kind: ClaimKind
    /// The heading's anchor.
    package var id: String
    package var title: String
    /// The heading with its markup.
    package var heading: RichText
    package var claims: [Claim.ID]
    package var remarks: RichText
  }

  /// What the item's own document says.
  @usableFromInline
  package struct Content: Sendable {
    @usableFromInline package var entry: Entry
    @usableFromInline package var website: String?
    @usableFromInline package var links: [Link] = []
    @usableFromInline package var logo: Logo?
    @usableFromInline package var aliases: [String] = []
    @usableFromInline package var updated: CalendarDate?
    @usableFromInline package var prose = Prose()
    @usableFromInline package var claimSections: [ClaimSection] = []
    /// In the order written.
    @usableFromInline package var claims: [Claim] = []
    /// What is known on each criterion, by its index.
    @usableFromInline package var cells: [Cell] = []

    init(entry: Entry) { self.entry = entry }
  }

  @usableFromInline package let id: ID
  @usableFromInline package let content: Content
  /// Its own relations, then those that other items have to it, each in order of the names.
  package let relations: [Relation]

  init(id: ID, _ content: Content, relations: [Relation]) {
    self.id = id
    self.content = content
    self.relations = relations
  }

  /// The item's claims of one kind, in the order written.
  package func claims(_ kind: ClaimKind) -> [Claim.ID] {
    var result: [Claim.ID] = []
    for index in claimSections.indices where claimSections[index].kind == kind {
      if result.isEmpty {
        result = claimSections[index].claims
      } else {
        result += claimSections[index].claims
      }
    }
    return result
  }
}

// What stands in the content, lent.
extension Item {
  package var entry: Entry { @inlinable _read { yield content.entry } }
  package var website: String? { @inlinable _read { yield content.website } }
  package var links: [Link] { @inlinable _read { yield content.links } }
  package var logo: Logo? { @inlinable _read { yield content.logo } }
  package var aliases: [String] { @inlinable _read { yield content.aliases } }
  package var updated: CalendarDate? { @inlinable _read { yield content.updated } }
  package var prose: Prose { @inlinable _read { yield content.prose } }
  package var claimSections: [ClaimSection] { @inlinable _read { yield content.claimSections } }
  package var claims: [Claim] { @inlinable _read { yield content.claims } }
  package var cells: [Cell] { @inlinable _read { yield content.cells } }
}

/// Every claim of some items, by item and then in the order written.
package struct ClaimList: Collection, Sendable {
  package struct Index: Comparable {
    fileprivate var item: Int
    fileprivate var place: Int

    package static func < (left: Index, right: Index) -> Bool {
      (left.item, left.place) < (right.item, right.place)
    }
  }

  private let items: [Item]

  init(_ items: [Item]) { self.items = items }

  package var startIndex: Index { next(Index(item: 0, place: 0)) }
  package var endIndex: Index { Index(item: items.count, place: 0) }

  package func index(after index: Index) -> Index { next(Index(item: index.item, place: index.place + 1)) }

  package subscript(position: Index) -> Claim {
    _read { yield items[position.item].claims[position.place] }
  }

  /// The same place, or the next one at which there is a claim.
  private func next(_ index: Index) -> Index {
    var index = index
    while index.item < items.count, index.place >= items[index.item].claims.count {
      index = Index(item: index.item + 1, place: 0)
    }
    return index
  }
}
