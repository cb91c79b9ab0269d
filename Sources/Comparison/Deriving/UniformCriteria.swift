extension Catalog {
  /// Returns whether a table shows the same for a criterion in all columns, as far as known.
  ///
  /// A cell shows its facts or, without facts, the state of its claims. An unknown cell makes no difference, since no
  /// source says that it differs; a contested cell does, since its own sources differ. If at most one item's cell is
  /// known, nothing is told apart, so the result is true.
  package func isUniform(_ criterion: Criterion.ID, among items: [Item.ID]) -> Bool {
    var first: Shown?
    for item in items {
      let cell = cell(item, criterion)
      if cell.isContested { return false }
      guard let shown = shown(cell, self[criterion].type) else { continue }
      if let first, first != shown { return false }
      first = shown
    }
    return true
  }

  /// The content that an uncontested cell shows.
  private enum Shown: Hashable {
    case values(Set<FactValue>)
    case judgement(Cell.State)
  }

  /// Returns the content that a cell shows; nil if nothing is known.
  private func shown(_ cell: Cell, _ type: Criterion.ValueType?) -> Shown? {
    switch cell.factState {
    case .unknown: nil
    case nil: cell.claimState.map { .judgement($0) }
    case _ where type == .list: .values(Set(cell.values).subtracting([.unknown]))
    default: cell.facts.shown.map { .values([$0.value]) }
    }
  }
}
