extension RandomAccessCollection {
  /// The first index whose element satisfies a condition that all behind it satisfy and none before it; the end where none does.
  ///
  /// The name is that of Swift Algorithms.
  @inlinable
  package func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Index {
    var low = startIndex
    var rest = count
    while rest > 0 {
      let half = rest / 2
      let middle = index(low, offsetBy: half)
      if belongsBehind(self[middle]) {
        rest = half
      } else {
        low = index(after: middle)
        rest -= half + 1
      }
    }
    return low
  }
}

extension RandomAccessCollection {
  /// The first index whose text does not come before another, in a row that is sorted by these texts byte by byte.
  @inlinable
  package func lowerBound(of text: String, by key: (Element) -> String) -> Index {
    partitioningIndex { !key($0).precedesByBytes(text) }
  }
}
