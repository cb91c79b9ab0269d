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

  fileprivate init(_ useCase: UseCase, _ catalog: Catalog) {
    self.useCase = useCase
    ranking = catalog.ranking(for: useCase.id)
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
      .list("helps", "The criteria on which praise and criticism count.", of: Records.subject) { page in
        page.part.useCase.helps.map { page.model.subject($0) }
      },
      .list("conditions", "The values that items must not be known to lack.", of: Records.subject) { page in
        page.part.useCase.conditions.map { page.model.subject($0) }
      },
      .list("preferences", "The values that count for an item that has them.", of: Records.subject) { page in
        page.part.useCase.preferences.map { page.model.subject($0) }
      },
      .list("ranked", "The items that have a place, best first.", of: Records.link) { page in
        page.part.ranking.places.map { page.model.link($0.fit.item) }
      },
      .list("named", "Those among them that reviews name for the use.", of: Records.rank) {
        $0.ranks(\.named)
      },
      .list("unnamed", "Those that no review names.", of: Records.rank) { $0.ranks(\.unnamed) },
      .list(
        "lacking", "The items that no review names and that are known not to meet a condition.",
        of: Records.rank
      ) { $0.ranks(\.lacking) },
      .list(
        "without_evidence", "The items of which no source says anything to the point.", of: Records.rank
      ) { $0.ranks(\.withoutEvidence) },
      .list("steps", "From each rank to the next: what would change the order.", of: Records.step) { page in
        page.with(each: page.part.ranking.steps)
      },
      .madeList("claims", "What is said of items for this use.", Records.claim.shape) { $0.claims },
    ])
}

extension In<UseCasePage> {
  fileprivate func ranks(_ places: (FitRanking) -> FitRanking.Rank) -> [In<Rank>] {
    places(part.ranking).map {
      with(Rank(fit: $0.fit, rank: $0.rank, isTied: $0.isTied, useCase: part.useCase.id))
    }
  }

  fileprivate func ranks(_ fits: (FitRanking) -> [Fit]) -> [In<Rank>] {
    fits(part.ranking).map { with(Rank(fit: $0, useCase: part.useCase.id)) }
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
  /// Returns the name and address of a criterion on which praise helps.
  fileprivate func subject(_ help: Criterion.ID) -> Subject {
    Subject(name: catalog[help].entry.name, url: routes.address(.criterion(help)))
  }

  /// Returns a wanted value, after the name of its criterion, with the address of the criterion.
  func subject(_ wanted: WantedValue) -> Subject {
    let criterion = catalog[wanted.criterion]
    return Subject(
      name: "\(criterion.entry.name): \(words(wanted.value, criterion))",
      url: routes.address(.criterion(wanted.criterion)))
  }
}
