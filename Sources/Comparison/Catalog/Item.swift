package import Diagnostics
public import Incremental
public import TextEncoding

/// An item: one of the things that are compared, with everything that its document and other documents say about it.
///
/// It is a class so that catalogs can share unchanged items after an edit; identity implies equal content.
@usableFromInline
package final class Item: Sendable {
  @usableFromInline package typealias ID = EntityID<Item>

  /// A labelled link to a website.
  @usableFromInline
  package struct Link: Sendable {
    package var label: String
    package var address: String
  }

  /// The logo of an item.
  @usableFromInline
  package struct Logo: Sendable {
    package var target: LinkTarget
    /// The size in pixels, if the image file states it.
    package var size: ImageSize?
  }

  @usableFromInline
  /// A directed relation between two items, such as "builds on".
  package struct Relation: Sendable {
    package var from: Item.ID
    /// The words between the two names, such as `builds on`.
    package var phrase: String
    package var to: Item.ID
    package var sources: [Source.ID]
    /// The criterion on which it compares the two.
    package var criterion: Criterion.ID?
    /// Which of the two it favours; nil if it does not judge.
    package var favours: Favours?
  }

  /// Which of two items a relation favours.
  @usableFromInline
  package enum Favours: Sendable, Hashable {
    case item(Item.ID)
    case neither
  }

  /// A section with the claims of one kind, and the text between them.
  @usableFromInline
  package struct ClaimSection: Sendable {
    package var kind: ClaimKind
    /// The anchor of the heading.
    package var id: String
    package var title: String
    /// The heading as HTML.
    package var heading: RichText
    package var claims: [Claim.ID]
    /// The blocks of the section that are not claims.
    package var remarks: RichText
  }

  /// The content of the item's own document.
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
    /// The claims in the order written.
    @usableFromInline package var claims: [Claim] = []
    /// One cell for each criterion, by its index.
    @usableFromInline package var cells: [Cell] = []

    init(entry: Entry) { self.entry = entry }
  }

  @usableFromInline package let id: ID
  /// Where pages can see it, it is read through the accessors below, which note what is read.
  @usableFromInline let content: Content
  @usableFromInline let allRelations: [Relation]

  init(id: ID, _ content: Content, relations: [Relation]) {
    self.id = id
    self.content = content
    allRelations = relations
  }

  /// Returns the claims of one kind, in the order written.
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

// Access to the parts of the content without copying them; each notes the node that it reads.
extension Item {
  /// The slug, by which an item is told from all others: whatever names the item says so by its slug, so that reading
  /// it is no dependency of its own.
  package var slug: Slug { _read { yield content.entry.slug } }
  /// The place of the slug in the document, for messages: pages do not show it.
  package var place: SourceRange { content.entry.place }
  package var entry: Entry {
    @inlinable _read {
      note(.entry)
      yield content.entry
    }
  }
  package var website: String? {
    @inlinable _read {
      note(.header)
      yield content.website
    }
  }
  package var links: [Link] {
    @inlinable _read {
      note(.header)
      yield content.links
    }
  }
  package var logo: Logo? {
    @inlinable _read {
      note(.header)
      yield content.logo
    }
  }
  package var aliases: [String] {
    @inlinable _read {
      note(.header)
      yield content.aliases
    }
  }
  package var updated: CalendarDate? {
    @inlinable _read {
      note(.header)
      yield content.updated
    }
  }
  package var prose: Prose {
    @inlinable _read {
      note(.prose)
      yield content.prose
    }
  }
  package var claimSections: [ClaimSection] {
    @inlinable _read {
      note(.sections)
      yield content.claimSections
    }
  }
  package var claims: [Claim] {
    @inlinable _read {
      noteClaims()
      yield content.claims
    }
  }
  package var cells: [Cell] {
    @inlinable _read {
      noteCells()
      yield content.cells
    }
  }
  /// Its own relations, followed by those of other items to it; each group in order of name.
  package var relations: [Relation] {
    @inlinable _read {
      note(.relations)
      yield allRelations
    }
  }

  @usableFromInline
  package subscript(criterion: Criterion.ID) -> Cell {
    @inlinable _read {
      Reads.note(NodeGroup.item(id), ItemNode.cell(criterion))
      yield content.cells[criterion.index]
    }
  }
  @usableFromInline
  package subscript(claim place: Int) -> Claim {
    @inlinable _read {
      Reads.note(NodeGroup.item(id), ItemNode.claim(place, criteria: content.cells.count))
      yield content.claims[place]
    }
  }

  @inlinable
  func note(_ node: ItemNode) { Reads.note(NodeGroup.item(id), node.rawValue) }

  @usableFromInline
  func noteClaims() {
    note(.sections)
    let first = ItemNode.claim(0, criteria: content.cells.count)
    Reads.note(NodeGroup.item(id), first..<first + content.claims.count)
  }

  @usableFromInline
  func noteCells() {
    Reads.note(NodeGroup.item(id), ItemNode.first..<ItemNode.first + content.cells.count)
  }
}

/// All claims of some items, by item and then in the order written.
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

  /// Returns the given index, or the next one that refers to a claim.
  private func next(_ index: Index) -> Index {
    var index = index
    while index.item < items.count, index.place >= items[index.item].claims.count {
      index = Index(item: index.item + 1, place: 0)
    }
    return index
  }
}
