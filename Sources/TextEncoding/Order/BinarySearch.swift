extension RandomAccessCollection {
  /// Returns the first index whose element satisfies the predicate, which must be false for all elements before some
  /// index and true from there on; `endIndex` if it is always false.
  ///
  /// Named as in Swift Algorithms.
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
  /// Returns the first index whose key does not precede a text, in a collection in byte order of the keys.
  @inlinable
  package func lowerBound(of text: String, by key: (Element) -> String) -> Index {
    partitioningIndex { !key($0).precedesByBytes(text) }
  }
}
