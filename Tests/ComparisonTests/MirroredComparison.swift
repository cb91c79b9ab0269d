import Comparison

extension PairComparison {
  /// The comparison with the sides swapped.
  var mirrored: PairComparison {
    var comparison = self
    comparison.pair = pair.mirrored
    comparison.rows = rows.map { row in
      var row = row
      if case .oneSided(let side) = row.outcome { row.outcome = .oneSided(side.other) }
      row.stronger = row.stronger?.other
      return row
    }
    return comparison
  }
}
