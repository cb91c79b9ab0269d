package import TextEncoding

/// What one item brings to a comparison with any other: all that a reason to choose it, or the other, is made of.
package struct ComparedItem: Sendable {
  /// What is known of it on one criterion. Sources are in their order.
  struct Position: Sendable {
    /// Whether anything is said of it, be it a judgement or not.
    var isSpokenOf: Bool
    /// Whether all who judge praise it.
    var isPraised: Bool
    var praisers: [Source.ID]
    var critics: [Source.ID]
    /// The value that positions for the cell, and who states it.
    var value: (value: FactValue, sources: [Source.ID])?
    /// Of a list its elements, and who states each.
    var elements: [(value: FactValue, sources: [Source.ID])]
    var facts: [Fact]
  }

  /// By criterion.
  let positions: [Position]
  /// The uses that reviews name it for, in order, and which do.
  let namedUses: [(use: UseCase.ID, sources: [Source.ID])]
  /// The uses that anybody names it for.
  let uses: Set<UseCase.ID>
  /// The sources that speak of it.
  let speakers: Set<Source.ID>

  /// Whether anything is said of it on a criterion, be it a judgement or not.
  package func isSpokenOf(on criterion: Criterion.ID) -> Bool { positions[criterion.index].isSpokenOf }

  /// Whether it is common knowledge that it has a value.
  package func isCommonKnowledge(_ value: FactValue, on criterion: Criterion.ID) -> Bool {
    positions[criterion.index].facts.contains { $0.isCommonKnowledge && $0.has(value) }
  }

  /// Whether a value was verified longer ago than its criterion allows.
  package func isStale(_ value: FactValue, on criterion: Criterion.ID) -> Bool {
    positions[criterion.index].facts.contains { $0.isStale && $0.has(value) }
  }
}

extension Catalog {
  /// An item as it is compared with others; `speakers` are the sources that speak of it.
  package func compared(_ item: Item.ID, speakers: Set<Source.ID>) -> ComparedItem {
    ComparedItem(
      positions: criteria.map { position(self[item, $0.id], $0.type) }, namedUses: namedUses(of: item),
      uses: useCases(of: item), speakers: speakers)
  }

  private func position(_ cell: Cell, _ type: Criterion.ValueType?) -> ComparedItem.Position {
    ComparedItem.Position(
      isSpokenOf: cell.claimState != nil, isPraised: cell.claimState == .praised,
      praisers: sources(of: cell.strengths),
      critics: sources(of: cell.weaknesses),
      value: cell.standing.map { ($0.value, cell.sources(of: $0.value)) },
      elements: type == .list ? cell.values.map { ($0, cell.sources(of: $0)) } : [], facts: cell.facts)
  }

  /// The use cases that reviews name an item for, in order, and which do.
  private func namedUses(of item: Item.ID) -> [(use: UseCase.ID, sources: [Source.ID])] {
    var result: [UseCase.ID: Set<Source.ID>] = [:]
    for id in self[item].claims(.fit) {
      let reviews = self[id].citations.filter { self[$0].kind == .review }
      if reviews.isEmpty { continue }
      for case .useCase(let use) in self[id].subjects { result[use, default: []].formUnion(reviews) }
    }
    return result.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
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

// MARK: What it comes to

extension ComparedItem {
  /// A fingerprint of all that it tells: two contenders with the same give the same reasons against any other.
  package var fingerprint: ContentHash {
    var parts: [String] = []
    for position in positions { position.describe(in: &parts) }
    for (use, sources) in namedUses { parts += ["named \(use.index)", Self.text(sources)] }
    parts += [Self.text(uses.sorted()), Self.text(speakers.sorted())]
    return ContentHash(of: [], and: parts)
  }

  fileprivate static func text<Entity>(_ ids: [EntityID<Entity>]) -> String {
    ids.map { String($0.index) }.joined(separator: " ")
  }
}

extension ComparedItem.Position {
  fileprivate func describe(in parts: inout [String]) {
    parts += ["\(isSpokenOf) \(isPraised)", ComparedItem.text(praisers), ComparedItem.text(critics)]
    for (value, sources) in elements + [value].compactMap(\.self) {
      parts += [value.spelling, ComparedItem.text(sources)]
    }
    for fact in facts {
      parts += [fact.value.spelling, "\(fact.isCommonKnowledge) \(fact.isStale)"]
    }
    parts.append("\(elements.count) \(value == nil)")
  }
}

extension FactValue {
  /// A text that tells it as it is written; what is written otherwise has another.
  var spelling: String {
    switch self {
    case .text(let text): "text \(text)"
    case .boolean(let truth): "boolean \(truth)"
    case .number(let number): "number \(number.text)"
    case .date(let date): "date \(date)"
    case .choice(let slug): "choice \(slug)"
    case .list(let elements):
      "list " + elements.map(\.spelling).map { "\($0.utf8.count) \($0)" }.joined(separator: " ")
    case .url(let address): "url \(address)"
    case .partial: "partial"
    case .notApplicable: "not applicable"
    case .unknown: "unknown"
    }
  }
}
