/// Escapes text for XML.
@usableFromInline
enum XMLEscaping {
  /// Returns the replacement at an index, with the number of bytes that it replaces; nil if the byte is copied.
  @usableFromInline
  static func replacement(_ bytes: Span<UInt8>, _ index: Int) -> (Int, StaticString)? {
    if let reference = HTMLEscaping.reference(bytes[index], for: .anywhere) { return (1, reference) }
    let length = forbiddenLength(bytes, index)
    return length > 0 ? (length, "") : nil
  }

  /// Returns the length in bytes of a character that XML does not allow (XML 1.0, 2.2); 0 for any other.
  private static func forbiddenLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: 0
    case 0..<0x20: 1
    // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    case 0xEF where index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE: 3
    default: 0
    }
  }
}

extension ByteSink where Self: ~Copyable {
  /// Appends text, escaped for XML and for attribute values in either kind of quotation marks; characters that XML does
  /// not allow are dropped.
  package mutating func appendXML(_ bytes: Span<UInt8>) {
    var start = 0
    var index = 0
    while index < bytes.count {
      guard let (length, replacement) = XMLEscaping.replacement(bytes, index) else {
        index += 1
        continue
      }
      append(bytes.extracting(start..<index))
      append(replacement)
      index += length
      start = index
    }
    append(bytes.extracting(start..<bytes.count))
  }
}
