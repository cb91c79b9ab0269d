/// Something that bytes are written to: an array, or the buffer of a page.
///
/// Whatever is escaped is written to one of these, so that every escaping is written once. Escaping goes over bytes: Swift's characters are
/// graphemes, in which a quotation mark can hide behind an accent.
///
/// All of this is inlined where it is used: called through the protocol, a page would take twice as long.
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
}

extension [UInt8]: ByteSink {
  @inlinable
  package mutating func append(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension String {
  /// The text that some steps write.
  @inlinable
  init(writing write: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    write(&bytes)
    self.init(decoding: bytes, as: UTF8.self)
  }

  /// Digits with zeros in front of them, `width` in all: `7` to 2 is `07`.
  package func zeroPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }
}
