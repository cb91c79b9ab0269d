import TextEncoding

/// The fingerprints of all nodes: what they were like when something was made from them.
package struct NodeTable: Sendable, Equatable {
  package let layout: NodeLayout
  /// The fingerprint of each node: equal ones tell that it is unchanged.
  package let fingerprints: [UInt64]

  /// Creates a table; nil unless there is a fingerprint for each node.
  package init?(_ layout: NodeLayout, _ fingerprints: [UInt64]) {
    guard layout.count == fingerprints.count else { return nil }
    self.layout = layout
    self.fingerprints = fingerprints
  }
}

/// The nodes of an earlier table that are not as they were.
package struct NodeChanges: Sendable {
  /// For each earlier node, and after the last, how many before it are gone or have another fingerprint.
  private let changedBefore: [UInt32]
  /// For each earlier group, how its nodes have moved; nil where every node has the number that it had.
  private let moves: Moves?

  package init(from old: NodeTable, to new: NodeTable) {
    var changedBefore: [UInt32] = [0]
    changedBefore.reserveCapacity(old.fingerprints.count + 1)
    var count: UInt32 = 0
    if old.layout == new.layout {
      for (before, now) in zip(old.fingerprints, new.fingerprints) {
        if before != now { count += 1 }
        changedBefore.append(count)
      }
      moves = nil
    } else {
      let groups = Dictionary(
        new.layout.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      var now: [Int?] = []
      for (group, name) in old.layout.names.enumerated() {
        let nodes = old.layout.nodes(of: group)
        let others = groups[name].map { new.layout.nodes(of: $0) }
        now.append(others?.lowerBound)
        for place in 0..<nodes.count {
          let isSame =
            others.map {
              place < $0.count
                && new.fingerprints[$0.lowerBound + place] == old.fingerprints[nodes.lowerBound + place]
            } ?? false
          if !isSame { count += 1 }
          changedBefore.append(count)
        }
      }
      moves = Moves(starts: old.layout.starts.map { Int($0) }, now: now)
    }
    self.changedBefore = changedBefore
  }

  /// Returns what was read, by the numbers of the new table, if none of it has changed; nil otherwise.
  package func unchanged(_ reads: ReadSet) -> ReadSet? {
    let isUnchanged = reads.allRuns {
      $0.upperBound < changedBefore.count && changedBefore[$0.upperBound] == changedBefore[$0.lowerBound]
    }
    guard isUnchanged else { return nil }
    guard let moves else { return reads }
    return moves.moved(reads)
  }
}

/// Where the groups of an earlier layout stand now.
private struct Moves: Sendable {
  /// The number of the first node of each earlier group, followed by the number of all nodes.
  var starts: [Int]
  /// The numbers of the first nodes now; nil for groups that are gone.
  var now: [Int?]

  func moved(_ reads: ReadSet) -> ReadSet {
    var runs: [Range<Int>] = []
    reads.allRuns { run in
      var group = starts.partitioningIndex { $0 > run.lowerBound } - 1
      var node = run.lowerBound
      while node < run.upperBound, group >= 0, group + 1 < starts.count {
        let end = min(run.upperBound, starts[group + 1])
        if let first = now[group], end > node {
          let start = first + node - starts[group]
          runs.append(start..<(start + end - node))
        }
        node = end
        group += 1
      }
      return true
    }
    return ReadSet(runs.sorted { $0.lowerBound < $1.lowerBound })
  }
}
