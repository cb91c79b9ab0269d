import TextEncoding

/// A source with its claims on one subject.
package struct Attribution: Sendable, Hashable {
  package var source: Source.ID
  /// The claims in order of id; never empty.
  package var claims: [Claim.ID]
}

extension Catalog {
  /// Groups claims by the sources that they cite, in order of id.
  package func attributions(of claims: [Claim.ID]) -> [Attribution] {
    if claims.isEmpty { return [] }
    var attributions: [Attribution] = []
    for claim in claims.sorted() {
      for source in self[claim].citations {
        let place = attributions.partitioningIndex { $0.source >= source }
        if place < attributions.count, attributions[place].source == source {
          // The input may contain a claim more than once.
          if attributions[place].claims.last != claim { attributions[place].claims.append(claim) }
        } else {
          attributions.insert(Attribution(source: source, claims: [claim]), at: place)
        }
      }
    }
    return attributions
  }

  /// Returns all claims that cite a source, in order of id.
  package func claims(citing source: Source.ID) -> [Claim.ID] {
    var result: [Claim.ID] = []
    for item in items {
      for claim in item.claims where claim.citations.contains(source) { result.append(claim.id) }
    }
    return result
  }
}

extension Catalog {
  /// The number of cells for which each source states a value, by the source's index.
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

/// How a statement of one source relates to those of the other sources.
package enum Corroboration: String, Sendable, Hashable, CaseIterable {
  /// No other source makes the same kind of statement about the item and subject.
  case alone
  /// Another source makes the same kind of statement.
  case shared
  /// Another source says the opposite.
  case contradicted
}

extension Catalog {
  /// Compares a source's claim with what other sources say about the same item and subjects.
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

  /// Returns the claims of the opposite kind on one of a claim's subjects.
  private func claims(against claim: Claim, on subject: Claim.Subject) -> [Claim.ID] {
    guard case .criterion(let id) = subject else { return [] }
    switch claim.kind {
    case .strength: return self[claim.item, id].weaknesses
    case .weakness: return self[claim.item, id].strengths
    case .feature, .fit, .user: return []
    }
  }

  /// Returns the claims of the same kind on one of a claim's subjects, including the claim itself.
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
  /// Compares the values that a source states for a cell with those of the other sources.
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

  /// Returns the facts of other sources that contest the values of a source; lists are never contested.
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
  /// Returns whether two facts have the same value, or lists with a common element.
  fileprivate func overlaps(_ other: Fact) -> Bool {
    guard case .list(let elements) = value, case .list(let others) = other.value else {
      return value == other.value
    }
    return elements.contains { others.contains($0) }
  }
}
