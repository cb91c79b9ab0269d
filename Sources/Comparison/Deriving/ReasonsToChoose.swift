/// A reason to choose one item of a pair rather than the other, with its sources.
///
/// Silence about the other item never counts against it, and common knowledge is no reason.
package struct ReasonToChoose: Sendable, Hashable {
  /// The kind of a reason, most telling first.
  package enum Kind: Sendable, Hashable {
    /// Sources that compare the two favour the item, on a criterion or altogether.
    case direct(Criterion.ID?)
    /// Opinion on a criterion differs in the item's favour.
    case opinion(Criterion.ID)
    /// Reviews name the item for the use case, and nobody names the other one.
    case useCase(UseCase.ID)
    /// A source states a value of the item that the other item does not have; for a list, the elements that it lacks.
    case fact(Criterion.ID, FactValue)
    /// Two or more sources praise the item on a criterion, none criticises it, and nobody judges the other one.
    case praise(Criterion.ID)
  }

  package var kind: Kind
  /// The sources that favour or praise the item, name it for the use, or state its value.
  package var supporters: [Source.ID]
}

extension Catalog {
  /// Returns the reasons for the item on one side of a pair, most telling first.
  package func reasons(for side: Side, of comparison: PairComparison) -> [ReasonToChoose] {
    let pair = comparison.pair
    let (left, right) = (compared(pair.left), compared(pair.right))
    let direct = left.relations.directComparisons(of: pair)
    return comparison.reasons(
      for: side, left, right, ranked: comparison.rankedDifferences(left, right, direct), direct, criteria)
  }
}

extension PairComparison {
  /// Returns the reasons to choose the item on one side, most telling first. `ranked` are the ranked differences, and
  /// `direct` is what sources say of the two directly.
  ///
  /// First direct comparisons, by the number of their sources, then by how far the balances agree with them; then opinions that differ, in the order of
  /// `rankedDifferences`; then uses, by the number of reviews; then facts, those with words for it first, by the number
  /// of sources; then what only this item is praised for, by the number of sources. Ties are in order of id. A criterion
  /// is told of once, by the most telling kind of reason.
  package func reasons(
    for side: Side, _ left: ComparedItem, _ right: ComparedItem, ranked: [Row], _ direct: [DirectComparison],
    _ criteria: [Criterion]
  ) -> [ReasonToChoose] {
    let (own, other) = side == .left ? (left, right) : (right, left)
    // How far the balances on a criterion speak for this item.
    func lead(_ comparison: DirectComparison) -> Int {
      guard let place = comparison.criterion?.index else { return .min }
      return own.positions[place].balance.net - other.positions[place].balance.net
    }
    var isTold = Array(repeating: false, count: criteria.count)
    var reasons: [ReasonToChoose] = []
    for comparison in direct.filter({ $0.favoured == side }).sorted(by: { lead($0) > lead($1) }) {
      reasons.append(
        ReasonToChoose(kind: .direct(comparison.criterion), supporters: comparison.favouring(side)))
      if let criterion = comparison.criterion { isTold[criterion.index] = true }
    }
    reasons.sortBySources()
    for row in ranked where row.stronger == side && !row.isDecidedDirectly && !isTold[row.criterion.index] {
      reasons.append(
        ReasonToChoose(
          kind: .opinion(row.criterion), supporters: own.positions[row.criterion.index].balance.supporters))
      isTold[row.criterion.index] = true
    }
    // Counts whoever names the other item, including references and the editor.
    var uses: [ReasonToChoose] = []
    for (use, sources) in own.namedUses where !other.uses.contains(use) {
      uses.append(ReasonToChoose(kind: .useCase(use), supporters: sources))
    }
    uses.sortBySources()
    reasons += uses
    var (wordedFacts, otherFacts): ([ReasonToChoose], [ReasonToChoose]) = ([], [])
    for row in rows
    where row.aspect == .facts && row.outcome == .different && !isTold[row.criterion.index] {
      let place = row.criterion.index
      for (value, sources) in own.positions[place].advantages(
        over: other.positions[place], criteria[place].type, criteria[place].better)
      where !sources.isEmpty {
        let reason = ReasonToChoose(kind: .fact(row.criterion, value), supporters: sources)
        if criteria[place].wish(for: value) != nil {
          wordedFacts.append(reason)
        } else {
          otherFacts.append(reason)
        }
        isTold[place] = true
      }
    }
    wordedFacts.sortBySources()
    otherFacts.sortBySources()
    reasons += wordedFacts
    reasons += otherFacts
    for comparison in direct { if let criterion = comparison.criterion { isTold[criterion.index] = true } }
    var praise: [ReasonToChoose] = []
    for row in rows
    where row.aspect == .judgements && row.outcome == .oneSided(side) && !isTold[row.criterion.index] {
      let balance = own.positions[row.criterion.index].balance
      guard balance.supporters.count > 1, balance.critics.isEmpty, balance.both.isEmpty else { continue }
      praise.append(ReasonToChoose(kind: .praise(row.criterion), supporters: balance.supporters))
    }
    praise.sortBySources()
    return reasons + praise
  }
}

extension [ReasonToChoose] {
  /// Orders reasons of one kind by the number of their sources, ties in the given order.
  fileprivate mutating func sortBySources() {
    if count > 1 { sort { $0.supporters.count > $1.supporters.count } }
  }
}

extension ComparedItem.Position {
  /// Returns the values for which somebody may prefer the item to another with a different value, with the sources that
  /// state each: for a list the elements that the other one lacks.
  fileprivate func advantages(
    over other: Self, _ type: Criterion.ValueType?, _ better: Criterion.Direction?
  ) -> [(value: FactValue, sources: [Source.ID])] {
    switch type {
    case .list: return additions(to: other)
    case .choice, .boolean, .number:
      guard let value, let theirs = other.value, value.value.isChoosable,
        value.value.isBetter(than: theirs.value, better)
      else { return [] }
      return [value]
    case .text, .date, .url, nil: return []
    }
  }
}

extension ReasonToChoose {
  /// The criterion that it is about.
  package var criterion: Criterion.ID? {
    switch kind {
    case .direct(let criterion): criterion
    case .opinion(let criterion), .fact(let criterion, _), .praise(let criterion): criterion
    case .useCase: nil
    }
  }
}

extension Criterion {
  /// Returns the words for choosing an item for a value: those of the value itself, or, for what is either there or
  /// not and for numbers, those of the criterion.
  package func wish(for value: FactValue) -> String? {
    switch value {
    case .choice(let slug): choices.first { $0.slug == slug }?.wish
    case .list(let elements): elements.count == 1 ? wish(for: elements[0]) : nil
    case .boolean, .number: wish
    case .text, .date, .url, .partial, .notApplicable, .unknown: nil
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
  fileprivate func isBetter(than other: FactValue, _ better: Criterion.Direction?) -> Bool {
    switch (self, other) {
    case (.boolean(let truth), _): return truth
    case (.number(let mine), .number(let theirs)):
      switch better {
      case .higher: return mine > theirs
      case .lower: return mine < theirs
      case nil: return false
      }
    case (.number, _): return false
    default: return true
    }
  }
}
