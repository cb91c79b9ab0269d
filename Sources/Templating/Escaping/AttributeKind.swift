/// What an attribute's value means to a browser.
enum AttributeKind: Sendable {
  case plain
  /// One address.
  case address
  /// An address whose target the browser runs or trusts: of the site only.
  case siteAddress
  /// Addresses with commas or blanks between them.
  case addressList
  /// A script that runs on an event.
  case eventHandler
  case style
  /// A whole document.
  case document
  /// `content` of `<meta http-equiv="refresh">`.
  case refresh
  /// `type` of a script or `http-equiv`, which decide what the tag means.
  case decisive

  var isAddress: Bool { self == .address || self == .siteAddress || self == .addressList }
}

extension MarkupContext {
  private static let addressAttributes: Set<String> = [
    "href", "src", "action", "formaction", "poster", "cite", "data", "background", "codebase", "longdesc",
    "manifest", "profile", "usemap", "classid", "icon", "xlink:href", "xml:base", "lowsrc", "dynsrc",
  ]

  private static let siteAddressAttributes: Set<String> = [
    "script src", "script href", "script xlink:href", "embed src", "object data", "object classid",
    "object codebase", "base href",
  ]

  /// The kind of the present attribute.
  var attributeKind: AttributeKind {
    if Self.addressAttributes.contains(attribute) {
      return Self.siteAddressAttributes.contains("\(tag) \(attribute)") ? .siteAddress : .address
    }
    switch attribute {
    case "srcset", "imagesrcset", "ping", "archive": return .addressList
    case "style": return .style
    case "srcdoc": return .document
    case "content": return isRefresh ? .refresh : .plain
    case "http-equiv": return tag == "meta" ? .decisive : .plain
    case "type": return tag == "script" ? .decisive : .plain
    // SVG animations write into the attribute that `attributeName` names, which may be `href`.
    case "to", "from", "by", "values": return foreignDepth > 0 ? .address : .plain
    default: return attribute.hasPrefix("on") && attribute.utf8.count > 2 ? .eventHandler : .plain
    }
  }

  /// Whether the value begins with a scheme that makes the browser run it.
  var isUnsafePrefix: Bool {
    let scalars = prefix.unicodeScalars.filter { $0.value > 0x20 }
    let schemes = ["javascript:", "data:", "vbscript:", "blob:", "filesystem:"]
    return schemes.contains { scalars.starts(with: $0.unicodeScalars) }
  }

  /// Whether a character reference stands where the scheme may be, which would have to be decoded to tell.
  var hasReferenceInScheme: Bool {
    let before = prefix.utf8.prefix { $0 != UInt8(ascii: "&") }
    guard before.count < prefix.utf8.count else { return false }
    return !before.contains { "/?#".utf8.contains($0) }
  }
}
