/// Judges and takes apart addresses of the web.
package enum WebAddress {
  /// Whether a text is an absolute `https` or `http` address that names a host and has no white space or control character.
  package static func isWellFormed(_ address: String) -> Bool {
    guard host(of: address) != nil else { return false }
    return address.unicodeScalars.allSatisfy {
      $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) && $0 != "\\"
    }
  }

  /// What an outgoing link says of itself: content comes from strangers, so no page vouches for an address of theirs.
  ///
  /// Nil for the hosts of trusted sources, and for addresses that no search engine follows.
  static func rel(for address: String, trusting hosts: Set<String>) -> String? {
    guard let host = host(of: address) else { return nil }
    return hosts.contains(host) ? nil : "nofollow ugc noopener"
  }

  /// The host of an `https` or `http` address, lower-case, without a port.
  package static func host(of address: String) -> String? {
    let lower = address.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else { return nil }
    let authority = lower.utf8.dropFirst(scheme.utf8.count).prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    // What stands before an `@` is a user's name, made to look like a host.
    let host = authority.split(separator: 0x40, omittingEmptySubsequences: false).last ?? authority
    let name = host.prefix { $0 != 0x3A }
    return name.isEmpty ? nil : String(Substring(name))
  }
}
