package import Diagnostics
import Incremental
package import MarkdownParsing
package import TextEncoding

/// A document as written: its references are text with a source range and have not been resolved.
///
/// It is a class so that identity tells whether a document is unchanged.
package final class AuthoredDocument<Header: Sendable>: Sendable {
  package let source: SourceText
  package let slug: Ranged<String>
  package let common: CommonHeader
  package let header: Header
  package let body: MarkdownDocument
  /// The offset in the source at which the body begins, after the front matter.
  private let bodyStart: Int

  init(
    source: SourceText, bodyStart: Int, slug: Ranged<String>, common: CommonHeader, header: Header,
    body: MarkdownDocument
  ) {
    self.bodyStart = bodyStart
    self.source = source
    self.slug = slug
    self.common = common
    self.header = header
    self.body = body
  }

  /// A hash of everything that can be known of the document without its body, but for the name and the summary, which
  /// may stand there.
  var headerFingerprint: ContentHash {
    var input = FingerprintInput()
    input.add(source.path)
    input.add(ContentHash(source.utf8.prefix(bodyStart)))
    input.add(slug.value)
    input.add(common.name.value)
    input.add(common.summary)
    return input.hash
  }
}

/// The front matter keys that documents of every kind may have.
package struct CommonHeader: Sendable {
  package var name: Ranged<String>
  package var summary: String?
  package var isDraft = false
  package var redirectFrom: [Ranged<String>] = []
  /// The free keys below `extra`, which templates receive as text, in the order written.
  package var extra: [(key: String, value: String)] = []
}

/// The front matter of an item.
package struct ItemHeader: Sendable {
  /// A relation to another item, as written.
  package struct Relation: Sendable {
    package var item: Ranged<String>
    /// The words between the two names, such as `builds on`.
    package var phrase: String
    package var sources: [Ranged<String>]
    /// The criterion on which it compares the two.
    package var criterion: Ranged<String>?
    /// Which of the two it favours, or `neither`.
    package var favours: Ranged<String>?
  }

  /// A labelled link to a website.
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

/// A fact as written: the key of a criterion, a value and its sources.
package struct AuthoredFact: Sendable {
  package var criterion: Ranged<String>
  package var value: YAMLNode
  package var note: String?
  /// Whether a note was written, even if it was rejected.
  package var isNoted = false
  package var sources: [Ranged<String>] = []
  package var verified: CalendarDate?
  /// Whether the fact is declared to be common knowledge, which needs no source.
  package var isCommonKnowledge = false
}

/// The front matter of a criterion.
package struct CriterionHeader: Sendable {
  package var type: Criterion.ValueType?
  package var unit: String?
  /// Which of two numbers is the better one.
  package var better: Criterion.Direction?
  package var group: Ranged<String>?
  package var order: Int?
  package var values: [Criterion.Choice] = []
  /// Whether each value gets a page (`index`).
  package var hasValueIndex = false
  package var aliases: [Ranged<String>] = []
  /// The age in days beyond which a verified fact is stale (`max-age`).
  package var mostAge: Int?
  /// What somebody wants who chooses an item for it (`choose`).
  package var wish: String?
}

/// The front matter of a use case.
package struct UseCaseHeader: Sendable {
  /// A criterion that matters for the use case.
  package struct Need: Sendable {
    package var criterion: Ranged<String>
    /// The value that is needed; if nil, praise helps.
    package var value: YAMLNode?
    /// Whether the value helps and is no condition.
    package var isPreferred = false
  }

  package var needs: [Need] = []
  package var aliases: [Ranged<String>] = []
  /// What somebody does who has the use case (`for`).
  package var wish: String?
}

/// The front matter of a source.
package struct SourceHeader: Sendable {
  package var shortName: String?
  package var publisher: String?
  package var url: Ranged<String>?
  package var date: CalendarDate?
  package var kind = Source.Kind.review
  /// Whether links to its host are followed by search engines.
  package var isTrusted = false
  /// What the source's ranking of items is based on.
  package var rankingBasis: String?
  package var ranking: [Ranged<String>] = []
  package var aliases: [Ranged<String>] = []
}

/// The front matter of a matrix.
package struct MatrixHeader: Sendable {
  /// A choice of columns: one item by name, or all items that have a value.
  package enum ItemChoice: Sendable {
    case named(Ranged<String>)
    case having(criterion: Ranged<String>, value: YAMLNode)
  }

  /// Names of criteria, groups and row sets; nil for all criteria.
  package var rows: [Ranged<String>]?
  /// The choice of columns; nil for all items.
  package var items: [ItemChoice]?
  package var order: Int?
}

/// The front matter of a comparison of several items.
package struct ComparisonHeader: Sendable {
  /// The names of the items, in the order of their columns.
  package var items: [Ranged<String>] = []
}

/// The front matter of an ordinary page.
package struct PageHeader: Sendable {
  package var order: Int?
}

/// A document with `draft: true`, which is not published: its location and names.
package struct Draft: Sendable, Hashable {
  package var path: String
  package var kind: DocumentKind
  /// The path below `Content`, without `.md`.
  package var location: String
  /// All names by which a reference may call it, as `NameIndex` keys.
  package var names: Set<String>
}

/// All documents of a site as written, each kind in order of path.
package struct AuthoredSite: Sendable {
  package var configuration = SiteConfiguration()
  /// The text of `site.yml`, if there is one.
  package var configurationText: SourceText?
  package var items: [AuthoredDocument<ItemHeader>] = []
  package var criteria: [AuthoredDocument<CriterionHeader>] = []
  package var useCases: [AuthoredDocument<UseCaseHeader>] = []
  package var sources: [AuthoredDocument<SourceHeader>] = []
  package var matrices: [AuthoredDocument<MatrixHeader>] = []
  package var comparisons: [AuthoredDocument<ComparisonHeader>] = []
  package var pages: [AuthoredDocument<PageHeader>] = []
  /// The drafts, which are not published but are recognized in references.
  package var drafts: [Draft] = []
  package var otherFiles: [SourceTree.OtherFile] = []

  package init() {}

  /// A hash of the configuration, and of all documents other than items without their bodies.
  var fingerprintOfHeaders: ContentHash {
    var input = FingerprintInput()
    input.add(configurationText.map { ContentHash($0.utf8) })
    input.add(drafts.count)
    let headers =
      criteria.map(\.headerFingerprint) + useCases.map(\.headerFingerprint) + sources.map(\.headerFingerprint)
      + matrices.map(\.headerFingerprint) + comparisons.map(\.headerFingerprint)
      + pages.map(\.headerFingerprint)
    input.add(headers) { $0.add($1) }
    return input.hash
  }

  /// Returns whether an index will have entries; must agree with `Catalog.has`, which is used once references are
  /// resolved.
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
    case .pairs:
      items.count > 1 && (!(configuration.pairs?.value.isNone ?? false) || !comparisons.isEmpty)
    case .organisations: items.contains { $0.namesUsers(configuration) }
    }
  }
}
