import TextEncoding

/// Validation and normalization of the base URL, following the URL Standard (url.spec.whatwg.org).
///
/// Pages, redirects and the preview append paths to it. A text that a browser would resolve to another host or folder
/// is therefore rejected, and one that it would merely normalize is normalized here.
extension SiteConfiguration {
  /// The reason why a text is not a valid base URL.
  package struct AddressProblem: Error, Hashable {
    /// The rule that the text violates, worded as a predicate of a valid base URL.
    package var rule: String

    package init(rule: String) { self.rule = rule }

    /// Returns the message for an invalid base URL.
    package func summary(_ written: String) -> String { "\"\(written)\" is no base URL: one \(rule)" }
  }

  /// Normalizes a base URL to an absolute URL that ends in `/`, or returns the problem with it.
  package static func baseURL(_ text: String) -> Result<String, AddressProblem> {
    do throws(AddressProblem) {
      let (scheme, defaultPort) = try scheme(text)
      let rest = text.utf8.dropFirst(scheme.utf8.count)
      let allowed = rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Array("\"<>\\^`{|}?#".utf8).contains($0) }
      guard allowed else {
        throw .init(rule: "has letters, digits and the marks of an address only, and neither ? nor #")
      }
      let authority = rest.prefix { $0 != UInt8(ascii: "/") }
      let (host, port) = try hostAndPort(String(Substring(authority)).lowercased())
      let path = try path(String(Substring(rest.dropFirst(authority.count))))
      return .success(scheme + host + (port.map { $0 == defaultPort ? "" : ":\($0)" } ?? "") + path)
    } catch {
      return .failure(error)
    }
  }

  private static func scheme(_ text: String) throws(AddressProblem) -> (String, defaultPort: Int) {
    let lower = text.lowercased()
    for (scheme, port) in [("https://", 443), ("http://", 80)] where lower.hasPrefix(scheme) {
      return (scheme, port)
    }
    throw .init(rule: "begins with https:// or http://")
  }

  private static func hostAndPort(_ authority: String) throws(AddressProblem) -> (String, Int?) {
    if authority.utf8.contains(UInt8(ascii: "@")) { throw .init(rule: "has no user name and no password") }
    // The colons of an IPv6 address are inside its brackets.
    let end = authority.utf8.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
    let colon = authority.utf8[end...].firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
    let host = String(authority[..<colon])
    guard !host.isEmpty else { throw .init(rule: "names a host") }
    guard isHost(host) else {
      throw .init(rule: "names a host in letters, digits and hyphens, such as example.org")
    }
    let digits = authority[colon...].utf8.dropFirst()
    if digits.isEmpty { return (host, nil) }
    guard digits.allSatisfy(isDigit), let port = Int(Substring(digits)), (1...65_535).contains(port) else {
      throw .init(rule: "has a port from 1 to 65535, if any")
    }
    return (host, port)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHost(_ host: String) -> Bool {
    if host.hasPrefix("["), host.hasSuffix("]") { return isIPv6(host.dropFirst().dropLast()) }
    var labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    // A trailing dot marks a fully qualified domain name.
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    guard host.utf8.count <= 253, let last = labels.last else { return false }
    let hyphen = UInt8(ascii: "-")
    let areLabels = labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
        && label.allSatisfy {
          isDigit($0) || (0x61...0x7A).contains($0) || $0 == hyphen || $0 == UInt8(ascii: "_")
        }
    }
    guard areLabels else { return false }
    // Browsers parse a host that ends in a number as an IPv4 address, in any notation.
    let isNumber = last.allSatisfy(isDigit) || last.starts(with: "0x".utf8)
    return !isNumber
      || labels.count == 4
        && labels.allSatisfy { label in
          label.allSatisfy(isDigit) && (label.count == 1 || label.first != UInt8(ascii: "0"))
            && Int(String(Substring(label))).map { $0 <= 255 } ?? false
        }
  }

  private static func isIPv6(_ text: Substring) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let filled = groups.filter { !$0.isEmpty }
    let areGroups = filled.allSatisfy { group in
      group.count <= 4 && group.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
    }
    let gaps = text.indices.count { text[$0...].hasPrefix("::") }
    let isOpenAtAnEnd =
      text.hasPrefix(":") && !text.hasPrefix("::") || text.hasSuffix(":") && !text.hasSuffix("::")
    guard areGroups, !isOpenAtAnEnd, !text.contains(":::") else { return false }
    return gaps == 0 ? filled.count == 8 : gaps == 1 && filled.count < 8
  }

  private static func path(_ text: String) throws(AddressProblem) -> String {
    // Merge consecutive slashes, which easily result from joining parts.
    let parts = text.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    for part in parts {
      guard let bytes = PercentEncoding.decoded(part.utf8), String(validating: bytes, as: UTF8.self) != nil,
        bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") })
      else { throw .init(rule: "spells with % neither a slash nor what is no text") }
      if bytes == Array(".".utf8) || bytes == Array("..".utf8) {
        throw .init(rule: "has neither . nor .. in its path")
      }
    }
    if let last = parts.last, !text.hasSuffix("/"), isFileName(last) {
      throw .init(rule: "names a folder, not a file such as \"\(last)\"")
    }
    return parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
  }

  /// Returns whether a name has the extension of a page or data file. A dot alone says nothing: a folder may be called
  /// `v1.2`.
  private static func isFileName(_ name: String) -> Bool {
    let endings = [
      ".html", ".htm", ".xhtml", ".php", ".asp", ".aspx", ".jsp", ".cgi", ".xml", ".json", ".txt", ".md",
    ]
    return endings.contains { name.lowercased().hasSuffix($0) }
  }
}
