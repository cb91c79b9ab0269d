package import Diagnostics
package import TextEncoding

/// What is compared: a row of a matrix.
@usableFromInline
package struct Criterion: Sendable {
  @usableFromInline package typealias ID = EntityID<Criterion>

  package enum ValueType: String, Sendable, CaseIterable {
    case text, boolean, number, date, choice, list, url
  }

  package enum Direction: String, Sendable, CaseIterable { case higher, lower }

  /// A value that a choice or list criterion names beforehand.
  package struct Choice: Sendable {
    package var slug: Slug
    package var label: String
    package var summary: String?
    package var range: SourceRange
  }

  package var id: ID
  package var entry: Entry
  /// The type of its facts; nil for a criterion that takes claims alone.
  package var type: ValueType?
  package var unit: String?
  package var better: Direction?
  package var group: String?
  package var order: Int?
  package var choices: [Choice] = []
  package var hasValueIndex = false
  /// The age in days from which a verified fact is stale.
  package var mostAge: Int?
  package var prose = Prose()

  /// Whether items may be chosen by it: its values are few and fixed, or each has a page.
  package var isFacet: Bool { type?.isFixed ?? false || type != nil && hasValueIndex }
}

extension Criterion.ValueType {
  /// Whether the criterion says beforehand which values there are.
  package var isFixed: Bool { self == .boolean || self == .choice || self == .list }
}

/// What people want to do with an item.
@usableFromInline
package struct UseCase: Sendable {
  @usableFromInline package typealias ID = EntityID<UseCase>

  package struct Need: Sendable, Hashable {
    package var criterion: Criterion.ID
    package var value: FactValue?
  }

  package var id: ID
  package var entry: Entry
  package var needs: [Need] = []
  package var prose = Prose()
}

/// Somebody who says something about items.
@usableFromInline
package struct Source: Sendable {
  @usableFromInline package typealias ID = EntityID<Source>

  package enum Kind: String, Sendable, CaseIterable { case review, reference }

  package var id: ID
  package var entry: Entry
  /// What a citation calls it.
  package var shortName: String
  package var publisher: String?
  package var url: String?
  package var date: CalendarDate?
  package var kind = Kind.review
  package var isTrusted = false
  package var rankingBasis: String?
  package var ranking: [Item.ID] = []
  package var prose = Prose()
}

/// Somebody who uses items, according to a claim.
@usableFromInline
package struct Organisation: Sendable {
  @usableFromInline package typealias ID = EntityID<Organisation>

  package var id: ID
  package var slug: Slug
  /// As the first claim spells it.
  package var name: String
  package var claims: [Claim.ID] = []
}

/// A named comparison table.
@usableFromInline
package struct Matrix: Sendable {
  @usableFromInline package typealias ID = EntityID<Matrix>

  package enum Row: Sendable, Hashable {
    case criterion(Criterion.ID)
    case useCase(UseCase.ID)
    case organisation(Organisation.ID)
  }

  /// Rows that stand together, below a common header where they have one.
  package struct Group: Sendable {
    package var name: String?
    package var rows: [Row]
  }

  package var id: ID
  package var entry: Entry
  package var order: Int?
  package var groups: [Group] = []
  package var items: [Item.ID] = []
  package var prose = Prose()
}

/// An ordinary page, at its own path.
@usableFromInline
package struct Page: Sendable {
  @usableFromInline package typealias ID = EntityID<Page>

  package var id: ID
  package var entry: Entry
  /// Below `Content`, without `.md`; the path of an `index.md` is its folder's: `guides/how-to-choose`, `guides`, ``.
  package var location: String
  package var isIndex = false
  package var order: Int?
  package var prose = Prose()
  /// The headings of its sections, for a table of contents.
  package var headings: [Heading] = []

  package struct Heading: Sendable {
    package var level: Int
    package var id: String
    package var title: String
  }
}

/// What one bullet says of an item: a strength, a weakness, a feature, a use or a user.
@usableFromInline
package struct Claim: Sendable {
  /// An item and the place of the claim among the item's: it stays what it is, whatever other items say.
  @usableFromInline
  package struct ID: Hashable, Sendable, Comparable {
    @usableFromInline let itemIndex: UInt32
    @usableFromInline let placeIndex: UInt32

    package init(_ item: Item.ID, place: Int) {
      itemIndex = UInt32(truncatingIfNeeded: item.index)
      placeIndex = UInt32(truncatingIfNeeded: place)
    }

    @inlinable
    package var item: Item.ID { Item.ID(Int(itemIndex)) }
    /// Counted from 0.
    @inlinable
    package var place: Int { Int(placeIndex) }

    @inlinable
    package static func < (left: ID, right: ID) -> Bool {
      (left.itemIndex, left.placeIndex) < (right.itemIndex, right.placeIndex)
    }
  }

  package enum Subject: Sendable, Hashable {
    case criterion(Criterion.ID)
    case useCase(UseCase.ID)
    case organisation(Organisation.ID)
    /// A label of the item's own, which names nothing known.
    case label(String)
  }

  /// A stretch of a claim's words as plain text, and who is cited right behind it.
  package struct Part: Sendable {
    package var text: String
    package var citations: [Source.ID]
  }

  package var id: ID
  /// What its anchors end in, each once among the item's: it follows from what the claim says, and stays when others are added.
  package var name: String
  package var item: Item.ID
  package var kind: ClaimKind
  /// What it is about; empty for a general claim.
  package var subjects: [Subject]
  /// The first paragraph without its label and the marks that stand before or behind all of it.
  package var text: RichText
  /// Whatever else belongs to the bullet: paragraphs, lists.
  package var more: RichText
  package var editorNotes: [RichText]
  /// Who says it, each once, in the order cited; nobody where it is the editor's own.
  package var citations: [Source.ID]
  /// Those of them who are cited for all of its first paragraph; the marks of the others stand in its words.
  package var closingCitations: [Source.ID]
  /// What its citations say besides who it is: a page, a quotation.
  package var details: [RichText]
  /// Its first paragraph cut behind the marks that stand among its words; empty where none does.
  package var parts: [Part]
  package var range: SourceRange
}
