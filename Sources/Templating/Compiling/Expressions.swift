import Diagnostics

extension Compiler {
  /// Compiles an expression; nil after an error, which is reported.
  mutating func compile(_ expression: Expression) -> Operand? {
    switch expression.kind {
    case .invalid: return nil
    case _ where isWord(expression): return compileWord(expression)
    case .text(let text): return Operand(register: constant(program.arena.text(text)), type: .text)
    case .integer(let number): return Operand(register: constant(.integer(number)), type: .integer)
    case .boolean(let truth): return Operand(register: constant(.boolean(truth)), type: .boolean)
    case .name(let name): return compileName(name, expression.range)
    case .field(let record, let name): return compileField(record, name)
    case .list(let elements): return compileList(elements, expression.range)
    case .joined(let parts): return compileJoined(parts)
    case .not, .comparison:
      let truth = compileTruth(expression)
      return truth.type.map { Operand(register: truth.register, type: $0) }
    case .all, .any: return compileSelection(expression)
    case .contains(let element, let collection, let negated):
      return compileContains(element, collection, negated: negated, expression.range)
    case .conditional(let value, let condition, let otherwise):
      return compileConditional(value, condition, otherwise, expression.range)
    case .filter(let value, let name, let arguments): return compileFilter(value, name, arguments)
    case .call(let callee, _):
      report(
        .templateMisplacedCall,
        "the call of \"\(file.source.text(callee.range))\" is not a value", expression.range,
        help: "a macro is called in {{ }} of its own")
      return nil
    }
  }

  // MARK: Names and fields

  private mutating func compileName(_ name: String, _ range: Range<Int>) -> Operand? {
    if let binding = scope.binding(name) {
      guard let type = binding.type else { return nil }
      let path = ValuePath(binding: binding.number, slots: [])
      return narrowed(Operand(register: binding.register, type: type, path: path))
    }
    if let (slot, type) = scope.page?.field(name) {
      let result = Operand(
        register: register(), type: type, path: ValuePath(binding: Scope.pageNumber, slots: [slot]))
      emit(.field(of: 0, slot: Int32(clamping: slot), to: result.register))
      return narrowed(result)
    }
    reportUnknown(name, range)
    return nil
  }

  private func narrowed(_ operand: Operand) -> Operand {
    guard let path = operand.path, scope.facts.contains(path) else { return operand }
    return Operand(register: operand.register, type: operand.type.unwrapped, path: path)
  }

  private mutating func reportUnknown(_ name: String, _ range: Range<Int>) {
    if name == "loop" {
      let help =
        "inside \"for\" there is \(Self.loopValues.map { "loop.\($0.name)" }.joined(separator: ", "))"
      report(
        .templateUnknownName,
        scope.loop == nil ? "there is no loop around this" : "\"loop\" is not a value by itself", range,
        help: help)
      return
    }
    if file.macros[name] != nil || file.imports.contains(where: { $0.alias.text == name }) {
      report(
        .templateMisplacedCall, "\"\(name)\" stands for macros, not for a value", range,
        help: "a macro is called in {{ }} of its own")
      return
    }
    var help = "a macro sees its parameters only: \(list(scope.bindings.map(\.name)))"
    if scope.bindings.isEmpty { help = "this macro has no parameters" }
    if let page = scope.page {
      help = "the page offers \(list(page.fields.map(\.name)))"
      if !scope.bindings.isEmpty { help += "; set here: \(list(scope.bindings.map(\.name)))" }
    }
    report(
      .templateUnknownName, "there is no \"\(name)\" here", range,
      suggestion: Spelling.closest(to: name, among: scope.names), help: help)
  }

  private static let loopValues: [(name: String, value: Operation.LoopValue, type: ValueType)] = [
    ("index", .index, .integer), ("index0", .index0, .integer), ("first", .first, .boolean),
    ("last", .last, .boolean), ("length", .length, .integer),
  ]

  private mutating func compileField(_ record: Expression, _ name: Name) -> Operand? {
    if case .name("loop") = record.kind, scope.binding("loop") == nil, let loop = scope.loop {
      return compileLoopValue(name, loop)
    }
    guard let operand = compile(record) else { return nil }
    let written = file.source.text(record.range)
    switch operand.type {
    case .record(let shape):
      guard let (slot, type) = shape.field(name.text) else {
        report(
          .templateUnknownField, "\(shape.name) has no field \"\(name.text)\"", name.range,
          suggestion: Spelling.closest(to: name.text, among: shape.fields.map(\.name)),
          help: "it has \(list(shape.fields.map(\.name)))")
        return nil
      }
      let path = operand.path.map { ValuePath(binding: $0.binding, slots: $0.slots + [slot]) }
      let result = Operand(register: register(), type: type, path: path)
      emit(.field(of: operand.register, slot: Int32(clamping: slot), to: result.register))
      return narrowed(result)
    case .optional(let wrapped):
      guard case .record = wrapped else { fallthrough }
      report(
        .templateAbsentValue, "\"\(written)\" may be absent", record.range,
        help: "put this inside {% if \(written) %}")
    default:
      let help: String? =
        if case .list = operand.type.unwrapped {
          "its elements are read with \"for\", \"first\" and \"last\", their number with \"length\""
        } else { nil }
      report(
        .templateUnknownField, "\"\(written)\" is \(operand.type.phrase) and has no fields", name.range,
        help: help)
    }
    return nil
  }

  private mutating func compileLoopValue(_ name: Name, _ loop: Int32) -> Operand? {
    guard let known = Self.loopValues.first(where: { $0.name == name.text }) else {
      let names = Self.loopValues.map(\.name)
      report(
        .templateUnknownField, "\"loop\" has no field \"\(name.text)\"", name.range,
        suggestion: Spelling.closest(to: name.text, among: names), help: "it has \(list(names))")
      return nil
    }
    let result = Operand(register: register(), type: known.type)
    emit(.loopValue(known.value, loop: loop, to: result.register))
    return result
  }

  // MARK: Lists, concatenation and conditionals

  /// Allocates consecutive registers and returns the first.
  mutating func registers(_ count: Int) -> Int32 {
    let first = nextRegister
    for _ in 0..<count { _ = register() }
    return first
  }

  private mutating func compileList(_ elements: [Expression], _ range: Range<Int>) -> Operand? {
    let first = registers(elements.count)
    var type: ValueType?
    var isWrong = false
    for (index, element) in elements.enumerated() {
      guard let operand = compile(element) else {
        isWrong = true
        continue
      }
      emit(.copy(operand.register, to: first + Int32(clamping: index)))
      guard let before = type else {
        type = operand.type
        continue
      }
      type = before.common(with: operand.type)
      if type == nil {
        report(
          .templateWrongType,
          "the elements of a list are of one type: \(before.phrase), not \(operand.type.phrase)",
          element.range)
        return nil
      }
    }
    if elements.isEmpty { report(.templateWrongType, "an empty list has no type", range) }
    guard let type, !isWrong else { return nil }
    let result = Operand(register: register(), type: .list(type))
    emit(.list(first: first, count: Int32(clamping: elements.count), to: result.register))
    return result
  }

  private mutating func compileJoined(_ parts: [Expression]) -> Operand? {
    let first = registers(parts.count)
    var isWrong = false
    for (index, part) in parts.enumerated() {
      guard let operand = compile(part), isJoinable(operand, part) else {
        isWrong = true
        continue
      }
      emit(.copy(operand.register, to: first + Int32(clamping: index)))
    }
    guard !isWrong else { return nil }
    let result = Operand(register: register(), type: .text)
    emit(.join(first: first, count: Int32(clamping: parts.count), to: result.register))
    return result
  }

  private mutating func isJoinable(_ operand: Operand, _ part: Expression) -> Bool {
    switch operand.type {
    case .text, .integer, .date: return true
    case .optional: reportAbsence(part, operand.type)
    default:
      report(
        .templateWrongType, "\"~\" joins texts, numbers and dates, and this is \(operand.type.phrase)",
        part.range
      )
    }
    return false
  }

  private mutating func compileConditional(
    _ value: Expression, _ condition: Expression, _ otherwise: Expression?, _ range: Range<Int>
  ) -> Operand? {
    let facts = scope.facts
    defer { scope.facts = facts }
    let result = register()
    let truth = compileTruth(condition)
    let skip = emitOpen(.jumpIfFalse(truth.register, 0))
    scope.facts = facts.union(truth.whenTrue)
    let first = compile(value)
    if let first { emit(.copy(first.register, to: result)) }
    let exit = emitOpen(.jump(0))
    land(skip)
    scope.facts = facts.union(truth.whenFalse)
    guard let otherwise else {
      emit(.copy(constant(.absent), to: result))
      land(exit)
      return first.map { Operand(register: result, type: .optional($0.type.unwrapped)) }
    }
    let second = compile(otherwise)
    if let second { emit(.copy(second.register, to: result)) }
    land(exit)
    guard let first, let second else { return nil }
    guard let type = first.type.common(with: second.type) else {
      report(
        .templateWrongType,
        "both values of a choice are of one type: \(first.type.phrase), not \(second.type.phrase)",
        otherwise.range)
      return nil
    }
    return Operand(register: result, type: type)
  }
}

extension ValueType {
  /// Returns the type that can hold values of both types; nil if there is none.
  func common(with other: ValueType) -> ValueType? {
    if matches(other) { return self }
    guard isOptional || other.isOptional, unwrapped.matches(other.unwrapped) else { return nil }
    return .optional(unwrapped)
  }
}
