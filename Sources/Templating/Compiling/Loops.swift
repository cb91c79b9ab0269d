import Diagnostics

// Loops, whose bodies must begin and end in the same markup context.
extension Compiler {
  mutating func compileLoop(
    _ variable: Name, _ list: Expression, _ body: [Node], _ otherwise: [Node], _ range: Range<Int>
  ) {
    let registers = nextRegister
    defer { nextRegister = registers }
    let operand = compile(list)
    var element: ValueType?
    if let operand {
      if case .list(let type) = operand.type.unwrapped {
        element = type
      } else {
        report(
          .templateWrongType, "\"\(file.source.text(list.range))\" is \(operand.type.phrase), not a list",
          list.range)
      }
    }
    let start = context
    // If the list is invalid, the body is still checked, except for its uses of the variable.
    let item = element.map { Operand(register: register(), type: $0) }
    let end = compileLoopBody(
      variable, list: operand?.register ?? 0, item, body, from: start, otherwise: otherwise)
    guard let state = start.joined(with: end.body) else {
      if isContextKnown {
        report(
          .templateMixedContext,
          "the body of this \"for\" begins in \(start.name) and ends in \(end.body.name)", range,
          help: "open and close tags and quotation marks inside the body")
      }
      context = start
      return
    }
    join([state, end.otherwise], range, "the parts of this \"for\"")
  }

  /// Compiles the body in a markup context in which it can be repeated, and the part for an empty list.
  private mutating func compileLoopBody(
    _ variable: Name, list: Int32, _ item: Operand?, _ body: [Node], from start: MarkupContext,
    otherwise: [Node]
  ) -> (body: MarkupContext, otherwise: MarkupContext) {
    let loop = Int32(clamping: program.loopCount)
    program.loopCount += 1
    let register = item?.register ?? 0
    let entry = emitOpen(.loopStart(list: list, item: register, loop: loop, end: 0))
    let first = label()
    let steps = program.operations.count
    let text = program.text.count
    let mistakes = diagnostics.count
    // The final context of the body is the initial one of the next iteration. If these differ, their join is tried.
    var state = start
    var end = loopRound(variable, item, body, loop, from: state)
    var rounds = 1
    while rounds < 3, diagnostics.count == mistakes, let joined = state.joined(with: end), joined != state {
      program.operations.removeLast(program.operations.count - steps)
      program.text.removeLast(program.text.count - text)
      isJumpTarget = true
      state = joined
      end = loopRound(variable, item, body, loop, from: state)
      rounds += 1
    }
    emit(.loopNext(item: register, loop: loop, body: first))
    guard !otherwise.isEmpty else {
      land(entry)
      return (end, start)
    }
    let exit = emitOpen(.jump(0))
    land(entry)
    let second = compileWay(facts: [], from: start) { $0.compile(otherwise, .branch) }
    land(exit)
    return (end, second)
  }

  private mutating func loopRound(
    _ variable: Name, _ item: Operand?, _ body: [Node], _ loop: Int32, from state: MarkupContext
  ) -> MarkupContext {
    compileWay(facts: [], from: state) { compiler in
      compiler.scope.open(.loop, loop: loop)
      compiler.bind(variable.text, item, .loopVariable)
      compiler.compile(body, .loop, loop: loop)
      compiler.scope.close()
    }
  }
}
