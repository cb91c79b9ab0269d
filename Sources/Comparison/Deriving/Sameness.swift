extension Catalog {
  /// Whether what a table shows of a criterion is the same for all of some items, as far as it is known.
  ///
  /// A cell shows its facts; where it has none, whether it is praised, criticised, mixed or mentioned. One of which nothing is known
  /// makes no difference, as no source says that it differs. A contested one does, as its own sources differ. Where nothing is known of
  /// any item, or of one alone, nothing is told apart, so it counts as the same.
  package func isSame(_ criterion: Criterion.ID, among items: [Item.ID]) -> Bool {
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

  /// What a cell shows that is not contested.
  private enum Shown: Hashable {
    case values(Set<FactValue>)
    case judgement(Cell.State)
  }

  /// What a cell shows; nil where nothing is known.
  private func shown(_ cell: Cell, _ type: Criterion.ValueType?) -> Shown? {
    switch cell.factState {
    case .unknown: nil
    case nil: cell.claimState.map { .judgement($0) }
    case _ where type == .list: .values(Set(cell.values).subtracting([.unknown]))
    default: cell.facts.shown.map { .values([$0.value]) }
    }
  }
}
