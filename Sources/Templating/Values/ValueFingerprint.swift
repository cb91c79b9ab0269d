package import TextEncoding

extension Value {
  /// A hash of everything that templates can read of the value: for equal fingerprints, every template renders the same
  /// output.
  package var fingerprint: ContentHash {
    defer { extendLifetime(arena) }
    var description = OutputBuffer(capacity: 1 << 10)
    description.append(describing: cell)
    return ContentHash(description.bytes())
  }
}

extension OutputBuffer {
  /// Serializes a value unambiguously: its tag and count, followed by its content.
  fileprivate mutating func append(describing cell: Cell) {
    append(cell.tag.rawValue)
    switch cell.tag {
    case .absent: break
    case .boolean, .integer, .date: append(leb128: UInt64(bitPattern: Int64(cell.number)))
    case .text, .siteAddress, .externalAddress:
      append(leb128: UInt64(cell.count))
      cell.withBytes { append($0) }
    case .html, .list, .record:
      append(leb128: UInt64(cell.count))
      for place in 0..<cell.count { append(describing: cell[place]) }
    }
  }
}
