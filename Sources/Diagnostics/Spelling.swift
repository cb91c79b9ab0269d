/// Finds the known name that somebody most likely meant.
package enum Spelling {
  /// The closest of `candidates` to `name`, or nil when none is near.
  ///
  /// Near is a third of the longer name's length in edits, at least one; case does not count as an edit. Ties go to the first in byte order.
  package static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let offered = Array(candidate.lowercased().unicodeScalars)
      guard !offered.isEmpty, offered.count <= 64 else { continue }
      let limit = max(1, max(wanted.count, offered.count) / 3)
      guard abs(wanted.count - offered.count) <= limit else { continue }
      let distance = editDistance(wanted, offered)
      // Replacing every letter of a short name is no likeness.
      guard distance <= limit, distance < wanted.count else { continue }
      if let known = best {
        if distance > known.distance { continue }
        if distance == known.distance, !candidate.utf8.lexicographicallyPrecedes(known.name.utf8) { continue }
      }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other
  /// (optimal string alignment).
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty { return right.count }
    if right.isEmpty { return left.count }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + Array(repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          value = min(value, beforeLast[column - 2] + 1)
        }
        current[column] = value
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
