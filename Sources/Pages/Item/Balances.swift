import Comparison
import Templating

/// A row of the balance chart: how the sources judge an item on a criterion.
struct BalanceRow: Sendable {
  var item: Item.ID
  var criterion: Criterion.ID
}

extension Records {
  static let balanceRow = Record<In<BalanceRow>>(
    "BalanceRow", "How many sources judge an item on a criterion.",
    [
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .record("balance", "How many sources judge, and how.", of: balance) { $0.balance },
    ])
}

extension In<BalanceRow> {
  var balance: Balance { catalog[part.item, part.criterion].balance }
}

extension In<Item> {
  /// The rows of the balance chart: one for each criterion on which sources judge the item, strongest first.
  var balances: [In<BalanceRow>] {
    let judged = catalog.criterionIDs.filter { !part.cells[$0.index].balance.isEmpty }
    // Sorting is stable.
    return judged.sorted { part.cells[$0.index].balance.isAhead(of: part.cells[$1.index].balance) }
      .map { with(BalanceRow(item: part.id, criterion: $0)) }
  }
}
