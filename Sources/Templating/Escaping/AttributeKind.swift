/// What the value of an attribute means to a browser.
enum AttributeKind: Sendable {
  case plain
  /// A URL.
  case address
  /// A URL whose target the browser executes or trusts, so that it must be on the site.
  case siteAddress
  /// A list of URLs.
  case addressList
  /// An event handler, which is a script.
  case eventHandler
  case style
  /// An entire document.
  case document
  /// `content` of `<meta http-equiv="refresh">`.
  case refresh
  /// An attribute that changes the meaning of its tag: `type` of a script, or `http-equiv`.
  case decisive

  var isAddress: Bool { self == .address || self == .siteAddress || self == .addressList }
}

extension MarkupContext {
  private static let addressAttributes: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "codebase", "longdesc",
    "manifest", "profile", "usemap", "classid", "icon", "xlink:href", "xml:base", "lowsrc", "dynsrc",
  ]

  /// Whether the current attribute, which is an address, must lead to the site itself.
  private var isOfSite: Bool {
    switch (tag, attribute) {
    case ("script", "src"), ("script", "href"), ("script", "xlink:href"), ("embed", "src"),
      ("object", "data"), ("object", "classid"), ("object", "codebase"), ("base", "href"):
      true
    default: false
    }
  }

  /// The kind of the current attribute.
  var attributeKind: AttributeKind {
    if Self.addressAttributes.contains(attribute) { return isOfSite ? .siteAddress : .address }
    switch attribute {
    case "srcset", "imagesrcset", "ping", "archive": return .addressList
    case "style": return .style
    case "srcdoc": return .document
    case "content": return isRefresh ? .refresh : .plain
    case "http-equiv": return tag == "meta" ? .decisive : .plain
    case "type": return tag == "script" ? .decisive : .plain
    // SVG animations set the attribute named by `attributeName`, which may be `href`.
    case "to", "from", "by", "values": return foreignDepth > 0 ? .address : .plain
    default: return attribute.hasPrefix("on") && attribute.utf8.count > 2 ? .eventHandler : .plain
    }
  }

  /// Whether the value begins with a URL scheme that may execute code.
  var isUnsafePrefix: Bool {
    let scalars = prefix.unicodeScalars.filter { $0.value > 0x20 }
    let schemes = ["javascript:", "data:", "vbscript:", "blob:", "filesystem:"]
    return schemes.contains { scalars.starts(with: $0.unicodeScalars) }
  }

  /// Whether a character reference may be part of the scheme, which cannot be checked without decoding it.
  var hasReferenceInScheme: Bool {
    let before = prefix.utf8.prefix { $0 != UInt8(ascii: "&") }
    guard before.count < prefix.utf8.count else { return false }
    return !before.contains { "/?#".utf8.contains($0) }
  }
}
