import Comparison
import Templating

extension PagePlanner {
  mutating func addContested() {
    let model = model
    addIndex(PageTemplates.contested, of: .contested) { prose in
      Contested(prose: prose, disputes: model.allDisagreements)
    }
  }
}

/// All disagreements of a site.
struct Contested: Sendable {
  var prose: In<Prose>
  /// The disagreements, the most evenly split first.
  var disputes: [CellDispute]

  fileprivate func count(_ kind: Dispute) -> Int { disputes.count { $0.kind == kind } }
}

extension PageTemplates {
  static let contested = PageTemplate<Contested>(
    .contested, "ContestedPage", "Every disagreement, both sides.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.prose },
      .list("disagreements", "The disagreements, the most evenly split first.", of: Records.disagreement) {
        $0.prose.with(each: $0.disputes)
      },
      .list(
        "items", "The items that they are about, with links to both sides on their pages.",
        of: Records.countedLink
      ) { $0.prose.model.disputedItems },
      .list(
        "criteria", "The criteria on which sources disagree, and of how many items.", of: Records.countedLink
      ) { $0.prose.model.disputedCriteria },
      .integer("fact_count", "On how many facts sources state different values.") { $0.count(.values) },
      .integer("judgement_count", "How often one source praises what another criticises.") {
        $0.count(.claims)
      },
      .integer("mixed_count", "How often one source does both.") { $0.count(.mixed) },
    ])
}
