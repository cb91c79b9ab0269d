import Diagnostics

/// Splits a template into tokens; for any input, each `{{` or `{%` token is followed by its end.
struct Lexer {
  let source: SourceText
  private let bytes: [UInt8]
  private var position = 0
  private var trimsNextText = false
  private(set) var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
    bytes = source.utf8
  }

  /// Returns the tokens of a source, ending in `endOfFile`, with the lexical errors.
  static func tokens(of source: SourceText) -> ([Token], [Diagnostic]) {
    var lexer = Lexer(source)
    if source.utf8.count > TemplateLimits.sourceSize {
      let most = TemplateLimits.sourceSize >> 20
      lexer.diagnostics.append(
        Diagnostic(.templateLimit, "the template is larger than \(most) MiB", inFile: source.path))
    } else {
      lexer.run()
    }
    let end = source.endOffset
    return (lexer.tokens + [Token(kind: .endOfFile, range: end..<end)], lexer.diagnostics)
  }

  private mutating func run() {
    while position < bytes.count, diagnostics.count < TemplateLimits.diagnostics {
      guard let opener = nextOpener(from: position) else {
        addText(position..<bytes.count, trimsEnd: false)
        return
      }
      let trims = byte(opener + 2) == UInt8(ascii: "-")
      addText(position..<opener, trimsEnd: trims)
      let start = opener + (trims ? 3 : 2)
      if bytes[opener + 1] == UInt8(ascii: "#") {
        skipComment(opener: opener, from: start)
      } else {
        lexTag(opener: opener, from: start)
      }
    }
  }

  // MARK: Text and markers

  private func byte(_ offset: Int) -> UInt8? {
    bytes.indices.contains(offset) ? bytes[offset] : nil
  }

  private func isOpener(at offset: Int) -> Bool {
    guard byte(offset) == UInt8(ascii: "{"), let second = byte(offset + 1) else { return false }
    return second == UInt8(ascii: "{") || second == UInt8(ascii: "%") || second == UInt8(ascii: "#")
  }

  private func nextOpener(from start: Int) -> Int? {
    (start..<max(start, bytes.count)).first { isOpener(at: $0) }
  }

  private mutating func addText(_ range: Range<Int>, trimsEnd: Bool) {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    if trimsNextText { while lower < upper, Self.isSpace(bytes[lower]) { lower += 1 } }
    if trimsEnd { while upper > lower, Self.isSpace(bytes[upper - 1]) { upper -= 1 } }
    trimsNextText = false
    if lower < upper { tokens.append(Token(kind: .text, range: lower..<upper)) }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x0C
  }

  private mutating func skipComment(opener: Int, from start: Int) {
    var end = start
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "#"), byte(end + 1) == UInt8(ascii: "}") {
        trimsNextText = end > start && bytes[end - 1] == UInt8(ascii: "-")
        position = end + 2
        return
      }
      end += 1
    }
    report(.templateUnclosedTag, "\"{#\" is never closed", opener..<(opener + 2), help: "add \"#}\"")
    position = bytes.count
  }

  /// Returns the end of a tag's code: the start of its closing marker, or where lexing continues if there is none.
  private func codeEnd(from start: Int) -> (offset: Int, isClosed: Bool) {
    var index = start
    var isInBrokenLine = false
    while index < bytes.count {
      let current = bytes[index]
      if current == 0x0A { isInBrokenLine = false }
      if !isInBrokenLine, current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        // Look ahead at most once per line, so that a line full of quotation marks does not take quadratic time.
        let end = stringEnd(from: index)
        isInBrokenLine = end == nil
        index = end ?? (index + 1)
        continue
      }
      if isOpener(at: index) { return (index, false) }
      if byte(index + 1) == UInt8(ascii: "}"), current == UInt8(ascii: "}") || current == UInt8(ascii: "%") {
        return (index, true)
      }
      index += 1
    }
    return (index, false)
  }

  /// Returns the offset after a string's closing quotation mark; nil if there is none on the line.
  private func stringEnd(from start: Int) -> Int? {
    var index = start + 1
    while let current = byte(index), current != 0x0A {
      if current == bytes[start] { return index + 1 }
      index += current == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private mutating func lexTag(opener: Int, from start: Int) {
    let isOutput = bytes[opener + 1] == UInt8(ascii: "{")
    let (end, isClosed) = codeEnd(from: start)
    let closer = isOutput ? "}}" : "%}"
    guard isClosed else {
      let marker = isOutput ? "{{" : "{%"
      report(
        .templateUnclosedTag, "\"\(marker)\" is never closed", opener..<(opener + 2),
        help: "add \"\(closer)\"")
      position = end
      return
    }
    if (bytes[end] == UInt8(ascii: "}")) != isOutput {
      report(
        .templateUnclosedTag, "\"\(isOutput ? "{{" : "{%")\" is closed by the wrong mark",
        end..<(end + 2), suggestion: closer)
    }
    let trims = end > start && bytes[end - 1] == UInt8(ascii: "-")
    let code = start..<(trims ? end - 1 : end)
    tokens.append(Token(kind: isOutput ? .outputStart : .tagStart, range: opener..<start))
    let first = tokens.count
    lexCode(code)
    position = end + 2
    trimsNextText = trims
    if !isOutput, tokens.count == first + 1, tokens[first].kind == .name("raw") {
      tokens.removeLast(2)
      lexRaw(opener: opener)
    } else {
      tokens.append(Token(kind: isOutput ? .outputEnd : .tagEnd, range: (trims ? end - 1 : end)..<(end + 2)))
    }
  }

  /// Adds text up to `{% endraw %}`, ignoring all tags in it.
  private mutating func lexRaw(opener: Int) {
    var index = position
    while let next = nextOpener(from: index) {
      if let (trimsEnd, trimsNext, end) = rawEnd(at: next) {
        addText(position..<next, trimsEnd: trimsEnd)
        trimsNextText = trimsNext
        position = end
        return
      }
      index = next + 1
    }
    report(
      .templateUnclosedBlock, "\"raw\" is never closed", opener..<position,
      help: "add \"{% endraw %}\"")
    position = bytes.count
  }

  private func rawEnd(at opener: Int) -> (trimsEnd: Bool, trimsNext: Bool, end: Int)? {
    guard byte(opener + 1) == UInt8(ascii: "%") else { return nil }
    var index = opener + 2
    let trimsEnd = byte(index) == UInt8(ascii: "-")
    if trimsEnd { index += 1 }
    while let space = byte(index), Self.isSpace(space) { index += 1 }
    guard bytes[index...].starts(with: "endraw".utf8) else { return nil }
    index += 6
    while let space = byte(index), Self.isSpace(space) { index += 1 }
    let trimsNext = byte(index) == UInt8(ascii: "-")
    if trimsNext { index += 1 }
    guard byte(index) == UInt8(ascii: "%"), byte(index + 1) == UInt8(ascii: "}") else { return nil }
    return (trimsEnd, trimsNext, index + 2)
  }
}

// MARK: Code

extension Lexer {
  private mutating func lexCode(_ code: Range<Int>) {
    var index = code.lowerBound
    while index < code.upperBound {
      if Self.isSpace(bytes[index]) {
        index += 1
        continue
      }
      let token = token(at: index, end: code.upperBound)
      tokens.append(token)
      index = max(token.range.upperBound, index + 1)
    }
  }

  private mutating func token(at start: Int, end: Int) -> Token {
    let first = bytes[start]
    if Self.isNameStart(first) {
      let upper = run(from: start, to: end) { Self.isNameStart($0) || Self.isDigit($0) }
      return Token(kind: .name(source.text(start..<upper)), range: start..<upper)
    }
    if Self.isDigit(first) || (first == UInt8(ascii: "-") && byte(start + 1).map(Self.isDigit) == true) {
      return integer(at: start, end: end)
    }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") { return string(at: start, end: end) }
    if start + 1 < end, let symbol = Token.Symbol(rawValue: source.text(start..<(start + 2))) {
      return Token(kind: .symbol(symbol), range: start..<(start + 2))
    }
    if let symbol = Token.Symbol(rawValue: source.text(start..<(start + 1))) {
      return Token(kind: .symbol(symbol), range: start..<(start + 1))
    }
    return unknownCharacter(at: start, end: end)
  }

  private func run(from start: Int, to end: Int, while isPart: (UInt8) -> Bool) -> Int {
    var index = start + 1
    while index < end, isPart(bytes[index]) { index += 1 }
    return index
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func integer(at start: Int, end: Int) -> Token {
    let range = start..<run(from: start, to: end, while: Self.isDigit)
    if let number = Int(source.text(range)) { return Token(kind: .integer(number), range: range) }
    report(.templateSyntaxError, "the number is too large", range)
    return Token(kind: .invalid, range: range)
  }

  private mutating func string(at start: Int, end: Int) -> Token {
    guard let upper = stringEnd(from: start), upper <= end else {
      report(
        .templateSyntaxError, "the text is never closed on its line", start..<(start + 1),
        help: "add \(bytes[start] == UInt8(ascii: "'") ? "'" : "\"")")
      return Token(kind: .invalid, range: start..<end)
    }
    var content: [UInt8] = []
    var index = start + 1
    while index < upper - 1 {
      if bytes[index] == UInt8(ascii: "\\") {
        if let escaped = escape(at: index) { content.append(escaped) }
        index += 2
      } else {
        content.append(bytes[index])
        index += 1
      }
    }
    return Token(kind: .string(String(decoding: content, as: UTF8.self)), range: start..<upper)
  }

  private mutating func escape(at index: Int) -> UInt8? {
    switch byte(index + 1) {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return bytes[index + 1]
    default:
      report(
        .templateSyntaxError, "an unknown escape in a text", index..<(index + 2),
        help: #"there are \n, \t, \\, \" and \'"#)
      return nil
    }
  }

  private mutating func unknownCharacter(at start: Int, end: Int) -> Token {
    let upper = run(from: start, to: end) { $0 & 0xC0 == 0x80 }
    let character = source.text(start..<upper)
    let arithmetic = ["+", "-", "*", "/", "%"].contains(character)
    report(
      .templateSyntaxError, "\"\(character)\" is not part of the template language", start..<upper,
      help: arithmetic ? "templates do not calculate" : nil)
    return Token(kind: .invalid, range: start..<upper)
  }

  private mutating func report(
    _ rule: Diagnostic.Rule, _ summary: String, _ range: Range<Int>, suggestion: String? = nil,
    help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        rule, summary, at: source.range(range), suggestion: suggestion, help: help))
  }
}
