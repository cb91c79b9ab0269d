/// A 128-bit hash of bytes: BLAKE2b (RFC 7693) without a key.
///
/// It detects changes: of documents, of files that Collate wrote, of the values that a page shows. It must be a
/// cryptographic hash because documents are untrusted and an attacker might look for collisions. It is the same on all
/// platforms, so it can be part of published file names.
package struct ContentHash: Hashable, Sendable {
  package let high: UInt64
  package let low: UInt64

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(_ bytes: some Sequence<UInt8>) {
    var hasher = ContentHasher()
    Array(bytes).withUnsafeBytes { hasher.update($0) }
    self = hasher.finish()
  }

  /// Parses 32 lower-case hexadecimal digits.
  package init?(hexadecimal text: Substring) {
    let digits = Array(text.utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
    guard digits.count == 32, digits.allSatisfy(isDigit),
      let high = UInt64(String(decoding: digits[..<16], as: UTF8.self), radix: 16),
      let low = UInt64(String(decoding: digits[16...], as: UTF8.self), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  /// 32 lower-case hexadecimal digits.
  package var hexadecimal: String {
    String(high, radix: 16).zeroPadded(to: 16) + String(low, radix: 16).zeroPadded(to: 16)
  }
}

extension ContentHash {
  /// Hashes several hashes and texts in this order. Texts are preceded by their lengths, so that the boundaries are
  /// unambiguous.
  package init(of parts: [ContentHash], and texts: [String]) {
    var bytes: [UInt8] = []
    for part in parts {
      for word in [part.high, part.low] { bytes.append(littleEndian: word) }
    }
    for text in texts {
      bytes.append(littleEndian: UInt64(text.utf8.count))
      bytes += text.utf8
    }
    self.init(bytes)
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: word >> shift)) }
  }
}
