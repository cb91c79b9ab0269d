/// A reason to choose one item of a pair rather than the other, with its sources.
///
/// Silence about the other item never counts against it: a judgement or a fact is a reason only if something is known
/// of both.
package struct ReasonToChoose: Sendable, Hashable {
  /// The kind of a reason.
  package enum Kind: Sendable, Hashable {
    /// The item has another value; for a list, the elements that the other item lacks.
    case fact(Criterion.ID, FactValue)
    /// The item is praised on a criterion on which the other one is criticised.
    case judgement(Criterion.ID)
    /// Reviews name the item for the use case, and nobody names the other one.
    case useCase(UseCase.ID)
  }

  package var kind: Kind
  /// The sources that state the value, praise the item or name it; empty for common knowledge.
  package var supporters: [Source.ID]
  /// The sources that state the other item's value or criticise it.
  package var critics: [Source.ID]
  /// The number of supporters of a use case that also say something about the other item, and so could have named it.
  package var comparers: Int

  /// The weight of the reason: the number of sources behind it, with sources that know both items counted twice for a
  /// use case.
  package var weight: Int {
    if case .useCase = kind { supporters.count + comparers } else { supporters.count + critics.count }
  }

  /// The index of the kind: 0 for a fact, 1 for a judgement, 2 for a use case.
  private var kindNumber: Int {
    switch kind {
    case .fact: 0
    case .judgement: 1
    case .useCase: 2
    }
  }

  /// Orders reasons for display: first the weightiest sourced one of each kind, since three facts say less than a fact,
  /// a judgement and a use case; then the others. Each group is in order of weight, ties in the given order.
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
  /// Returns the reasons for the item on one side of a pair: the weightiest of each kind, then the others by weight,
  /// ties in order of id.
  ///
  /// `speakers` contains for each item, by its index, the sources that say anything about it.
  package func reasons(
    for side: Side, of comparison: PairComparison, speakers: [Set<Source.ID>]
  ) -> [ReasonToChoose] {
    let (item, other) = (comparison.pair[side], comparison.pair[side.other])
    let compared = { self.compared($0, speakers: speakers[$0.index]) }
    return compared(item).reasons(against: compared(other), comparison.rows, criteria)
  }
}

extension ComparedItem {
  /// Returns the reasons to choose this item rather than another: the weightiest of each kind, then the others by
  /// weight, ties in order of id.
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
    // Counts whoever names the other item, including references and the editor.
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
  /// Returns the elements that another list lacks, in order, with those of the same sources combined.
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
  /// Whether it is a proper value, which somebody may want.
  fileprivate var isChoosable: Bool {
    switch self {
    case .partial, .notApplicable, .unknown: false
    case .text, .boolean, .number, .date, .choice, .list, .url: true
    }
  }

  /// Returns whether somebody may prefer the value to another one.
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
