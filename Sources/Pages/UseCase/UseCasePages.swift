import Comparison
import Templating

extension PagePlanner {
  mutating func addUseCases() {
    let model = model
    guard catalog.has(.useCases) else { return }
    addIndex(PageTemplates.useCases, of: .useCases) {
      Index(prose: $0, rows: $0.with(each: model.catalog.useCases.map(\.id)))
    }
    for useCase in catalog.useCases {
      let path = routes.path(.useCase(useCase.id))
      let page = page(
        .useCase, useCase.entry.name, path: path, description: useCase.entry.summary,
        above: [model.link(.useCases)], entry: useCase.entry)
      add(PageTemplates.useCase, path: path, page: page, origin: useCase.entry.place) {
        In(model, UseCasePage(useCase, model.catalog))
      }
    }
  }
}

/// A use case with its ranking of items.
struct UseCasePage: Sendable {
  let useCase: UseCase
  let ranking: FitRanking
  /// The position of the axis of the bars: the most points that criticism deducts from any item.
  let axis: Int
  /// The width of the chart, in points.
  let width: Int

  fileprivate init(_ useCase: UseCase, _ catalog: Catalog) {
    self.useCase = useCase
    ranking = catalog.ranking(for: useCase.id)
    let points = ranking.places.map { $0.fit.contributions.map(\.points) }
    axis = points.map { -$0.filter { $0 < 0 }.reduce(0, +) }.max() ?? 0
    width = max(1, axis + (points.map { $0.filter { $0 > 0 }.reduce(0, +) }.max() ?? 0))
  }
}

extension PageTemplates {
  static let useCases = PageTemplate<Index<In<UseCase.ID>>>(
    .useCases, "UseCasesPage", "The index of use cases.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.prose },
      .list("use_cases", "Every use case.", of: Records.useCaseCard) { $0.rows },
    ])

  static let useCase = PageTemplate<In<UseCasePage>>(
    .useCase, "UseCasePage", "Which items suit a use, in order and with the reasons.",
    [
      .text("name", "The use.") { $0.part.useCase.entry.name },
      .text("slug", "Its slug, which the finder knows it by: `find/?use=…`.") {
        $0.part.useCase.entry.slug.text
      },
      .optionalAddress("finder", "The finder, where the site has one.") {
        $0.catalog.has(.finder) ? $0.routes.address(.finder) : nil
      },
      .optionalText("summary", "A sentence on it.") { $0.part.useCase.entry.summary },
      .record("prose", "Its document's words.", of: Records.prose) { $0.with($0.part.useCase.prose) },
      .list("needs", "What matters for it: criteria, and values of criteria.", of: Records.subject) {
        $0.needs { _ in true }
      },
      .list(
        "praised_needs", "The criteria among them, on which praise and criticism count.", of: Records.subject
      ) { $0.needs { $0.value == nil } },
      .list("value_needs", "The values among them.", of: Records.subject) { $0.needs { $0.value != nil } },
      .list("ranking", "The items with evidence, best first.", of: Records.rank) { page in
        page.part.ranking.places.map { page.with(Rank(place: $0, page: page.part)) }
      },
      .list("steps", "From each rank to the next: what would change the order.", of: Records.step) { page in
        page.part.ranking.steps.map { page.with(RankStep(step: $0, useCase: page.part.useCase.id)) }
      },
      .integer("entry_rank", "The rank that an item without evidence would take with one point.") {
        $0.part.ranking.places.count { $0.fit.score > 1 } + 1
      },
      .list(
        "without_evidence", "The items of which no source says anything to the point.", of: Records.unranked
      ) { page in
        page.part.ranking.withoutEvidence.map { page.with(Rank(fit: $0, page: page.part)) }
      },
      .madeList("claims", "What is said of items for this use.", Records.claim.shape) { $0.claims },
    ])
}

extension In<UseCasePage> {
  fileprivate func needs(where isWanted: (UseCase.Need) -> Bool) -> [Subject] {
    part.useCase.needs.filter(isWanted).map { model.subject($0) }
  }

  /// The record values of claims that name items for this use case.
  fileprivate var claims: [Value] {
    model.values(
      catalog.claimIDs.filter {
        catalog[$0].kind == .fit && catalog[$0].subjects.contains(.useCase(part.useCase.id))
      })
  }
}

extension SiteModel {
  /// Returns the name and address of a needed criterion, with the value if one is needed.
  func subject(_ need: UseCase.Need) -> Subject {
    let criterion = catalog[need.criterion]
    let value = need.value.map { ": \(words($0, criterion))" } ?? ""
    return Subject(name: criterion.entry.name + value, url: routes.address(.criterion(need.criterion)))
  }
}
