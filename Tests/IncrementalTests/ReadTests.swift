import Incremental
import TestSupport
import Testing

/// What is noted while something is made, and what of it has changed since.
struct ReadTests {
  /// A layout with groups `a`, `b` … of these sizes.
  private func layout(_ counts: [Int]) -> NodeLayout {
    var layout = NodeLayout()
    for (place, count) in counts.enumerated() {
      layout.add(String(UnicodeScalar(UInt8(97 + place))), count: count)
    }
    return layout
  }

  @Test func `what is read within a recording is noted, and nothing else`() {
    let layout = layout([2, 70, 3])
    Reads.note(0, 0)
    let (result, reads) = Reads.recording(layout) {
      Reads.note(1, 60)
      Reads.note(1, 2..<5)
      Reads.note(2, 2)
      Reads.note(1, 60)
      return "made"
    }
    Reads.note(0, 1)
    #expect(result == "made")
    #expect(reads.nodes == [4, 5, 6, 62, 74])
  }

  @Test func `what is shared has its own reads, which all who read it note`() {
    var shared: ReadSet?
    let (_, reads) = Reads.recording(layout([8])) {
      Reads.note(0, 1)
      let (_, apart) = Reads.recordingApart { Reads.note(0, 5) }
      Reads.note(0, 2)
      shared = apart
    }
    #expect(reads.nodes == [1, 2])
    #expect(shared?.nodes == [5])
    let (_, others) = Reads.recording(layout([8])) { Reads.note(shared) }
    #expect(others.nodes == [5])
  }

  @Test func `what nobody has recorded may have read anything`() {
    let (_, apart) = Reads.recordingApart { Reads.note(0, 0) }
    #expect(apart == nil)
    let (_, reads) = Reads.recording(layout([2, 3])) { Reads.note(apart) }
    #expect(reads.nodes == [0, 1, 2, 3, 4])
    // So may what reads a node that the layout does not have.
    for (group, place) in [(1, 3), (2, 0)] {
      #expect(Reads.recording(layout([2, 3])) { Reads.note(group, place) }.1.nodes.count == 5)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a set is read as it was written`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...400, using: &random)
    let layout = layout([count])
    var wanted: Set<Int> = []
    let (_, reads) = Reads.recording(layout) {
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        let first = Int.random(in: 0..<count, using: &random)
        let last = min(count - 1, first + Int.random(in: 0...80, using: &random))
        Reads.note(0, first..<last + 1)
        wanted.formUnion(first...last)
      }
    }
    #expect(reads.nodes == wanted.sorted())
    #expect((0..<count).allSatisfy { reads.contains($0) == wanted.contains($0) })
    #expect(ReadSet(bytes: reads.bytes) == reads)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `what was read is unchanged if each node of it is there and as it was`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let old = randomTable(&random)
    var new = random.isLikely(0.4) ? old : randomTable(&random)
    if random.isLikely(0.7) { new = try edited(new, &random) }
    let changes = NodeChanges(from: old, to: new)
    for _ in 0..<20 {
      let reads = randomReads(old.layout, &random)
      let moved = reads.nodes.map { place(of: $0, in: old, of: new) }
      let isSame = zip(reads.nodes, moved).allSatisfy { node, now in
        now.map { new.fingerprints[$0] == old.fingerprints[node] } ?? false
      }
      #expect(changes.unchanged(reads)?.nodes == (isSame ? moved.compactMap(\.self).sorted() : nil))
    }
  }

  @Test func `what reads nodes that there never were is not unchanged`() throws {
    let table = try #require(NodeTable(layout([3]), [1, 2, 3]))
    let reads = Reads.recording(layout([9])) { Reads.note(0, 7) }.1
    #expect(NodeChanges(from: table, to: table).unchanged(reads) == nil)
    #expect(NodeTable(layout([3]), [1, 2]) == nil)
  }

  // MARK: Random tables

  private func randomTable(_ random: inout SplitMix64) -> NodeTable {
    var names = ["a", "b", "c", "d", "e"]
    if random.isLikely(0.5) { names.shuffle(using: &random) }
    var layout = NodeLayout()
    var fingerprints: [UInt64] = []
    for name in names.prefix(Int.random(in: 1...5, using: &random)) {
      let count = Int.random(in: 0...6, using: &random)
      layout.add(name, count: count)
      fingerprints += (0..<count).map { _ in UInt64.random(in: 0...1, using: &random) }
    }
    return NodeTable(layout, fingerprints) ?? randomTable(&random)
  }

  private func edited(_ table: NodeTable, _ random: inout SplitMix64) throws -> NodeTable {
    var fingerprints = table.fingerprints
    if let place = fingerprints.indices.randomElement(using: &random) { fingerprints[place] ^= 1 }
    return try #require(NodeTable(table.layout, fingerprints))
  }

  private func randomReads(_ layout: NodeLayout, _ random: inout SplitMix64) -> ReadSet {
    Reads.recording(layout) {
      for group in layout.names.indices {
        for place in 0..<layout.nodes(of: group).count where random.isLikely(0.15) {
          Reads.note(group, place)
        }
      }
    }.1
  }

  /// The number that a node has in another table; nil if it is gone.
  private func place(of node: Int, in old: NodeTable, of new: NodeTable) -> Int? {
    for (group, name) in old.layout.names.enumerated() where old.layout.nodes(of: group).contains(node) {
      guard let other = new.layout.names.firstIndex(of: name) else { return nil }
      let nodes = new.layout.nodes(of: other)
      let now = nodes.lowerBound + node - old.layout.nodes(of: group).lowerBound
      return nodes.contains(now) ? now : nil
    }
    return nil
  }
}
