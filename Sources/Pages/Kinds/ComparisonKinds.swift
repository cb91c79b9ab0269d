import Templating

struct MatrixContent: Sendable {
  var name: String
  var summary: String?
  var prose: ProseView
  var tables: [TableView]
  var pairsAddress: Address?
  var pagination: PaginationView?
  var disagreements: [DisagreementGroupView]
  var others: [LinkView]
}

struct CriterionContent: Sendable {
  var name: String
  var summary: String?
  var group: String?
  var unit: String?
  var takesFacts: Bool
  var prose: ProseView
  var values: [ValueView]
  var contested: [LinkView]
  var mixed: [LinkView]
  var cells: [CellView]
  var unknown: [LinkView]
  var useCases: [LinkView]
}

struct OverviewContent<Row: Sendable>: Sendable {
  var prose: ProseView
  var rows: [Row]
}

struct ContestedContent: Sendable {
  var prose: ProseView
  var items: [DisagreementGroupView]
  var criteria: [CountedLinkView]

  func count(_ dispute: Dispute) -> Int {
    items.reduce(0) { $0 + $1.disagreements.count { $0.kind == dispute.rawValue } }
  }
}

extension PageKinds {
  static let matrix = PageKind<MatrixContent>(
    "matrix", "MatrixPage", "A comparison table.",
    [
      .text("name", "Its name.") { $0.content.name },
      .optionalText("summary", "A sentence on what it compares.") { $0.content.summary },
      .record("prose", "Its document's words.", of: Records.prose) { $0.content.prose },
      .list("tables", "The tables: one for each group.", of: Records.table) { $0.content.tables },
      .boolean("has_same", "Whether a row or column says the same all over, as far as it is known.") {
        $0.content.tables.contains { $0.criteria.contains(where: \.isSame) }
      },
      .boolean("has_different", "Whether a row or column tells items apart.") {
        $0.content.tables.contains { $0.criteria.contains { !$0.isSame } }
      },
      .optionalAddress(
        "pairs_url",
        "The index of pairs, below which those of its items have their pages; absent where none has."
      ) { $0.content.pairsAddress },
      .optionalRecord(
        "pagination", "The pages that its items are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { $0.content.pagination },
      .list(
        "disagreements", "Both sides of every contested or mixed cell, by table.",
        of: Records.disagreementGroup
      ) { $0.content.disagreements },
      .list("others", "The other matrices.", of: Records.link) { $0.content.others },
    ])

  static let matrices = PageKind<OverviewContent<LinkView>>(
    "matrices", "MatricesPage", "The index of matrices.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("matrices", "Every matrix.", of: Records.link) { $0.content.rows },
    ])

  static let criterion = PageKind<CriterionContent>(
    "criterion", "CriterionPage", "A criterion: what it means and every item's cell.",
    [
      .text("name", "Its name.") { $0.content.name },
      .optionalText("summary", "A sentence on it.") { $0.content.summary },
      .optionalText("group", "The group that it belongs to.") { $0.content.group },
      .optionalText("unit", "The unit of its numbers.") { $0.content.unit },
      .boolean("takes_facts", "Whether it takes facts beside claims.") { $0.content.takesFacts },
      .record("prose", "What it means.", of: Records.prose) { $0.content.prose },
      .list("values", "Its values and who has them.", of: Records.value) { $0.content.values },
      .list(
        "contested", "The items on which sources disagree; each link leads to its cell.", of: Records.link
      ) {
        $0.content.contested
      },
      .list("mixed", "The items of which one source says both.", of: Records.link) { $0.content.mixed },
      .list("cells", "The cell of every item of which something is known.", of: Records.cell) {
        $0.content.cells
      },
      .list("unknown", "The items of which nothing is known here.", of: Records.link) { $0.content.unknown },
      .list("use_cases", "The use cases that need it.", of: Records.link) { $0.content.useCases },
    ])

  static let criteria = PageKind<OverviewContent<ListingView>>(
    "criteria", "CriteriaPage", "The index of criteria.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("groups", "The criteria by group.", of: Records.listing) { $0.content.rows },
    ])

  static let contested = PageKind<ContestedContent>(
    "contested", "ContestedPage", "Every disagreement, both sides.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.content.prose },
      .list("items", "The disagreements by item.", of: Records.disagreementGroup) { $0.content.items },
      .list(
        "criteria", "The criteria on which sources disagree, and of how many items.", of: Records.countedLink
      ) {
        $0.content.criteria
      },
      .integer("fact_count", "On how many facts sources state different values.") {
        $0.content.count(.values)
      },
      .integer("judgement_count", "How often one source praises what another criticises.") {
        $0.content.count(.claims)
      },
      .integer("mixed_count", "How often one source does both.") { $0.content.count(.mixed) },
    ])
}
