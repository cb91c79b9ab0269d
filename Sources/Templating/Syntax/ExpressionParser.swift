import Diagnostics

/// Parses the expressions of one tag.
///
/// It always returns an expression. After the first error in a tag (`isBroken`), no further errors are reported and its
/// expressions are invalid.
struct ExpressionParser {
  let source: SourceText
  let tokens: [Token]
  var index = 0
  var diagnostics: [Diagnostic] = []
  var isBroken = false
  private var nesting = 0

  init(source: SourceText, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  // MARK: Tokens

  var current: Token {
    if index < tokens.count { return tokens[index] }
    let end = source.endOffset
    return Token(kind: .endOfFile, range: end..<end)
  }

  /// The end of the previous token.
  var lastEnd: Int { index > 0 && index <= tokens.count ? tokens[index - 1].range.upperBound : 0 }

  mutating func advance() { index = min(index + 1, tokens.count) }

  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(keyword: String) -> Bool {
    guard current.kind == .name(keyword) else { return false }
    advance()
    return true
  }

  mutating func name(_ what: String) -> Name? {
    guard case .name(let text) = current.kind else {
      expected(what)
      return nil
    }
    let name = Name(text: text, range: current.range)
    advance()
    return name
  }

  /// Parses a name that is introduced here, which must not be a reserved word.
  mutating func newName(_ what: String) -> Name? {
    guard let name = name(what) else { return nil }
    if Self.reserved.contains(name.text) || Self.predefined.contains(name.text) {
      fail("\"\(name.text)\" is a word of the template language", name.range, help: "choose another name")
      return nil
    }
    return name
  }

  /// Parses the quoted name of a template.
  mutating func templateName() -> Name? {
    guard case .string(let text) = current.kind else {
      expected("the template's name in quotation marks")
      return nil
    }
    let name = Name(text: text, range: current.range)
    advance()
    return name
  }

  mutating func expect(_ symbol: Token.Symbol) {
    if !take(symbol) { expected("\"\(symbol.rawValue)\"") }
  }

  mutating func expected(_ what: String, help: String? = nil) {
    switch current.kind {
    case .invalid: isBroken = true
    case .outputEnd, .tagEnd, .endOfFile:
      fail("\(what) is missing here", current.range, help: help)
    default:
      fail("\(what) is expected, not \"\(source.text(current.range))\"", current.range, help: help)
    }
  }

  mutating func fail(
    _ summary: String, _ range: Range<Int>, rule: Diagnostic.Rule = .templateSyntaxError,
    suggestion: String? = nil,
    help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    if !isBroken {
      diagnostics.append(
        Diagnostic(
          rule, summary, at: source.range(range), suggestion: suggestion, help: help,
          notes: notes))
    }
    isBroken = true
  }

  // MARK: Operators, lowest precedence first

  mutating func expression() -> Expression {
    nested { parser in
      var value = parser.disjunction()
      while !parser.isBroken, parser.take(keyword: "if") {
        let condition = parser.disjunction()
        let otherwise = parser.take(keyword: "else") ? parser.expression() : nil
        value = parser.node(
          .conditional(value, if: condition, else: otherwise),
          [value, condition] + (otherwise.map { [$0] } ?? []))
      }
      return value
    }
  }

  /// Parses an expression without an inline `if`.
  mutating func disjunction() -> Expression {
    operands(separatedBy: { $0.take(keyword: "or") }, { $0.conjunction() }, Expression.Kind.any)
  }

  private mutating func conjunction() -> Expression {
    operands(separatedBy: { $0.take(keyword: "and") }, { $0.negation() }, Expression.Kind.all)
  }

  private mutating func negation() -> Expression {
    let start = current.range.lowerBound
    guard take(keyword: "not") else { return comparison() }
    let operand = nested { $0.negation() }
    var result = node(.not(operand), [operand])
    result.range = start..<max(start, operand.range.upperBound)
    return result
  }

  private mutating func comparison() -> Expression {
    let left = concatenation()
    if case .symbol(let symbol) = current.kind, Self.comparisons.contains(symbol) {
      advance()
      let right = concatenation()
      if case .symbol(let second) = current.kind, Self.comparisons.contains(second) {
        fail("comparisons do not follow one another", current.range, help: "join them with \"and\"")
      }
      return node(.comparison(symbol, left, right), [left, right])
    }
    let negated = current.kind == .name("not") && following == .name("in")
    if negated { advance() }
    if take(keyword: "in") {
      let collection = concatenation()
      return node(.contains(left, in: collection, negated: negated), [left, collection])
    }
    if current.kind == .name("is") {
      fail(
        "\"is\" is not part of the template language", current.range,
        help: "\"if x\" asks whether x is there, \"==\" compares")
    }
    return left
  }

  private static let comparisons: Set<Token.Symbol> = [
    .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual,
  ]

  private var following: Token.Kind { index + 1 < tokens.count ? tokens[index + 1].kind : .endOfFile }

  private mutating func concatenation() -> Expression {
    operands(separatedBy: { $0.take(.concatenate) }, { $0.postfix() }, Expression.Kind.joined)
  }

  private mutating func operands(
    separatedBy separator: (inout ExpressionParser) -> Bool,
    _ operand: (inout ExpressionParser) -> Expression, _ kind: ([Expression]) -> Expression.Kind
  ) -> Expression {
    let first = operand(&self)
    var all = [first]
    while !isBroken, separator(&self) { all.append(operand(&self)) }
    return all.count == 1 ? first : node(kind(all), all)
  }

  // MARK: Operands

  private mutating func postfix() -> Expression {
    var value = primary()
    while !isBroken {
      let before = value
      if take(.dot) {
        guard let field = name("the field's name") else { break }
        value = node(.field(before, field), [before])
      } else if take(.open) {
        let arguments = arguments()
        value = node(.call(before, arguments), [before] + arguments.map(\.value))
      } else if take(.filter) {
        guard let filter = name("the filter's name") else { break }
        let arguments = take(.open) ? arguments() : []
        value = node(.filter(before, filter, arguments), [before] + arguments.map(\.value))
      } else if current.kind == .symbol(.openList) {
        fail(
          "\"[\" does not follow a value", current.range,
          help: "write \".name\" for a field, and \"first\", \"last\" or \"for\" for a list")
      } else {
        break
      }
    }
    return value
  }

  private mutating func primary() -> Expression {
    let token = current
    switch token.kind {
    case .string(let text):
      advance()
      return Expression(.text(text), token.range)
    case .integer(let number):
      advance()
      return Expression(.integer(number), token.range)
    case .name(let text) where !Self.reserved.contains(text):
      advance()
      if text == "true" || text == "false" { return Expression(.boolean(text == "true"), token.range) }
      return Expression(.name(text), token.range)
    case .symbol(.open):
      advance()
      var value = expression()
      expect(.close)
      value.range = token.range.lowerBound..<max(token.range.upperBound, lastEnd)
      return value
    case .symbol(.openList):
      advance()
      return list(from: token.range.lowerBound)
    default:
      expected("a value")
      return Expression(.invalid, token.range)
    }
  }

  private static let reserved: Set<String> = ["and", "or", "not", "in", "is", "if", "else"]
  private static let predefined: Set<String> = ["true", "false", "loop", "super", "words"]

  private mutating func list(from start: Int) -> Expression {
    var elements: [Expression] = []
    while !isBroken, current.kind != .symbol(.closeList) {
      elements.append(expression())
      if !take(.comma) { break }
    }
    expect(.closeList)
    var value = node(.list(elements), elements)
    value.range = start..<max(start, lastEnd)
    return value
  }

  private mutating func arguments() -> [Argument] {
    var arguments: [Argument] = []
    while !isBroken, current.kind != .symbol(.close) {
      var label: Name?
      if case .name(let text) = current.kind, following == .symbol(.assign) {
        label = Name(text: text, range: current.range)
        advance()
        advance()
      }
      arguments.append(Argument(label: label, value: expression()))
      if !take(.comma) { break }
    }
    expect(.close)
    return arguments
  }

  // MARK: Depth

  private mutating func nested(_ parse: (inout ExpressionParser) -> Expression) -> Expression {
    guard nesting < TemplateLimits.expressionDepth else {
      tooDeep()
      return Expression(.invalid, current.range)
    }
    nesting += 1
    defer { nesting -= 1 }
    return parse(&self)
  }

  private mutating func node(_ kind: Expression.Kind, _ parts: [Expression]) -> Expression {
    let depth = 1 + (parts.map(\.depth).max() ?? 0)
    let start = parts.first?.range.lowerBound ?? current.range.lowerBound
    let range = start..<max(start, lastEnd)
    guard depth <= TemplateLimits.expressionDepth else {
      tooDeep()
      return Expression(.invalid, range)
    }
    return Expression(kind, range, depth: depth)
  }

  private mutating func tooDeep() {
    fail(
      "the expression is nested more than \(TemplateLimits.expressionDepth) deep", current.range,
      rule: .templateLimit, help: "give a part of it a name with \"set\"")
  }
}
