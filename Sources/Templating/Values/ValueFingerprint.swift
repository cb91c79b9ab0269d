package import TextEncoding

extension Value {
  /// A fingerprint of all that a template can read of the value: where two values have the same, every template makes the same of them.
  package var fingerprint: ContentHash {
    defer { extendLifetime(arena) }
    return cell.fingerprint ?? cell.described
  }
}

extension Cell {
  /// The fingerprint of what the cell and all in it come to.
  var described: ContentHash {
    var description = OutputBuffer(capacity: 1 << 10)
    description.append(partsOf: self)
    return ContentHash(description.bytes())
  }
}

extension OutputBuffer {
  /// What stands in place of a record whose fingerprint is known; no tag has that number.
  private static let fingerprintMark: UInt8 = 0xFF

  private mutating func append(describing cell: Cell) {
    guard let fingerprint = cell.fingerprint else { return append(partsOf: cell) }
    append(Self.fingerprintMark)
    append(number: fingerprint.high)
    append(number: fingerprint.low)
  }

  /// Writes a value so that no other has the same bytes: what it is and how much of it there is, before what is in it.
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

  /// Seven bits a byte, the lowest first; the eighth says that more follow (LEB128).
  private mutating func append(number: UInt64) {
    var rest = number
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
