/// The names through which a theme's style sheets, scripts and templates refer to each other.
struct ThemeVocabulary {
  /// A custom property with its value on `:root`, and that in dark mode.
  struct Property {
    var value: String?
    var darkValue: String?
  }

  private(set) var properties: [String: Property] = [:]
  /// The names of data attributes.
  private(set) var attributes: Set<String> = []

  /// Collects the names in files.
  ///
  /// - Parameter files: The paths and bytes of files; those other than CSS, JavaScript and HTML are ignored.
  init(_ files: [(path: String, bytes: [UInt8])]) {
    for file in files {
      let ending = file.path.split(separator: ".").last ?? ""
      if ending == "css" { addProperties(file.bytes) }
      if ["css", "js", "html"].contains(ending) {
        for name in Self.names(in: file.bytes, beginningWith: "data-") { attributes.insert(name.text) }
      }
    }
  }

  private mutating func addProperties(_ bytes: [UInt8]) {
    for name in Self.names(in: bytes, beginningWith: "--") {
      var property = properties[name.text] ?? Property()
      defer { properties[name.text] = property }
      guard let value = Self.value(behind: name.end, in: bytes) else { continue }
      switch Self.selector(around: name.end, in: bytes) {
      // Only the first value counts; later ones are for printing.
      case ":root": property.value = property.value ?? value
      case ":root[data-theme=\"dark\"]": property.darkValue = value
      default: break
      }
    }
  }

  /// Returns the names that begin with a prefix and consist of lowercase letters, digits and hyphens, without those
  /// that continue a word or path.
  private static func names(in bytes: [UInt8], beginningWith start: String) -> [(text: String, end: Int)] {
    let start = Array(start.utf8)
    var found: [(text: String, end: Int)] = []
    var rest = 0
    while let place = bytes[rest...].firstRange(of: start) {
      let isBeginning = place.lowerBound == 0 || !isPart(bytes[place.lowerBound - 1])
      let end = bytes[place.upperBound...].firstIndex { !isOfName($0) } ?? bytes.endIndex
      if isBeginning, end > place.upperBound, !bytes[place.upperBound...].starts(with: "-".utf8) {
        found.append((String(decoding: bytes[place.lowerBound..<end], as: UTF8.self), end))
      }
      rest = max(end, place.upperBound)
    }
    return found
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isOfName(byte) || (0x41...0x5A).contains(byte) || "_/.".utf8.contains(byte)
  }

  /// Returns the value of the declaration of the name that ends at an offset; nil if the name is only used there.
  private static func value(behind end: Int, in bytes: [UInt8]) -> String? {
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
    let value = bytes[(end + 1)...].prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "}") }
    return String(decoding: value.drop { $0 == 0x20 }, as: UTF8.self)
  }

  /// Returns the selector of the rule that contains an offset, without white space.
  private static func selector(around place: Int, in bytes: [UInt8]) -> String {
    guard let opener = bytes[..<place].lastIndex(of: UInt8(ascii: "{")) else { return "" }
    let before = bytes[..<opener]
    let start = before.lastIndex { "{};/".utf8.contains($0) }.map { $0 + 1 } ?? 0
    return String(decoding: before[start...].filter { $0 > 0x20 }, as: UTF8.self)
  }
}
