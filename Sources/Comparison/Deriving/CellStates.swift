extension Cell {
  /// Derives the balance and both states from the facts and the claims; `claims` are all claims of the cell's item.
  mutating func derive(type: Criterion.ValueType?, claims: [Claim]) {
    factState = Self.factState(facts, type: type)
    balance = Balance(
      praising: Self.sources(of: strengths, among: claims),
      criticising: Self.sources(of: weaknesses, among: claims))
    claimState = balance.state ?? stateWithoutSources
  }

  /// Returns the state that facts imply; nil without facts.
  ///
  /// Facts are contested if two different sources state different values. List values are never contested, and values
  /// without a source do not count.
  static func factState(_ facts: [Fact], type: Criterion.ValueType?) -> State? {
    guard let shown = facts.shown else { return nil }
    // A list is the union of what all facts name, so a list value says more than "partial".
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
    guard facts.count > 1 else { return false }
    for (index, fact) in facts.enumerated() where fact.value.isKnown {
      for other in facts.dropFirst(index + 1) where other.value.isKnown && other.value != fact.value {
        let differ = fact.sources.contains { source in other.sources.contains { $0 != source } }
        if differ { return true }
      }
    }
    return false
  }

  /// The state of claims that no source is cited for or that do not judge; nil without claims.
  ///
  /// The editor's own claims count as praise or criticism only here, where no source praises or criticises.
  private var stateWithoutSources: State? {
    switch (strengths.isEmpty, weaknesses.isEmpty) {
    case (false, false): .mixed
    case (false, true): .praised
    case (true, false): .criticised
    case (true, true): features.isEmpty ? nil : .mentioned
    }
  }

  private static func sources(of claims: [Claim.ID], among all: [Claim]) -> [Source.ID] {
    var sources: [Source.ID] = []
    for claim in claims { sources.insertInOrder(all[claim.place].citations) }
    return sources
  }
}

extension Catalog {
  /// Returns the sources that some claims cite, in order of id.
  package func sources(of claims: [Claim.ID]) -> [Source.ID] {
    var sources: [Source.ID] = []
    insert(claims, into: &sources)
    return sources
  }

  /// Returns all sources of a cell, in order of id.
  package func sources(of cell: Cell) -> [Source.ID] {
    var sources: [Source.ID] = []
    for fact in cell.facts { sources.insertInOrder(fact.sources) }
    insertClaims(of: cell, into: &sources)
    return sources
  }

  /// Inserts the sources of a cell's claims into a sorted list.
  func insertClaims(of cell: Cell, into sources: inout [Source.ID]) {
    insert(cell.strengths, into: &sources)
    insert(cell.weaknesses, into: &sources)
    insert(cell.features, into: &sources)
  }

  private func insert(_ claims: [Claim.ID], into sources: inout [Source.ID]) {
    for claim in claims { sources.insertInOrder(self[claim].citations) }
  }
}

extension Fact {
  fileprivate var isList: Bool { if case .list = value { true } else { false } }

  /// Returns whether the fact has a value: equality, or for a list whether it contains the wanted element or all wanted
  /// elements.
  package func has(_ wanted: FactValue) -> Bool {
    guard case .list(let elements) = value else { return value == wanted }
    guard case .list(let all) = wanted else { return elements.contains(wanted) }
    return all.allSatisfy(elements.contains)
  }
}

extension [Fact] {
  /// The fact that represents an uncontested cell: sourced values take precedence over common knowledge, and known
  /// values over "unknown".
  package var shown: Fact? {
    if count == 1 { return first }
    return first { $0.value.isKnown && !$0.sources.isEmpty } ?? first { $0.value.isKnown } ?? first
  }
}

extension Cell {
  /// Returns whether any fact has a value.
  package func has(_ value: FactValue) -> Bool { facts.contains { $0.has(value) } }

  /// All distinct values of the facts, with lists flattened, in the order written.
  package var values: [FactValue] {
    if facts.count == 1 {
      if case .list = facts[0].value {} else { return [facts[0].value] }
    }
    var result: [FactValue] = []
    var known: Set<FactValue> = []
    for fact in facts {
      let elements: [FactValue]
      if case .list(let list) = fact.value { elements = list } else { elements = [fact.value] }
      for element in elements where known.insert(element).inserted { result.append(element) }
    }
    return result
  }
}
