/// How well the evidence says that an item suits a use case.
package struct Fit: Sendable {
  /// What one reason adds to the score.
  package struct Contribution: Sendable {
    package enum Reason: Sendable, Hashable {
      /// Reviews name the item for the use.
      case named
      /// Sources praise or criticise it on something that the use needs.
      case need(Criterion.ID)
      /// It has a value that the use needs.
      case value(Criterion.ID)
    }

    package var reason: Reason
    package var points: Int
    /// Who names, praises or states; then who criticises.
    package var supporters: [Source.ID]
    package var critics: [Source.ID]
  }

  package var item: Item.ID
  package var contributions: [Contribution]

  package var score: Int { contributions.reduce(0) { $0 + $1.points } }
}

/// The items of a use case in order, and those of which nobody says anything to the point.
package struct FitRanking: Sendable {
  package struct Place: Sendable {
    /// 1-based; tied items share one.
    package var rank: Int
    package var isTied: Bool
    package var fit: Fit
  }

  package var places: [Place]
  package var withoutEvidence: [Item.ID]
}

extension Catalog {
  /// Ranks the items for a use case by their score; ties share a rank and stand in the items' order.
  package func ranking(for useCase: UseCase.ID) -> FitRanking {
    let fits = items.map { fit(of: $0.id, to: useCase) }
    let ranked = fits.filter { !$0.contributions.isEmpty }.sorted { left, right in
      left.score != right.score ? left.score > right.score : left.item < right.item
    }
    var places: [FitRanking.Place] = []
    for (index, fit) in ranked.enumerated() {
      let tiesWithLast = places.last?.fit.score == fit.score
      let tiesWithNext = index + 1 < ranked.count && ranked[index + 1].score == fit.score
      let rank = tiesWithLast ? places.last?.rank ?? 1 : index + 1
      places.append(.init(rank: rank, isTied: tiesWithLast || tiesWithNext, fit: fit))
    }
    return FitRanking(places: places, withoutEvidence: fits.filter { $0.contributions.isEmpty }.map(\.item))
  }

  /// An item's fit: review sources that name it for the use, plus what sources say of each need, plus 1 for each value that meets one.
  ///
  /// Claims that nobody is cited for count nothing, and neither does a mixed cell.
  package func fit(of item: Item.ID, to useCase: UseCase.ID) -> Fit {
    var contributions: [Fit.Contribution] = []
    let naming = self[item].claims(.fit).filter { self[$0].subjects.contains(.useCase(useCase)) }
    let reviews = sources(of: naming).filter { self[$0].kind == .review }.sorted()
    if !reviews.isEmpty {
      contributions.append(.init(reason: .named, points: reviews.count, supporters: reviews, critics: []))
    }
    for need in self[useCase].needs {
      if let contribution = contribution(of: need, to: cell(item, need.criterion)) {
        contributions.append(contribution)
      }
    }
    return Fit(item: item, contributions: contributions)
  }

  private func contribution(of need: UseCase.Need, to cell: Cell) -> Fit.Contribution? {
    if let value = need.value {
      let stating = cell.facts.filter { $0.has(value) }
      if stating.isEmpty { return nil }
      let sources = Set(stating.flatMap(\.sources)).sorted()
      return .init(reason: .value(need.criterion), points: 1, supporters: sources, critics: [])
    }
    guard cell.claimState != .mixed else { return nil }
    let praising = sources(of: cell.strengths)
    let criticising = sources(of: cell.weaknesses)
    if praising.isEmpty && criticising.isEmpty { return nil }
    return .init(
      reason: .need(need.criterion), points: praising.count - criticising.count,
      supporters: praising.sorted(),
      critics: criticising.sorted())
  }
}
