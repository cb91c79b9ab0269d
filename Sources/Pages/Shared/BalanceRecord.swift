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
      .boolean("is_bar", "Whether they are drawn as a bar: they are too many for dots.") {
        $0.isBar
      },
    ])
}

extension Balance {
  /// The number of sources up to which each is a dot.
  private static let mostDots = 8

  /// Whether it is drawn as a bar: its sources are too many for dots, or several stand on the line, which has room for
  /// one.
  fileprivate var isBar: Bool { count > Self.mostDots || both.count > 1 }
}

/// How much room the largest drawn balance of a site takes on each side of its line, so that all lines of a page can
/// stand below each other.
struct BalanceReach: Sendable, Hashable {
  /// The places for dots left of the line; a source that says both stands on it, and takes a place on each side.
  private(set) var against = 0
  /// The places for dots right of the line.
  private(set) var supporting = 0

  init(_ catalog: Catalog) {
    for balance in catalog.cells.lazy.joined().map(\.balance) where !balance.isBar {
      against = max(against, balance.critics.count + balance.both.count)
      supporting = max(supporting, balance.supporters.count + balance.both.count)
    }
  }
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
