import Diagnostics

/// Parses one template; always returns a tree, with all errors.
struct Parser {
  /// A tag whose end is expected.
  struct OpenTag {
    var keyword: String
    var range: Range<Int>
    /// The keywords that end its current part.
    var ends: [String]
  }

  var input: ExpressionParser
  var template: ParsedTemplate
  var open: [OpenTag] = []

  static func parse(_ source: SourceText, name: String) -> ParsedTemplate {
    let (tokens, lexical) = Lexer.tokens(of: source)
    var parser = Parser(
      input: ExpressionParser(source: source, tokens: tokens),
      template: ParsedTemplate(name: name, source: source))
    parser.template.body = parser.body()
    parser.template.diagnostics = lexical + parser.input.diagnostics
    parser.checkPlacement()
    return parser.template
  }

  // MARK: Bodies

  /// Parses nodes up to the keyword of a tag that ends an open one, or the end of the file.
  mutating func body() -> [Node] {
    var nodes: [Node] = []
    while true {
      let token = input.current
      switch token.kind {
      case .endOfFile: return nodes
      case .text:
        input.advance()
        nodes.append(Node(kind: .text, range: token.range))
      case .outputStart: nodes.append(output())
      case .tagStart:
        input.advance()
        input.isBroken = false
        if endsBody() { return nodes }
        if let node = tag() { nodes.append(node) }
      default: input.advance()
      }
    }
  }

  private mutating func output() -> Node {
    input.advance()
    input.isBroken = false
    let value = input.expression()
    finishTag()
    return Node(kind: .output(input.isBroken ? Expression(.invalid, value.range) : value), range: value.range)
  }

  /// Skips to the end of the current tag or output; reports an error if anything precedes it.
  mutating func finishTag() {
    if input.current.kind != .tagEnd, input.current.kind != .outputEnd { unexpectedRest() }
    while true {
      switch input.current.kind {
      case .tagEnd, .outputEnd:
        input.advance()
        return
      case .endOfFile, .text, .tagStart, .outputStart: return
      default: input.advance()
      }
    }
  }

  private mutating func unexpectedRest() {
    let token = input.current
    guard token.kind != .invalid else {
      input.isBroken = true
      return
    }
    input.fail("\"\(input.source.text(token.range))\" is not expected here", token.range)
  }

  /// Returns whether the keyword ends the current body; the end of an outer tag does too, with an error.
  private mutating func endsBody() -> Bool {
    guard case .name(let keyword) = input.current.kind else { return false }
    return open.contains { $0.ends.contains(keyword) }
  }

  /// Parses the body of the innermost open tag; returns it with the keyword that ends it, or nil after an error.
  mutating func bodyAndEnd() -> (body: [Node], end: String?) {
    let nodes = body()
    guard let tag = open.last else { return (nodes, nil) }
    if case .name(let keyword) = input.current.kind, tag.ends.contains(keyword) {
      input.advance()
      return (nodes, keyword)
    }
    let closing = "end\(tag.keyword)"
    var notes: [Diagnostic.Note] = []
    if case .name(let keyword) = input.current.kind {
      notes = [.init("\"\(keyword)\" comes first", at: input.source.range(input.current.range))]
      // The keyword belongs to an outer tag, whose parsing continues with it.
      input.index -= 1
    }
    input.isBroken = false
    input.fail(
      "\"\(tag.keyword)\" is never closed", tag.range, rule: .templateUnclosedBlock,
      help: "add \"{% \(closing) %}\"", notes: notes)
    return (nodes, nil)
  }

  /// Keeps a tag open while `parse` runs; reports an error and returns `fallback` if the nesting limit is exceeded.
  mutating func inside<Result>(
    _ keyword: String, _ range: Range<Int>, ends: [String], or fallback: Result,
    _ parse: (inout Parser) -> Result
  ) -> Result {
    guard open.count < TemplateLimits.tagNesting else {
      input.isBroken = false
      input.fail(
        "tags are nested more than \(TemplateLimits.tagNesting) deep", range, rule: .templateLimit,
        help: "move a part into an include or a macro")
      input.index = input.tokens.count
      return fallback
    }
    open.append(OpenTag(keyword: keyword, range: range, ends: ends))
    defer { open.removeLast() }
    return parse(&self)
  }
}
