package import Diagnostics
package import MarkdownParsing
package import TextEncoding

/// A document as it was written: references are text with a place, not yet known to lead anywhere.
///
/// A class, so that who holds the same document knows that nothing of it has changed.
package final class AuthoredDocument<Header: Sendable>: Sendable {
  package let source: SourceText
  package let slug: Ranged<String>
  package let common: CommonHeader
  package let header: Header
  package let body: MarkdownDocument

  init(
    source: SourceText, slug: Ranged<String>, common: CommonHeader, header: Header, body: MarkdownDocument
  ) {
    self.source = source
    self.slug = slug
    self.common = common
    self.header = header
    self.body = body
  }
}

/// The keys that every document may have.
package struct CommonHeader: Sendable {
  package var name: Ranged<String>
  package var summary: String?
  package var isDraft = false
  package var redirectFrom: [Ranged<String>] = []
  /// Free keys, which reach the template as text, in the order written.
  package var extra: [(key: String, value: String)] = []
}

package struct ItemHeader: Sendable {
  package struct Relation: Sendable {
    package var item: Ranged<String>
    /// What stands between the two names: `builds on`.
    package var phrase: String
    package var sources: [Ranged<String>]
  }

  package struct Link: Sendable {
    package var label: String
    package var address: Ranged<String>
  }

  package var website: Ranged<String>?
  package var links: [Link] = []
  package var logo: Ranged<String>?
  package var aliases: [Ranged<String>] = []
  package var facts: [AuthoredFact] = []
  package var related: [Relation] = []
  package var updated: CalendarDate?
}

/// A fact as written: a criterion's key, a value and what backs it.
package struct AuthoredFact: Sendable {
  package var criterion: Ranged<String>
  package var value: YAMLNode
  package var note: String?
  /// Whether something is written as its note, though it may be refused.
  package var isNoted = false
  package var sources: [Ranged<String>] = []
  package var verified: CalendarDate?
  /// Whether it is common knowledge that no source states.
  package var isCommonKnowledge = false
}

package struct CriterionHeader: Sendable {
  package var type: Criterion.ValueType?
  package var unit: String?
  package var better: Criterion.Direction?
  package var group: Ranged<String>?
  package var order: Int?
  package var values: [Criterion.Choice] = []
  package var hasValueIndex = false
  package var aliases: [Ranged<String>] = []
  package var mostAge: Int?
}

package struct UseCaseHeader: Sendable {
  package struct Need: Sendable {
    package var criterion: Ranged<String>
    /// The value that meets the need; without one, praise does.
    package var value: YAMLNode?
  }

  package var needs: [Need] = []
  package var aliases: [Ranged<String>] = []
}

package struct SourceHeader: Sendable {
  package var shortName: String?
  package var publisher: String?
  package var url: Ranged<String>?
  package var date: CalendarDate?
  package var kind = Source.Kind.review
  package var isTrusted = false
  package var rankingBasis: String?
  package var ranking: [Ranged<String>] = []
  package var aliases: [Ranged<String>] = []
}

package struct MatrixHeader: Sendable {
  package enum ItemChoice: Sendable {
    case named(Ranged<String>)
    case having(criterion: Ranged<String>, value: YAMLNode)
  }

  package var rows: [Ranged<String>]?
  package var items: [ItemChoice]?
  package var order: Int?
}

package struct PageHeader: Sendable {
  package var order: Int?
}

/// What is known of a document that is left out: where it is and what it would be called.
package struct Draft: Sendable, Hashable {
  package var path: String
  package var kind: DocumentKind
  /// The path below `Content` without `.md`.
  package var location: String
  /// What a reference may call it, compared as names are.
  package var names: Set<String>
}

/// Every document of a site as written, in order of path.
package struct AuthoredSite: Sendable {
  package var configuration = SiteConfiguration()
  /// What the configuration was read from.
  package var configurationText: SourceText?
  package var items: [AuthoredDocument<ItemHeader>] = []
  package var criteria: [AuthoredDocument<CriterionHeader>] = []
  package var useCases: [AuthoredDocument<UseCaseHeader>] = []
  package var sources: [AuthoredDocument<SourceHeader>] = []
  package var matrices: [AuthoredDocument<MatrixHeader>] = []
  package var pages: [AuthoredDocument<PageHeader>] = []
  /// The drafts, which are left out but can be named in messages.
  package var drafts: [Draft] = []
  package var otherFiles: [SourceTree.OtherFile] = []

  package init() {}

  /// A fingerprint of everything that is written beside the items' documents: the configuration and all other documents.
  package var fingerprintBesideItems: ContentHash {
    let texts =
      [configurationText].compactMap(\.self) + criteria.map(\.source) + useCases.map(\.source)
      + sources.map(\.source) + matrices.map(\.source) + pages.map(\.source)
    return ContentHash(of: texts.map { ContentHash($0.utf8) }, and: texts.map(\.path))
  }

  /// Whether there will be anything for an index to list, as `Catalog.has` tells it later.
  func has(_ index: IndexKind) -> Bool {
    switch index {
    case .items, .contested, .all, .data: true
    case .criteria: !criteria.isEmpty
    case .coverage: !items.isEmpty && !criteria.isEmpty
    case .useCases: !useCases.isEmpty
    case .sources: !sources.isEmpty
    case .matrices: !matrices.isEmpty
    case .finder:
      !useCases.isEmpty
        || criteria.contains {
          $0.header.type?.isFixed ?? false || $0.header.type != nil && $0.header.hasValueIndex
        }
    case .pairs: items.count > 1 && !(configuration.pairs?.value.isNone ?? false)
    case .organisations: items.contains { $0.namesUsers(configuration) }
    }
  }
}
