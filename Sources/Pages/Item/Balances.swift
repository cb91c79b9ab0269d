import Comparison
import Templating

/// A row of the balance chart: the number of sources that praise and criticise an item on a criterion.
struct BalanceRow: Sendable {
  var item: Item.ID
  var criterion: Criterion.ID
  var state: Comparison.Cell.State
  var praise: Int
  var criticism: Int
  /// The largest number in the chart, for the scale.
  var most = 0
}

extension Records {
  static let balanceRow = Record<In<BalanceRow>>(
    "BalanceRow", "How many sources praise and criticise an item on a criterion.",
    [
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .text("state", "The state, as in Cell.") { $0.part.state.rawValue },
      .text("label", "The state in words.") { $0.model.siteWords.states[$0.part.state] },
      .integer("praise", "How many sources praise.") { $0.part.praise },
      .integer("criticism", "How many sources criticise.") { $0.part.criticism },
      .integer("criticism_start", "Where the bar of criticism begins, counted from the left of the chart.") {
        $0.part.most - $0.part.criticism
      },
      .integer("most", "The most of either in the chart; the axis stands here.") { $0.part.most },
      .integer("width", "The width of the chart, in sources.") { 2 * $0.part.most },
      .optionalRecord("mark", "That the sources are not of one mind.", of: mark) { balance in
        balance.model.disputes(balance.part.item, balance.part.criterion).last { $0.kind != .values }
          .map { balance.with($0) }
      },
    ])
}

extension In<Item> {
  /// The rows of the balance chart: one for each criterion on which sources praise or criticise the item.
  var balances: [In<BalanceRow>] {
    let rows = catalog.criterionIDs.compactMap { criterion -> BalanceRow? in
      guard let state = catalog[part.id, criterion].claimState else { return nil }
      let (strengths, weaknesses) = (
        part.cells[criterion.index].strengths, part.cells[criterion.index].weaknesses
      )
      let praise = catalog.sources(of: strengths).count
      let criticism = catalog.sources(of: weaknesses).count
      guard praise + criticism > 0 else { return nil }
      return BalanceRow(
        item: part.id, criterion: criterion, state: state, praise: praise, criticism: criticism)
    }
    let most = rows.map { max($0.praise, $0.criticism) }.max() ?? 0
    return rows.map { row in
      var row = row
      row.most = most
      return with(row)
    }
  }
}
