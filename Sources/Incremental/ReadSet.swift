import TextEncoding

/// The nodes that something was made from.
///
/// Most are neighbours, so the set is stored as runs: for each, how many numbers were left out before it and how many
/// it has beyond the first, in LEB128. A set
/// that was stored is a stretch of what was read, which is not looked at until it is asked for.
package struct ReadSet: Sendable, Hashable {
  /// The serialized form.
  package let bytes: ArraySlice<UInt8>

  /// Creates a set from its serialized form.
  package init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Creates a set of runs, each of which comes after the last.
  package init(_ runs: [Range<Int>] = []) {
    var bytes: [UInt8] = []
    var end = 0
    for run in runs where run.lowerBound >= end && !run.isEmpty {
      bytes.append(leb128: UInt64(run.lowerBound - end))
      bytes.append(leb128: UInt64(run.count - 1))
      end = run.upperBound
    }
    self.bytes = bytes[...]
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
  private let bytes: ArraySlice<UInt8>
  private var place: Int
  private var end = 0

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

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
      guard place < bytes.endIndex else { return nil }
      let byte = bytes[place]
      place += 1
      result |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return result }
    }
    return nil
  }
}
