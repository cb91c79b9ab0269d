/// The numbers of the nodes of a graph: what may be read while something is made, and may change by itself.
///
/// Nodes stand in groups, such as all that is known of one item, and each group has a name. The numbers are dense, so
/// that a set of nodes is a set of small integers.
package struct NodeLayout: Sendable, Equatable {
  /// The names of the groups, without duplicates.
  package private(set) var names: [String] = []
  /// The number of the first node of each group, followed by the number of all nodes.
  package private(set) var starts: [UInt32] = [0]

  package init() {}

  /// The number of nodes.
  package var count: Int { Int(starts[starts.count - 1]) }

  /// Adds a group with a number of nodes.
  package mutating func add(_ name: String, count: Int) {
    names.append(name)
    starts.append(starts[starts.count - 1] + UInt32(truncatingIfNeeded: max(0, count)))
  }

  /// The numbers of the nodes of a group.
  package func nodes(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }
}
