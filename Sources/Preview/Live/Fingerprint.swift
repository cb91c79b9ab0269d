import TextEncoding

/// What tells a page from its next version: whether anything is different, and whether anything beside its style sheets is.
struct Fingerprint: Hashable, Sendable {
  /// Of all bytes.
  var whole: String
  /// Of all bytes but the hashes in the names of style sheets.
  var shape: String

  init(_ page: [UInt8]) {
    whole = Self.text(of: page)
    shape = Self.text(of: Self.withoutStyleHashes(page))
  }

  init(whole: String, shape: String) {
    self.whole = whole
    self.shape = shape
  }

  static func text(of bytes: [UInt8]) -> String { ContentHash(bytes).hexadecimal }

  /// The page with `site.00112233445566778899aabbccddeeff.css` written as `site.css`.
  private static func withoutStyleHashes(_ page: [UInt8]) -> [UInt8] {
    let ending = Array(".css\"".utf8)
    let digits = 32
    var result: [UInt8] = []
    result.reserveCapacity(page.count)
    for byte in page {
      result.append(byte)
      guard byte == UInt8(ascii: "\""), result.count > digits + ending.count,
        result.suffix(ending.count) == ending[...]
      else { continue }
      let end = result.count - ending.count
      let hash = result[(end - digits)..<end]
      guard result[end - digits - 1] == UInt8(ascii: "."), hash.allSatisfy(isHexDigit) else { continue }
      result.removeSubrange((end - digits - 1)..<end)
    }
    return result
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
