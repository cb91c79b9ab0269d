import Templating

struct ContestedContent: Sendable {
  var prose: ProseView
  var items: [DisagreementGroupView]
  var criteria: [CountedLinkView]

  func count(_ dispute: Dispute) -> Int {
    items.reduce(0) { $0 + $1.disagreements.count { $0.kind == dispute.rawValue } }
  }
}

extension PageKinds {
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
