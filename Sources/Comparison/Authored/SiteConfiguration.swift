package import Diagnostics
import MarkdownParsing
package import TextEncoding

/// What `Content/site.yml` says, with the defaults for what it leaves out.
package struct SiteConfiguration: Sendable {
  /// How the site calls its items.
  package struct ItemNoun: Sendable, Hashable {
    /// The folder of the items below `Content`, which is also their address.
    package var folder = "items"
    package var one = "item"
    package var many = "items"
    /// The type of schema.org that an item is.
    package var schemaType = "Thing"
  }

  /// Which pairs get a page, as written.
  package enum PairPolicy: Sendable {
    case all, none
    case closest(Int)
    case within(criterion: Ranged<String>)
    /// The names of each pair.
    case list([Ranged<[Ranged<String>]>])

    var isNone: Bool { if case .none = self { true } else { false } }
  }

  package enum RedirectPolicy: String, Sendable, CaseIterable { case pages, file }

  package var title = "Comparison"
  package var tagline: String?
  /// Absolute, ends in `/`.
  package var baseURL: String?
  package var language = "en"
  package var items = ItemNoun()
  /// Which headings carry claims, compared without case.
  package var headings: [ClaimKind: [String]] = [
    .strength: ["Strengths", "Pros"], .weakness: ["Weaknesses", "Cons"], .feature: ["Features"],
    .fit: ["Use cases", "Best for"], .user: ["Used by"],
  ]
  {
    didSet { kinds = Self.kinds(of: headings) }
  }
  /// The kind of each heading, by what its spellings have in common.
  private var kinds: [String: ClaimKind] = [:]
  /// The bold words that open a quote block of the editor's.
  package var editorNoteWords = ["Editor's note"]
  package var pairs: Ranged<PairPolicy>?
  package var pairThreshold = 1
  package var redirects = RedirectPolicy.pages
  /// Where that is said.
  package var redirectsPlace: SourceRange?
  package var asOf: CalendarDate?
  /// An address with `{path}` for the document's path.
  package var editURL: String?
  package var navigation: [Ranged<String>]?
  /// The picture that stands for a page where its address is shared, by its path below `Content`.
  package var socialCard: Ranged<String>?
  /// Whether raw HTML in documents is passed on, which gives up the promise that contributed text never runs as script.
  package var allowsRawHTML = false
  /// Extensions of files that may be copied beside those that are always allowed, lower-case, without the dot.
  package var allowedFileTypes: Set<String> = []
  /// Files and folders below `Content` that are left out.
  package var ignored: [IgnorePattern] = []

  package init() { kinds = Self.kinds(of: headings) }

  /// The kind of claims below a heading, if it carries any.
  package func claimKind(ofHeading heading: String) -> ClaimKind? { kinds[NameIndex<Never>.key(heading)] }

  /// Of kinds that share a heading, it is the first one's.
  private static func kinds(of headings: [ClaimKind: [String]]) -> [String: ClaimKind] {
    var kinds: [String: ClaimKind] = [:]
    for kind in ClaimKind.allCases.reversed() {
      for heading in headings[kind, default: []] { kinds[NameIndex<Never>.key(heading)] = kind }
    }
    return kinds
  }

  /// The heading that the site shows for a kind of claim: the first of its words.
  package func heading(of kind: ClaimKind) -> String { headings[kind]?.first ?? kind.rawValue }
}

/// What a claim says of its item.
package enum ClaimKind: String, Sendable, Hashable, CaseIterable {
  case strength = "strengths"
  case weakness = "weaknesses"
  case feature = "features"
  case fit = "use-cases"
  case user = "used-by"
}
