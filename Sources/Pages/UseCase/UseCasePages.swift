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
  /// How many items each of its lists has at most; those with a place are one list.
  static let most = 100
  /// Between how many ranks it tells what would change their order.
  static let mostSteps = 12

  let useCase: UseCase
  let ranking: FitRanking

  fileprivate init(_ useCase: UseCase, _ catalog: Catalog) {
    self.useCase = useCase
    ranking = catalog.ranking(for: useCase.id)
  }

  /// Returns how many of a list are left out.
  fileprivate func leftOut<Element>(_ list: (FitRanking) -> [Element]) -> Int {
    max(0, list(ranking).count - Self.most)
  }
}

extension PageTemplates {
  static let useCases = PageTemplate<Index<In<UseCase.ID>>>(
    .useCases, "UseCasesPage", "The index of use cases.",
    [
      .record("prose", "The words of the folder's `index.md`.", of: Records.prose) { $0.prose },
      .list("use_cases", "Every use case.", of: Records.useCaseCard) { $0.rows },
      .integer("review_count", "How many reviews there are.") { $0.prose.catalog.reviewCount },
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
      .list(
        "sources", "The sources that the page cites, which the marks in its words lead to.",
        of: Records.citedSource
      ) {
        $0.cited($0.sources)
      },
      .list("helps", "The criteria on which praise and criticism count.", of: Records.subject) { page in
        page.part.useCase.helps.map { page.model.subject($0) }
      },
      .list("conditions", "The values that items must not be known to lack.", of: Records.subject) { page in
        page.part.useCase.conditions.map { page.model.subject($0) }
      },
      .list("preferences", "The values that count for an item that has them.", of: Records.subject) { page in
        page.part.useCase.preferences.map { page.model.subject($0) }
      },
      .optionalRecord(
        "leader", "The place at the top, where a review names it or its sum is above 0.", of: Records.leaders
      ) { $0.leaders.first },
      .list("followers", "Those on the next places, where reviews name them too.", of: Records.link) { page in
        page.leaders.dropFirst().flatMap(\.part).filter { $0.fit.named > 0 }.map {
          page.model.link($0.fit.item)
        }
      },
      .integer("review_count", "How many reviews there are.") { $0.catalog.reviewCount },
      .list("ranked", "The items that have a place, best first, or the first of many.", of: Records.link) {
        page in
        page.part.ranking.places.prefix(UseCasePage.most).map { page.model.link($0.fit.item) }
      },
      .list("named", "Those among them that reviews name for the use.", of: Records.rank) {
        $0.ranks(\.named)
      },
      .list("unnamed", "Those that no review names.", of: Records.rank) { page in
        page.ranks(\.unnamed, most: max(0, UseCasePage.most - page.part.ranking.named.count))
      },
      .integer("more_ranked", "How many places are left out.") { $0.part.leftOut(\.places) },
      .list(
        "lacking", "The items that no review names and that are known not to meet a condition.",
        of: Records.rank
      ) { $0.ranks(\.lacking) },
      .integer("more_lacking", "How many of these are left out.") { $0.part.leftOut(\.lacking) },
      .list(
        "without_evidence", "The items of which no source says anything to the point.", of: Records.rank
      ) { $0.ranks(\.withoutEvidence) },
      .integer("more_without_evidence", "How many of these are left out.") {
        $0.part.leftOut(\.withoutEvidence)
      },
      .list(
        "steps", "From each rank to the next: what would change the order; the first of many.",
        of: Records.step
      ) { page in page.with(each: page.part.ranking.steps.prefix(UseCasePage.mostSteps)) },
      .madeList("claims", "What is said of items for this use.", Records.claim.shape) { $0.claims },
    ])
}

extension In<UseCasePage> {
  /// The top of its ranking.
  fileprivate var leaders: [In<FitRanking.Rank>] { with(part.useCase.id).leaders }

  fileprivate func ranks(_ places: (FitRanking) -> FitRanking.Rank, most: Int = UseCasePage.most) -> [In<
    Rank
  >] {
    places(part.ranking).prefix(most).map {
      with(Rank(fit: $0.fit, rank: $0.rank, isTied: $0.isTied, useCase: part.useCase.id))
    }
  }

  fileprivate func ranks(_ fits: (FitRanking) -> [Fit]) -> [In<Rank>] {
    fits(part.ranking).prefix(UseCasePage.most).map { with(Rank(fit: $0, useCase: part.useCase.id)) }
  }

  /// The sources of the document's words and of what is shown of items.
  fileprivate var sources: Set<Source.ID> {
    let (use, ranking) = (part.useCase, part.ranking)
    let wanted = use.helps + (use.conditions + use.preferences).map(\.criterion)
    let ranked = ranking.places.prefix(UseCasePage.most).map(\.fit)
    let unranked = [ranking.lacking, ranking.withoutEvidence].flatMap { $0.prefix(UseCasePage.most) }
    var sources = use.prose.citedSources
    for fit in ranked + unranked {
      for criterion in wanted { sources.formUnion(model.sources(of: fit.item, on: criterion)) }
      sources.formUnion((fit.naming.reviews + fit.naming.references).map(\.source))
    }
    return sources
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

extension Catalog {
  /// The number of sources that count when items are named for a use.
  var reviewCount: Int { sources.count { $0.kind == .review } }
}
