/// The reason why a template's markup cannot be tracked.
enum TrackingMistake: Sendable {
  /// Branches ended in different words of a tag, and another word follows without white space.
  case ambiguousWord
  /// `=` without an attribute name.
  case missingName
  /// `http-equiv` after a `content` that contains a value.
  case lateMeaning
}

extension MarkupContext {
  /// Advances over as many bytes as need not be looked at one by one, none of which ends or begins anything: text, the
  /// value of a plain attribute, and lower-case names. Returns the index of the next byte.
  mutating func advanceQuickly(_ bytes: [UInt8], from start: Int) -> Int {
    switch place {
    case .text: return bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    case .quotedValue(let quote) where attributeKind == .plain:
      return bytes[start...].firstIndex(of: quote) ?? bytes.count
    case .tagName, .attributeName:
      let name = bytes[start...].prefix { Self.isSmallLetter($0) || $0 == UInt8(ascii: "-") }
      if name.isEmpty { return start }
      let text = String(decoding: name, as: UTF8.self)
      if place == .tagName { tag += text } else { attribute += text }
      return name.endIndex
    default: return start
    }
  }

  /// Advances over one byte of the template's own text.
  mutating func advance(_ byte: UInt8) -> TrackingMistake? {
    switch place {
    case .text: if byte == UInt8(ascii: "<") { place = .tagStart }
    case .tagStart: advanceTagStart(byte)
    case .endTagStart: advanceEndTagStart(byte)
    case .tagName: advanceTagName(byte)
    case .tag: return advanceTag(byte)
    case .attributeName, .afterAttributeName: return advanceAttributeName(byte)
    case .beforeValue: advanceBeforeValue(byte)
    case .quotedValue(let quote): advanceValue(byte, quote: quote)
    case .unquotedValue: advanceUnquotedValue(byte)
    case .afterValue: return advanceAfterValue(byte)
    case .boundary:
      guard Lexer.isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else {
        place = .tag
        _ = advanceTag(byte)
        return .ambiguousWord
      }
      return advanceAfterValue(byte)
    case .declarationStart: advanceDeclarationStart(byte)
    case .declaration: if byte == UInt8(ascii: ">") { place = .text }
    case .comment: advanceComment(byte)
    case .characterData: advanceCharacterData(byte)
    case .rawText: advanceRawText(byte)
    }
    return nil
  }

  // MARK: Tags

  private mutating func advanceTagStart(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "!"):
      place = .declarationStart
      pending = ""
    case UInt8(ascii: "/"): place = .endTagStart
    case UInt8(ascii: "?"): place = .declaration
    case UInt8(ascii: "<"): break
    default:
      if Self.isLetter(byte) { beginTag(byte, isEnd: false) } else { place = .text }
    }
  }

  private mutating func advanceEndTagStart(_ byte: UInt8) {
    if Self.isLetter(byte) {
      beginTag(byte, isEnd: true)
    } else {
      place = byte == UInt8(ascii: ">") ? .text : .declaration
    }
  }

  private mutating func beginTag(_ byte: UInt8, isEnd: Bool) {
    place = .tagName
    isEndTag = isEnd
    tag = ""
    append(byte, to: \.tag)
  }

  private mutating func advanceTagName(_ byte: UInt8) {
    if Lexer.isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
      place = .tag
      _ = advanceTag(byte)
    } else {
      append(byte, to: \.tag)
    }
  }

  private mutating func advanceTag(_ byte: UInt8) -> TrackingMistake? {
    if Lexer.isSpace(byte) { return nil }
    if byte == UInt8(ascii: ">") {
      closeTag()
      return nil
    }
    isSelfClosing = byte == UInt8(ascii: "/")
    if isSelfClosing { return nil }
    place = .attributeName
    attribute = ""
    append(byte, to: \.attribute)
    return byte == UInt8(ascii: "=") ? .missingName : nil
  }

  private mutating func advanceAttributeName(_ byte: UInt8) -> TrackingMistake? {
    switch byte {
    case UInt8(ascii: "="):
      place = .beforeValue
      if tag == "meta", attribute == "http-equiv", hasValueInContent { return .lateMeaning }
    case UInt8(ascii: ">"), UInt8(ascii: "/"):
      endAttribute()
      _ = advanceTag(byte)
    default:
      if Lexer.isSpace(byte) {
        place = .afterAttributeName
      } else if place == .afterAttributeName {
        endAttribute()
        _ = advanceTag(byte)
      } else {
        append(byte, to: \.attribute)
      }
    }
    return nil
  }

  private mutating func advanceBeforeValue(_ byte: UInt8) {
    prefix = ""
    written = .nothing
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): place = .quotedValue(byte)
    case UInt8(ascii: ">"):
      endAttribute()
      _ = advanceTag(byte)
    default:
      if Lexer.isSpace(byte) { return }
      place = .unquotedValue
      addToValue(byte)
    }
  }

  private mutating func advanceValue(_ byte: UInt8, quote: UInt8) {
    if byte == quote {
      finishAttribute()
      endAttribute()
      place = .afterValue
    } else {
      addToValue(byte)
    }
  }

  private mutating func advanceUnquotedValue(_ byte: UInt8) {
    if Lexer.isSpace(byte) || byte == UInt8(ascii: ">") {
      finishAttribute()
      endAttribute()
      _ = advanceTag(byte)
    } else {
      addToValue(byte)
    }
  }

  private mutating func advanceAfterValue(_ byte: UInt8) -> TrackingMistake? {
    place = .tag
    return advanceTag(byte)
  }

  private mutating func addToValue(_ byte: UInt8) {
    let kind = attributeKind
    guard kind != .plain else { return }
    // White space before a URL, and the comma between two, are not part of it.
    let separates = Lexer.isSpace(byte) || (kind == .addressList && byte == UInt8(ascii: ","))
    if separates, kind == .addressList || written == .nothing {
      if kind == .addressList { written = .nothing }
    } else if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") {
      written = .query
    } else if written != .query {
      written = .path
    }
    // Browsers ignore white space in a URL, which would otherwise push its scheme out of the prefix.
    if kind.isAddress, byte <= 0x20 { return }
    if prefix.utf8.count < 40 { append(byte, to: \.prefix) }
  }

  private mutating func endAttribute() {
    place = .tag
    attribute = ""
    prefix = ""
    written = .nothing
  }

  /// Evaluates a complete literal value that determines the meaning of its tag.
  mutating func finishAttribute() {
    guard attributeKind == .decisive else { return }
    let value = prefix.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // Of duplicate attributes the first one counts.
    if tag == "script", attribute == "type", scriptType == nil {
      let type = value.split(separator: ";", omittingEmptySubsequences: false).first.map(String.init)
      // A type with character references is treated as executable script.
      scriptType = value.contains("&") ? "" : type ?? ""
    }
    if tag == "meta", attribute == "http-equiv", value == "refresh" || value.contains("&") {
      isRefresh = true
    }
  }

  private static let rawTextElements: Set<String> = [
    "title", "textarea", "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  private mutating func closeTag() {
    let (element, isEnd, closesItself, type) = (tag, isEndTag, isSelfClosing, scriptType)
    var next = MarkupContext(language)
    next.foreignDepth = foreignDepth
    if language == .html {
      let isForeign = element == "svg" || element == "math"
      if isForeign, isEnd { next.foreignDepth = max(0, foreignDepth - 1) }
      if isForeign, !isEnd, !closesItself { next.foreignDepth = foreignDepth + 1 }
      // In SVG, a title is an ordinary element, and an empty script or style element may be self-closing.
      let isRaw =
        foreignDepth == 0
        ? Self.rawTextElements.contains(element)
        : (element == "script" || element == "style") && !closesItself
      if isRaw, !isEnd {
        next.place = .rawText
        next.tag = element
        next.scriptType = element == "script" ? type : nil
      }
    }
    self = next
  }

  // MARK: Comments and raw text

  private mutating func advanceDeclarationStart(_ byte: UInt8) {
    append(byte, to: \.pending)
    if pending == "--" {
      place = .comment
    } else if pending == "[cdata[", language == .xml || foreignDepth > 0 {
      place = .characterData
      pending = ""
    } else if byte == UInt8(ascii: ">") {
      place = .text
      pending = ""
    } else if !"--".hasPrefix(pending), !"[cdata[".hasPrefix(pending) {
      place = .declaration
      pending = ""
    }
  }

  private mutating func advanceComment(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "-"): pending = pending == "-" || pending == "--" ? "--" : "-"
    case UInt8(ascii: "!") where pending == "--": pending = "--!"
    case UInt8(ascii: ">") where pending == "--" || pending == "--!":
      pending = ""
      place = .text
    default: pending = ""
    }
  }

  private mutating func advanceCharacterData(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "]"): pending = pending.isEmpty ? "]" : "]]"
    case UInt8(ascii: ">") where pending == "]]":
      pending = ""
      place = .text
    default: pending = ""
    }
  }

  private mutating func advanceRawText(_ byte: UInt8) {
    let end = "</" + tag
    if Lexer.isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
      switch (pending, scriptNesting) {
      case (end, .doubleEscaped): scriptNesting = .escaped
      case (end, _):
        endRawText(byte)
        return
      case ("<script", .escaped): scriptNesting = .doubleEscaped
      default: break
      }
    }
    append(byte, to: \.pending)
    if tag == "script", language == .html, foreignDepth == 0 { advanceNesting(byte) }
    let isScriptStart = scriptNesting == .escaped && "<script".hasPrefix(pending)
    if !end.hasPrefix(pending), !"<!--".hasPrefix(pending), !isScriptStart {
      pending = byte == UInt8(ascii: "<") ? "<" : ""
    }
    if isDataScript { advanceString(byte) }
  }

  private mutating func endRawText(_ byte: UInt8) {
    let (element, depth) = (tag, foreignDepth)
    self = MarkupContext(language)
    foreignDepth = depth
    tag = element
    isEndTag = true
    place = .tag
    _ = advanceTag(byte)
  }

  /// Tracks `<!--` and `-->` in a script.
  private mutating func advanceNesting(_ byte: UInt8) {
    if pending == "<!--", scriptNesting == .none {
      scriptNesting = .escaped
      hyphens = 2
    } else if scriptNesting != .none, byte == UInt8(ascii: "-") {
      hyphens = min(2, hyphens + 1)
    } else {
      if hyphens == 2, byte == UInt8(ascii: ">") { scriptNesting = .none }
      hyphens = 0
    }
  }

  private mutating func advanceString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = isInString
    } else if byte == UInt8(ascii: "\"") {
      isInString.toggle()
    }
  }

  // MARK: Bytes

  private static func isLetter(_ byte: UInt8) -> Bool { isSmallLetter(byte | 0x20) }

  private static func isSmallLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// Appends a byte in lower case; non-ASCII bytes only have to differ from ASCII.
  private mutating func append(_ byte: UInt8, to text: WritableKeyPath<MarkupContext, String>) {
    let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    self[keyPath: text].unicodeScalars.append(Unicode.Scalar(isUpper ? byte | 0x20 : byte))
  }
}
