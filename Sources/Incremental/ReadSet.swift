/// The nodes that something was made from.
///
/// Most are neighbours, so the set is stored as runs: for each, how many numbers were left out before it and how many
/// it has beyond the first, in LEB128 (seven bits a byte, the lowest first; the eighth bit says that more follow).
package struct ReadSet: Sendable, Hashable {
  /// The serialized form.
  package private(set) var bytes: [UInt8] = []
  private var end = 0

  package init() {}

  /// Creates a set from its serialized form; nil if that is none.
  package init?(bytes: [UInt8]) {
    var set = ReadSet()
    var reader = RunReader(bytes)
    while !reader.isAtEnd {
      guard let run = reader.next() else { return nil }
      set.append(run)
    }
    guard set.bytes == bytes else { return nil }
    self = set
  }

  /// Appends nodes, which come after all that the set has.
  mutating func append(_ run: Range<Int>) {
    guard run.lowerBound >= end, !run.isEmpty else { return }
    write(run.lowerBound - end)
    write(run.count - 1)
    end = run.upperBound
  }

  private mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Calls `body` for each run of nodes, in order, until it returns false; returns whether it never did.
  @discardableResult
  package func allRuns(_ body: (Range<Int>) -> Bool) -> Bool {
    var reader = RunReader(bytes)
    while let run = reader.next() {
      if !body(run) { return false }
    }
    return true
  }

  /// Returns whether the set has a node.
  package func contains(_ node: Int) -> Bool { !allRuns { !$0.contains(node) } }

  /// The nodes, in order.
  package var nodes: [Int] {
    var nodes: [Int] = []
    allRuns {
      nodes += $0
      return true
    }
    return nodes
  }
}

/// Reads the runs of a serialized set.
private struct RunReader {
  private let bytes: [UInt8]
  private var place = 0
  private var end = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { place >= bytes.count }

  /// Returns the next run; nil at the end, and where the bytes are no run.
  mutating func next() -> Range<Int>? {
    guard let gap = number(), let more = number() else { return nil }
    let start = end + gap
    end = start + more + 1
    return start..<end
  }

  private mutating func number() -> Int? {
    var result = 0
    // Numbers of nodes fit 32 bits, so that no sum of three overflows.
    for shift in stride(from: 0, to: 35, by: 7) {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      result |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return result }
    }
    return nil
  }
}
