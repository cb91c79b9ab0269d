/// How well the evidence says that an item suits a use case.
package struct Fit: Sendable {
  /// What one reason adds to the score, and whose word that rests on.
  package struct Contribution: Sendable {
    package enum Reason: Sendable, Hashable {
      /// Reviews name the item for the use.
      case named
      /// Sources praise or criticise it on something that the use needs.
      case need(Criterion.ID)
      /// It has a value that the use needs.
      case value(Criterion.ID, FactValue)
    }

    package var reason: Reason
    /// The supporters less the critics; 1 for a value, however many sources state it.
    package var points: Int
    /// Who names or praises.
    package var supporters: [Attribution] = []
    package var critics: [Attribution] = []
    /// Who states the value.
    package var facts: [Fact] = []
    /// The state of a need's claims.
    package var state: Cell.State?
    /// Sources that name the item for the use without being reviews; they count nothing.
    package var references: [Attribution] = []
    /// What nobody is cited for; it counts nothing.
    package var uncited: [Claim.ID] = []

    /// Whether it bears on the score, be it that its points add up to nothing.
    package var isEvidence: Bool { !supporters.isEmpty || !critics.isEmpty || !facts.isEmpty }
  }

  package var item: Item.ID
  /// Every reason in the order of the rule: named, then the needs in the use case's order.
  package var contributions: [Contribution]

  package var score: Int { contributions.reduce(0) { $0 + $1.points } }
  package var hasEvidence: Bool { contributions.contains(where: \.isEvidence) }
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
  /// Items without evidence, which have no place; what is said of them counts nothing.
  package var withoutEvidence: [Fit]

  /// The places by rank: all that are tied stand together.
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
  /// Ranks the items for a use case by their score; ties share a rank and stand in the items' order.
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

  /// An item's fit: review sources that name it for the use, plus for each need the sources that praise less those that criticise, plus 1 for each
  /// value that meets one.
  ///
  /// Claims that nobody is cited for count nothing. Neither does a mixed cell: its one source adds a point and takes it away.
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

// MARK: What would change the order

extension FitRanking {
  /// Two neighbouring ranks, and how far they are apart.
  package struct Step: Sendable {
    package var higher: [Place]
    package var lower: [Place]
    /// How many statements more, each worth a point, would put one of the lower level with the higher; one more than that, ahead.
    package var gap: Int
  }

  /// From each rank to the one below it.
  package var steps: [Step] {
    let ranks = ranks
    return zip(ranks, ranks.dropFirst()).map { higher, lower in
      let gap = (higher.first?.fit.score ?? 0) - (lower.first?.fit.score ?? 0)
      return Step(higher: higher, lower: lower, gap: gap)
    }
  }
}
