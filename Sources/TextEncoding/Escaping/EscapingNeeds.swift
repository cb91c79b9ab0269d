/// Whether a text needs no escaping in markup, determined once when a value is made.
package struct EscapingNeeds {
  /// Whether nothing needs escaping in HTML text and quoted attribute values.
  package private(set) var html = true
  /// Whether nothing needs escaping in XML.
  package private(set) var xml = true

  /// Examines a text; in doubt the result is false, since escaping does not alter what needs none.
  package init(_ bytes: Span<UInt8>) {
    var index = 0
    while html || xml {
      index = PlainBytes.skip(bytes, from: index)
      if index == bytes.count { return }
      // What is special in this block; the rest of the text is skipped in blocks again.
      let end = min(index + PlainBytes.blockSize, bytes.count)
      while index < end {
        if !HTMLEscaping.isPlain(bytes[index]) { examine(bytes, index) }
        index += 1
      }
    }
  }

  private mutating func examine(_ bytes: Span<UInt8>, _ index: Int) {
    switch bytes[index] {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      html = false
      xml = false
    case 0x0D, 0x7F, 0xF0...: html = false
    // U+0080 to U+009F. The characters after that range also begin with C2, and are common in some texts.
    case 0xC2: if index + 1 < bytes.count, bytes[index + 1] < 0xA0 { html = false }
    case 0..<0x20, 0xEF:
      html = false
      xml = false
    default: break
    }
  }
}
