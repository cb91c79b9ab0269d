import Diagnostics

/// Translates libyaml's errors to comprehensible messages with advice.
struct YAMLProblem {
  let source: SourceText
  /// The byte range of the YAML in the source.
  let region: Range<Int>
  let failure: YAMLFailure

  private var offset: Int { min(region.lowerBound + failure.offset, region.upperBound) }
  private var contextOffset: Int { min(region.lowerBound + failure.contextOffset, region.upperBound) }

  var diagnostic: Diagnostic {
    if let tab = indentingTab {
      return error("a tab in the indentation", at: tab..<(tab + 1), help: "indent with spaces")
    }
    switch failure.problem {
    case "mapping values are not allowed in this context": return unquotedColon
    case "could not find expected ':'":
      return error("a line without \":\" after its key", at: line(at: contextOffset), help: keyHelp)
    case "did not find expected key", "did not find expected <document start>": return unexpectedText
    case "found unexpected end of stream", "found unexpected document indicator":
      return error("a quoted text that is never closed", at: opening, help: "close it with the same quote")
    case "did not find expected ',' or ']'": return unclosed("list", with: "]")
    case "did not find expected ',' or '}'": return unclosed("mapping", with: "}")
    case "found character that cannot start any token":
      return error("\(characterName) cannot begin a value", at: character, help: quotingHelp)
    case "found unknown escape character":
      return error(
        "an unknown escape in a double-quoted text", at: escape,
        help: "write \"\\\\\" for a backslash, or use single quotes")
    case "found invalid Unicode character escape code":
      return error(
        "an escape that is no character", at: escape,
        help: "write the character itself, or both halves of a pair: \"\\ud83d\\ude00\"")
    case "block sequence entries are not allowed in this context":
      return error(
        "a list item that is not on a line of its own", at: character, help: "begin the list on the next line"
      )
    case "control characters are not allowed":
      return error("a control character", at: character, help: "remove it")
    default: return error("not valid YAML: \(failure.problem)", at: character, help: nil)
    }
  }

  private var keyHelp: String { "write lines of the form \"key: value\"" }

  private func error(_ summary: String, at offsets: Range<Int>, help: String?) -> Diagnostic {
    Diagnostic(.yamlSyntax, summary, at: source.range(offsets), help: help)
  }

  /// The tab in the indentation of the line with the error.
  private var indentingTab: Int? {
    for index in source.utf8[line(at: offset)].indices {
      switch source.utf8[index] {
      case 0x20: continue
      case 0x09: return index
      default: return nil
      }
    }
    return nil
  }

  /// The error of an unquoted value that contains another `: `, such as `Foo: bar: baz`.
  private var unquotedColon: Diagnostic {
    let line = line(at: offset)
    let before = source.utf8[line.lowerBound..<min(offset, line.upperBound)]
    let colon = before.indices.first { index in
      before[index] == 0x3A && index + 1 < line.upperBound && source.utf8[index + 1] == 0x20
    }
    guard var start = colon.map({ $0 + 1 }) else {
      return error(
        "a \":\" in a value that is not quoted", at: character,
        help: "put the value in quotes, or indent as its neighbours are")
    }
    while start < line.upperBound, source.utf8[start] == 0x20 { start += 1 }
    var end = line.upperBound
    while end > start, source.utf8[end - 1] == 0x20 { end -= 1 }
    let value = source.text(start..<end)
    return error(
      "a \":\" in a value that is not quoted", at: start..<end,
      help: "put the value in quotes: \(quoted(value))")
  }

  private func quoted(_ text: String) -> String {
    text.utf8.contains(0x22) || text.utf8.contains(0x5C)
      ? "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
      : "\"\(text)\""
  }

  private var unexpectedText: Diagnostic {
    let line = line(at: offset)
    let start = source.utf8[line].firstIndex { $0 != 0x20 } ?? line.lowerBound
    if start < offset, offset < line.upperBound {
      return error("text after the end of a value", at: offset..<line.upperBound, help: quotingHelp)
    }
    return error(
      "a line that is indented differently from its neighbours", at: start..<max(start, line.upperBound),
      help: "indent keys of one mapping alike")
  }

  private func unclosed(_ what: String, with bracket: String) -> Diagnostic {
    error(
      "the \(what) that opens here is never closed", at: opening,
      help: "separate with \",\" and close with \"\(bracket)\"")
  }

  private var quotingHelp: String { "put the whole value in quotes" }

  private var characterName: String {
    let text = source.text(character)
    return text.isEmpty ? "this" : "\"\(text)\""
  }

  /// The character at the error.
  private var character: Range<Int> { scalar(at: offset) }
  private var escape: Range<Int> { scalar(at: offset).lowerBound..<scalar(at: offset + 1).upperBound }
  /// The bracket or quote that is never closed.
  private var opening: Range<Int> { scalar(at: contextOffset) }

  private func scalar(at offset: Int) -> Range<Int> {
    guard offset < source.endOffset else { return source.endOffset..<source.endOffset }
    var end = offset + 1
    while end < source.endOffset, source.utf8[end] & 0xC0 == 0x80 { end += 1 }
    return offset..<end
  }

  private func line(at offset: Int) -> Range<Int> { source.lineRange(source.lineIndex(at: offset)) }
}
