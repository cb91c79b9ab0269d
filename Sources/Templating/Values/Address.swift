/// Where a link leads: to a page of the site, or out of it.
@usableFromInline
package enum Address: Sendable, Hashable {
  /// A path from the site's root without a leading slash (`frameworks/django/`), as text and not percent-encoded.
  case site(path: String, fragment: String? = nil)
  /// An absolute address; one whose scheme is not `https`, `http` or `mailto` is written as `#`.
  case external(String)
}

extension Address {
  /// The address as text in ASCII, but for a host in other letters, which stays as it is written; one of the site begins with `base`, the way to its root.
  package func text(base: String) -> String {
    guard case .site = self else { return String(decoding: encoded, as: UTF8.self) }
    var bytes: [UInt8] = []
    PercentEncoding.append(base.utf8, keeping: .address, to: &bytes)
    return String(decoding: bytes + encoded, as: UTF8.self)
  }

  /// The address as `text` has it, without quotation marks or angle brackets, for a site address without the way to the root.
  var encoded: [UInt8] {
    switch self {
    case .site(let path, let fragment):
      var bytes: [UInt8] = []
      // A leading slash would turn `base + path` into an address of another host.
      PercentEncoding.append(path.utf8.drop { $0 == UInt8(ascii: "/") }, keeping: .path, to: &bytes)
      if let fragment {
        bytes.append(UInt8(ascii: "#"))
        PercentEncoding.append(fragment.utf8, keeping: .unreserved, to: &bytes)
      }
      return bytes
    case .external(let text): return Self.sanitised(text)
    }
  }

  private static func sanitised(_ text: String) -> [UInt8] {
    let lowercased = text.lowercased().utf8
    let isAllowed = ["https://", "http://", "mailto:"].contains { scheme in
      lowercased.starts(with: scheme.utf8) && lowercased.count > scheme.utf8.count
    }
    guard isAllowed else { return [UInt8(ascii: "#")] }
    let host = hostRange(of: Array(text.utf8))
    var bytes: [UInt8] = []
    PercentEncoding.append(text.utf8.prefix(host.lowerBound), keeping: .address, to: &bytes)
    PercentEncoding.append(
      text.utf8.dropFirst(host.lowerBound).prefix(host.count), keeping: .host, to: &bytes)
    PercentEncoding.append(text.utf8.dropFirst(host.upperBound), keeping: .address, to: &bytes)
    // In `srcset` a comma that ends an address belongs to the list.
    if bytes.last == UInt8(ascii: ",") { bytes.replaceSubrange((bytes.count - 1)..., with: "%2C".utf8) }
    return bytes
  }

  /// The host of an address with two slashes behind its scheme; empty where there is none.
  private static func hostRange(of bytes: [UInt8]) -> Range<Int> {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[(colon + 1)...].starts(with: "//".utf8)
    else {
      return 0..<0
    }
    let end = bytes[(colon + 3)...].firstIndex { "/?#\\".utf8.contains($0) } ?? bytes.endIndex
    let name = bytes[(colon + 3)..<end].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? colon + 3
    return name..<end
  }
}

/// Percent-encoding as RFC 3986 defines it.
enum PercentEncoding {
  /// The bytes that stay as they are.
  enum Kept {
    /// Letters, digits, `-`, `.`, `_` and `~`: what may stand in any part of an address.
    case unreserved
    /// The unreserved bytes and `/`.
    case path
    /// Every byte that may stand in an address that was encoded before, `%` included: also `:?#[]@!$&()*+,;=`.
    case address
    /// The same, and every byte beyond ASCII: a name in letters of any script is no host when it is encoded so.
    case host

    /// A bit for each byte of ASCII, those below 64 in `low`.
    var masks: (low: UInt64, high: UInt64) {
      switch self {
      case .unreserved: (0x03FF_6000_0000_0000, 0x47FF_FFFE_87FF_FFFE)
      case .path: (0x03FF_E000_0000_0000, 0x47FF_FFFE_87FF_FFFE)
      case .address, .host: (0xAFFF_FF7A_0000_0000, 0x47FF_FFFE_AFFF_FFFF)
      }
    }
  }

  static func append(_ text: some Sequence<UInt8>, keeping kept: Kept, to bytes: inout [UInt8]) {
    for byte in text {
      if keeps(byte, kept) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 0xF))
      }
    }
  }

  static func keeps(_ byte: UInt8, _ kept: Kept) -> Bool {
    guard byte < 128 else { return kept == .host }
    let mask = byte < 64 ? kept.masks.low : kept.masks.high
    return mask >> UInt64(byte & 63) & 1 == 1
  }

  static func keepsAll(_ bytes: Span<UInt8>, _ kept: Kept) -> Bool {
    let (low, high) = kept.masks
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 128, (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1 else { return false }
    }
    return true
  }

  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + (value - 10)
  }
}
