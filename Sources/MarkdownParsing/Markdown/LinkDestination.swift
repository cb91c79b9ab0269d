import TextEncoding

/// The destination of a link or image, classified by an allow-list of URL schemes.
package enum LinkDestination: Sendable, Hashable {
  /// An absolute URL with the scheme `https`, `http` or `mailto`. Spaces, quotes, non-ASCII letters and the like are
  /// percent-encoded, except in the host.
  case external(String)
  /// A relative path, percent-decoded: `../sources/x.md`. Query and fragment are as written, without `?` and `#`.
  case relative(path: String, query: String?, fragment: String?)
  /// An anchor in the same document, percent-decoded, without `#`.
  case fragment(String)
  /// An address that is never published: `javascript:`, `data:`, `//host` or any unknown scheme.
  case refused(String)

  /// Classifies an address as browsers would parse it (WHATWG URL), including obfuscated forms.
  package init(judging address: String) {
    let bytes = Array(address.utf8)
    // Browsers drop tabs and newlines inside a URL, and treat a backslash as a slash.
    guard !Self.hasControls(address), !Self.leadsToHost(bytes) else {
      self = .refused(address)
      return
    }
    if let scheme = Self.scheme(of: bytes) {
      self = Self.absolute(address, scheme: scheme)
      return
    }
    let hash = bytes.firstIndex(of: 0x23)
    let fragment = hash.map { Self.text(bytes[($0 + 1)...]) }
    let rest = bytes[..<(hash ?? bytes.endIndex)]
    let mark = rest.firstIndex(of: 0x3F)
    let decoded = PercentEncoding.decodedLeniently(rest[..<(mark ?? rest.endIndex)])
    let path = Self.text(decoded[...])
    // The decoded path must not become an absolute address when it is written again.
    if Self.hasControls(path) || Self.leadsToHost(decoded) || Self.scheme(of: decoded) != nil {
      self = .refused(address)
    } else if let fragment, rest.isEmpty {
      let decoded = Self.text(PercentEncoding.decodedLeniently(fragment.utf8)[...])
      self = Self.hasControls(decoded) ? .refused(address) : .fragment(decoded)
    } else {
      self = .relative(path: path, query: mark.map { Self.text(rest[($0 + 1)...]) }, fragment: fragment)
    }
  }

  /// Returns the reason why an address is refused, for messages.
  static func refusal(of address: String) -> String {
    let decoded = PercentEncoding.decodedLeniently(address.utf8)
    // Browsers remove control characters, so these hide a scheme only from human readers.
    let bytes = decoded.filter { $0 > 0x1F && $0 != 0x7F }
    if let scheme = scheme(of: bytes) {
      return ["https", "http", "mailto"].contains(scheme)
        ? "a malformed \"\(scheme):\" address is not published" : "a \"\(scheme):\" address is not published"
    }
    return leadsToHost(bytes)
      ? "an address that hides another host is not published"
      : "an address with control characters is not published"
  }

  private static func absolute(_ address: String, scheme: String) -> LinkDestination {
    let rest = Array(address.utf8.dropFirst(scheme.utf8.count + 1))
    switch scheme {
    case "https", "http":
      guard rest.starts(with: [0x2F, 0x2F]), rest.count > 2 else { return .refused(address) }
      guard ![0x2F, 0x5C, 0x3F, 0x23].contains(rest[2]) else { return .refused(address) }
    case "mailto": guard !rest.isEmpty else { return .refused(address) }
    default: return .refused(address)
    }
    let whole = PercentEncoding.absoluteAddress("\(scheme):\(text(rest[...]))")
    return .external(text(whole[...]))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// Returns whether an address begins with two slashes or backslashes, and so refers to another host.
  private static func leadsToHost(_ bytes: [UInt8]) -> Bool {
    let text = bytes.drop { $0 <= 0x20 }.prefix(2)
    return text.count == 2 && text.allSatisfy { $0 == 0x2F || $0 == 0x5C }
  }

  private static func scheme(of bytes: [UInt8]) -> String? {
    let text = bytes.drop { $0 <= 0x20 }
    guard let colon = text.firstIndex(of: 0x3A), let first = text.first, isLetter(first) else { return nil }
    let name = text[..<colon]
    guard name.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }) else {
      return nil
    }
    return self.text(name).lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
