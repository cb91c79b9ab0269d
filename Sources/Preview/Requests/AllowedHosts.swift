/// Checks the `Host` header against the server's names, which protects against DNS rebinding: the page of an attacker
/// sends the attacker's host name.
package struct AllowedHosts: Sendable, Hashable {
  /// The host or address that the server listens on, in lower case.
  private let host: String

  /// Creates the rules for a server that listens on `host`, a name or an address.
  package init(host: String) { self.host = host.lowercased() }

  /// Whether the server can be reached from this machine only.
  package var isLoopback: Bool { Self.isLoopbackName(host) }

  private static let wildcards: Set<String> = ["0.0.0.0", "::"]

  private static func isLoopbackName(_ name: String) -> Bool {
    name == "localhost" || name == "::1" || isLoopbackAddress(name)
  }

  private static func isLoopbackAddress(_ name: String) -> Bool {
    name.hasPrefix("127.") && isAddress(name)
  }

  /// Returns whether a text is an IPv4 address, or has the characters of an IPv6 address. No DNS name is either.
  private static func isAddress(_ name: String) -> Bool {
    if name.utf8.contains(UInt8(ascii: ":")) {
      return name.utf8.allSatisfy { isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && UInt8($0) != nil }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Returns whether a `Host` header names this server, such as `127.0.0.1:8000` or `[::1]`. The port is ignored, as it
  /// may be forwarded.
  func allows(_ authority: some StringProtocol) -> Bool {
    guard let name = Self.name(in: authority.lowercased()) else { return false }
    if Self.isLoopbackName(name) { return isLoopback || Self.wildcards.contains(host) }
    // A DNS name may be made to resolve to any address, so a server that listens on all addresses accepts IP addresses
    // only.
    if Self.wildcards.contains(host) { return Self.isAddress(name) }
    return name == host
  }

  /// Returns the host of an authority without brackets and port; nil if it is malformed.
  private static func name(in authority: String) -> String? {
    var name = authority[...]
    var port = Substring()
    if name.first == "[" {
      guard let end = name.firstIndex(of: "]") else { return nil }
      port = name[name.index(after: end)...]
      name = name[name.index(after: name.startIndex)..<end]
      guard name.utf8.contains(UInt8(ascii: ":")) else { return nil }
    } else if let colon = name.firstIndex(of: ":") {
      port = name[colon...]
      name = name[..<colon]
    }
    let digits = port.dropFirst()
    guard port.isEmpty || port.first == ":" && digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return name.isEmpty ? nil : String(name)
  }
}
