import Pages
import TextEncoding

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
    guard let bytes = PercentEncoding.decoded(part), String(validating: bytes, as: UTF8.self) != nil else {
      throw .malformed
    }
    // A slash or a backslash that was hidden is an attempt to leave; control characters cut names in other programs.
    let isHarmless = bytes.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
    }
    if !isHarmless { throw .malformed }
    return bytes
  }

  /// The path with slashes: `/frameworks/django/`.
  var text: String {
    components.isEmpty ? "/" : "/" + components.joined(separator: "/") + (isFolder ? "/" : "")
  }

  /// The path as an address spells it, encoded where it must be.
  var encoded: String { PercentEncoding.encoded(text, keeping: .path) }
}
