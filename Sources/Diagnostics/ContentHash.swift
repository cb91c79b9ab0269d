/// A 128-bit fingerprint of bytes: Austin Appleby's MurmurHash3_x64_128 with seed 0.
///
/// It tells whether something is still what it was: a file that Collate wrote, the values that a page shows. It does not withstand
/// somebody who looks for collisions, and need not.
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

  /// Reads 32 lower-case hexadecimal digits.
  package init?(hexadecimal text: Substring) {
    let digits = Array(text.utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
    guard digits.count == 32, digits.allSatisfy(isDigit),
      let high = UInt64(String(decoding: digits[..<16], as: UTF8.self), radix: 16),
      let low = UInt64(String(decoding: digits[16...], as: UTF8.self), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }

  package var hexadecimal: String { Self.digits(high) + Self.digits(low) }

  private static func digits(_ word: UInt64) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}

extension ContentHash {
  /// The fingerprint of several things in this order, told apart by their lengths.
  package init(of parts: some Sequence<ContentHash>, and texts: some Sequence<String>) {
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

/// Fingerprints bytes that come in pieces; where they are cut makes no difference.
package struct ContentHasher {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var length: UInt64 = 0
  /// Fewer than 16 bytes that wait for the rest of their block.
  private var rest: [UInt8] = []

  private static let firstFactor: UInt64 = 0x87c3_7b91_1142_53d5
  private static let secondFactor: UInt64 = 0x4cf5_ad43_2745_937f

  package init() {}

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var bytes = bytes[...]
    if !rest.isEmpty {
      let missing = bytes.prefix(16 - rest.count)
      rest += missing
      bytes = bytes.dropFirst(missing.count)
      guard rest.count == 16 else { return }
      rest.withUnsafeBytes { mix($0, at: 0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = UnsafeRawBufferPointer(rebasing: bytes)
    var offset = 0
    while whole.count - offset >= 16 {
      mix(whole, at: offset)
      offset += 16
    }
    rest += whole[offset...]
  }

  private mutating func mix(_ block: UnsafeRawBufferPointer, at offset: Int) {
    let low = UInt64(littleEndian: block.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let high = UInt64(littleEndian: block.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
    first ^= Self.scrambledFirst(low)
    first = (Self.rotated(first, 27) &+ second) &* 5 &+ 0x52dc_e729
    second ^= Self.scrambledSecond(high)
    second = (Self.rotated(second, 31) &+ first) &* 5 &+ 0x3849_5ab5
  }

  package func finish() -> ContentHash {
    var first = first
    var second = second
    var tail: (low: UInt64, high: UInt64) = (0, 0)
    for (index, byte) in rest.enumerated() {
      if index < 8 {
        tail.low |= UInt64(byte) << UInt64(8 * index)
      } else {
        tail.high |= UInt64(byte) << UInt64(8 * (index - 8))
      }
    }
    second ^= Self.scrambledSecond(tail.high) ^ length
    first ^= Self.scrambledFirst(tail.low) ^ length
    first &+= second
    second &+= first
    first = Self.avalanche(first)
    second = Self.avalanche(second)
    first &+= second
    second &+= first
    return ContentHash(high: first, low: second)
  }

  private static func scrambledFirst(_ word: UInt64) -> UInt64 {
    rotated(word &* firstFactor, 31) &* secondFactor
  }

  private static func scrambledSecond(_ word: UInt64) -> UInt64 {
    rotated(word &* secondFactor, 33) &* firstFactor
  }

  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }

  private static func avalanche(_ word: UInt64) -> UInt64 {
    var word = word
    word ^= word >> 33
    word &*= 0xff51_afd7_ed55_8ccd
    word ^= word >> 33
    word &*= 0xc4ce_b9fe_1a85_ec53
    return word ^ word >> 33
  }
}
