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
    let compared = { self.compared($0, speakers: speakers[$0.index]) }
    return compared(item).reasons(against: compared(other), comparison.rows, criteria)
  }
}

extension ComparedItem {
  /// The reasons to choose it rather than another: the weightiest of each kind, then those with most sources behind them, then in the
  /// catalog's order.
  package func reasons(
    against other: ComparedItem, _ rows: [PairComparison.Row], _ criteria: [Criterion]
  ) -> [ReasonToChoose] {
    var reasons: [ReasonToChoose] = []
    for row in rows where row.outcome == .different {
      let place = row.criterion.index
      switch row.aspect {
      case .judgements:
        guard positions[place].isPraised else { continue }
        reasons.append(
          ReasonToChoose(
            kind: .judgement(row.criterion), supporters: positions[place].praisers,
            critics: other.positions[place].critics, comparers: 0))
      case .facts:
        addFactReasons(criteria[place], positions[place], other.positions[place], to: &reasons)
      }
    }
    // Whoever names the other, be it a reference or the editor: it is named then.
    for (use, sources) in namedUses where !other.uses.contains(use) {
      let comparers = sources.count { other.speakers.contains($0) }
      reasons.append(
        ReasonToChoose(kind: .useCase(use), supporters: sources, critics: [], comparers: comparers))
    }
    return ReasonToChoose.ranked(reasons)
  }

  private func addFactReasons(
    _ criterion: Criterion, _ own: Position, _ opposed: Position, to reasons: inout [ReasonToChoose]
  ) {
    func add(_ value: FactValue, _ supporters: [Source.ID], critics: [Source.ID]) {
      reasons.append(
        ReasonToChoose(
          kind: .fact(criterion.id, value), supporters: supporters, critics: critics, comparers: 0))
    }
    switch criterion.type {
    case .list:
      for (value, sources) in own.additions(to: opposed) { add(value, sources, critics: []) }
    case .choice, .boolean, .number:
      guard let mine = own.value, let theirs = opposed.value, mine.value.isChoosable,
        mine.value.isBetter(than: theirs.value, criterion)
      else { return }
      add(mine.value, mine.sources, critics: theirs.sources)
    case .text, .date, .url, nil:
      return
    }
  }
}

extension ComparedItem.Position {
  /// What a list has beyond another, in its order; elements that the same sources state stand together.
  fileprivate func additions(to other: Self) -> [(value: FactValue, sources: [Source.ID])] {
    var groups: [(elements: [FactValue], sources: [Source.ID])] = []
    for (element, sources) in elements where element.isChoosable && !other.has(element) {
      if let place = groups.firstIndex(where: { $0.sources == sources }) {
        groups[place].elements.append(element)
      } else {
        groups.append(([element], sources))
      }
    }
    return groups.map { ($0.elements.count == 1 ? $0.elements[0] : .list($0.elements), $0.sources) }
  }

  private func has(_ element: FactValue) -> Bool { elements.contains { $0.value == element } }
}

extension FactValue {
  /// Whether it says what something is, so that somebody may want it.
  fileprivate var isChoosable: Bool {
    switch self {
    case .partial, .notApplicable, .unknown: false
    case .text, .boolean, .number, .date, .choice, .list, .url: true
    }
  }

  /// Whether it may be what somebody wants where the other item has another value.
  fileprivate func isBetter(than other: FactValue, _ criterion: Criterion) -> Bool {
    switch (self, other) {
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
}
