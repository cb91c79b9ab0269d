import Diagnostics

/// Expansion of layouts with their blocks, includes and macros.
extension Compiler {
  // MARK: Layouts

  mutating func compilePage() {
    reach(file)
    var chain = [(file: file, expansions: [Expansion]())]
    var isWhole = true
    while let last = chain.last, let parent = last.file.parent {
      self.file = last.file
      expansions = last.expansions
      let place = file.source.range(parent.range)
      guard !chain.contains(where: { $0.file.name == parent.text }) else {
        let way = chain.map(\.file.name) + [parent.text]
        report(
          .templateRecursion, "the layout \"\(parent.text)\" leads to itself", parent.range,
          help: "the way round: \(way.joined(separator: ", "))")
        isWhole = false
        break
      }
      guard let layout = template(parent) else {
        isWhole = false
        break
      }
      let step = Expansion(kind: .layout, identity: parent.text, place: place)
      chain.append((layout, last.expansions + [step]))
    }
    collectBlocks(chain, isWhole: isWhole)
    compileChain(chain, isWhole: isWhole)
  }

  private mutating func collectBlocks(
    _ chain: [(file: ParsedTemplate, expansions: [Expansion])], isWhole: Bool
  ) {
    for (index, link) in chain.enumerated() {
      let inherited = chain[(index + 1)...].flatMap { $0.file.blocks.keys }.sorted()
      file = link.file
      expansions = link.expansions
      for (name, block) in link.file.blocks.sorted(by: {
        $0.value.name.range.lowerBound < $1.value.name.range.lowerBound
      }) {
        blocks[name, default: []].append(
          BlockDefinition(block: block, file: link.file, expansions: link.expansions))
        guard isWhole, index < chain.count - 1, block.isOutermost, !inherited.contains(name) else { continue }
        report(
          .templateUnknownBlock, "the layout has no block \"\(name)\", so this is never shown",
          block.name.range, suggestion: Spelling.closest(to: name, among: inherited),
          help: inherited.isEmpty ? nil : "it has \(list(inherited))")
      }
    }
  }

  private mutating func compileChain(
    _ chain: [(file: ParsedTemplate, expansions: [Expansion])], isWhole: Bool
  ) {
    guard let root = chain.last else { return }
    scope.open(.unit)
    for link in chain.dropLast() {
      file = link.file
      expansions = link.expansions
      compileSets(of: link.file)
    }
    file = root.file
    expansions = root.expansions
    if isWhole {
      compile(root.file.body, .unit)
      checkEnd()
    } else {
      // Without the layout the blocks are still checked, but their markup contexts are unknown.
      isContextKnown = false
      for node in root.file.body { compile([node], .unit) }
    }
    scope.close()
  }

  private mutating func compileSets(of file: ParsedTemplate) {
    for node in file.body {
      if case .set(let name, let value) = node.kind { compileSet(name, value) }
    }
  }

  private mutating func checkEnd() {
    guard context.place != .text, isContextKnown, !isExhausted, !diagnostics.hasErrors else { return }
    let end = file.source.endOffset
    report(
      .templateMixedContext, "the template ends inside \(context.name)", end..<end,
      help: "close it before the end")
  }

  mutating func compileBlock(_ name: String, _ range: Range<Int>) {
    guard let definitions = blocks[name], expansions.allSatisfy({ $0.kind == .layout }) else {
      report(
        .templateMisplacedTag,
        "a block stands in a page's template or its layout, not in an included file",
        range)
      return
    }
    compileBlock(name, definitions, level: 0, range)
  }

  private mutating func compileBlock(
    _ name: String, _ definitions: [BlockDefinition], level: Int, _ range: Range<Int>
  ) {
    let identity = "\(name)#\(level)"
    guard !openBlocks.contains(identity) else {
      report(.templateRecursion, "the block \"\(name)\" stands inside itself", range)
      return
    }
    let before = (file, expansions, block)
    let definition = definitions[level]
    (file, expansions, block) = (definition.file, definition.expansions, (name, level))
    openBlocks.append(identity)
    compile(definition.block.body, .unit)
    openBlocks.removeLast()
    (file, expansions, block) = before
  }

  private mutating func compileSuper(_ arguments: [Argument], _ range: Range<Int>) {
    guard let block, let definitions = blocks[block.name] else {
      report(.templateMisplacedCall, "\"super()\" stands in a block only", range)
      return
    }
    if let first = arguments.first {
      report(.templateWrongArgument, "\"super\" takes no arguments", first.value.range)
    }
    guard block.level + 1 < definitions.count else {
      report(
        .templateMisplacedCall, "the block \"\(block.name)\" replaces none, so \"super()\" has no meaning",
        range)
      return
    }
    compileBlock(block.name, definitions, level: block.level + 1, range)
  }

  // MARK: Includes

  mutating func compileInclude(_ name: Name) {
    guard let included = template(name) else { return }
    guard allows(name.text, "the include of \"\(name.text)\"", name.range) else { return }
    let place = file.source.range(name.range)
    let before = (file, expansions, block)
    expansions.append(Expansion(kind: .include, identity: name.text, place: place))
    file = included
    block = nil
    if let parent = included.parent {
      report(.templateMisplacedTag, "an included file extends no layout", parent.range)
    } else {
      compile(included.body, .unit)
    }
    (file, expansions, block) = before
  }

  // MARK: Macros

  mutating func compileCall(_ callee: Expression, _ arguments: [Argument], _ range: Range<Int>) {
    if case .name("super") = callee.kind {
      compileSuper(arguments, range)
      return
    }
    guard let (macro, home) = macro(callee) else {
      for argument in arguments { _ = compile(argument.value) }
      return
    }
    let identity = "\(macro.name.text) of \(home.name)"
    guard allows(identity, "the macro \"\(macro.name.text)\"", callee.range) else { return }
    let values = arguments.map { compile($0.value) }
    let shown = home.name == file.name ? macro.name.text : identity
    var assigned: [String: Operand?] = [:]
    for (index, argument) in arguments.enumerated() {
      guard let name = parameter(of: macro, index, argument, shown) else { continue }
      guard assigned.updateValue(values[index], forKey: name) == nil else {
        report(
          .templateWrongArgument, "the argument \"\(name)\" is given twice",
          argument.label?.range ?? argument.value.range)
        continue
      }
    }
    expand(macro, of: home, assigned, callee.range)
  }

  /// Returns the parameter that an argument belongs to; reports an error if there is none.
  private mutating func parameter(
    of macro: Macro, _ index: Int, _ argument: Argument, _ shown: String
  ) -> String? {
    let names = macro.parameters.map(\.name.text)
    if let label = argument.label {
      if names.contains(label.text) { return label.text }
      report(
        .templateWrongArgument, "the macro \"\(shown)\" has no parameter \"\(label.text)\"",
        label.range,
        suggestion: Spelling.closest(to: label.text, among: names),
        help: names.isEmpty ? nil : "it has \(list(names))")
      return nil
    }
    if names.indices.contains(index) { return names[index] }
    report(
      .templateWrongArgument,
      "the macro \"\(shown)\" takes \(names.count == 1 ? "one argument" : "\(names.count) arguments") at most",
      argument.value.range, help: names.isEmpty ? nil : "it has \(list(names))")
    return nil
  }

  private mutating func expand(
    _ macro: Macro, of home: ParsedTemplate, _ assigned: [String: Operand?], _ range: Range<Int>
  ) {
    for parameter in macro.parameters where assigned[parameter.name.text] == nil && parameter.standard == nil
    {
      report(
        .templateWrongArgument, "the macro needs the argument \"\(parameter.name.text)\"", range,
        notes: [.init("the macro", at: home.source.range(macro.name.range))])
    }
    let place = file.source.range(range)
    let before = (file, expansions, block, scope)
    expansions.append(
      Expansion(kind: .call, identity: "\(macro.name.text) of \(home.name)", place: place))
    file = home
    block = nil
    scope = Scope()
    scope.open(.unit)
    for parameter in macro.parameters {
      if let operand = assigned[parameter.name.text] {
        bind(parameter.name.text, operand, .parameter)
      } else {
        bind(parameter.name.text, parameter.standard.flatMap { compile($0) }, .parameter)
      }
    }
    compile(macro.body, .unit)
    (file, expansions, block, scope) = before
  }

  /// Resolves the macro that an expression names, with its file; reports an error if there is none.
  private mutating func macro(_ callee: Expression) -> (Macro, ParsedTemplate)? {
    switch callee.kind {
    case .name(let name):
      if let macro = file.macros[name] { return (macro, file) }
      reportUnknownMacro(name, callee.range, among: file.macros.keys.sorted())
    case .field(let space, let name):
      guard case .name(let alias) = space.kind,
        let source = file.imports.first(where: { $0.alias.text == alias })
      else {
        let aliases = file.imports.map(\.alias.text)
        report(
          .templateUnknownMacro, "no macros are imported as \"\(file.source.text(space.range))\"",
          space.range,
          suggestion: Spelling.closest(to: file.source.text(space.range), among: aliases),
          help: "write {% import \"…\" as name %} at the top of this file")
        return nil
      }
      guard let home = template(source.template) else { return nil }
      if let macro = home.macros[name.text] { return (macro, home) }
      reportUnknownMacro(name.text, name.range, among: home.macros.keys.sorted(), of: home.name)
    case .invalid: break
    default: report(.templateUnknownMacro, "only macros are called", callee.range)
    }
    return nil
  }

  private mutating func reportUnknownMacro(
    _ name: String, _ range: Range<Int>, among names: [String], of home: String? = nil
  ) {
    report(
      .templateUnknownMacro, "there is no macro \"\(name)\" in \(home.map { "\"\($0)\"" } ?? "this file")",
      range, suggestion: Spelling.closest(to: name, among: names),
      help: names.isEmpty ? nil : "there are \(list(names))")
  }
}
