import TextEncoding

/// A source with what it says on one matter.
package struct Attribution: Sendable, Hashable {
  package var source: Source.ID
  /// In the catalog's order; never empty.
  package var claims: [Claim.ID]
}

extension Catalog {
  /// The sources that some claims cite, in the sources' order, each with those that cite it.
  package func attributions(of claims: [Claim.ID], butNotOf excluded: Source.ID? = nil) -> [Attribution] {
    if claims.isEmpty { return [] }
    var attributions: [Attribution] = []
    for claim in claims.sorted() {
      for source in self[claim].citations where source != excluded {
        let place = attributions.partitioningIndex { $0.source >= source }
        if place < attributions.count, attributions[place].source == source {
          // A claim may be given twice.
          if attributions[place].claims.last != claim { attributions[place].claims.append(claim) }
        } else {
          attributions.insert(Attribution(source: source, claims: [claim]), at: place)
        }
      }
    }
    return attributions
  }

  /// Every claim that cites a source, in the catalog's order.
  package func claims(citing source: Source.ID) -> [Claim.ID] {
    var result: [Claim.ID] = []
    for item in items {
      for claim in item.content.claims where claim.citations.contains(source) { result.append(claim.id) }
    }
    return result
  }
}

extension Catalog {
  /// In how many cells each source states a value, by its index.
  package var statedCellCounts: [Int] {
    var counts = Array(repeating: 0, count: sources.count)
    var stating: [Source.ID] = []
    for cells in cells {
      for cell in cells where !cell.facts.isEmpty {
        stating.removeAll(keepingCapacity: true)
        for fact in cell.facts { stating.insertInOrder(fact.sources) }
        for source in stating { counts[source.index] += 1 }
      }
    }
    return counts
  }
}

/// Where a statement of a source stands among those of the other sources.
package enum Corroboration: String, Sendable, Hashable, CaseIterable {
  /// No other source makes the same kind of statement about the item and what it is about.
  case alone
  /// Another source says the same kind of thing.
  case shared
  /// Another source says the opposite of it.
  case contradicted
}

extension Catalog {
  /// How a source's claim compares with what the other sources say of the same item and subject.
  package func corroboration(of claim: Claim, for source: Source.ID) -> Corroboration {
    let isOther = { (other: Source.ID) in other != source }
    let isOpposed = claim.subjects.contains { subject in
      claims(against: claim, on: subject).contains { self[$0].citations.contains(where: isOther) }
    }
    if isOpposed { return .contradicted }
    let isShared =
      claim.citations.contains(where: isOther)
      || claim.subjects.contains { subject in
        claims(like: claim, on: subject).contains { self[$0].citations.contains(where: isOther) }
      }
    return isShared ? .shared : .alone
  }

  /// What other sources say against a source's claim: criticism of what it praises, praise of what it criticises.
  package func opposition(to claim: Claim, of source: Source.ID) -> [Attribution] {
    attributions(of: claim.subjects.flatMap { claims(against: claim, on: $0) }, butNotOf: source)
  }

  /// The claims that criticise what a claim praises, or praise what it criticises, on one of its subjects.
  private func claims(against claim: Claim, on subject: Claim.Subject) -> [Claim.ID] {
    guard case .criterion(let id) = subject else { return [] }
    switch claim.kind {
    case .strength: return self[claim.item, id].weaknesses
    case .weakness: return self[claim.item, id].strengths
    case .feature, .fit, .user: return []
    }
  }

  /// The claims of a claim's kind about the same item on one of its subjects, itself included.
  private func claims(like claim: Claim, on subject: Claim.Subject) -> [Claim.ID] {
    guard case .criterion(let id) = subject else {
      return self[claim.item].claims(claim.kind).filter { self[$0].subjects.contains(subject) }
    }
    switch claim.kind {
    case .strength: return self[claim.item, id].strengths
    case .weakness: return self[claim.item, id].weaknesses
    case .feature, .fit, .user: return self[claim.item, id].features
    }
  }
}

// MARK: Facts

extension Catalog {
  /// How the values that a source states for a cell compare with those of the other sources.
  package func corroboration(ofFactsIn cell: Cell, on criterion: Criterion.ID, for source: Source.ID)
    -> Corroboration
  {
    if !opposition(toFactsIn: cell, on: criterion, of: source).isEmpty { return .contradicted }
    guard cell.facts.contains(where: { $0.sources.contains { $0 != source } }) else { return .alone }
    let own = cell.facts.filter { $0.sources.contains(source) }
    let isShared = cell.facts.contains { fact in
      fact.sources.contains { $0 != source } && own.contains { fact.overlaps($0) }
    }
    return isShared ? .shared : .alone
  }

  /// The facts with which other sources contest what a source states; lists never contest.
  package func opposition(toFactsIn cell: Cell, on criterion: Criterion.ID, of source: Source.ID) -> [Fact] {
    guard cell.facts.count > 1, self[criterion].type != .list else { return [] }
    let own = cell.facts.filter { $0.value.isKnown && $0.sources.contains(source) }
    return cell.facts.filter { fact in
      fact.value.isKnown && fact.sources.contains { $0 != source }
        && own.contains { $0.value != fact.value }
    }
  }
}

extension Fact {
  /// Whether two facts give the same value, or lists that share an element.
  fileprivate func overlaps(_ other: Fact) -> Bool {
    guard case .list(let elements) = value, case .list(let others) = other.value else {
      return value == other.value
    }
    return elements.contains { others.contains($0) }
  }
}
