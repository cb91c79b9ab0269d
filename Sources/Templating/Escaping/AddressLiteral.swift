package import Diagnostics

/// An address in the text of a template.
package struct WrittenAddress: Sendable, Hashable {
  /// The path, without query and fragment.
  package var path: String
  package var range: SourceRange
  /// Whether the address is complete, rather than continued by a value.
  package var isWhole: Bool
}

/// The path of an address in a template's text, up to its query or fragment.
struct AddressLiteral {
  var offsets: Range<Int>
  var isWhole: Bool
  /// Whether the attribute allows only addresses of the site itself.
  var isOfSite: Bool
}

/// Finds the addresses in a part of a template's text while the markup context advances over it.
struct AddressLiterals {
  private let bytes: [UInt8]
  /// The offset of the first byte in the template.
  private let base: Int
  private var start: Int?
  private var kind = AttributeKind.plain
  private(set) var found: [AddressLiteral] = []

  init(_ bytes: [UInt8], from base: Int, in context: MarkupContext) {
    self.bytes = bytes
    self.base = base
    // A tag such as a condition may separate the opening quotation mark from the address.
    if case .quotedValue = context.place, context.written == .nothing { begin(0, context) }
  }

  private mutating func begin(_ place: Int, _ context: MarkupContext) {
    guard context.holdsPlace else { return }
    start = place
    kind = context.attributeKind
  }

  /// Processes a byte, after the markup context has advanced over it.
  mutating func note(_ index: Int, before: MarkupContext.Place, _ context: MarkupContext) {
    switch context.place {
    case .quotedValue where before == .beforeValue: begin(index + 1, context)
    case .unquotedValue where before == .beforeValue: begin(index, context)
    case .quotedValue, .unquotedValue: break
    default: end(index, isWhole: true)
    }
  }

  /// Ends the text; a value may follow.
  mutating func finish() { end(bytes.count, isWhole: false) }

  private mutating func end(_ index: Int, isWhole: Bool) {
    guard let start else { return }
    self.start = nil
    if kind == .addressList {
      if isWhole { addList(start..<index) }
    } else {
      add(start..<index, isWhole: isWhole)
    }
  }

  private mutating func add(_ offsets: Range<Int>, isWhole: Bool) {
    let mark = bytes[offsets].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let path = offsets.lowerBound..<(mark ?? offsets.upperBound)
    if path.isEmpty { return }
    found.append(
      AddressLiteral(
        offsets: path.lowerBound + base..<path.upperBound + base, isWhole: isWhole || mark != nil,
        isOfSite: kind == .siteAddress))
  }

  /// Adds the URLs of a `srcset`: each ends with white space or a trailing comma, and a comma ends its descriptors.
  private mutating func addList(_ offsets: Range<Int>) {
    let (isBlank, comma) = ({ (byte: UInt8) in byte <= 0x20 }, UInt8(ascii: ","))
    var rest = bytes[offsets]
    while true {
      rest = rest.drop { isBlank($0) || $0 == comma }
      var address = rest.prefix { !isBlank($0) }
      if address.isEmpty { return }
      rest = rest[address.endIndex...]
      if address.last == comma {
        while address.last == comma { address.removeLast() }
      } else {
        rest = rest.drop { $0 != comma }
      }
      add(address.startIndex..<address.endIndex, isWhole: true)
    }
  }
}

extension MarkupContext {
  /// Whether the current attribute loads or links to a URL.
  fileprivate var holdsPlace: Bool {
    guard language == .html, tag != "base" else { return false }
    switch attribute {
    case "href", "src", "action", "formaction", "poster", "background", "xlink:href", "srcset", "imagesrcset":
      return true
    case "data": return tag == "object"
    default: return false
    }
  }
}
