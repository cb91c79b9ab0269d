extension Catalog {
  /// Works out the state of every cell from its facts and claims.
  mutating func deriveCells() {
    for item in cells.indices {
      for index in cells[item].indices {
        let cell = cells[item][index]
        cells[item][index].factState = Self.factState(cell.facts, type: criteria[index].type)
        cells[item][index].claimState = claimState(cell)
      }
    }
  }

  /// The state that facts give a cell; nil without any.
  ///
  /// Facts are contested when two sources give different values. Lists never contest, and unsourced values do not count.
  static func factState(_ facts: [Fact], type: Criterion.ValueType?) -> Cell.State? {
    guard let shown = facts.shown else { return nil }
    // A list is all that any fact names, so its elements tell more than that it is partial.
    if type == .list, facts.contains(where: \.isList) { return .value }
    if type != .list, isContested(facts) { return .contested }
    switch shown.value {
    case .boolean(true): return .yes
    case .boolean(false): return .no
    case .partial: return .partial
    case .notApplicable: return .notApplicable
    case .unknown: return .unknown
    case .text, .number, .date, .choice, .list, .url: return .value
    }
  }

  private static func isContested(_ facts: [Fact]) -> Bool {
    for (index, fact) in facts.enumerated() where fact.value != .unknown {
      for other in facts.dropFirst(index + 1) where other.value != .unknown && other.value != fact.value {
        let differ = fact.sources.contains { source in other.sources.contains { $0 != source } }
        if differ { return true }
      }
    }
    return false
  }

  /// The state that claims give a cell; nil without any.
  ///
  /// Contested: one source praises and another criticises. Mixed: one source does both. Claims that nobody is cited for count for praise or blame
  /// only where no source says anything.
  func claimState(_ cell: Cell) -> Cell.State? {
    guard !cell.claims.isEmpty else { return nil }
    let praising = sources(of: cell.strengths)
    let criticising = sources(of: cell.weaknesses)
    if praising.contains(where: { source in criticising.contains { $0 != source } }) { return .contested }
    if !praising.isDisjoint(with: criticising) { return .mixed }
    if !praising.isEmpty { return .praised }
    if !criticising.isEmpty { return .criticised }
    switch (cell.strengths.isEmpty, cell.weaknesses.isEmpty) {
    case (false, false): return .mixed
    case (false, true): return .praised
    case (true, false): return .criticised
    case (true, true): return .mentioned
    }
  }

  /// The sources that some claims cite.
  package func sources(of claims: [Claim.ID]) -> Set<Source.ID> {
    var sources: Set<Source.ID> = []
    for claim in claims { sources.formUnion(self[claim].citations) }
    return sources
  }

  /// Every source of a cell, in the sources' order.
  package func sources(of cell: Cell) -> [Source.ID] {
    Set(cell.facts.flatMap(\.sources)).union(sources(of: cell.claims)).sorted()
  }
}

extension Fact {
  fileprivate var isList: Bool { if case .list = value { true } else { false } }

  /// Whether it has a value; of a list, whether it holds that element, or every one of a list that is asked for.
  package func has(_ wanted: FactValue) -> Bool {
    guard case .list(let elements) = value else { return value == wanted }
    guard case .list(let all) = wanted else { return elements.contains(wanted) }
    return all.allSatisfy(elements.contains)
  }
}

extension [Fact] {
  /// The fact that stands for all, where nothing contests: what a source states goes before common knowledge, and a value before "unknown".
  package var shown: Fact? {
    let known = filter { $0.value != .unknown }
    return known.first { !$0.sources.isEmpty } ?? known.first ?? first
  }
}

extension Cell {
  package func has(_ value: FactValue) -> Bool { facts.contains { $0.has(value) } }

  /// Every value that the facts give, lists taken apart, each once, in the order written.
  package var values: [FactValue] {
    var result: [FactValue] = []
    for fact in facts {
      let elements: [FactValue]
      if case .list(let list) = fact.value { elements = list } else { elements = [fact.value] }
      for element in elements where !result.contains(element) { result.append(element) }
    }
    return result
  }
}
