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

/// A link to what is said of an item on a criterion, with the balance of the sources.
struct JudgedLink: Sendable {
  var link: Link
  /// The balance; nil where the link is about a fact.
  var balance: Balance?
}

extension Records {
  static let judgedLink = Record<JudgedLink>(
    "JudgedLink", "A link to what is said of an item on a criterion, and how many sources judge there.",
    [
      .record("link", "The link.", of: link) { $0.link },
      .optionalRecord("balance", "How many sources judge; absent where it is about a fact.", of: balance) {
        $0.balance
      },
    ])
}
