import Pages

/// The path of a request, decoded once and known to be harmless: it names nothing outside the site and nothing hidden.
struct TargetPath: Hashable, Sendable {
  /// What is wrong with a target.
  enum Problem: Error, Hashable {
    /// It is no path at all, or spells something that no path of a site may hold.
    case malformed
    /// It is well formed, and there can be nothing there.
    case nowhere
  }

  /// Between the slashes; never empty, `.`, `..` or hidden.
  let components: [String]
  /// Whether it ends with a slash, as the address of a folder does.
  let isFolder: Bool
  /// From the question mark on; empty without one.
  let query: String

  private static let longest = 4096

  /// Reads a target in origin form (RFC 9112, 3.2.1): `/frameworks/django/?x=1`.
  init(_ target: some StringProtocol) throws(Problem) {
    let bytes = Array(target.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= Self.longest,
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") })
    else { throw .malformed }
    let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    query = String(decoding: bytes[end...], as: UTF8.self)
    var parts = bytes[1..<end].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    isFolder = parts.last?.isEmpty ?? true
    if isFolder, !parts.isEmpty { parts.removeLast() }
    var components: [String] = []
    for part in parts {
      let decoded = try Self.decoded(part)
      // Covers `.` and `..` too: nothing whose name begins with a dot is part of a site.
      if decoded.isEmpty || decoded.first == UInt8(ascii: ".") { throw .nowhere }
      components.append(String(decoding: decoded, as: UTF8.self))
    }
    self.components = components
  }

  /// The bytes that a component spells; each `%` and its two digits stand for one (RFC 3986, 2.1).
  private static func decoded(_ part: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
    var result: [UInt8] = []
    var rest = part
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        if byte == UInt8(ascii: "\\") { throw .malformed }
        result.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexDigit), let low = rest.popFirst().flatMap(hexDigit) else {
        throw .malformed
      }
      let value = high << 4 | low
      // A slash or a backslash that was hidden is an attempt to leave; control characters cut names in other programs.
      if value < 0x20 || value == 0x7F || value == UInt8(ascii: "/") || value == UInt8(ascii: "\\") {
        throw .malformed
      }
      result.append(value)
    }
    guard String(validating: result, as: UTF8.self) != nil else { throw .malformed }
    return result
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// The path with slashes: `/frameworks/django/`.
  var text: String {
    components.isEmpty ? "/" : "/" + components.joined(separator: "/") + (isFolder ? "/" : "")
  }

  /// The path as an address spells it, encoded where it must be.
  var encoded: String { PathEncoding.encoded(text) }
}
