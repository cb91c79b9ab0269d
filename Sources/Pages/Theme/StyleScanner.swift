extension AssetReference {
  /// Returns the addresses that a style sheet loads, in source order: `url(x)`, `url("x")`, `@import "x"` and the
  /// strings in `image-set(…)`.
  static func addresses(inStyle bytes: [UInt8]) -> [AssetReference] {
    var scanner = StyleScanner(bytes)
    scanner.run()
    return scanner.found
  }
}

/// A scanner for CSS that finds addresses, and recognizes little else (CSS Syntax Module Level 3).
private struct StyleScanner {
  private let bytes: [UInt8]
  private var place = 0
  private(set) var found: [AssetReference] = []
  /// For each open bracket, whether a string directly inside it is an address.
  private var brackets: [Bool] = []
  private var isImport = false
  /// Where the last `@` is.
  private var rule = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let imageSets: Set<String> = ["image-set", "-webkit-image-set"]

  private func byte(_ offset: Int = 0) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  mutating func run() {
    while let next = byte() {
      switch next {
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let text = string(next)
        if isImport || brackets.last == true { add(text) }
        if isImport { closeImport() }
        isImport = false
      case UInt8(ascii: "@"):
        rule = place
        place += 1
        isImport = text(name()) == "import"
      case UInt8(ascii: "("):
        place += 1
        brackets.append(false)
      case UInt8(ascii: ")"):
        place += 1
        _ = brackets.popLast()
      case _ where Self.isNamePart(next): word()
      default:
        if next > 0x20 { isImport = false }
        place += 1
      }
    }
  }

  private mutating func skipComment() {
    place += 2
    while let next = byte(), next != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") { place += 1 }
    place += 2
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\\"),
      0x80...:
      true
    default: false
    }
  }

  /// Scans a name and returns its byte offsets.
  private mutating func name() -> Range<Int> {
    let start = place
    while let next = byte(), Self.isNamePart(next) { place += next == UInt8(ascii: "\\") ? 2 : 1 }
    place = min(place, bytes.count)
    return start..<place
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  /// Scans a word, which matters only before a bracket.
  private mutating func word() {
    let range = name()
    guard byte() == UInt8(ascii: "(") else { return }
    let word = text(range)
    place += 1
    guard word == "url" || word == "src" else {
      brackets.append(Self.imageSets.contains(word))
      return
    }
    while let next = byte(), next <= 0x20 { place += 1 }
    if let quote = byte(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      add(string(quote))
      brackets.append(false)
    } else if word == "url" {
      add(unquoted())
    } else {
      brackets.append(false)
    }
    isImport = false
  }

  /// Scans a quoted string, which ends at the end of the line at the latest, and returns the byte offsets of its
  /// content.
  private mutating func string(_ quote: UInt8) -> Range<Int> {
    place += 1
    let start = place
    while let next = byte(), next != quote, next != 0x0A { place += next == UInt8(ascii: "\\") ? 2 : 1 }
    place = min(place, bytes.count)
    let end = place
    if byte() == quote { place += 1 }
    return start..<end
  }

  /// Scans an unquoted address and its closing bracket, and returns the byte offsets of the address.
  private mutating func unquoted() -> Range<Int> {
    let start = place
    while let next = byte(), next != UInt8(ascii: ")"), next > 0x20 {
      place += next == UInt8(ascii: "\\") ? 2 : 1
    }
    place = min(place, bytes.count)
    let end = place
    while let next = byte(), next != UInt8(ascii: ")") { place += 1 }
    if byte() != nil { place += 1 }
    return start..<end
  }

  private mutating func add(_ offsets: Range<Int>) {
    found.append(
      AssetReference(text: Self.unescaped(bytes[offsets]), offsets: offsets, isImport: isImport))
  }

  /// Notes that the import whose address was read last has no conditions, if it ends here.
  private mutating func closeImport() {
    while let next = byte(), next <= 0x20 { place += 1 }
    guard byte() == nil || byte() == UInt8(ascii: ";") else { return }
    if byte() != nil { place += 1 }
    found[found.count - 1].plainImport = rule..<place
  }

  /// Resolves CSS escapes: a backslash before a character, or before up to six hexadecimal digits and an optional
  /// space.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "\\")) else { return String(decoding: text, as: UTF8.self) }
    var result = ""
    var rest = String(decoding: text, as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let digits = rest.prefix(6).prefix { $0.properties.isASCIIHexDigit }
      if let number = UInt32(String(digits), radix: 16) {
        rest = rest.dropFirst(digits.count)
        if rest.first == " " { rest.removeFirst() }
        result.unicodeScalars.append(Unicode.Scalar(number) ?? "\u{FFFD}")
      } else if let sign = rest.popFirst(), sign != "\n" {
        result.unicodeScalars.append(sign)
      }
    }
    return result
  }
}
