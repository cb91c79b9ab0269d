extension Catalog {
  /// Where a claim stands among the sources.
  package enum Standing: Sendable, Hashable {
    /// No other source makes the same kind of claim about the item and what it is about.
    case alone
    /// Another source says the same kind of thing.
    case shared
    /// Another source says the opposite of it.
    case contradicted
  }

  /// How a source's claim compares with what the other sources say of the same item and subject.
  package func standing(of claim: Claim, for source: Source.ID) -> Standing {
    var others: Set<Source.ID> = Set(claim.citations)
    var opposing: Set<Source.ID> = []
    for subject in claim.subjects {
      if case .criterion(let id) = subject {
        let cell = cell(claim.item, id)
        let (same, opposite) =
          switch claim.kind {
          case .strength: (cell.strengths, cell.weaknesses)
          case .weakness: (cell.weaknesses, cell.strengths)
          case .feature, .fit, .user: (cell.features, [])
          }
        others.formUnion(sources(of: same))
        opposing.formUnion(sources(of: opposite))
      } else {
        let same = self[claim.item].claims(claim.kind).filter { self[$0].subjects.contains(subject) }
        others.formUnion(sources(of: same))
      }
    }
    if opposing.contains(where: { $0 != source }) { return .contradicted }
    return others.contains { $0 != source } ? .shared : .alone
  }

  /// Every claim that cites a source, in the catalog's order.
  package func claims(citing source: Source.ID) -> [Claim] { claims.filter { $0.citations.contains(source) } }
}
