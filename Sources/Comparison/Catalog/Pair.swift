/// Two items that are set side by side.
package struct Pair: Sendable, Hashable {
  package var left: Item.ID
  package var right: Item.ID

  package init(_ left: Item.ID, _ right: Item.ID) {
    self.left = left
    self.right = right
  }

  /// The same two, the other way round.
  package var mirrored: Pair { Pair(right, left) }

  /// The other item of a pair that holds `item`.
  package func other(than item: Item.ID) -> Item.ID { item == left ? right : left }
}

/// One of the two of a pair.
package enum Side: Sendable, Hashable, CaseIterable {
  case left, right

  package var other: Side { self == .left ? .right : .left }
}

extension Pair {
  package subscript(side: Side) -> Item.ID { side == .left ? left : right }
}

/// Which pairs get a page, with every name resolved.
package enum PairPolicy: Sendable, Hashable {
  case all, none
  /// Each item and so many of those that it has most in common with.
  case closest(Int)
  /// Items that share a value of a criterion.
  case within(Criterion.ID)
  /// Just these, however little there is to tell apart.
  case list([Pair])
}
