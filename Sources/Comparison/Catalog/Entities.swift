package import Diagnostics
import Incremental
package import TextEncoding

/// A criterion by which items are compared: a row of a matrix.
@usableFromInline
package struct Criterion: Sendable {
  @usableFromInline package typealias ID = EntityID<Criterion>

  /// The type of the values of a criterion.
  package enum ValueType: String, Sendable, CaseIterable {
    case text, boolean, number, date, choice, list, url
  }

  /// Which of two numbers is the better one.
  package enum Direction: String, Sendable, CaseIterable { case higher, lower }

  /// A predefined value of a criterion of type choice or list.
  package struct Choice: Sendable {
    package var slug: Slug
    package var label: String
    package var summary: String?
    /// What somebody wants who chooses an item for this value; it completes "Choose it if you …".
    package var wish: String?
    package var range: SourceRange
  }

  package var id: ID
  package var entry: Entry
  /// Its other names.
  package var aliases: [String] = []
  /// The type of its facts; nil for a criterion that takes claims only.
  package var type: ValueType?
  /// The unit of numbers.
  package var unit: String?
  package var better: Direction?
  /// The heading below which it is shown together with others.
  package var group: String?
  package var order: Int?
  package var choices: [Choice] = []
  /// Whether each of its values gets a page (`index: true`).
  package var hasValueIndex = false
  /// The age in days beyond which a verified fact is stale.
  package var mostAge: Int?
  /// What somebody wants who chooses an item for it; it completes "Choose it if you …".
  package var wish: String?
  package var prose: Prose {
    get { Reads.noting(.criteria, id.index, writtenProse) }
    set { writtenProse = newValue }
  }
  var writtenProse = Prose()

  /// Whether the criterion is a facet of the finder: its values are predefined, or each has a page.
  package var isFacet: Bool { type?.isFixed ?? false || type != nil && hasValueIndex }
}

extension Criterion.ValueType {
  /// Whether the values of this type are known in advance.
  package var isFixed: Bool { self == .boolean || self == .choice || self == .list }
}

/// A purpose for which people might use an item.
@usableFromInline
package struct UseCase: Sendable {
  @usableFromInline package typealias ID = EntityID<UseCase>

  /// Something that matters for the use case.
  package enum Need: Sendable, Hashable {
    /// Praise on the criterion helps, and criticism harms.
    case help(Criterion.ID)
    /// An item that is known to be otherwise lacks what the use needs.
    case condition(WantedValue)
    /// The value helps.
    case preference(WantedValue)

    package var criterion: Criterion.ID {
      switch self {
      case .help(let criterion): criterion
      case .condition(let wanted), .preference(let wanted): wanted.criterion
      }
    }

    /// The value that is wanted; nil for judgements.
    package var wanted: WantedValue? {
      switch self {
      case .help: nil
      case .condition(let wanted), .preference(let wanted): wanted
      }
    }
  }

  package var id: ID
  package var entry: Entry
  /// Its other names.
  package var aliases: [String] = []
  package var needs: [Need] = []
  /// What somebody does who has the use case; it completes "Choose it if you …".
  package var wish: String?
  package var prose: Prose {
    get { Reads.noting(.useCases, id.index, writtenProse) }
    set { writtenProse = newValue }
  }
  var writtenProse = Prose()
}

/// A value of a criterion that a use case asks for.
package struct WantedValue: Sendable, Hashable {
  package var criterion: Criterion.ID
  package var value: FactValue
}

extension UseCase {
  /// The criteria on which praise helps, in the order written.
  package var helps: [Criterion.ID] {
    needs.compactMap { if case .help(let criterion) = $0 { criterion } else { nil } }
  }
  /// The values that items must not be known to lack, in the order written.
  package var conditions: [WantedValue] {
    needs.compactMap { if case .condition(let wanted) = $0 { wanted } else { nil } }
  }
  /// The values that help, in the order written.
  package var preferences: [WantedValue] {
    needs.compactMap { if case .preference(let wanted) = $0 { wanted } else { nil } }
  }
}

/// A source of facts and claims about items.
@usableFromInline
package struct Source: Sendable {
  @usableFromInline package typealias ID = EntityID<Source>

  /// The kind of a source; only reviews count when sources name an item for a use case.
  package enum Kind: String, Sendable, CaseIterable { case review, reference }

  package var id: ID
  package var entry: Entry
  /// Its other names.
  package var aliases: [String] = []
  /// The name that citations show.
  package var shortName: String
  package var publisher: String?
  package var url: String?
  package var date: CalendarDate?
  package var kind = Kind.review
  /// Whether links to its host are followed by search engines.
  package var isTrusted = false
  /// What the source's ranking of items is based on.
  package var rankingBasis: String?
  /// The items in the order in which the source ranks them.
  package var ranking: [Item.ID] = []
  package var prose: Prose {
    get { Reads.noting(.sources, id.index, writtenProse) }
    set { writtenProse = newValue }
  }
  var writtenProse = Prose()
}

/// An organisation that uses items, according to claims.
@usableFromInline
package struct Organisation: Sendable {
  @usableFromInline package typealias ID = EntityID<Organisation>

  package var id: ID
  package var slug: Slug
  /// The name as the first claim spells it.
  package var name: String
  package var claims: [Claim.ID] = []
}

/// A named comparison table with its own choice of rows and items.
@usableFromInline
package struct Matrix: Sendable {
  @usableFromInline package typealias ID = EntityID<Matrix>

  /// What a row of the table is about.
  package enum Row: Sendable, Hashable {
    case criterion(Criterion.ID)
    case useCase(UseCase.ID)
    case organisation(Organisation.ID)
  }

  /// Consecutive rows, below a common header if the group has a name.
  package struct Group: Sendable {
    package var name: String?
    package var rows: [Row]
  }

  package var id: ID
  package var entry: Entry
  package var order: Int?
  package var groups: [Group] = []
  package var items: [Item.ID] = []
  package var prose: Prose {
    get { Reads.noting(.matrices, id.index, writtenProse) }
    set { writtenProse = newValue }
  }
  var writtenProse = Prose()
}

/// Two to five items that are compared side by side under a name.
@usableFromInline
package struct NamedComparison: Sendable {
  @usableFromInline package typealias ID = EntityID<NamedComparison>

  package var id: ID
  package var entry: Entry
  /// The items in the order of their columns; fewer than two only where names could not be resolved.
  package var items: [Item.ID] = []
  package var prose: Prose {
    get { Reads.noting(.comparisons, id.index, writtenProse) }
    set { writtenProse = newValue }
  }
  var writtenProse = Prose()
}

/// An ordinary page at its own path.
@usableFromInline
package struct Page: Sendable {
  @usableFromInline package typealias ID = EntityID<Page>

  package var id: ID
  package var entry: Entry
  /// The path below `Content` without `.md`, or that of the folder for an `index.md`: `guides/how-to-choose`, `guides`,
  /// ``.
  package var location: String
  /// Whether it is the `index.md` of its folder.
  package var isIndex = false
  package var order: Int?
  package var prose: Prose {
    get { Reads.noting(.pages, id.index, writtenProse) }
    set { writtenProse = newValue }
  }
  var writtenProse = Prose()
  /// The headings of the document, for a table of contents.
  package var headings: [Heading] {
    get { Reads.noting(.pages, id.index, writtenHeadings) }
    set { writtenHeadings = newValue }
  }
  var writtenHeadings: [Heading] = []

  /// A heading of a page.
  package struct Heading: Sendable {
    package var level: Int
    package var id: String
    package var title: String
  }
}

/// A claim: one bullet that states a strength, a weakness, a feature, a use case or a user of an item.
@usableFromInline
package struct Claim: Sendable {
  /// The item and the claim's position among its claims, which does not depend on other items.
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
    /// The position among the item's claims, counted from 0.
    @inlinable
    package var place: Int { Int(placeIndex) }

    @inlinable
    package static func < (left: ID, right: ID) -> Bool {
      (left.itemIndex, left.placeIndex) < (right.itemIndex, right.placeIndex)
    }
  }

  /// What a claim is about.
  package enum Subject: Sendable, Hashable {
    case criterion(Criterion.ID)
    case useCase(UseCase.ID)
    case organisation(Organisation.ID)
    /// A label that names nothing known.
    case label(String)
  }

  /// A part of a claim as plain text, with the sources cited right after it.
  package struct Part: Sendable {
    package var text: String
    package var citations: [Source.ID]
  }

  package var id: ID
  /// The suffix of the claim's anchors, unique within its item. It is derived from the claim's content, so adding other
  /// claims does not change it.
  package var name: String
  package var item: Item.ID
  package var kind: ClaimKind
  /// The subjects; empty for a general claim.
  package var subjects: [Subject]
  /// The first paragraph, without the label and the citation marks before or after all of its words.
  package var text: RichText
  /// The remaining blocks of the bullet, such as paragraphs and lists.
  package var more: RichText
  package var editorNotes: [RichText]
  /// The cited sources, each once, in the order cited; empty if the claim is the editor's own.
  package var citations: [Source.ID]
  /// The sources cited for the whole first paragraph; the marks of the others are in its text.
  package var closingCitations: [Source.ID]
  /// What the citations say beyond naming the source, such as a page number or a quotation.
  package var details: [RichText]
  /// The first paragraph, split after the citation marks among its words; empty if there are none.
  package var parts: [Part]
  package var range: SourceRange
}
