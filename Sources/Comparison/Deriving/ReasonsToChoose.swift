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
    compared(comparison.pair[side]).reasons(
      against: compared(comparison.pair[side.other]),
      side == .left ? comparison : comparison.mirrored, criteria)
  }
}

extension ComparedItem {
  /// Returns the reasons to choose this item rather than another, most telling first; `comparison` has this item on its
  /// left.
  ///
  /// First direct comparisons, by the number of their sources, then by how far the balances agree with them; then opinions that differ, in the order of
  /// `rankedDifferences`; then uses, by the number of reviews; then facts, those with words for it first, by the number
  /// of sources; then what only this item is praised for, by the number of sources. Ties are in order of id. A criterion
  /// is told of once, by the most telling kind of reason.
  package func reasons(
    against other: ComparedItem, _ comparison: PairComparison, _ criteria: [Criterion]
  ) -> [ReasonToChoose] {
    let direct = relations.directComparisons(of: comparison.pair)
    // How far the balances on a criterion speak for this item.
    func lead(_ comparison: DirectComparison) -> Int {
      guard let place = comparison.criterion?.index else { return .min }
      return positions[place].balance.net - other.positions[place].balance.net
    }
    let favouring = direct.filter { $0.favoured == .left }.sorted { lead($0) > lead($1) }
    var reasons = bySources(
      favouring.map { ReasonToChoose(kind: .direct($0.criterion), supporters: $0.left) })
    var told = Set(favouring.compactMap(\.criterion))
    for row in comparison.rankedDifferences(self, other)
    where row.stronger == .left && !row.isDecidedDirectly && !told.contains(row.criterion) {
      reasons.append(
        ReasonToChoose(
          kind: .opinion(row.criterion), supporters: positions[row.criterion.index].balance.supporters))
      told.insert(row.criterion)
    }
    // Counts whoever names the other item, including references and the editor.
    reasons += bySources(
      namedUses.filter { !other.uses.contains($0.use) }.map {
        ReasonToChoose(kind: .useCase($0.use), supporters: $0.sources)
      })
    let facts = comparison.rows.filter {
      $0.aspect == .facts && $0.outcome == .different && !told.contains($0.criterion)
    }.flatMap { factReasons(criteria[$0.criterion.index], other) }
    told.formUnion(facts.compactMap(\.criterion))
    reasons += bySources(facts.filter { $0.hasWords(criteria) })
    reasons += bySources(facts.filter { !$0.hasWords(criteria) })
    told.formUnion(direct.compactMap(\.criterion))
    reasons += bySources(
      comparison.rows.compactMap { row in
        let (own, opposed) = (
          positions[row.criterion.index].balance, other.positions[row.criterion.index].balance
        )
        guard row.aspect == .judgements, opposed.isEmpty, own.supporters.count > 1, own.critics.isEmpty,
          own.both.isEmpty, !told.contains(row.criterion)
        else { return nil }
        return ReasonToChoose(kind: .praise(row.criterion), supporters: own.supporters)
      })
    return reasons
  }

  /// Orders reasons of one kind by the number of their sources, ties in the given order.
  private func bySources(_ reasons: [ReasonToChoose]) -> [ReasonToChoose] {
    reasons.sorted { $0.supporters.count > $1.supporters.count }
  }

  private func factReasons(_ criterion: Criterion, _ other: ComparedItem) -> [ReasonToChoose] {
    let (own, opposed) = (positions[criterion.id.index], other.positions[criterion.id.index])
    func reason(_ value: FactValue, _ sources: [Source.ID]) -> ReasonToChoose? {
      sources.isEmpty ? nil : ReasonToChoose(kind: .fact(criterion.id, value), supporters: sources)
    }
    switch criterion.type {
    case .list: return own.additions(to: opposed).compactMap { reason($0.value, $0.sources) }
    case .choice, .boolean, .number:
      guard let mine = own.value, let theirs = opposed.value, mine.value.isChoosable,
        mine.value.isBetter(than: theirs.value, criterion)
      else { return [] }
      return [reason(mine.value, mine.sources)].compactMap(\.self)
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

  /// Whether people wrote words for a reason that is a fact.
  fileprivate func hasWords(_ criteria: [Criterion]) -> Bool {
    guard case .fact(let criterion, let value) = kind else { return false }
    return criteria[criterion.index].wish(for: value) != nil
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
