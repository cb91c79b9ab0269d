import Templating

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

extension PageKinds {
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
}
