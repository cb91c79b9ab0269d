/// The names in the files of a theme that its style sheets, scripts and templates know each other by.
struct ThemeVocabulary {
  /// A custom property, with what `:root` gives to it, and what it gives on dark pages.
  struct Property {
    var value: String?
    var darkValue: String?
  }

  private(set) var properties: [String: Property] = [:]
  /// Data attributes.
  private(set) var attributes: Set<String> = []

  /// - Parameter files: paths and their bytes; those of no theme's languages are passed over.
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
      // What comes later is for paper.
      case ":root": property.value = property.value ?? value
      case ":root[data-theme=\"dark\"]": property.darkValue = value
      default: break
      }
    }
  }

  /// The names of letters, digits and hyphens that begin so, and do not go on from a word or a path.
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

  /// What a declaration gives to the name before it; nil where the name is used only.
  private static func value(behind end: Int, in bytes: [UInt8]) -> String? {
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return nil }
    let value = bytes[(end + 1)...].prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "}") }
    return String(decoding: value.drop { $0 == 0x20 }, as: UTF8.self)
  }

  /// Whose rule a declaration stands in.
  private static func selector(around place: Int, in bytes: [UInt8]) -> String {
    guard let opener = bytes[..<place].lastIndex(of: UInt8(ascii: "{")) else { return "" }
    let before = bytes[..<opener]
    let start = before.lastIndex { "{};/".utf8.contains($0) }.map { $0 + 1 } ?? 0
    return String(decoding: before[start...].filter { $0 > 0x20 }, as: UTF8.self)
  }
}
