/// Why somebody might choose one item of a pair rather than the other, and who says so.
///
/// What no source says of the other item is never held against it: a judgement or a fact is a reason only where both items are
/// spoken of.
package struct ReasonToChoose: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The item has another value than the other one; of a list, what it has beyond the other one.
    case fact(Criterion.ID, FactValue)
    /// It is praised for what the other one is criticised for.
    case judgement(Criterion.ID)
    /// Reviews name it for the use, and nobody names the other.
    case useCase(UseCase.ID)
  }

  package var kind: Kind
  /// Who states, praises or names; nobody for common knowledge.
  package var supporters: [Source.ID]
  /// Who states the other's value or criticises the other.
  package var critics: [Source.ID]
  /// How many of the supporters of a use speak of the other item too, and so could have named it.
  package var comparers: Int

  /// How much stands behind it: every source counts, and once more where it had both items before it.
  package var weight: Int {
    if case .useCase = kind { supporters.count + comparers } else { supporters.count + critics.count }
  }

  /// Which of the kinds it is: 0 a fact, 1 a judgement, 2 a use.
  private var kindNumber: Int {
    switch kind {
    case .fact: 0
    case .judgement: 1
    case .useCase: 2
    }
  }

  /// Reasons as they are read: of each kind the weightiest that a source states first, as three facts say less than a fact, a
  /// judgement and a use; then the rest. By weight, and what weighs the same as it comes.
  static func ranked(_ reasons: [ReasonToChoose]) -> [ReasonToChoose] {
    var leaders: [ReasonToChoose] = []
    var rest: [ReasonToChoose] = []
    var led: Set<Int> = []
    let byWeight = reasons.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }
    for reason in byWeight.map(\.element) {
      if !reason.supporters.isEmpty, led.insert(reason.kindNumber).inserted {
        leaders.append(reason)
      } else {
        rest.append(reason)
      }
    }
    return leaders + rest
  }
}

extension Catalog {
  /// The reasons for the item on one side of a pair: the weightiest of each kind, then those with most sources behind them, then
  /// in the catalog's order.
  ///
  /// `speakers` holds the sources that speak of each item, by its index.
  package func reasons(
    for side: Side, of comparison: PairComparison, speakers: [Set<Source.ID>]
  ) -> [ReasonToChoose] {
    let (item, other) = (comparison.pair[side], comparison.pair[side.other])
    var reasons: [ReasonToChoose] = []
    for row in comparison.rows where row.outcome == .different {
      let (own, opposed) = (cell(item, row.criterion), cell(other, row.criterion))
      switch row.aspect {
      case .judgements:
        guard own.claimState == .praised else { continue }
        reasons.append(
          ReasonToChoose(
            kind: .judgement(row.criterion), supporters: sources(of: own.strengths),
            critics: sources(of: opposed.weaknesses), comparers: 0))
      case .facts:
        reasons += factReasons(self[row.criterion], own, opposed)
      }
    }
    reasons += useReasons(item, other, speakersOfOther: speakers[other.index])
    return ReasonToChoose.ranked(reasons)
  }

  private func factReasons(_ criterion: Criterion, _ own: Cell, _ opposed: Cell) -> [ReasonToChoose] {
    func reason(_ value: FactValue, _ supporters: [Source.ID]) -> ReasonToChoose {
      let others = criterion.type == .list ? [] : opposed.standing.map { opposed.sources(of: $0.value) } ?? []
      return ReasonToChoose(
        kind: .fact(criterion.id, value), supporters: supporters, critics: others, comparers: 0)
    }
    switch criterion.type {
    case .list:
      return additions(own, opposed).map { reason($0.value, $0.sources) }
    case .choice, .boolean, .number:
      guard let mine = own.standing, let theirs = opposed.standing, mine.value.isChoosable,
        isBetter(mine.value, theirs.value, criterion)
      else { return [] }
      return [reason(mine.value, own.sources(of: mine.value))]
    case .text, .date, .url, nil:
      return []
    }
  }

  /// What a list has beyond another, in its order; elements that the same sources state stand together.
  private func additions(_ own: Cell, _ opposed: Cell) -> [(value: FactValue, sources: [Source.ID])] {
    var groups: [(elements: [FactValue], sources: [Source.ID])] = []
    for element in own.values where element.isChoosable && !opposed.has(element) {
      let sources = own.sources(of: element)
      if let place = groups.firstIndex(where: { $0.sources == sources }) {
        groups[place].elements.append(element)
      } else {
        groups.append(([element], sources))
      }
    }
    return groups.map { ($0.elements.count == 1 ? $0.elements[0] : .list($0.elements), $0.sources) }
  }

  /// Whether a value may be what somebody wants where the other item has another.
  private func isBetter(_ value: FactValue, _ other: FactValue, _ criterion: Criterion) -> Bool {
    switch (value, other) {
    case (.boolean(let truth), _): return truth
    case (.number(let mine), .number(let theirs)):
      switch criterion.better {
      case .higher: return mine > theirs
      case .lower: return mine < theirs
      case nil: return false
      }
    case (.number, _): return false
    default: return true
    }
  }

  private func useReasons(
    _ item: Item.ID, _ other: Item.ID, speakersOfOther: Set<Source.ID>
  ) -> [ReasonToChoose] {
    // Whoever names the other, be it a reference or the editor: it is named then.
    let othersUses = useCases(of: other)
    return namedUses(of: item).sorted { $0.key < $1.key }.compactMap { use, sources in
      guard !othersUses.contains(use) else { return nil }
      return ReasonToChoose(
        kind: .useCase(use), supporters: sources.sorted(), critics: [],
        comparers: sources.intersection(speakersOfOther).count)
    }
  }

  /// The use cases that reviews name an item for, and which do.
  package func namedUses(of item: Item.ID) -> [UseCase.ID: Set<Source.ID>] {
    var result: [UseCase.ID: Set<Source.ID>] = [:]
    for id in self[item].claims(.fit) {
      let reviews = self[id].citations.filter { self[$0].kind == .review }
      if reviews.isEmpty { continue }
      for case .useCase(let use) in self[id].subjects { result[use, default: []].formUnion(reviews) }
    }
    return result
  }
}

extension Cell {
  /// Who states a value, in the sources' order.
  fileprivate func sources(of value: FactValue) -> [Source.ID] {
    var sources: [Source.ID] = []
    for fact in facts where fact.has(value) { sources.insertInOrder(fact.sources) }
    return sources
  }
}

extension FactValue {
  /// Whether it says what something is, so that somebody may want it.
  fileprivate var isChoosable: Bool {
    switch self {
    case .partial, .notApplicable, .unknown: false
    case .text, .boolean, .number, .date, .choice, .list, .url: true
    }
  }
}
