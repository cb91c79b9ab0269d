/// All items in groups by how well they suit a use case, according to the sources.
package struct FitRanking: Sendable {
  /// A ranked item.
  package struct Place: Sendable {
    /// Counted from 1; tied items share a rank.
    package var rank: Int
    package var isTied: Bool
    package var fit: Fit
  }

  /// The places that share a rank.
  package typealias Rank = [Place]

  /// The items that reviews name for the use, by rank.
  package var named: [Place] = []
  /// The items that no review names but that have evidence on what helps, by rank; ranks continue those of `named`.
  package var unnamed: [Place] = []
  /// The items that no review names and that are known not to meet a condition.
  package var lacking: [Fit] = []
  /// The remaining items, about which no source says anything that counts.
  package var withoutEvidence: [Fit] = []

  /// All ranked items.
  package var places: [Place] { named + unnamed }

  /// The places grouped by rank.
  package var ranks: [Rank] {
    var ranks: [Rank] = []
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
  /// Ranks the items for a use case: by how many reviews name them, then by the sum over what helps. Tied items share a
  /// rank and are in order of id, as are the items without a rank.
  package func ranking(for use: UseCase.ID) -> FitRanking {
    var ranking = FitRanking()
    var ranked: [Fit] = []
    for item in itemIDs {
      let fit = fit(of: item, to: use)
      if fit.named > 0 {
        ranked.append(fit)
      } else if fit.lacksSomething {
        ranking.lacking.append(fit)
      } else if fit.hasEvidence {
        ranked.append(fit)
      } else {
        ranking.withoutEvidence.append(fit)
      }
    }
    let keyed = ranked.map { (fit: $0, key: ($0.named, $0.sum)) }.sorted { left, right in
      left.key == right.key ? left.fit.item < right.fit.item : left.key > right.key
    }
    var rank = 0
    for (index, (fit, key)) in keyed.enumerated() {
      let tiesWithLast = index > 0 && keyed[index - 1].key == key
      let tiesWithNext = index + 1 < keyed.count && keyed[index + 1].key == key
      if !tiesWithLast { rank = index + 1 }
      let place = FitRanking.Place(rank: rank, isTied: tiesWithLast || tiesWithNext, fit: fit)
      if fit.named > 0 { ranking.named.append(place) } else { ranking.unnamed.append(place) }
    }
    return ranking
  }
}

// MARK: Sensitivity of the ranking

extension FitRanking {
  /// Two neighbouring ranks and their distance.
  package struct Step: Sendable {
    package var higher: Rank
    package var lower: Rank
    /// How many more reviews name an item of the higher rank.
    package var names: Int
    /// How much more the sum of the higher rank is; negative if only the names keep it above.
    package var points: Int
  }

  /// The steps from each rank to the next one below.
  package var steps: [Step] {
    let ranks = ranks
    return zip(ranks, ranks.dropFirst()).compactMap { higher, lower in
      guard let above = higher.first?.fit, let below = lower.first?.fit else { return nil }
      return Step(
        higher: higher, lower: lower, names: above.named - below.named, points: above.sum - below.sum)
    }
  }
}
