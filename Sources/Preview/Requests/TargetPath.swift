import Pages
import TextEncoding

/// The path of a request, percent-decoded once and checked: it names nothing outside the site and nothing hidden.
struct TargetPath: Hashable, Sendable {
  /// The reason why a target is rejected.
  enum Problem: Error, Hashable {
    /// The target is not a path, or contains characters that no path of a site may have.
    case malformed
    /// The target is well formed, but can name no file of a site.
    case notFound
  }

  /// The decoded components between the slashes; none is empty, `.`, `..` or hidden.
  let components: [String]
  /// Whether the path ends with a slash, as that of a folder does.
  let isFolder: Bool
  /// The query with its question mark; empty if there is none.
  let query: String

  private static let longest = 4096

  /// Parses a target in origin form (RFC 9112, 3.2.1), such as `/frameworks/django/?x=1`.
  ///
  /// - Throws: `.malformed` or `.notFound`.
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
      // Covers `.` and `..` too: no file of a site has a name that begins with a dot.
      if decoded.isEmpty || decoded.first == UInt8(ascii: ".") { throw .notFound }
      components.append(String(decoding: decoded, as: UTF8.self))
    }
    self.components = components
  }

  /// Decodes the percent-encoded bytes of one component (RFC 3986, 2.1).
  private static func decoded(_ part: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
    guard let bytes = PercentEncoding.decoded(part), String(validating: bytes, as: UTF8.self) != nil else {
      throw .malformed
    }
    // An encoded slash or backslash is an attempt at path traversal; control characters truncate names in other
    // programs.
    let isHarmless = bytes.allSatisfy {
      $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
    }
    if !isHarmless { throw .malformed }
    return bytes
  }

  /// The decoded path with slashes: `/frameworks/django/`.
  var text: String {
    components.isEmpty ? "/" : "/" + components.joined(separator: "/") + (isFolder ? "/" : "")
  }

  /// The path, percent-encoded where necessary.
  var encoded: String { PercentEncoding.encoded(text, keeping: .path) }
}
