import Comparison
import Templating

extension Records {
  static let balance = Record<Balance>(
    "Balance", "How many sources judge an item on a criterion, each counted once.",
    [
      .integer("praise", "How many only praise.") { $0.supporters.count },
      .integer("criticism", "How many only criticise.") { $0.critics.count },
      .integer("both", "How many do both.") { $0.both.count },
      .integer("praise_start", "Where praise begins in a bar of all, counted from the left.") {
        $0.critics.count + $0.both.count
      },
      .integer("total", "How many judge.") { $0.count },
    ])
}
