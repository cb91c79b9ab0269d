/// What is said for and against an item for a use case.
package struct Fit: Sendable {
  /// Who names the item for the use.
  package struct Naming: Sendable {
    /// The reviews that name it, which alone count.
    package var reviews: [Attribution] = []
    /// References that name it.
    package var references: [Attribution] = []
    /// Claims without a source that name it.
    package var uncited: [Claim.ID] = []
  }

  /// What sources say of the item on a criterion that helps.
  package struct Help: Sendable {
    package var criterion: Criterion.ID
    package var balance: Balance
    /// Judgements without a source, which do not count.
    package var uncited: [Claim.ID]
  }

  package var item: Item.ID
  package var naming: Naming
  /// One for each criterion that helps, in the use case's order, judged or not.
  package var helps: [Help]
  /// One for each value that helps, in the use case's order.
  package var preferences: [FactAnswer]
  /// One for each condition, in the use case's order.
  package var conditions: [FactAnswer]

  /// The number of reviews that name the item.
  package var named: Int { naming.reviews.count }

  /// What orders items that equally many reviews name: supporters minus critics on what helps, plus 1 for each
  /// preferred value that is met.
  package var sum: Int {
    helps.reduce(0) { $0 + $1.balance.net } + preferences.count(where: \.isMet)
  }

  /// Whether a source judges the item on what helps, or a preferred value is met.
  package var hasEvidence: Bool {
    helps.contains { !$0.balance.isEmpty } || preferences.contains(where: \.isMet)
  }

  /// Whether the item is known not to meet a condition.
  package var lacksSomething: Bool { conditions.contains { $0.state == .otherwise } }
}

/// What is known about whether an item has a value.
package struct FactAnswer: Sendable {
  /// Whether the item has the value.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// Some fact gives the value.
    case met
    /// No fact gives the value, but one is "partial".
    case partial
    /// All that is known are other values.
    case otherwise
    /// Nothing is known.
    case unknown
  }

  package var wanted: WantedValue
  package var state: State
  /// The facts that decide: those that give the value, those that are partial, or all with other values.
  package var facts: [Fact]
  /// Facts that are known and give something else, if others decide.
  package var otherFacts: [Fact]

  package var isMet: Bool { state == .met || state == .partial }
}

extension Catalog {
  /// Returns what is said for and against an item for a use case.
  package func fit(of item: Item.ID, to use: UseCase.ID) -> Fit {
    let useCase = self[use]
    return Fit(
      item: item, naming: naming(of: item, for: use), helps: useCase.helps.map { help(item, on: $0) },
      preferences: useCase.preferences.map { answer(item, $0) },
      conditions: useCase.conditions.map { answer(item, $0) })
  }

  /// Returns who names an item for a use case.
  package func naming(of item: Item.ID, for use: UseCase.ID) -> Fit.Naming {
    let claims = self[item].claims(.fit).filter { self[$0].subjects.contains(.useCase(use)) }
    if claims.isEmpty { return Fit.Naming() }
    let attributions = attributions(of: claims)
    return Fit.Naming(
      reviews: attributions.filter { self[$0.source].kind == .review },
      references: attributions.filter { self[$0.source].kind == .reference }, uncited: uncited(claims))
  }

  private func help(_ item: Item.ID, on criterion: Criterion.ID) -> Fit.Help {
    let judgements = self[item, criterion].strengths + self[item, criterion].weaknesses
    return Fit.Help(
      criterion: criterion, balance: balance(of: item, on: criterion), uncited: uncited(judgements))
  }

  private func uncited(_ claims: [Claim.ID]) -> [Claim.ID] {
    claims.filter { self[$0].citations.isEmpty }
  }

  /// Returns what is known about whether an item has a value.
  package func answer(_ item: Item.ID, _ wanted: WantedValue) -> FactAnswer {
    let known = self[item, wanted.criterion].facts.filter(\.value.isKnown)
    let answer = { (state: FactAnswer.State, decides: (Fact) -> Bool) in
      FactAnswer(
        wanted: wanted, state: state, facts: known.filter(decides),
        otherFacts: known.filter { !decides($0) })
    }
    if known.isEmpty { return answer(.unknown) { _ in true } }
    if known.contains(where: { $0.has(wanted.value) }) { return answer(.met) { $0.has(wanted.value) } }
    if known.contains(where: { $0.value == .partial }) { return answer(.partial) { $0.value == .partial } }
    return answer(.otherwise) { _ in true }
  }
}
