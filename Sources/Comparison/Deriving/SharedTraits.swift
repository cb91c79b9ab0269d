/// Counts for all items at once how many traits they share with one item.
///
/// The counters are stored as bit planes: plane n holds bit n of all counters, 64 to a word. Adding a trait that a
/// thousand items have thus takes about a hundred steps, and the highest counts are found without looking at the
/// others.
struct SharedTraitCounter {
  /// `planes[bit * wordCount + word]`
  private var planes: [UInt64] = []
  private var planeCount = 0
  private let wordCount: Int

  init(places count: Int) { wordCount = (count + 63) / 64 }

  /// Sets all counters to zero.
  mutating func reset() {
    for index in planes.indices { planes[index] = 0 }
  }

  /// Increments the counter of each place whose bit is set.
  mutating func add(_ bits: [UInt64]) {
    for word in 0..<min(wordCount, bits.count) where bits[word] != 0 { add(bits[word], at: word) }
  }

  /// Increments the counter of one place.
  mutating func add(place: Int) { add(1 << UInt64(place % 64), at: place / 64) }

  private mutating func add(_ bits: UInt64, at word: Int) {
    var carry = bits
    var index = word
    while carry != 0 {
      if index >= planes.count {
        planes += Array(repeating: 0, count: wordCount)
        planeCount += 1
      }
      let old = planes[index]
      planes[index] = old ^ carry
      carry &= old
      index += wordCount
    }
  }

  /// Returns the places with the highest counts above 0, at most `most`: highest first, ties by place.
  func highest(_ most: Int, except excluded: Int) -> [Int] {
    var result: [Int] = []
    var count = (1 << planeCount) - 1
    while count > 0, result.count < most {
      for word in 0..<wordCount {
        var bits = places(of: count, at: word)
        while bits != 0, result.count < most {
          let place = word * 64 + bits.trailingZeroBitCount
          if place != excluded { result.append(place) }
          bits &= bits - 1
        }
      }
      count -= 1
    }
    return result
  }

  /// Returns the count of a place.
  func count(at place: Int) -> Int {
    (0..<planeCount).reduce(0) { count, plane in
      count | Int(planes[plane * wordCount + place / 64] >> UInt64(place % 64) & 1) << plane
    }
  }

  /// Returns the places within one word that have exactly the given count, as a bit set.
  private func places(of count: Int, at word: Int) -> UInt64 {
    var bits = UInt64.max
    for plane in 0..<planeCount {
      let plane = (bits: planes[plane * wordCount + word], isWanted: count >> plane & 1 == 1)
      bits &= plane.isWanted ? plane.bits : ~plane.bits
    }
    return bits
  }
}

/// The set of items that have a trait, by their places in order of slug.
enum TraitOwners: Sendable {
  case few([Int32])
  /// A bit for each place, if a list would take more memory.
  case many([UInt64])

  init(_ places: [Int32], of count: Int) {
    guard places.count > count / 64 else {
      self = .few(places)
      return
    }
    var bits = Array(repeating: UInt64(0), count: (count + 63) / 64)
    for place in places { bits[Int(place) / 64] |= 1 << UInt64(place % 64) }
    self = .many(bits)
  }

  mutating func insert(_ place: Int) {
    switch self {
    case .few(let places): self = .few(places + [Int32(truncatingIfNeeded: place)])
    case .many(var bits):
      bits[place / 64] |= 1 << UInt64(place % 64)
      self = .many(bits)
    }
  }

  mutating func remove(_ place: Int) {
    switch self {
    case .few(let places): self = .few(places.filter { Int($0) != place })
    case .many(var bits):
      bits[place / 64] &= ~(1 << UInt64(place % 64))
      self = .many(bits)
    }
  }

  /// Increments the counters of all items in the set.
  func count(in counter: inout SharedTraitCounter) {
    switch self {
    case .few(let places): for place in places { counter.add(place: Int(place)) }
    case .many(let bits): counter.add(bits)
    }
  }
}
