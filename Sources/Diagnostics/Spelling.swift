import TextEncoding

/// Suggests the known name that was most likely meant.
package enum Spelling {
  /// Returns the closest of `candidates` to `name`; nil if none is similar.
  ///
  /// The edit distance may be at most a third of the longer name's length, but at least 1; case is ignored. Ties go to
  /// the first candidate in byte order.
  package static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
    guard let wanted = Word(name) else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      guard let offered = Word(candidate) else { continue }
      var limit = max(1, max(wanted.letters.count, offered.letters.count) / 3)
      // If every letter of a short name is replaced, the names are not similar.
      limit = min(limit, wanted.letters.count - 1, best?.distance ?? limit)
      guard wanted.fewestEdits(to: offered) <= limit else { continue }
      let distance = editDistance(wanted.letters, offered.letters)
      guard distance <= limit else { continue }
      if let known = best, distance == known.distance,
        !candidate.precedesByBytes(known.name)
      {
        continue
      }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// A case-folded name with the set of its letters, by which most dissimilar names are rejected quickly.
  private struct Word {
    var letters: [Unicode.Scalar]
    /// A bit set of the letters, in which different letters may share a bit.
    private var bits: UInt64 = 0

    /// Fails for names that are empty or too long for a suggestion to be useful.
    init?(_ name: String) {
      guard name.utf8.count <= 4 * 64 else { return nil }
      letters = Array((name.utf8.allSatisfy(Self.isPlain) ? name : name.lowercased()).unicodeScalars)
      guard !letters.isEmpty, letters.count <= 64 else { return nil }
      for letter in letters { bits |= 1 << UInt64(letter.value & 63) }
    }

    /// Returns whether a byte is ASCII and not a capital letter.
    private static func isPlain(_ byte: UInt8) -> Bool { byte < 0x80 && !(0x41...0x5A).contains(byte) }

    /// Returns a lower bound of the edit distance: every letter that the other name lacks takes at least one edit.
    func fewestEdits(to other: Word) -> Int {
      max(
        abs(letters.count - other.letters.count), (bits & ~other.bits).nonzeroBitCount,
        (other.bits & ~bits).nonzeroBitCount)
    }
  }

  /// Returns the number of insertions, deletions, substitutions and transpositions of adjacent letters between two
  /// texts (optimal string alignment distance).
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
