import TextEncoding

/// Finds, for each of many items, those with which it has the most traits in common, without looking at all of them.
///
/// The items stand in rows, as neighbours if they have the same common traits, and 64 rows are a block. Of each block it
/// is known which traits occur in it: nobody in it shares more with an item than those of its traits that occur. So the
/// blocks are searched from the most promising on, until none can hold an item that is close enough. As neighbours have
/// much in common, those are few. Traits that few items have are counted first of all, so a block without them promises
/// only what the others give.
///
/// Items are named by their places in order of slug. An item keeps its row when its traits change: rows only decide how
/// much is searched.
struct TraitBlocks: Sendable {
  /// The rows of the items that have a trait.
  private enum Owners: Sendable {
    /// In order.
    case few([Int32])
    /// A column of `words` and `blocks`.
    case many(Int)
  }

  /// The numbers of the traits of the item at each place.
  private(set) var traits: [[Int32]]
  private var owners: [Owners]
  private let rowOfPlace: [Int32]
  private let placeOfRow: [Int32]
  /// The first place, in order of slug, in each block.
  private let firstPlaces: [Int32]
  private let columnCount: Int
  /// The rows of each block that have the trait of a column: `words[block * columnCount + column]`
  private var words: [UInt64]
  /// The blocks in which the trait of a column occurs, 64 to a word: `blocks[column * blockWords + word]`
  private var blocks: [UInt64]

  private var blockCount: Int { firstPlaces.count }
  private var blockWords: Int { (blockCount + 63) / 64 }

  /// Arranges items that have the given traits, by place; traits are numbered from 0 below `traitCount`.
  init(_ traits: [[Int32]], traitCount: Int) {
    self.traits = traits
    var counts = Array(repeating: 0, count: traitCount)
    for own in traits { for trait in own { counts[Int(trait)] += 1 } }
    // The commonest come first: they divide the rows into the fewest parts.
    let common = counts.indices.filter { counts[$0] > traits.count / 64 }.sorted {
      (counts[$1], $0) < (counts[$0], $1)
    }
    columnCount = common.count
    owners = Array(repeating: .few([]), count: traitCount)
    var columns = Array(repeating: Int32.max, count: traitCount)
    for (column, trait) in common.enumerated() {
      owners[trait] = .many(column)
      columns[trait] = Int32(truncatingIfNeeded: column)
    }
    let keys = traits.map { own in own.map { columns[Int($0)] }.filter { $0 != .max }.sorted() }
    let order = keys.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
    }
    placeOfRow = order.map { Int32(truncatingIfNeeded: $0) }
    var rows = Array(repeating: Int32(0), count: order.count)
    for (row, place) in order.enumerated() { rows[place] = Int32(truncatingIfNeeded: row) }
    rowOfPlace = rows
    firstPlaces = stride(from: 0, to: order.count, by: 64).map { start in
      order[start..<min(start + 64, order.count)].reduce(.max) { min($0, Int32(truncatingIfNeeded: $1)) }
    }
    words = Array(repeating: 0, count: firstPlaces.count * columnCount)
    blocks = Array(repeating: 0, count: (firstPlaces.count + 63) / 64 * columnCount)
    // In order of rows, so that each list is in order.
    for place in order { for trait in traits[place] { insert(trait, Int(rows[place])) } }
  }

  private mutating func insert(_ trait: Int32, _ row: Int) {
    switch owners[Int(trait)] {
    case .few(var rows):
      owners[Int(trait)] = .few([])
      let row = Int32(truncatingIfNeeded: row)
      rows.insert(row, at: rows.partitioningIndex { $0 > row })
      owners[Int(trait)] = .few(rows)
    case .many(let column):
      let block = row / 64
      words[block * columnCount + column] |= 1 << UInt64(row % 64)
      blocks[column * blockWords + block / 64] |= 1 << UInt64(block % 64)
    }
  }

  private mutating func remove(_ trait: Int32, _ row: Int) {
    switch owners[Int(trait)] {
    case .few(let rows): owners[Int(trait)] = .few(rows.filter { Int($0) != row })
    case .many(let column):
      let block = row / 64
      words[block * columnCount + column] &= ~(1 << UInt64(row % 64))
      if words[block * columnCount + column] == 0 {
        blocks[column * blockWords + block / 64] &= ~(1 << UInt64(block % 64))
      }
    }
  }

  /// Gives the item at a place other traits, of which there are now `traitCount`.
  ///
  /// Returns how many more traits than before each of the others shares with it, or fewer: those with a change.
  mutating func replaceTraits(
    of place: Int, by new: [Int32], traitCount: Int
  ) -> [(place: Int, change: Int)] {
    while owners.count < traitCount { owners.append(.few([])) }
    let (old, row) = (traits[place], Int(rowOfPlace[place]))
    traits[place] = new
    var changes = Array(repeating: 0, count: traits.count)
    for trait in old where !new.contains(trait) {
      remove(trait, row)
      forEachPlace(of: trait) { changes[$0] -= 1 }
    }
    for trait in new where !old.contains(trait) {
      forEachPlace(of: trait) { changes[$0] += 1 }
      insert(trait, row)
    }
    return changes.indices.compactMap { changes[$0] == 0 ? nil : ($0, changes[$0]) }
  }

  private func forEachPlace(of trait: Int32, _ body: (Int) -> Void) {
    switch owners[Int(trait)] {
    case .few(let rows): for row in rows { body(Int(placeOfRow[Int(row)])) }
    case .many(let column):
      for block in 0..<blockCount {
        words[block * columnCount + column].forEachBit { body(Int(placeOfRow[block * 64 + $0])) }
      }
    }
  }

  /// Returns the number of traits that the items at two places share.
  func score(of place: Int, and other: Int) -> Int {
    let others = traits[other]
    return traits[place].count { others.contains($0) }
  }
}

extension TraitBlocks {
  /// The counters of a search; many searches may use the same ones, one after the other.
  struct Counters {
    fileprivate var rows: SharedTraitCounter
    fileprivate var blocks: SharedTraitCounter
    /// The blocks whose rows were counted.
    fileprivate var counted: [Int] = []

    fileprivate mutating func add(_ few: [Int32]) {
      var last = -1
      for row in few {
        rows.add(place: Int(row))
        let block = Int(row) / 64
        if block == last { continue }
        blocks.add(place: block)
        counted.append(block)
        last = block
      }
    }

    fileprivate mutating func reset(blockWords: Int) {
      for block in counted { rows.reset(word: block) }
      counted.removeAll(keepingCapacity: true)
      for word in 0..<blockWords { blocks.reset(word: word) }
    }
  }

  /// Returns counters for searches for what is closest to the item at a place, or to any item.
  func counters(for place: Int? = nil) -> Counters {
    let most = place.map { traits[$0].count } ?? traits.reduce(0) { max($0, $1.count) }
    return Counters(
      rows: SharedTraitCounter(places: traits.count, most: most),
      blocks: SharedTraitCounter(places: blockCount, most: most))
  }

  /// Returns at most `most` places with which a place shares the most traits, at least one; ties by place.
  func closest(to place: Int, most: Int, _ counters: inout Counters) -> [Int] {
    let columns = count(place, &counters)
    var highest = HighestScores(most)
    for bound in stride(from: traits[place].count, through: 1, by: -1) {
      if !highest.admits(bound, 0) { break }
      for word in 0..<blockWords {
        counters.blocks.places(of: bound, at: word).forEachBit { bit in
          let block = word * 64 + bit
          if highest.admits(bound, Int(firstPlaces[block])) {
            search(block, bound, for: place, columns, &counters, &highest)
          }
        }
      }
    }
    counters.reset(blockWords: blockWords)
    return highest.places
  }

  /// Counts how many of an item's traits occur in each block, and for each row the rare ones; returns the columns of the
  /// others.
  private func count(_ place: Int, _ counters: inout Counters) -> [Int] {
    var columns: [Int] = []
    for trait in traits[place] {
      switch owners[Int(trait)] {
      case .few(let rows): counters.add(rows)
      case .many(let column):
        columns.append(column)
        for word in 0..<blockWords { counters.blocks.add(blocks[column * blockWords + word], at: word) }
      }
    }
    return columns
  }

  /// Enters the rows of a block, in which so many of the item's traits occur, into the list.
  private func search(
    _ block: Int, _ bound: Int, for place: Int, _ columns: [Int], _ counters: inout Counters,
    _ highest: inout HighestScores
  ) {
    counters.counted.append(block)
    for column in columns { counters.rows.add(words[block * columnCount + column], at: block) }
    for score in stride(from: bound, through: 1, by: -1) {
      if !highest.admits(score, Int(firstPlaces[block])) { break }
      counters.rows.places(of: score, at: block).forEachBit { bit in
        let other = Int(placeOfRow[block * 64 + bit])
        if other != place { highest.enter(score, other) }
      }
    }
  }
}

extension UInt64 {
  /// Calls a closure with the number of each bit that is set, from the lowest on.
  fileprivate func forEachBit(_ body: (Int) -> Void) {
    var bits = self
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }
}
