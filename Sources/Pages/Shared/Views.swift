import Templating

// What templates see, as plain data: each of these has a record in `Records` that names its fields.

/// A link with its text.
struct LinkView: Sendable {
  var url: Address
  var text: String
  var summary: String?
}

/// A link that leads out of the site.
struct OutgoingLinkView: Sendable {
  var url: Address
  var text: String
  var rel: String?
}

/// A source that backs a statement, as a mark beside it.
struct CitationView: Sendable {
  var url: Address
  var mark: String
  var title: String
}

/// What a claim is about.
struct SubjectView: Sendable {
  var name: String
  var url: Address?
  /// For an address outside the site.
  var rel: String?
  /// That sources disagree on it, for what a claim is about.
  var mark: MarkView?
}

/// What somebody says of an item.
struct ClaimView: Sendable {
  var id: String
  var kind: String
  var item: LinkView
  /// The claim on its item's page.
  var url: Address
  var subjects: [SubjectView]
  var text: HTMLFragment
  var more: HTMLFragment?
  var notes: [HTMLFragment]
  var citations: [CitationView]
  var marks: [CitationView]
  var details: [HTMLFragment]
  var standing: String?
  var opponents: [PointerView]
}

/// Claims about one thing.
struct ClaimGroupView: Sendable {
  var subject: SubjectView?
  var claims: [Value]
}

/// The claims of one section of an item.
struct ClaimSectionView: Sendable {
  var id: String
  var kind: String
  var title: String
  var heading: HTMLFragment
  var count: Int
  var groups: [ClaimGroupView]
  var remarks: HTMLFragment?
  /// The index of what the labels name, where that is no criterion.
  var index: LinkView?
}

/// One value, and who says so.
struct FactView: Sendable {
  var value: String
  var values: [SubjectView]
  var note: String?
  var citations: [CitationView]
  var isCommon: Bool
  var isStale: Bool
  var verified: Templating.CalendarDate?
}

/// What is known of one item on one criterion.
struct CellView: Sendable {
  var id: String
  var state: String
  var label: String
  var item: LinkView
  var criterion: LinkView
  var url: Address
  var marks: [MarkView]
  var facts: [FactView]
  var praise: Int
  var criticism: Int
  var praisers: [CitationView]
  var critics: [CitationView]
  var describers: [CitationView]
  var strengths: [Value]
  var weaknesses: [Value]
  var features: [Value]
}

struct SectionView: Sendable {
  var id: String
  var title: String
  var heading: HTMLFragment
  var text: HTMLFragment
}

struct ProseView: Sendable {
  var introduction: HTMLFragment?
  var sections: [SectionView]
  var footnotes: HTMLFragment?
}

struct RelationView: Sendable {
  var from: LinkView
  var phrase: String
  var to: LinkView
  var citations: [CitationView]
}

/// A row of the balance chart: how many sources praise and criticise.
struct BalanceView: Sendable {
  var criterion: LinkView
  var state: String
  var label: String
  var praise: Int
  var criticism: Int
  /// The most of either in the chart, for the scale.
  var most: Int
  var mark: MarkView?
}

struct ValueView: Sendable {
  var name: String
  var url: Address?
  var summary: String?
  var items: [HolderView]
}

/// An item in the list of a value; marked where sources disagree whether it has it.
struct HolderView: Sendable {
  var item: LinkView
  var mark: MarkView?
}

/// Things of one kind below a heading.
struct ListingView: Sendable {
  var id: String
  var title: String
  var url: Address?
  var links: [LinkView]
}

/// A step of the way from the home page to a page.
struct BreadcrumbView: Sendable {
  var link: LinkView
  var absolute: Address?
}

/// What all pages have: who they are.
struct PageView: Sendable {
  var kind: String
  var title: String
  var description: String
  var url: Address
  var canonical: Address?
  var breadcrumbs: [BreadcrumbView]
  var editURL: Address?
  var alternates: [AlternateView]
  var extra: [ExtraView]
}

/// A file that tells as data what a page tells.
struct AlternateView: Sendable {
  /// Its media type: `text/csv`.
  var type: String
  /// What people call that: `CSV`.
  var name: String
  var url: Address
}

struct ExtraView: Sendable {
  var key: String
  var value: String
}

struct SiteView: Sendable {
  var title: String
  var tagline: String?
  var language: String
  var root: Address
  /// Absolute.
  var address: Address?
  var one: String
  var many: String
  var itemType: String
  var navigation: [LinkView]
  var all: Address
  var search: Address
  var sources: Address?
  var coverage: Address?
  var data: Address
  var feed: Address?
  var styles: [Address]
  var scripts: [Address]
  var kinds: [KindAssets]
  var icon: Address?
  var socialCard: Address?
}
