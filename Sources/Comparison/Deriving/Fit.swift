/// How well an item suits a use case, according to the evidence.
package struct Fit: Sendable {
  /// One reason with its contribution to the score and the sources behind it.
  package struct Contribution: Sendable {
    /// The reason for a contribution.
    package enum Reason: Sendable, Hashable {
      /// Reviews name the item for the use case.
      case named
      /// Sources praise or criticise the item on a criterion that the use case needs.
      case need(Criterion.ID)
      /// The item has a value that the use case needs.
      case value(Criterion.ID, FactValue)
    }

    package var reason: Reason
    /// The number of supporters minus that of critics; 1 for a value, however many sources state it.
    package var points: Int
    /// The sources that name or praise the item.
    package var supporters: [Attribution] = []
    /// The sources that criticise the item.
    package var critics: [Attribution] = []
    /// The facts that state the value.
    package var facts: [Fact] = []
    /// The state of the claims on a needed criterion.
    package var state: Cell.State?
    /// References that name the item for the use case; they do not count.
    package var references: [Attribution] = []
    /// Uncited claims; they do not count.
    package var uncited: [Claim.ID] = []

    /// Whether this is evidence, even if its points add up to zero.
    package var isEvidence: Bool { !supporters.isEmpty || !critics.isEmpty || !facts.isEmpty }
  }

  package var item: Item.ID
  /// All contributions: being named first, then the needs in the use case's order.
  package var contributions: [Contribution]

  /// The sum of all points.
  package var score: Int { contributions.reduce(0) { $0 + $1.points } }
  package var hasEvidence: Bool { contributions.contains(where: \.isEvidence) }
}

/// The ranking of items for a use case, and the items without evidence.
package struct FitRanking: Sendable {
  /// A ranked item.
  package struct Place: Sendable {
    /// Counted from 1; tied items share a rank.
    package var rank: Int
    package var isTied: Bool
    package var fit: Fit
  }

  /// The items with evidence, by rank.
  package var places: [Place]
  /// The items without evidence, which are not ranked.
  package var withoutEvidence: [Fit]

  /// The places grouped by rank.
  package var ranks: [[Place]] {
    var ranks: [[Place]] = []
    for place in places {
      if let last = ranks.last?.first, last.rank == place.rank {
        ranks[ranks.count - 1].append(place)
      } else {
        ranks.append([place])
      }
    }
    return ranks
  }
}

extension Catalog {
  /// Ranks the items for a use case by score; tied items share a rank and are in order of id.
  package func ranking(for useCase: UseCase.ID) -> FitRanking {
    let fits = itemIDs.map { fit(of: $0, to: useCase) }
    let scored = fits.filter(\.hasEvidence).map { (fit: $0, score: $0.score) }
    let ranked = scored.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return left.fit.item < right.fit.item
    }
    var places: [FitRanking.Place] = []
    for (index, (fit, score)) in ranked.enumerated() {
      let tiesWithLast = index > 0 && ranked[index - 1].score == score
      let tiesWithNext = index + 1 < ranked.count && ranked[index + 1].score == score
      let rank = tiesWithLast ? places.last?.rank ?? 1 : index + 1
      places.append(.init(rank: rank, isTied: tiesWithLast || tiesWithNext, fit: fit))
    }
    return FitRanking(places: places, withoutEvidence: fits.filter { !$0.hasEvidence })
  }

  /// Computes the fit of an item: the number of reviews that name it for the use case, plus for each need the number of
  /// sources that praise it minus that of those that criticise it, plus 1 for each needed value that it has.
  ///
  /// Uncited claims do not count. A source that both praises and criticises adds nothing.
  package func fit(of item: Item.ID, to useCase: UseCase.ID) -> Fit {
    Fit(item: item, contributions: terms(of: useCase).compactMap { contribution(of: $0, to: item) })
  }

  func naming(of item: Item.ID, for useCase: UseCase.ID) -> Fit.Contribution? {
    let claims = self[item].claims(.fit).filter { self[$0].subjects.contains(.useCase(useCase)) }
    guard !claims.isEmpty else { return nil }
    let attributions = attributions(of: claims)
    let reviews = attributions.filter { self[$0.source].kind == .review }
    return .init(
      reason: .named, points: reviews.count, supporters: reviews,
      references: attributions.filter { self[$0.source].kind == .reference }, uncited: uncited(claims))
  }

  func contribution(of need: UseCase.Need, to cell: Cell) -> Fit.Contribution? {
    if let value = need.value {
      let facts = cell.facts.filter { $0.has(value) }
      return facts.isEmpty ? nil : .init(reason: .value(need.criterion, value), points: 1, facts: facts)
    }
    guard !cell.strengths.isEmpty || !cell.weaknesses.isEmpty else { return nil }
    let praising = attributions(of: cell.strengths)
    let criticising = attributions(of: cell.weaknesses)
    return .init(
      reason: .need(need.criterion), points: praising.count - criticising.count, supporters: praising,
      critics: criticising, state: cell.claimState, uncited: uncited(cell.strengths + cell.weaknesses))
  }

  private func uncited(_ claims: [Claim.ID]) -> [Claim.ID] {
    claims.filter { self[$0].citations.isEmpty }
  }
}

// MARK: Sensitivity of the ranking

extension FitRanking {
  /// Two neighbouring ranks and their distance.
  package struct Step: Sendable {
    package var higher: [Place]
    package var lower: [Place]
    /// How many additional statements, of one point each, would tie an item of the lower rank with the higher one; one
    /// more would put it ahead.
    package var gap: Int
  }

  /// The steps from each rank to the next one below.
  package var steps: [Step] {
    let ranks = ranks
    return zip(ranks, ranks.dropFirst()).map { higher, lower in
      let gap = (higher.first?.fit.score ?? 0) - (lower.first?.fit.score ?? 0)
      return Step(higher: higher, lower: lower, gap: gap)
    }
  }
}
