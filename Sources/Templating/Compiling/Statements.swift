import Diagnostics

extension Compiler {
  /// Compiles nodes in a scope of their own, which ends with them.
  mutating func compile(_ nodes: [Node], _ kind: Scope.BodyKind, loop: Int32? = nil) {
    guard depth < TemplateLimits.expandedNesting else {
      let range = nodes.first?.range ?? 0..<0
      exhaust("bodies are nested more than \(TemplateLimits.expandedNesting) deep", range)
      return
    }
    depth += 1
    let registers = nextRegister
    scope.open(kind, loop: loop)
    for node in nodes where !isExhausted { compile(node) }
    scope.close()
    nextRegister = registers
    depth -= 1
  }

  private mutating func compile(_ node: Node) {
    size += 1
    if size > TemplateLimits.expandedSize {
      exhaust("the template grows too large with all that it includes", node.range)
      return
    }
    switch node.kind {
    case .text: compileText(node.range)
    case .output(let expression): compileOutput(expression)
    case .condition(let branches, let otherwise): compileCondition(branches, otherwise, node.range)
    case .loop(let variable, let list, let body, let otherwise):
      compileLoop(variable, list, body, otherwise, node.range)
    case .block(let name): compileBlock(name, node.range)
    case .include(let name): compileInclude(Name(text: name, range: node.range))
    case .set(let name, let value): compileSet(name, value)
    }
  }

  // MARK: Text and values

  private mutating func compileText(_ range: Range<Int>) {
    var end = range.lowerBound
    for literal in follow(range) {
      guard let (path, rest) = site(literal) else { continue }
      emitText(file.source.utf8[end..<literal.offsets.lowerBound], at: range)
      let registers = nextRegister
      let register = constant(program.arena.address(.site(path: path)))
      emit(.write(register, literal.isOfSite ? .siteAddress : .address))
      nextRegister = registers
      end = rest
    }
    emitText(file.source.utf8[end..<range.upperBound], at: range)
  }

  /// Advances the markup context over a text; returns the addresses in it.
  private mutating func follow(_ range: Range<Int>) -> [AddressLiteral] {
    guard context.language != .plain else { return [] }
    let bytes = Array(file.source.utf8[range])
    var literals = AddressLiterals(bytes, from: range.lowerBound, in: context)
    var index = context.advanceQuickly(bytes, from: 0)
    while index < bytes.count {
      let before = context.place
      let mistake = context.advance(bytes[index])
      literals.note(index, before: before, context)
      if let mistake, isContextKnown {
        report(mistake, range.lowerBound + index..<range.lowerBound + index + 1)
      }
      index += 1
      if context.place != before { index = context.advanceQuickly(bytes, from: index) }
    }
    literals.finish()
    return literals.found
  }

  /// Returns the site path that replaces an address, with the offset where the text continues; nil if the address is
  /// left unchanged.
  private mutating func site(_ literal: AddressLiteral) -> (path: String, rest: Int)? {
    let parts = file.source.text(literal.offsets).split(separator: "&amp;", omittingEmptySubsequences: false)
    // An address with other character references is not interpreted.
    if parts.contains(where: { $0.utf8.contains(UInt8(ascii: "&")) }) { return nil }
    let path = parts.joined(separator: "&")
    written.insert(
      WrittenAddress(path: path, range: file.source.range(literal.offsets), isWhole: literal.isWhole))
    guard let target = placing(path) else { return nil }
    if literal.isWhole { return (target, literal.offsets.upperBound) }
    // A value continues the address, so only the base is inserted before it.
    let slashes = file.source.utf8[literal.offsets].prefix { $0 == UInt8(ascii: "/") }
    return ("", literal.offsets.lowerBound + slashes.count)
  }

  private mutating func report(_ mistake: TrackingMistake, _ range: Range<Int>) {
    switch mistake {
    case .ambiguousWord:
      report(
        .templateMixedContext, "whether this goes on with the word before depends on a condition", range,
        help: "put a blank before it")
    case .missingName:
      report(.templateMixedContext, "\"=\" follows no attribute's name", range)
    case .lateMeaning:
      report(
        .templateUnsafeValue, "\"http-equiv\" stands before a \"content\" that holds a value", range,
        help: "move it to the front: it decides what the value means")
    }
  }

  /// Compiles the content of `{{ }}`: a value, a macro call, or a choice between them.
  mutating func compileOutput(_ expression: Expression) {
    let registers = nextRegister
    defer { nextRegister = registers }
    switch expression.kind {
    case .conditional(let value, let condition, let otherwise):
      compileChoice(value, condition, otherwise, expression.range)
    case .call(let callee, let arguments) where !isWord(callee):
      compileCall(callee, arguments, expression.range)
    case _ where isWord(expression): compileWordOutput(expression)
    default:
      guard let operand = compile(expression), isPrintable(operand, expression) else { return }
      var isJSON = false
      if case .filter(_, let name, _) = expression.kind { isJSON = Filter.named(name.text)?.isJSON ?? false }
      write(operand, isJSON: isJSON, expression.range)
    }
  }

  mutating func write(_ operand: Operand, isJSON: Bool, _ range: Range<Int>) {
    switch context.advance(over: operand.type, isJSON: isJSON) {
    case .success(let escaping): emit(.write(operand.register, escaping))
    case .failure(let mistake): reportPlacement(mistake, range)
    }
  }

  mutating func reportPlacement(_ mistake: PlacementMistake, _ range: Range<Int>) {
    if isContextKnown { report(.templateUnsafeValue, mistake.summary, range, help: mistake.help) }
  }

  mutating func isPrintable(_ operand: Operand, _ expression: Expression) -> Bool {
    let written = file.source.text(expression.range)
    switch operand.type {
    case .text, .html, .address, .integer, .boolean, .date: return true
    case .optional:
      reportAbsence(expression, operand.type)
    case .list:
      report(
        .templateUnprintableValue, "\"\(written)\" is a list, which is not written as it is",
        expression.range, help: "use \"for\", or \"join\" for a list of texts")
    case .record(let shape):
      report(
        .templateUnprintableValue, "\"\(written)\" is a record, which is not written as it is",
        expression.range, help: "\(shape.name) has \(list(shape.fields.map(\.name)))")
    }
    return false
  }

  mutating func reportAbsence(_ expression: Expression, _ type: ValueType) {
    let written = file.source.text(expression.range)
    let wrapped = type.unwrapped
    let example =
      switch wrapped {
      case .text: "\"…\""
      case .integer: "0"
      case .boolean: "false"
      default: "…"
      }
    var help = "write \(written) | default(\(example))"
    switch expression.kind {
    case .name, .field: help += ", or put it inside {% if \(written) %}"
    default: break
    }
    report(.templateAbsentValue, "\"\(written)\" may be absent", expression.range, help: help)
  }

  /// Returns a list of names for help texts, cut if it is long.
  func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "no fields" }
    let most = 30
    let rest = names.count > most ? " and \(names.count - most) more" : ""
    return names.prefix(most).joined(separator: ", ") + rest
  }

  // MARK: Conditions

  /// Compiles one of several alternatives, with the facts that hold in it; returns its final markup context.
  mutating func compileWay(
    facts: Set<ValuePath>, from start: MarkupContext, _ body: (inout Compiler) -> Void
  ) -> MarkupContext {
    let before = scope.facts
    scope.facts.formUnion(facts)
    context = start
    body(&self)
    scope.facts = before.filter { !changedBindings.contains($0.binding) }
    return context
  }

  private mutating func compileCondition(
    _ branches: [Node.Branch], _ otherwise: [Node], _ range: Range<Int>
  ) {
    let facts = scope.facts
    let start = context
    var states: [MarkupContext] = []
    var exits: [Int] = []
    for (index, branch) in branches.enumerated() {
      let registers = nextRegister
      let condition = compileTruth(branch.condition)
      let skip = emitOpen(.jumpIfFalse(condition.register, 0))
      nextRegister = registers
      states.append(
        compileWay(facts: condition.whenTrue, from: start) { $0.compile(branch.body, .branch) })
      if index < branches.count - 1 || !otherwise.isEmpty { exits.append(emitOpen(.jump(0))) }
      land(skip)
      scope.facts.formUnion(condition.whenFalse)
    }
    states.append(compileWay(facts: [], from: start) { $0.compile(otherwise, .branch) })
    for exit in exits { land(exit) }
    scope.facts = facts.filter { !changedBindings.contains($0.binding) }
    join(states, range, "the branches of this \"if\"")
  }

  private mutating func compileChoice(
    _ value: Expression, _ condition: Expression, _ otherwise: Expression?, _ range: Range<Int>
  ) {
    let facts = scope.facts
    let start = context
    let truth = compileTruth(condition)
    let skip = emitOpen(.jumpIfFalse(truth.register, 0))
    let first = compileWay(facts: truth.whenTrue, from: start) { $0.compileOutput(value) }
    var second = start
    if let otherwise {
      let exit = emitOpen(.jump(0))
      land(skip)
      second = compileWay(facts: truth.whenFalse, from: start) { $0.compileOutput(otherwise) }
      land(exit)
    } else {
      land(skip)
    }
    scope.facts = facts
    join([first, second], range, "the values of this choice")
  }

  /// Continues in the common markup context of all alternatives; reports an error if they differ.
  mutating func join(_ states: [MarkupContext], _ range: Range<Int>, _ what: String) {
    guard var result = states.first else { return }
    for state in states.dropFirst() {
      if let joined = result.joined(with: state) {
        result = joined
      } else if isContextKnown {
        report(
          .templateMixedContext, "\(what) end in different places: \(result.name), and \(state.name)",
          range, help: "open and close tags and quotation marks in the same branch")
        break
      }
    }
    context = result
  }

  // MARK: Names

  mutating func compileSet(_ name: Name, _ value: Expression) {
    let setting = scope.setting(name.text)
    guard let operand = compile(value) else {
      // The name is known from now on, but not its type.
      if case .new = setting { bind(name.text, nil, .set) }
      return
    }
    switch setting {
    case .new:
      // The value needs its own register, because the source may belong to a name that changes later.
      let own = Operand(register: register(), type: operand.type)
      emit(.copy(operand.register, to: own.register))
      bind(name.text, own, .set)
    case .change(let index):
      let known = scope.bindings[index]
      guard let type = known.type else { return }
      guard type.matches(operand.type) else {
        report(
          .templateWrongType, "\"\(name.text)\" is \(type.phrase), and this is \(operand.type.phrase)",
          value.range)
        return
      }
      emit(.copy(operand.register, to: known.register))
      scope.facts = scope.facts.filter { $0.binding != known.number }
      changedBindings.insert(known.number)
    case .hidden:
      report(
        .templateShadowedName, "\"\(name.text)\" has a meaning outside of this body already", name.range,
        help: "choose another name: this one would end with the loop or branch")
    case .outsideLoop:
      report(
        .templateShadowedName, "\"\(name.text)\" is set outside of the loop, which cannot change it",
        name.range, help: "each round of a loop begins anew; choose another name")
    }
  }
}
