import Comparison
import Templating

extension PagePlanner {
  mutating func addUseCases() {
    let model = model
    guard catalog.has(.useCases) else { return }
    addIndex(.useCases, PageKinds.useCases) { prose in
      OverviewContent(prose: prose, rows: model.catalog.useCases.map { model.card($0.id) })
    }
    for useCase in catalog.useCases {
      let path = routes.path(.useCase(useCase.id))
      let page = page(
        "use-case", useCase.entry.name, path: path, description: useCase.entry.summary,
        above: [model.link(.useCases)],
        entry: useCase.entry)
      add(PageKinds.useCase, path: path, page: page, origin: useCase.entry.place) {
        model.content(of: useCase)
      }
    }
  }
}

extension SiteModel {
  /// The most items of a rank that are named where it is spoken of as a whole; of a larger one, one fewer and how many more there are.
  private static let mostNamed = 5

  private func named(_ places: [FitRanking.Place]) -> [LinkView] {
    places.prefix(places.count > Self.mostNamed ? Self.mostNamed - 1 : Self.mostNamed).map {
      link($0.fit.item)
    }
  }

  func content(of useCase: UseCase) -> UseCaseContent {
    let ranking = catalog.ranking(for: useCase.id)
    let points = ranking.places.map { $0.fit.contributions.map(\.points) }
    let axis = points.map { -$0.filter { $0 < 0 }.reduce(0, +) }.max() ?? 0
    let most = points.map { $0.filter { $0 > 0 }.reduce(0, +) }.max() ?? 0
    let claims = catalog.claimIDs.filter {
      catalog[$0].kind == .fit && catalog[$0].subjects.contains(.useCase(useCase.id))
    }
    return UseCaseContent(
      name: useCase.entry.name, slug: useCase.entry.slug.text, summary: useCase.entry.summary,
      prose: view(useCase.prose),
      finder: catalog.has(.finder) ? routes.address(.finder) : nil,
      needs: useCase.needs.map { view($0) },
      praisedNeeds: useCase.needs.filter { $0.value == nil }.map { view($0) },
      valueNeeds: useCase.needs.filter { $0.value != nil }.map { view($0) },
      ranking: ranking.places.map { place in
        RankView(
          id: Anchors.item(catalog[place.fit.item].entry.slug), rank: place.rank, isTied: place.isTied,
          item: link(place.fit.item), score: place.fit.score, axis: axis, width: max(1, axis + most),
          reasons: placed(reasons(place.fit, for: useCase), axis: axis))
      },
      steps: ranking.steps.map { view($0, for: useCase) },
      entryRank: ranking.places.count { $0.fit.score > 1 } + 1,
      withoutEvidence: ranking.withoutEvidence.map {
        UnrankedView(item: link($0.item), reasons: reasons($0, for: useCase))
      },
      claims: values(claims))
  }

  private func view(_ need: UseCase.Need) -> SubjectView {
    let criterion = catalog[need.criterion]
    let value = need.value.map { ": \(words($0, criterion))" } ?? ""
    return SubjectView(name: criterion.entry.name + value, url: routes.address(.criterion(need.criterion)))
  }

  // MARK: Reasons

  /// Gives each reason its part of the bar: what adds goes to the right of the axis, what takes away to the left.
  private func placed(_ reasons: [ReasonView], axis: Int) -> [ReasonView] {
    var (left, right) = (axis, axis)
    return reasons.map { reason in
      var reason = reason
      if reason.points < 0 {
        left += reason.points
        reason.start = left
      } else {
        reason.start = right
        right += reason.points
      }
      return reason
    }
  }

  private func reasons(_ fit: Fit, for useCase: UseCase) -> [ReasonView] {
    fit.contributions.map { reason($0, for: useCase, item: fit.item) }
  }

  private func reason(_ contribution: Fit.Contribution, for useCase: UseCase, item: Item.ID) -> ReasonView {
    let anchor = Anchors.item(catalog[item].entry.slug)
    var view = ReasonView(
      kind: "", text: "", url: routes.address(.item(item)), points: contribution.points,
      supporters: contribution.supporters.map { citation($0) },
      critics: contribution.critics.map { citation($0) },
      references: contribution.references.map { citation($0) }, facts: [], otherFacts: [],
      isMixed: contribution.state == .mixed && contribution.isEvidence,
      uncitedCount: contribution.uncited.count, praise: [], criticism: [])
    switch contribution.reason {
    case .named:
      let claims = catalog[item].claims(.fit).filter { catalog[$0].subjects.contains(.useCase(useCase.id)) }
      (view.kind, view.text) = ("named", useCase.entry.name)
      if let first = claims.first { view.url = address(of: first) }
      view.praise = values(claims)
    case .need(let id):
      let cell = catalog.cell(item, id)
      (view.kind, view.text) = ("need", catalog[id].entry.name)
      view.url = routes.address(.criterion(id), fragment: anchor)
      view.praise = values(cell.strengths)
      view.criticism = values(cell.weaknesses)
    case .value(let id, let value):
      let criterion = catalog[id]
      (view.kind, view.text) = ("value", "\(criterion.entry.name): \(words(value, criterion))")
      view.url = routes.address(.criterion(id), fragment: anchor)
      view.facts = contribution.facts.map { self.view($0, criterion, of: item) }
      view.otherFacts = catalog.cell(item, id).facts.filter { $0.value != .unknown && !$0.has(value) }
        .map { self.view($0, criterion, of: item) }
    }
    return view
  }

  // MARK: What would change the order

  private func view(_ step: FitRanking.Step, for useCase: UseCase) -> StepView {
    let higher = named(step.higher)
    let lower = named(step.lower)
    return StepView(
      higherRank: step.higher.first?.rank ?? 1, lowerRank: step.lower.first?.rank ?? 1, higher: higher,
      moreHigher: step.higher.count - higher.count, lower: lower,
      moreLower: step.lower.count - lower.count, gap: step.gap,
      example: step.lower.first.flatMap { unpraisedNeed(of: $0.fit.item, for: useCase) })
  }

  /// A criterion on which one more source's praise would count for an item: one that no source praises yet, where there is one.
  private func unpraisedNeed(of item: Item.ID, for useCase: UseCase) -> SubjectView? {
    let needs = useCase.needs.filter { $0.value == nil }
    let open = needs.first { catalog.sources(of: catalog.cell(item, $0.criterion).strengths).isEmpty }
    return (open ?? needs.first).map { view($0) }
  }

  // MARK: Cards

  /// A use case with the items at the top of its list: whole ranks, as long as they are three items or fewer together.
  func card(_ id: UseCase.ID) -> UseCaseCardView {
    var leaders: [LeadersView] = []
    var shown = 0
    for rank in catalog.ranking(for: id).ranks {
      guard let first = rank.first, first.fit.score > 0, shown == 0 || shown + rank.count <= 3 else { break }
      let items = named(rank)
      leaders.append(
        LeadersView(
          rank: first.rank, score: first.fit.score, items: items, more: rank.count - items.count))
      shown += rank.count
    }
    return UseCaseCardView(useCase: link(id), leaders: leaders)
  }
}
