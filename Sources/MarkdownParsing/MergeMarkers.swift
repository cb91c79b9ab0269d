package import Diagnostics

/// Detects Git's merge conflict markers: lines of seven identical signs, possibly followed by a name.
package enum MergeMarkers {
  /// Returns an error for each conflict in a range of a text; markers inside `code` ranges are ignored.
  package static func conflicts(
    in source: SourceText, _ range: Range<Int>? = nil, code: () -> [Range<Int>] = { [] }
  ) -> [Diagnostic] {
    let range = range ?? 0..<source.endOffset
    let lines = source.lineStarts[source.lineIndex(at: range.lowerBound)...].prefix { $0 < range.upperBound }
    let markers = lines.filter { range.contains($0) && marker(at: $0, in: source.utf8) != nil }
    if markers.isEmpty { return [] }
    var shown = code().sorted { $0.lowerBound < $1.lowerBound }[...]
    var conflicts: [Diagnostic] = []
    var isOpen = false
    for start in markers {
      shown = shown.drop { $0.upperBound <= start }
      if let first = shown.first, first.contains(start) { continue }
      let isBeginning = marker(at: start, in: source.utf8) == UInt8(ascii: "<")
      if isBeginning || !isOpen {
        conflicts.append(
          Diagnostic(
            .mergeConflict, "this line is left over from a merge",
            at: source.range(source.lineRange(source.lineIndex(at: start))),
            help:
              "keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
          ))
      }
      isOpen = isBeginning
    }
    return conflicts
  }

  /// Returns the sign of a line that begins or ends a conflict. The line that separates the two versions is also a
  /// Markdown heading underline.
  private static func marker(at start: Int, in bytes: [UInt8]) -> UInt8? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "<") || bytes[start] == UInt8(ascii: ">") else {
      return nil
    }
    let sign = bytes[start]
    let rest = bytes[start...].prefix(8)
    guard rest.count >= 7, rest.prefix(7).allSatisfy({ $0 == sign }) else { return nil }
    // More than seven signs are something else, such as nested quotes.
    guard let next = rest.dropFirst(7).first else { return sign }
    return next == 0x20 || next == 0x0A || next == 0x0D ? sign : nil
  }
}
