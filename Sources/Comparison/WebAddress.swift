/// Validates and parses URLs.
package enum WebAddress {
  /// Returns whether a text is an absolute `https` or `http` URL with a host and without white space, control
  /// characters and backslashes.
  package static func isWellFormed(_ address: String) -> Bool {
    guard host(of: address) != nil else { return false }
    return address.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) && $0 != "\\"
    }
  }

  /// Returns the `rel` attribute of an external link. Content may come from strangers, so pages do not endorse the
  /// links in it.
  ///
  /// Nil for the hosts of trusted sources, and for URLs of other schemes, which search engines do not follow.
  static func rel(for address: String, trusting hosts: Set<String>) -> String? {
    guard let host = host(of: address) else { return nil }
    return hosts.contains(host) ? nil : "nofollow ugc noopener"
  }

  /// Returns the host of an `https` or `http` URL, in lower case, without the port.
  package static func host(of address: String) -> String? {
    let lower = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else { return nil }
    let authority = lower.utf8.dropFirst(scheme.utf8.count).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    // The part before an `@` is user information, which may be made to look like a host.
    let host = authority.split(separator: 0x40, omittingEmptySubsequences: false).last ?? authority
    let name = host.prefix { $0 != 0x3A }
    return name.isEmpty ? nil : String(Substring(name))
  }
}
