package import Diagnostics
import MarkdownParsing
package import TextEncoding

/// The settings of `Content/site.yml`, with defaults.
package struct SiteConfiguration: Sendable {
  /// What the site calls its items.
  package struct ItemNoun: Sendable, Hashable {
    /// The folder of the items below `Content` and in URLs.
    package var folder = "items"
    /// The singular noun.
    package var one = "item"
    /// The plural noun.
    package var many = "items"
    /// The schema.org type of an item.
    package var schemaType = "Thing"
  }

  /// The policy that decides which pairs get a page, as written.
  package enum PairPolicy: Sendable {
    case all, none
    case closest(Int)
    case within(criterion: Ranged<String>)
    /// Exactly these pairs, each as a list of names.
    case list([Ranged<[Ranged<String>]>])

    var isNone: Bool { if case .none = self { true } else { false } }
  }

  /// How redirects are published: as HTML pages or as a `_redirects` file.
  package enum RedirectPolicy: String, Sendable, CaseIterable { case pages, file }

  package var title = "Comparison"
  package var tagline: String?
  /// An absolute URL that ends in `/`.
  package var baseURL: String?
  /// A BCP 47 language tag.
  package var language = "en"
  package var items = ItemNoun()
  /// The headings that introduce claims of each kind, compared without regard to case.
  package var headings: [ClaimKind: [String]] = [
    .strength: ["Strengths", "Pros"], .weakness: ["Weaknesses", "Cons"], .feature: ["Features"],
    .fit: ["Use cases", "Best for"], .user: ["Used by"],
  ]
  {
    didSet { kinds = Self.kinds(of: headings) }
  }
  /// The kind of claims by heading, as a `NameIndex` key.
  private var kinds: [String: ClaimKind] = [:]
  /// The bold words that begin a block quote with an editor's note.
  package var editorNoteWords = ["Editor's note"]
  package var pairs: Ranged<PairPolicy>?
  /// The criteria whose facts stand beside an item wherever it is listed; empty for the default.
  package var keyFacts: [Ranged<String>] = []
  /// The number of differences below which a pair gets no page.
  package var pairThreshold = 1
  package var redirects = RedirectPolicy.pages
  /// The place of that setting.
  package var redirectsPlace: SourceRange?
  /// The date by which the freshness of facts is judged.
  package var asOf: CalendarDate?
  /// A URL template with `{path}` for the document's path.
  package var editURL: String?
  /// The entries of the navigation, in order; nil for the default.
  package var navigation: [Ranged<String>]?
  /// The picture for link previews on social media, by its path below `Content`.
  package var socialCard: Ranged<String>?
  /// Whether raw HTML in documents is passed through, which gives up the guarantee that contributed text never runs as
  /// script.
  package var allowsRawHTML = false
  /// Additional extensions of files that may be copied, in lower case, without the dot.
  package var allowedFileTypes: Set<String> = []
  /// Files and folders below `Content` that are excluded.
  package var ignored: [IgnorePattern] = []

  package init() { kinds = Self.kinds(of: headings) }

  /// Returns the kind of claims below a heading; nil for an ordinary heading.
  package func claimKind(ofHeading heading: String) -> ClaimKind? { kinds[NameIndex<Never>.key(heading)] }

  /// Maps headings to kinds; a heading that several kinds share belongs to the first.
  private static func kinds(of headings: [ClaimKind: [String]]) -> [String: ClaimKind] {
    var kinds: [String: ClaimKind] = [:]
    for kind in ClaimKind.allCases.reversed() {
      for heading in headings[kind, default: []] { kinds[NameIndex<Never>.key(heading)] = kind }
    }
    return kinds
  }

  /// Returns the heading that the site shows for a kind of claim: the first one that is configured.
  package func heading(of kind: ClaimKind) -> String { headings[kind]?.first ?? kind.rawValue }
}

/// The kind of a claim, which is also the key of its headings in `site.yml`.
package enum ClaimKind: String, Sendable, Hashable, CaseIterable {
  case strength = "strengths"
  case weakness = "weaknesses"
  case feature = "features"
  case fit = "use-cases"
  case user = "used-by"
}
