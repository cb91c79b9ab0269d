extension PercentEncoding {
  /// Percent-encodes an absolute URL to ASCII, except for an internationalized host, which would become invalid.
  ///
  /// Encodes the characters that RFC 3986 does not allow, and both kinds of quotation marks; existing percent-encoding
  /// is kept.
  package static func absoluteAddress(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let host = hostRange(of: bytes)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let kept: Kept = index >= host.upperBound ? .behindHost : index < host.lowerBound ? .address : .host
      if byte == UInt8(ascii: "%"), spelled(bytes[(index + 1)...]) == nil {
        result += "%25".utf8
      } else {
        result.appendPercentEncoded(byte, keeping: kept)
      }
    }
    return result
  }

  /// Returns the range of the host in a URL with `//` after the scheme; empty if there is none.
  private static func hostRange(of bytes: [UInt8]) -> Range<Int> {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[(colon + 1)...].starts(with: "//".utf8)
    else { return 0..<0 }
    let end = bytes[(colon + 3)...].firstIndex { "/?#\\".utf8.contains($0) } ?? bytes.endIndex
    let name = bytes[(colon + 3)..<end].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? colon + 3
    return name..<end
  }
}
