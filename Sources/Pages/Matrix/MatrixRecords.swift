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
}
