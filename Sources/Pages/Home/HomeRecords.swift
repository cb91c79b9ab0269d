import Templating

struct HomeContent: Sendable {
  var prose: ProseView
  var counts: SiteCounts
  var tables: [TableView]
  var pagination: PaginationView?
  var matrix: LinkView?
  var items: [ItemCardView]
  var useCases: [UseCaseCardView]
  var contested: [DisagreementView]
  var contestedCount: Int
  var contestedURL: Address
  var sources: [SourceCardView]
  var guides: [LinkView]
}

/// How much of everything a site has. Only pages that list everything tell it: it changes with every document.
struct SiteCounts: Sendable {
  var items: Int
  var criteria: Int
  var sources: Int
  var claims: Int
  var facts: Int
}

extension PageKinds {
  static let home = PageKind<HomeContent>(
    "home", "HomePage", "The home page.",
    [
      .record("prose", "The words of `index.md`.", of: Records.prose) { $0.content.prose },
      .integer("item_count", "How many items there are.") { $0.content.counts.items },
      .integer("criterion_count", "How many criteria.") { $0.content.counts.criteria },
      .integer("source_count", "How many sources.") { $0.content.counts.sources },
      .integer("claim_count", "How many claims cite a source.") { $0.content.counts.claims },
      .integer("fact_count", "How many facts cite a source.") { $0.content.counts.facts },
      .list("tables", "The overview matrix: the first one of the site.", of: Records.table) {
        $0.content.tables
      },
      .optionalRecord(
        "pagination", "The pages of that matrix, where it is too long for one; `tables` has the first.",
        of: Records.pagination
      ) { $0.content.pagination },
      .optionalRecord("matrix", "The page of that matrix.", of: Records.link) { $0.content.matrix },
      .list("items", "Every item.", of: Records.itemCard) { $0.content.items },
      .list("use_cases", "Every use case.", of: Records.useCaseCard) { $0.content.useCases },
      .list(
        "contested", "The disagreements in which most sources stand against each other.",
        of: Records.disagreement
      ) { $0.content.contested },
      .integer("contested_count", "How many disagreements there are.") { $0.content.contestedCount },
      .address("contested_url", "The page of all disagreements.") { $0.content.contestedURL },
      .list("sources", "Every source.", of: Records.sourceCard) { $0.content.sources },
      .list("guides", "The guides.", of: Records.link) { $0.content.guides },
    ])
}
