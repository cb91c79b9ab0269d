extension Cell {
  /// Returns whether two values of the same type are equal; text is compared byte by byte.
  func equals(_ other: Cell) -> Bool {
    guard tag == other.tag else { return false }
    switch tag {
    case .absent: return true
    case .boolean, .integer, .date: return number == other.number
    case .text, .siteAddress, .externalAddress:
      guard count == other.count else { return false }
      return withBytes { left in
        other.withBytes { right in left.indices.allSatisfy { left[$0] == right[$0] } }
      }
    case .html, .list, .record: return false
    }
  }

  /// Returns whether a list contains an element, or a text a substring.
  func contains(_ part: Cell) -> Bool {
    if tag == .list { return (0..<count).contains { self[$0].equals(part) } }
    guard tag == .text, part.tag == .text, part.count <= count else { return false }
    return withBytes { whole in part.withBytes { whole.contains($0) } }
  }
}

extension Span<UInt8> {
  /// Returns whether these bytes contain others, in linear time (Knuth–Morris–Pratt) since the texts are untrusted.
  fileprivate func contains(_ wanted: Span<UInt8>) -> Bool {
    if wanted.isEmpty { return true }
    /// For each length of a match, the length that still matches if the next byte does not.
    var fallbacks = [0, 0]
    var matched = 0
    for index in wanted.indices.dropFirst() {
      while matched > 0, wanted[index] != wanted[matched] { matched = fallbacks[matched] }
      if wanted[index] == wanted[matched] { matched += 1 }
      fallbacks.append(matched)
    }
    matched = 0
    for index in indices {
      while matched > 0, self[index] != wanted[matched] { matched = fallbacks[matched] }
      if self[index] == wanted[matched] { matched += 1 }
      if matched == wanted.count { return true }
    }
    return false
  }
}
