import Diagnostics

extension Parser {
  static let keywords = [
    "if", "elif", "else", "endif", "for", "endfor", "block", "endblock", "extends", "include", "import",
    "macro", "endmacro", "set", "raw", "endraw",
  ]

  /// Parses the tag whose keyword is next; nil if it adds no node to the body.
  mutating func tag() -> Node? {
    guard let keyword = input.name("a tag's name") else {
      finishTag()
      return nil
    }
    switch keyword.text {
    case "if": return condition(keyword)
    case "for": return loop(keyword)
    case "block": return block(keyword)
    case "include": return include()
    case "set": return set()
    case "extends": extends(keyword)
    case "import": importMacros(keyword)
    case "macro": macro(keyword)
    default: strayTag(keyword)
    }
    return nil
  }

  private mutating func strayTag(_ keyword: Name) {
    if Self.keywords.contains(keyword.text) {
      let place = open.last.map { "inside \"\($0.keyword)\"" } ?? "here"
      input.fail(
        "\"\(keyword.text)\" closes nothing \(place)", keyword.range, rule: .templateUnexpectedTag,
        notes: open.last.map { [.init("opened here", at: input.source.range($0.range))] } ?? [])
    } else {
      input.fail(
        "there is no tag \"\(keyword.text)\"", keyword.range, rule: .templateUnknownTag,
        suggestion: Spelling.closest(to: keyword.text, among: Self.keywords),
        help: "the tags are if, for, block, extends, include, import, macro, set and raw")
    }
    finishTag()
  }

  // MARK: Conditions and loops

  private mutating func condition(_ keyword: Name) -> Node? {
    inside("if", keyword.range, ends: ["elif", "else", "endif"], or: nil) { parser in
      var branches: [Node.Branch] = []
      var otherwise: [Node] = []
      var end: String? = "elif"
      while end == "elif" {
        let condition = parser.wholeExpression()
        var branch = Node.Branch(condition: condition, body: [])
        (branch.body, end) = parser.bodyAndEnd()
        branches.append(branch)
      }
      if end == "else" {
        parser.elseTag()
        (otherwise, end) = parser.bodyAndEnd()
      }
      if end != nil { parser.finishTag() }
      return Node(kind: .condition(branches, otherwise: otherwise), range: keyword.range)
    }
  }

  private mutating func wholeExpression() -> Expression {
    input.isBroken = false
    let value = input.expression()
    finishTag()
    return input.isBroken ? Expression(.invalid, value.range) : value
  }

  /// Parses the rest of an `else` tag; from here on, only the end tag may end the body.
  private mutating func elseTag() {
    input.isBroken = false
    if input.current.kind == .name("if") {
      input.fail("\"else if\" is one word here", input.current.range, suggestion: "elif")
    }
    finishTag()
    if let last = open.indices.last { open[last].ends = ["end\(open[last].keyword)"] }
  }

  private mutating func loop(_ keyword: Name) -> Node? {
    inside("for", keyword.range, ends: ["else", "endfor"], or: nil) { parser in
      let variable = parser.input.newName("the loop's variable")
      if parser.input.current.kind == .symbol(.comma) {
        parser.input.fail("a loop has one variable", parser.input.current.range)
      }
      if variable != nil, !parser.input.take(keyword: "in") { parser.input.expected("\"in\"") }
      let list = parser.input.disjunction()
      if parser.input.current.kind == .name("if") {
        parser.input.fail(
          "a loop takes no condition", parser.input.current.range, help: "put an \"if\" into its body")
      }
      parser.finishTag()
      let isBroken = parser.input.isBroken
      var (body, end) = parser.bodyAndEnd()
      var otherwise: [Node] = []
      if end == "else" {
        parser.elseTag()
        (otherwise, end) = parser.bodyAndEnd()
      }
      if end != nil { parser.finishTag() }
      return Node(
        kind: .loop(
          variable: variable ?? Name(text: "", range: keyword.range),
          isBroken ? Expression(.invalid, list.range) : list, body: body, otherwise: otherwise),
        range: keyword.range)
    }
  }

  // MARK: Blocks and macros

  private mutating func block(_ keyword: Name) -> Node? {
    let name = input.name("the block's name")
    finishTag()
    let isOutermost = !open.contains { $0.keyword == "block" }
    let body: [Node] = inside("block", keyword.range, ends: ["endblock"], or: []) { parser in
      let (body, end) = parser.bodyAndEnd()
      if end != nil { parser.endOfBlock(name) }
      return body
    }
    guard let name else { return nil }
    if let outer = open.first(where: { $0.keyword == "macro" }) {
      input.isBroken = false
      input.fail(
        "a block cannot stand inside a macro", name.range, rule: .templateMisplacedTag,
        notes: [.init("the macro", at: input.source.range(outer.range))])
      return nil
    }
    if let first = template.blocks[name.text] {
      input.isBroken = false
      input.fail(
        "the block \"\(name.text)\" is there twice", name.range, rule: .templateDuplicateBlock,
        notes: [.init("the first", at: input.source.range(first.name.range))])
      return nil
    }
    template.blocks[name.text] = Block(name: name, body: body, isOutermost: isOutermost)
    return Node(kind: .block(name.text), range: name.range)
  }

  /// Parses the rest of `{% endblock %}`, which may repeat the block's name.
  private mutating func endOfBlock(_ name: Name?) {
    input.isBroken = false
    if case .name(let text) = input.current.kind {
      if let name, text != name.text {
        input.fail(
          "the block that ends here is \"\(name.text)\"", input.current.range, suggestion: name.text,
          notes: [.init("it begins here", at: input.source.range(name.range))])
      }
      input.advance()
    }
    finishTag()
  }

  private mutating func macro(_ keyword: Name) {
    let name = input.newName("the macro's name")
    let parameters = name == nil ? [] : macroParameters()
    finishTag()
    let isOutermost = open.isEmpty
    let body: [Node] = inside("macro", keyword.range, ends: ["endmacro"], or: []) { parser in
      let (body, end) = parser.bodyAndEnd()
      if end != nil {
        parser.input.isBroken = false
        parser.finishTag()
      }
      return body
    }
    guard let name else { return }
    input.isBroken = false
    if !isOutermost {
      misplaced(keyword, "a macro stands at the top of its file, inside no other tag")
    } else if let first = template.macros[name.text] {
      input.fail(
        "the macro \"\(name.text)\" is there twice", name.range, rule: .templateDuplicateMacro,
        notes: [.init("the first", at: input.source.range(first.name.range))])
    } else {
      template.macros[name.text] = Macro(name: name, parameters: parameters, body: body)
    }
  }

  private mutating func macroParameters() -> [Macro.Parameter] {
    var parameters: [Macro.Parameter] = []
    input.expect(.open)
    while !input.isBroken, input.current.kind != .symbol(.close) {
      guard let name = input.newName("a parameter's name") else { break }
      if parameters.contains(where: { $0.name.text == name.text }) {
        input.fail("the parameter \"\(name.text)\" is there twice", name.range)
      }
      let standard = input.take(.assign) ? input.expression() : nil
      parameters.append(.init(name: name, standard: standard))
      if !input.take(.comma) { break }
    }
    input.expect(.close)
    return parameters
  }

  // MARK: Other files

  private mutating func include() -> Node? {
    let name = input.templateName()
    finishTag()
    return name.map { Node(kind: .include($0.text), range: $0.range) }
  }

  private mutating func extends(_ keyword: Name) {
    let name = input.templateName()
    finishTag()
    input.isBroken = false
    if let name, template.parent != nil {
      misplaced(name, "a template extends one layout")
    } else if !open.isEmpty {
      misplaced(keyword, "\"extends\" stands at the top of its file, inside no other tag")
    } else {
      template.parent = name
    }
  }

  private mutating func importMacros(_ keyword: Name) {
    let name = input.templateName()
    if name != nil, !input.take(keyword: "as") { input.expected("\"as\"") }
    let alias = name == nil || input.isBroken ? nil : input.newName("the name for the macros")
    finishTag()
    input.isBroken = false
    guard let name, let alias else { return }
    if !open.isEmpty {
      misplaced(keyword, "\"import\" stands at the top of its file, inside no other tag")
    } else if template.imports.contains(where: { $0.alias.text == alias.text }) {
      input.fail("the name \"\(alias.text)\" is imported twice", alias.range)
    } else {
      template.imports.append(.init(template: name, alias: alias))
    }
  }

  private mutating func set() -> Node? {
    let name = input.newName("the name to set")
    if name != nil, input.current.kind != .symbol(.assign) {
      input.expected("\"=\"")
    } else {
      _ = input.take(.assign)
    }
    let value = wholeValue()
    guard let name else { return nil }
    return Node(kind: .set(name, value), range: name.range)
  }

  private mutating func wholeValue() -> Expression {
    let value = input.isBroken ? Expression(.invalid, input.current.range) : input.expression()
    finishTag()
    return input.isBroken ? Expression(.invalid, value.range) : value
  }

  private mutating func misplaced(_ name: Name, _ summary: String) {
    input.fail(summary, name.range, rule: .templateMisplacedTag)
  }

  // MARK: Whole template

  /// Reports text outside of blocks in a template that extends a layout, since it would never be shown.
  mutating func checkPlacement() {
    guard template.parent != nil else { return }
    for node in template.body {
      switch node.kind {
      case .block, .set: continue
      case .text where template.source.utf8[node.range].allSatisfy(Lexer.isSpace): continue
      default: break
      }
      let place = template.source.range(trimmed(node.range))
      template.diagnostics.append(
        Diagnostic(
          .templateMisplacedTag, "what stands outside of the blocks is never shown", at: place,
          help: "a template that extends a layout holds blocks, macros, imports and sets only"))
      return
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let text = template.source.utf8[range]
    let lower = text.firstIndex { !Lexer.isSpace($0) } ?? range.lowerBound
    let upper = text[lower...].firstIndex(of: 0x0A) ?? range.upperBound
    return lower..<upper
  }
}
