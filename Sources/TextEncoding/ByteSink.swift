/// A destination for bytes: an array, or the output buffer of a page.
///
/// All escaping functions write to a sink, so each is implemented only once. They work on bytes because Swift's
/// characters are grapheme clusters, in which a quotation mark may be combined with an accent.
///
/// Everything is inlinable: calls through an unspecialized protocol would double the time for a page.
@usableFromInline
package protocol ByteSink: ~Copyable {
  mutating func append(_ byte: UInt8)
  mutating func append(_ bytes: Span<UInt8>)
}

extension ByteSink where Self: ~Copyable {
  @inlinable
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append($0.span) }
  }

  /// Appends a number as LEB128: seven bits per byte, the lowest first; the eighth bit says that more bytes follow.
  @inlinable
  package mutating func append(leb128 number: UInt64) {
    var rest = number
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

extension [UInt8]: ByteSink {
  @inlinable
  package mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension String {
  /// Creates a string of the bytes that a closure writes.
  @inlinable
  init(writing write: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    write(&bytes)
    self.init(decoding: bytes, as: UTF8.self)
  }

  /// Pads digits with leading zeros to `width`: `7` becomes `07`.
  package func zeroPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }
}
