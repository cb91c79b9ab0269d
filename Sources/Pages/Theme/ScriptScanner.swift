/// A tokenizer for JavaScript that distinguishes names from strings, and recognizes little else.
struct ScriptScanner {
  /// A token of a script.
  enum Token: Equatable {
    /// A name or keyword; a property after a dot is `other`.
    case word(String)
    /// A quoted string: the byte offsets of its content.
    case text(Range<Int>)
    case sign(UInt8)
    case other
  }

  private let bytes: [UInt8]
  private var place = 0
  private var start = 0
  /// Whether a slash at this position would begin a regular expression.
  private var expectsValue = true
  private var isBehindDot = false
  /// The number of open braces in the current `${…}` of each enclosing template literal, innermost last.
  private var templates: [Int] = []
  /// The `//` comments that were skipped.
  private(set) var lineComments: [Range<Int>] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Keywords after which a value is expected rather than an operator.
  private static let beforeValues: Set<String> = [
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "instanceof",
    "await", "yield",
  ]

  private func byte(_ offset: Int = 0) -> UInt8? {
    place + offset < bytes.count ? bytes[place + offset] : nil
  }

  /// The byte range of the last token, including `other`.
  var range: Range<Int> { start..<max(start, min(place, bytes.count)) }

  /// Returns the next token; nil at the end.
  mutating func next() -> Token? {
    skipBlanksAndComments()
    start = place
    guard let first = byte() else { return nil }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return text(first)
    case UInt8(ascii: "`"):
      place += 1
      return template()
    case UInt8(ascii: "/") where expectsValue: return regularExpression()
    case _ where Self.isNamePart(first): return name()
    default: return sign(first)
    }
  }

  private mutating func skipBlanksAndComments() {
    while let next = byte() {
      if next <= 0x20 {
        place += 1
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") {
        let start = place
        while let other = byte(), other != 0x0A { place += 1 }
        lineComments.append(start..<place)
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        place += 2
        while let other = byte(), other != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") { place += 1 }
        place += 2
      } else {
        return
      }
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private mutating func name() -> Token {
    let start = place
    while let next = byte(), Self.isNamePart(next) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    expectsValue = !isBehindDot && Self.beforeValues.contains(text)
    defer { isBehindDot = false }
    return isBehindDot ? .other : .word(text)
  }

  private mutating func sign(_ sign: UInt8) -> Token {
    place += 1
    isBehindDot = sign == UInt8(ascii: ".")
    expectsValue = ![UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(sign)
    guard let depth = templates.last else { return .sign(sign) }
    if sign == UInt8(ascii: "{") { templates[templates.count - 1] = depth + 1 }
    if sign == UInt8(ascii: "}") {
      if depth == 0 {
        templates.removeLast()
        return template()
      }
      templates[templates.count - 1] = depth - 1
    }
    return .sign(sign)
  }

  private mutating func endValue() {
    expectsValue = false
    isBehindDot = false
  }

  private mutating func text(_ quote: UInt8) -> Token {
    let start = place + 1
    place = start
    // A string ends at the end of the line at the latest, which limits the effect of a misread quotation mark.
    while let next = byte(), next != quote, next != 0x0A { place += next == UInt8(ascii: "\\") ? 2 : 1 }
    let end = min(place, bytes.count)
    if byte() == quote { place += 1 }
    endValue()
    return .text(start..<max(start, end))
  }

  /// Scans a template literal to its end or to the next `${`.
  private mutating func template() -> Token {
    while let next = byte() {
      if next == UInt8(ascii: "`") {
        place += 1
        endValue()
        return .other
      }
      if next == UInt8(ascii: "$"), byte(1) == UInt8(ascii: "{") {
        place += 2
        templates.append(0)
        expectsValue = true
        isBehindDot = false
        return .other
      }
      place += next == UInt8(ascii: "\\") ? 2 : 1
    }
    return .other
  }

  private mutating func regularExpression() -> Token {
    place += 1
    var isInClass = false
    while let next = byte(), next != 0x0A, isInClass || next != UInt8(ascii: "/") {
      if next == UInt8(ascii: "[") { isInClass = true }
      if next == UInt8(ascii: "]") { isInClass = false }
      place += next == UInt8(ascii: "\\") ? 2 : 1
    }
    if byte() == UInt8(ascii: "/") { place += 1 }
    endValue()
    return .other
  }
}

extension ScriptScanner {
  /// Returns a script without the lines that contain only a `//` comment.
  static func withoutCommentLines(_ script: [UInt8]) -> [UInt8] {
    var scanner = ScriptScanner(script)
    while scanner.next() != nil {}
    var result: [UInt8] = []
    var end = 0
    for comment in scanner.lineComments {
      var start = comment.lowerBound
      while start > end, script[start - 1] == 0x20 || script[start - 1] == 0x09 { start -= 1 }
      guard start == 0 || script[start - 1] == 0x0A else { continue }
      result += script[end..<start]
      end = min(comment.upperBound + 1, script.count)
    }
    return result + script[end...]
  }
}
