import TextEncoding

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
    bytes.appendPercentEncoded(base.utf8, keeping: .address)
    return String(decoding: bytes + encoded, as: UTF8.self)
  }

  /// The address as `text` has it, without quotation marks or angle brackets, for a site address without the way to the root.
  var encoded: [UInt8] {
    switch self {
    case .site(let path, let fragment):
      var bytes: [UInt8] = []
      // A leading slash would turn `base + path` into an address of another host.
      bytes.appendPercentEncoded(path.utf8.drop { $0 == UInt8(ascii: "/") }, keeping: .path)
      if let fragment {
        bytes.append(UInt8(ascii: "#"))
        bytes.appendPercentEncoded(fragment.utf8, keeping: .unreserved)
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
    var bytes = PercentEncoding.absoluteAddress(text)
    // In `srcset` a comma that ends an address belongs to the list.
    if bytes.last == UInt8(ascii: ",") { bytes.replaceSubrange((bytes.count - 1)..., with: "%2C".utf8) }
    return bytes
  }
}
