import Comparison
import Templating

struct CoverageContent: Sendable {
  var prose: ProseView
  /// The whole site's; on the first page alone.
  var total: Coverage?
  var pagination: PaginationView?
  var speech: SpeechView
  var groups: [CoverageGroupView]
  var map: CoverageMapView?
  var criteria: [CriterionCoverageView]
  var itemWork: [WorkView]
  var criterionWork: [WorkView]
  var labels: [OwnLabelView]
  var moreLabels: Int
  var overdue: [OverdueView]
  var moreOverdue: Int
}

/// A label that names no criterion and no use case.
struct OwnLabelView: Sendable {
  var label: String
  /// How many claims have it.
  var count: Int
  /// The first of them.
  var claims: [LinkView]
  var more: Int
}

/// A number in a table of coverage, and how dark its cell is.
struct HeatCellView: Sendable {
  var text: String
  var state: String
  var level: Int
  var url: Address?
}

/// Which source speaks of which item.
struct SpeechView: Sendable {
  var reviews: [LinkView]
  var references: [LinkView]
  var rows: [SpeechRowView]
  var totals: [HeatCellView]
}

struct SpeechRowView: Sendable {
  var item: LinkView
  var cells: [HeatCellView]
  var coverage: Coverage
  var gapsURL: Address?
}

/// The criteria of one group, with a cell for each item.
struct CoverageGroupView: Sendable {
  var id: String
  var name: String
  var criteria: [LinkView]
  var rows: [CoverageRowView]
  var totals: [Coverage]
  var total: Coverage?
}

struct CoverageRowView: Sendable {
  var item: LinkView
  var cells: [HeatCellView]
  var known: Int
}

struct CriterionCoverageView: Sendable {
  var criterion: LinkView
  var coverage: Coverage
  var gapsURL: Address?
}

/// What is missing of an item or a criterion.
struct WorkView: Sendable {
  var subject: LinkView
  var count: Int
  /// Where all of it stands.
  var url: Address
  /// The first of what is missing.
  var missing: [LinkView]
  var more: Int
}

/// A cell with a value that must be verified.
struct OverdueView: Sendable {
  var item: LinkView
  var criterion: LinkView
  var url: Address
  /// Absent where it was never verified.
  var verified: Templating.CalendarDate?
}

extension Records {
  static let coverage = Record<Coverage>(
    "Coverage", "How much of some cells is known; a cell is one item on one criterion.",
    [
      .integer("cells", "How many cells there are.") { $0.cells },
      .integer("known", "How many have a value or a claim; \"not applicable\" is an answer.") { $0.known },
      .integer("known_share", "The same in whole percent of all cells, rounded down.") {
        percentage($0.known, of: $0.cells)
      },
      .integer("sourced", "How many of the known cite a source.") { $0.sourced },
      .integer("sourced_share", "The same in percent of all cells.") { percentage($0.sourced, of: $0.cells) },
      .integer("reviewed", "How many cite a review.") { $0.reviewed },
      .integer("reviewed_share", "The same in percent of all cells.") {
        percentage($0.reviewed, of: $0.cells)
      },
      .integer("referenced", "How many cite a reference.") { $0.referenced },
      .integer("referenced_share", "The same in percent of all cells.") {
        percentage($0.referenced, of: $0.cells)
      },
      .integer(
        "fresh",
        "How many of the known have nothing that was verified too long ago, or never although its criterion asks for it."
      ) { $0.fresh },
      .integer("fresh_share", "The same in percent of all cells.") { percentage($0.fresh, of: $0.cells) },
      .integer("missing", "How many are not known.") { $0.missing },
      .integer("unsourced", "How many of the known cite no source.") { $0.unsourced },
      .integer("overdue", "How many of the known are not fresh.") { $0.overdue },
    ])

  static let heatCell = Record<HeatCellView>(
    "HeatCell", "A number in a table of coverage; never blank.",
    [
      .text("text", "The number, or the state in words.") { $0.text },
      .text("state", "`sourced`, `unsourced` or `missing`.") { $0.state },
      .integer("level", "How dark the cell is: 0 for nothing to 4 for the most.") { $0.level },
      .optionalAddress("url", "Where what it counts can be read.") { $0.url },
    ])

  static let speechRow = Record<SpeechRowView>(
    "SpeechRow", "How much each source says of an item.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .list("cells", "On how many criteria each review speaks, then each reference.", of: heatCell) {
        $0.cells
      },
      .record("coverage", "The item's coverage.", of: coverage) { $0.coverage },
      .optionalAddress("gaps", "The list of what is missing, where something is.") { $0.gapsURL },
    ])

  static let speech = Record<SpeechView>(
    "Speech", "Which source speaks of which item.",
    [
      .list("reviews", "The reviews, by their short names.", of: link) { $0.reviews },
      .list("references", "The references.", of: link) { $0.references },
      .list("rows", "A row for each item of this page.", of: speechRow) { $0.rows },
      .list("totals", "On the first page: in how many cells of the site each source speaks.", of: heatCell) {
        $0.totals
      },
    ])

  static let coverageRow = Record<CoverageRowView>(
    "CoverageRow", "How many sources speak of an item on each criterion of a group.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .list("cells", "A cell for each criterion.", of: heatCell) { $0.cells },
      .integer("known", "How many of them are known.") { $0.known },
    ])

  static let coverageGroup = Record<CoverageGroupView>(
    "CoverageGroup", "The criteria of one group, with a cell for each item.",
    [
      .text("id", "An anchor for it.") { $0.id },
      .text("name", "The group.") { $0.name },
      .list("criteria", "Its criteria.", of: link) { $0.criteria },
      .list("rows", "A row for each item of this page.", of: coverageRow) { $0.rows },
      .list("totals", "On the first page: each criterion's coverage in the whole site.", of: coverage) {
        $0.totals
      },
      .optionalRecord("total", "On the first page: the coverage of all of them.", of: coverage) { $0.total },
    ])

  static let coverageLayer = Record<CoverageLayerView>(
    "CoverageLayer", "The cells of a picture that are drawn alike.",
    [
      .text("name", "`unsourced`, or `h1` for the fewest sources to `h4` for the most.") { $0.name },
      .integer("count", "How many cells they are.") { $0.count },
      .text("path", "The `d` of an SVG path.") { $0.path },
    ])

  static let coverageMap = Record<CoverageMapView>(
    "CoverageMap", "What is known of the items of a page, as a picture.",
    [
      .list("items", "The names of the rows, from the top.", of: link) { $0.items },
      .integer("width", "How wide the picture is, for its `viewBox`.") { $0.width },
      .integer("height", "How high it is.") { $0.height },
      .list("layers", "What is drawn alike, in the order of the key.", of: coverageLayer) { $0.layers },
      .integer("count", "How many cells it has; those that are missing are not drawn.") { $0.cellCount },
    ])

  static let criterionCoverage = Record<CriterionCoverageView>(
    "CriterionCoverage", "The coverage of a criterion.",
    [
      .record("criterion", "The criterion.", of: link) { $0.criterion },
      .record("coverage", "Its coverage.", of: coverage) { $0.coverage },
      .optionalAddress("gaps", "The list of what is missing, where something is.") { $0.gapsURL },
    ])

  static let work = Record<WorkView>(
    "Work", "What is missing of an item or a criterion.",
    [
      .record("subject", "The item or the criterion.", of: link) { $0.subject },
      .integer("count", "How many cells are missing.") { $0.count },
      .address("url", "The list of all of them.") { $0.url },
      .list("missing", "The first of them.", of: link) { $0.missing },
      .integer("more", "How many more there are.") { $0.more },
    ])

  static let ownLabel = Record<OwnLabelView>(
    "OwnLabel", "A label of claims that names nothing known.",
    [
      .text("label", "The label.") { $0.label },
      .integer("count", "How many claims have it.") { $0.count },
      .list("claims", "The first of them, by their items.", of: link) { $0.claims },
      .integer("more", "How many more there are.") { $0.more },
    ])

  static let overdue = Record<OverdueView>(
    "Overdue", "A cell with a value that must be verified.",
    [
      .record("item", "The item.", of: link) { $0.item },
      .record("criterion", "The criterion.", of: link) { $0.criterion },
      .address("url", "The value on the item's page.") { $0.url },
      .optionalDate("verified", "When it was verified; absent where it never was.") { $0.verified },
    ])
}

extension PageKinds {
  static let coverage = PageKind<CoverageContent>(
    "coverage", "CoveragePage", "What is known, who says it, and what is missing.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .optionalRecord("total", "On the first page: the coverage of the whole site.", of: Records.coverage) {
        $0.content.total
      },
      .optionalRecord("pagination", "The pages that the items are shared out among.", of: Records.pagination)
      { $0.content.pagination },
      .record("speech", "Which source speaks of which item.", of: Records.speech) { $0.content.speech },
      .list("groups", "Items and criteria, a table for each group.", of: Records.coverageGroup) {
        $0.content.groups
      },
      .optionalRecord(
        "map", "Items and criteria as one picture, where anything is known.", of: Records.coverageMap
      ) { $0.content.map },
      .list("criteria", "On the first page: the coverage of each criterion.", of: Records.criterionCoverage) {
        $0.content.criteria
      },
      .list("item_work", "What is missing, by item of this page, the most first.", of: Records.work) {
        $0.content.itemWork
      },
      .list(
        "criterion_work", "On the first page: what is missing, by criterion, the most first.",
        of: Records.work
      ) { $0.content.criterionWork },
      .list(
        "labels",
        "The labels of this page's items that name no criterion and no use case, the most frequent first.",
        of: Records.ownLabel
      ) { $0.content.labels },
      .integer("more_labels", "How many more of these there are.") { $0.content.moreLabels },
      .list("overdue", "Cells of this page's items with a value that must be verified.", of: Records.overdue)
      {
        $0.content.overdue
      },
      .integer("more_overdue", "How many more of these there are.") { $0.content.moreOverdue },
    ])
}
