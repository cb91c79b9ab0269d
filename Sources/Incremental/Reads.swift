// The only file of the target with unsafe memory access. Why it is safe: the thread's place holds a recorder only while
// the call of `Reads.recording` that retains it is running, and a recorder is used by that thread alone.

public import CCurrentReads

/// Notes what is read while something is made, as a dependency of it.
///
/// Whatever holds content notes each part that it hands out, in its accessors, so nothing can be read and not be noted.
/// Where nobody records, that costs one look at a variable of the thread.
@usableFromInline
package enum Reads {
  /// Notes that a node of a group is read.
  @inlinable
  package static func note(_ group: Int, _ place: Int) {
    if isRecording { noteWhileRecording(group, place) }
  }

  /// Notes that some nodes of a group are read.
  @inlinable
  package static func note(_ group: Int, _ places: Range<Int>) {
    if isRecording { noteWhileRecording(group, places) }
  }

  /// Notes what an earlier recording has noted; nil stands for one that nobody recorded, which may have read anything.
  package static func note(_ reads: ReadSet?) {
    withRecorder { recorder in
      if let reads { recorder.note(reads) } else { recorder.noteAll() }
    }
  }

  /// Runs `body` and returns what it reads.
  package static func recording<Result>(
    _ layout: NodeLayout, _ body: () throws -> Result
  ) rethrows -> (Result, ReadSet) {
    let recorder = Recorder(layout)
    let outer = collate_current_reads()
    collate_set_current_reads(Unmanaged.passUnretained(recorder).toOpaque())
    defer {
      collate_set_current_reads(outer)
      extendLifetime(recorder)
    }
    let result = try body()
    return (result, recorder.reads)
  }

  /// Runs `body` for something that several others share, and returns what it reads apart from theirs; nil if nobody
  /// records.
  package static func recordingApart<Result>(_ body: () -> Result) -> (Result, ReadSet?) {
    var layout: NodeLayout?
    withRecorder { layout = $0.layout }
    guard let layout else { return (body(), nil) }
    return recording(layout, body)
  }

  @inlinable static var isRecording: Bool { collate_current_reads() != nil }

  @usableFromInline
  static func noteWhileRecording(_ group: Int, _ place: Int) {
    withRecorder { $0.note(group, place) }
  }

  @usableFromInline
  static func noteWhileRecording(_ group: Int, _ places: Range<Int>) {
    withRecorder { $0.note(group, places) }
  }

  private static func withRecorder(_ body: (Recorder) -> Void) {
    guard let place = collate_current_reads() else { return }
    Unmanaged<Recorder>.fromOpaque(place)._withUnsafeGuaranteedRef(body)
  }
}

/// A set of nodes that grows, as bits.
private final class Recorder {
  let layout: NodeLayout
  private var words: [UInt64]
  /// The words that are not 0, in the order in which they got their first bit.
  private var touched: [Int] = []

  init(_ layout: NodeLayout) {
    self.layout = layout
    words = Array(repeating: 0, count: (layout.count + 63) / 64)
  }

  func note(_ group: Int, _ place: Int) {
    guard group < layout.names.count else { return noteAll() }
    let nodes = layout.nodes(of: group)
    guard place < nodes.count else { return noteAll() }
    let node = nodes.lowerBound + place
    insert(1 << UInt64(node % 64), at: node / 64)
  }

  func note(_ group: Int, _ places: Range<Int>) {
    guard group < layout.names.count else { return noteAll() }
    let nodes = layout.nodes(of: group)
    guard places.upperBound <= nodes.count else { return noteAll() }
    insert(nodes.lowerBound + places.lowerBound..<nodes.lowerBound + places.upperBound)
  }

  /// Notes every node: what is read beside the layout is not known.
  func noteAll() { insert(0..<layout.count) }

  func note(_ reads: ReadSet) {
    reads.allRuns {
      insert($0)
      return true
    }
  }

  private func insert(_ run: Range<Int>) {
    var node = run.lowerBound
    while node < run.upperBound {
      let (word, bit) = node.quotientAndRemainder(dividingBy: 64)
      let count = min(64 - bit, run.upperBound - node)
      let bits = count == 64 ? UInt64.max : (1 << UInt64(count) - 1) << UInt64(bit)
      insert(bits, at: word)
      node += count
    }
  }

  private func insert(_ bits: UInt64, at word: Int) {
    let old = words[word]
    if old & bits == bits { return }
    if old == 0 { touched.append(word) }
    words[word] = old | bits
  }

  /// What has been noted.
  var reads: ReadSet {
    var runs: [Range<Int>] = []
    var run = 0..<0
    for word in touched.sorted() {
      var bits = words[word]
      while bits != 0 {
        let first = bits.trailingZeroBitCount
        let length = (~(bits >> UInt64(first))).trailingZeroBitCount
        let start = word * 64 + first
        if start == run.upperBound {
          run = run.lowerBound..<(start + length)
        } else {
          runs.append(run)
          run = start..<(start + length)
        }
        bits = first + length >= 64 ? 0 : bits & (UInt64.max << UInt64(first + length))
      }
    }
    runs.append(run)
    return ReadSet(runs)
  }
}
