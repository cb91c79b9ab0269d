/// The size of a balance: how many sources are in each of its groups.
struct BalanceSize: Sendable, Hashable {
  var supporters: UInt16 = 0
  var critics: UInt16 = 0
  var both: UInt16 = 0

  init(_ balance: Balance) {
    supporters = UInt16(clamping: balance.supporters.count)
    critics = UInt16(clamping: balance.critics.count)
    both = UInt16(clamping: balance.both.count)
  }

  var net: Int { Int(supporters) - Int(critics) }
  var isJudged: Bool { self != BalanceSize() }
  /// Whether any source criticises.
  var hasCritics: Bool { critics > 0 || both > 0 }
  /// Whether any source praises.
  var hasFriends: Bool { supporters > 0 || both > 0 }

  init() {}
}

extension BalanceSize {
  /// Compares the balances of two items on a criterion.
  ///
  /// They differ if one net is above 0 and the other below; or if the nets are two or more apart and either one of them
  /// is 0, or both are above 0 and the lower item has critics, or both are below 0 and the higher item has friends. Other
  /// nets of the same sign are the same; all else is too close to call.
  func outcome(_ other: BalanceSize) -> PairComparison.Outcome {
    switch (isJudged, other.isJudged) {
    case (false, false): return .unknown
    case (true, false): return .oneSided(.left)
    case (false, true): return .oneSided(.right)
    case (true, true): break
    }
    let (higher, lower) = net >= other.net ? (self, other) : (other, self)
    if higher.net > 0, lower.net < 0 { return .different }
    let areBothPraised = lower.net > 0
    let areBothCriticised = higher.net < 0
    if higher.net - lower.net >= 2 {
      if areBothPraised, lower.hasCritics { return .different }
      if areBothCriticised, higher.hasFriends { return .different }
      if !areBothPraised, !areBothCriticised { return .different }
    }
    return areBothPraised || areBothCriticised ? .same : .undecided
  }
}
