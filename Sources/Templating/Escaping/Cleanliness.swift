/// Whether text can be copied into markup as it is, found out once when a value is made.
struct Cleanliness {
  /// No byte needs escaping in HTML text or in a quoted attribute value.
  var html = true
  /// Nor in XML, where control characters are no part of any document (XML 1.0, 2.2).
  var xml = true

  init(_ bytes: Span<UInt8>) {
    for index in bytes.indices {
      let byte = bytes[index]
      // Most bytes are letters: one comparison decides.
      if byte > 0x3E, byte < 0xEF { continue }
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0:
        html = false
        xml = false
      case 0x09, 0x0A, 0x0D: break
      // U+FFFE and U+FFFF begin with EF BF.
      case 0..<0x20, 0xEF: xml = false
      default: break
      }
    }
  }
}
