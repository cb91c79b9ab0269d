import TextEncoding

/// Identifies a version of a page: tells whether anything has changed, and whether anything other than its style sheets
/// has.
struct Fingerprint: Hashable, Sendable {
  /// The hash of all bytes.
  var whole: String
  /// The hash of the page without the hashes in the file names of style sheets.
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

  /// Rewrites file names such as `site.00112233445566778899aabbccddeeff.css` to `site.css`.
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
