extension PercentEncoding {
  /// An absolute address in ASCII, but for a host in letters of another script, which would be none when it was encoded.
  ///
  /// Encodes what may not stand in an address (RFC 3986), quotation marks of both kinds, and no more: what is encoded already stays as it is.
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

  /// The host of an address with two slashes behind its scheme; empty where there is none.
  private static func hostRange(of bytes: [UInt8]) -> Range<Int> {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[(colon + 1)...].starts(with: "//".utf8)
    else { return 0..<0 }
    let end = bytes[(colon + 3)...].firstIndex { "/?#\\".utf8.contains($0) } ?? bytes.endIndex
    let name = bytes[(colon + 3)..<end].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? colon + 3
    return name..<end
  }
}
