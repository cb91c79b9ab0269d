/// Two items in a comparison, in order.
package struct Pair: Sendable, Hashable {
  package var left: Item.ID
  package var right: Item.ID

  package init(_ left: Item.ID, _ right: Item.ID) {
    self.left = left
    self.right = right
  }

  /// The pair with its sides swapped.
  package var mirrored: Pair { Pair(right, left) }

  /// Returns the other item of a pair that contains `item`.
  package func other(than item: Item.ID) -> Item.ID { item == left ? right : left }
}

/// A side of a pair.
package enum Side: Sendable, Hashable, CaseIterable {
  case left, right

  package var other: Side { self == .left ? .right : .left }
}

extension Pair {
  package subscript(side: Side) -> Item.ID { side == .left ? left : right }
}

/// The policy that decides which pairs get a page, with all names resolved.
package enum PairPolicy: Sendable, Hashable {
  case all, none
  /// Each item with this number of its most similar items.
  case closest(Int)
  /// Items that share a value of a criterion.
  case within(Criterion.ID)
  /// Exactly these pairs, regardless of how few differences they have.
  case list([Pair])

  /// Whether no pair gets a page.
  var isNone: Bool { self == .none }
}
