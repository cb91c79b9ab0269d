package import Diagnostics

/// The lines with which Git marks what it could not merge: seven signs, alone or with a name behind them.
package enum MergeMarkers {
  /// An error for each conflict in a part of a text; without `isCode`, which tells of a marker whether it stands there to be shown.
  package static func conflicts(
    in source: SourceText, _ range: Range<Int>? = nil, isCode: (_ offset: Int) -> Bool = { _ in false }
  ) -> [Diagnostic] {
    let range = range ?? 0..<source.endOffset
    var conflicts: [Diagnostic] = []
    var isOpen = false
    for start in source.lineStarts[source.lineStarts.partitioningIndex { $0 >= range.lowerBound }...] {
      guard start < range.upperBound else { break }
      guard let sign = marker(at: start, in: source.utf8), !isCode(start) else { continue }
      let isBeginning = sign == UInt8(ascii: "<")
      if isBeginning || !isOpen {
        conflicts.append(
          Diagnostic(
            .error, "merge-conflict", "this line is left over from a merge",
            at: source.range(source.lineRange(source.lineIndex(at: start))),
            help:
              "keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
          ))
      }
      isOpen = isBeginning
    }
    return conflicts
  }

  /// The sign of a line that begins or ends a conflict. One that divides its two sides is also Markdown's underline of a heading.
  private static func marker(at start: Int, in bytes: [UInt8]) -> UInt8? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "<") || bytes[start] == UInt8(ascii: ">") else {
      return nil
    }
    let sign = bytes[start]
    let rest = bytes[start...].prefix(8)
    guard rest.count >= 7, rest.prefix(7).allSatisfy({ $0 == sign }) else { return nil }
    // More signs than seven are something else, such as quotes in quotes.
    guard let next = rest.dropFirst(7).first else { return sign }
    return next == 0x20 || next == 0x0A || next == 0x0D ? sign : nil
  }
}

extension [Int] {
  /// The first index whose element meets a condition that all later ones meet too.
  fileprivate func partitioningIndex(where isMet: (Int) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isMet(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
