package import TextEncoding

extension Value {
  /// A hash of everything that templates can read of the value: for equal fingerprints, every template renders the same
  /// output.
  package var fingerprint: ContentHash {
    defer { extendLifetime(arena) }
    return cell.fingerprint ?? cell.described
  }
}

extension Cell {
  /// The hash of the cell and everything in it.
  var described: ContentHash {
    var description = OutputBuffer(capacity: 1 << 10)
    description.append(partsOf: self)
    return ContentHash(description.bytes())
  }
}

extension OutputBuffer {
  /// Marks a record that is replaced by its fingerprint; no tag has this value.
  private static let fingerprintMark: UInt8 = 0xFF

  private mutating func append(describing cell: Cell) {
    guard let fingerprint = cell.fingerprint else { return append(partsOf: cell) }
    append(Self.fingerprintMark)
    append(number: fingerprint.high)
    append(number: fingerprint.low)
  }

  /// Serializes a value unambiguously: its tag and count, followed by its content.
  fileprivate mutating func append(partsOf cell: Cell) {
    append(cell.tag.rawValue)
    switch cell.tag {
    case .absent: break
    case .boolean, .integer, .date: append(number: UInt64(bitPattern: Int64(cell.number)))
    case .text, .siteAddress, .externalAddress:
      append(number: UInt64(cell.count))
      cell.withBytes { append($0) }
    case .html, .list, .record:
      append(number: UInt64(cell.count))
      for place in 0..<cell.count { append(describing: cell[place]) }
    }
  }

  /// Writes a number as LEB128: seven bits per byte, the lowest first; the eighth bit says that more bytes follow.
  private mutating func append(number: UInt64) {
    var rest = number
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
