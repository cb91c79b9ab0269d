import TextEncoding

/// Counts for many places at once how many traits of one item there are at each.
///
/// The counters are stored as bit planes: plane n holds bit n of the counters, 64 to a word. So a trait is added for 64
/// places in about two steps, and the highest counts are found without looking at the others.
struct SharedTraitCounter {
  /// `planes[word * planeCount + bit]`
  private var planes: [UInt64]
  private let planeCount: Int

  /// Creates counters for so many places that count up to `most`.
  init(places: Int, most: Int) {
    planeCount = Int.bitWidth - most.leadingZeroBitCount
    planes = Array(repeating: 0, count: (places + 63) / 64 * planeCount)
  }

  /// Increments the counter of each place whose bit is set, of the 64 places of a word.
  mutating func add(_ bits: UInt64, at word: Int) {
    var carry = bits
    var index = word * planeCount
    while carry != 0 {
      let old = planes[index]
      planes[index] = old ^ carry
      carry &= old
      index += 1
    }
  }

  /// Increments the counter of one place.
  mutating func add(place: Int) { add(1 << UInt64(place % 64), at: place / 64) }

  /// Sets the counters of the 64 places of a word to zero.
  mutating func reset(word: Int) {
    for index in word * planeCount..<(word + 1) * planeCount { planes[index] = 0 }
  }

  /// Returns the places of a word that have exactly the given count, as a bit set.
  func places(of count: Int, at word: Int) -> UInt64 {
    var bits = UInt64.max
    for plane in 0..<planeCount {
      let isWanted = count >> plane & 1 == 1
      let counted = planes[word * planeCount + plane]
      bits &= isWanted ? counted : ~counted
    }
    return bits
  }
}

/// The places that share most with one: the highest scores, and of equal ones the first places.
struct HighestScores {
  /// A score, and a place the other way round, so that the closer one is the greater: highest first.
  private var keys: [UInt64] = []
  private let most: Int

  /// Creates an empty list for so many places.
  init(_ most: Int) { self.most = most }

  private static func key(_ score: Int, _ place: Int) -> UInt64 {
    UInt64(score) << 32 | UInt64(UInt32.max - UInt32(truncatingIfNeeded: place))
  }

  /// Returns whether a place that is not in the list would enter it.
  func admits(_ score: Int, _ place: Int) -> Bool {
    guard keys.count >= most else { return true }
    return keys.last.map { $0 < Self.key(score, place) } ?? false
  }

  /// Enters a place that is not in the list, if it is among the closest.
  mutating func enter(_ score: Int, _ place: Int) {
    guard admits(score, place) else { return }
    let key = Self.key(score, place)
    if keys.count == most { keys.removeLast() }
    keys.insert(key, at: keys.partitioningIndex { $0 < key })
  }

  /// The places, closest first.
  var places: [Int] { keys.map { Int(UInt32.max - UInt32(truncatingIfNeeded: $0)) } }
}
