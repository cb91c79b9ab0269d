import Comparison
import Templating

extension PagePlanner {
  mutating func addContested() {
    let model = model
    let disputes = model.disagreements(drawing: Contested.mostSpecimens)
    let count = Pagination.pages(of: disputes.count).count
    addIndexPages(PageTemplates.contested, of: .contested, count: count) { prose, number in
      Contested(prose: prose, disputes: disputes, number: number)
    }
  }
}

/// A page of all disagreements of a site.
struct Contested: Sendable {
  /// How many are drawn, at the top of the first page.
  static let mostSpecimens = 6
  /// How many items it leads to, those with the most disagreements first.
  static let mostItems = 40

  var prose: In<Prose>
  /// The disagreements of all pages: those to be drawn, then the others, the most evenly split first.
  var disputes: [CellDispute]
  /// Its number, from 1.
  var number: Int

  fileprivate func count(_ kind: Dispute) -> Int { disputes.count { $0.kind == kind } }

  /// Those on this page.
  fileprivate var here: ArraySlice<CellDispute> { disputes[Pagination.pages(of: disputes.count)[number - 1]] }
  fileprivate var specimens: [In<CellDispute>] {
    prose.with(each: number == 1 ? here.prefix(Self.mostSpecimens) : [])
  }
  fileprivate var rows: [In<CellDispute>] {
    prose.with(each: here.dropFirst(number == 1 ? Self.mostSpecimens : 0))
  }

  fileprivate var pagination: PagePosition? {
    PagePosition(of: disputes.count, page: number, name: { "\($0 + 1)" }) {
      prose.routes.path(.contested, page: $0)
    }
  }

  /// The items with the most disagreements.
  fileprivate var items: [CountedLink] {
    // Sorting is stable.
    Array(prose.model.disputedItems.sorted { $0.count > $1.count }.prefix(Self.mostItems))
  }
}

extension PageTemplates {
  static let contested = PageTemplate<Contested>(
    .contested, "ContestedPage", "Every disagreement, both sides.",
    [
      .record("prose", "The words of the folder's `index.md`, on the first page.", of: Records.prose) {
        $0.prose
      },
      .list(
        "sources", "The sources that the page cites, which the marks in its words lead to.",
        of: Records.citedSource
      ) { page in
        let told = page.here.map { page.prose.model.sources(of: $0.item, on: $0.criterion) }
        return page.prose.cited(told.reduce(page.prose.part.citedSources) { $0.union($1) })
      },
      .integer("count", "How many disagreements there are, on all pages.") { $0.disputes.count },
      .list(
        "specimens", "Those to be drawn, on the first page: with most sources against the largest side.",
        of: Records.specimen
      ) { $0.specimens },
      .list(
        "disagreements", "The others of this page, the most evenly split first.", of: Records.disagreement
      ) { $0.rows },
      .optionalRecord(
        "pagination", "The pages that they are shared out among, where they are too many for one.",
        of: Records.pagination
      ) { $0.pagination },
      .list(
        "items", "The items that most of them are about, with links to both sides on their pages.",
        of: Records.countedLink
      ) { $0.items },
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
