import TextEncoding

/// The target of a link: an address on the site or outside of it.
@usableFromInline
package enum Address: Sendable, Hashable {
  /// A path relative to the site's root, without a leading slash and not percent-encoded: `frameworks/django/`.
  case site(path: String, fragment: String? = nil)
  /// An absolute URL; one with a scheme other than `https`, `http` or `mailto` is written as `#`.
  case external(String)
}

extension Address {
  /// Returns the percent-encoded address, in ASCII except for an internationalized host; one of the site begins with
  /// `base`, the path to its root.
  package func text(base: String) -> String {
    guard case .site = self else { return String(decoding: encoded, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.appendPercentEncoded(base.utf8, keeping: .address)
    return String(decoding: bytes + encoded, as: UTF8.self)
  }

  /// The percent-encoded address without quotation marks and angle brackets, and without the base.
  var encoded: [UInt8] {
    switch self {
    case .site(let path, let fragment):
      var bytes: [UInt8] = []
      // A leading slash after the base would make the address refer to another host.
      bytes.appendPercentEncoded(path.utf8.drop { $0 == UInt8(ascii: "/") }, keeping: .path)
      if let fragment {
        bytes.append(UInt8(ascii: "#"))
        bytes.appendPercentEncoded(fragment.utf8, keeping: .unreserved)
      }
      return bytes
    case .external(let text): return Self.sanitised(text)
    }
  }

  private static let schemes = ["https://", "http://", "mailto:"].map { Array($0.utf8) }

  /// Returns whether a text is an allowed URL that is written as it is, as is nearly always the case; in doubt false.
  static func isPlain(_ text: Span<UInt8>) -> Bool {
    for scheme in schemes where text.count > scheme.count {
      var index = 0
      while index < scheme.count, text[index] == scheme[index] { index += 1 }
      if index == scheme.count { return PercentEncoding.keepsAll(text, .plain) }
    }
    return false
  }

  private static func sanitised(_ text: String) -> [UInt8] {
    let lowercased = text.lowercased().utf8
    let isAllowed = schemes.contains { lowercased.starts(with: $0) && lowercased.count > $0.count }
    guard isAllowed else { return [UInt8(ascii: "#")] }
    var bytes = PercentEncoding.absoluteAddress(text)
    // In a `srcset`, a comma at the end of a URL separates it from the next.
    if bytes.last == UInt8(ascii: ",") { bytes.replaceSubrange((bytes.count - 1)..., with: "%2C".utf8) }
    return bytes
  }
}
