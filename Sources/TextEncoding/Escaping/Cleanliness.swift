/// Whether text can be copied into markup as it is, found out once when a value is made.
package struct Cleanliness {
  /// Nothing needs escaping in HTML text or in a quoted attribute value.
  package private(set) var html = true
  /// Nor in XML.
  package private(set) var xml = true

  /// Errs on the side of escaping, which copies what needs none.
  package init(_ bytes: Span<UInt8>) {
    for index in HTMLEscaping.skipPlain(bytes, from: 0)..<bytes.count {
      let byte = bytes[index]
      if HTMLEscaping.isPlain(byte) { continue }
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        html = false
        xml = false
      case 0x0D, 0x7F, 0xF0...: html = false
      // U+0080 to U+009F; behind them come letters and signs of which texts may be full.
      case 0xC2: if index + 1 < bytes.count, bytes[index + 1] < 0xA0 { html = false }
      case 0..<0x20, 0xEF:
        html = false
        xml = false
      default: break
      }
    }
  }
}
