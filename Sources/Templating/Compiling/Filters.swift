import Diagnostics

extension Compiler {
  mutating func compileFilter(_ value: Expression, _ name: Name, _ arguments: [Argument]) -> Operand? {
    guard let filter = Filter(rawValue: name.text) else {
      _ = compile(value)
      let names = Filter.allCases.map(\.rawValue)
      report(
        .templateUnknownFilter, "there is no filter \"\(name.text)\"", name.range,
        suggestion: Spelling.closest(to: name.text, among: names), help: "there are \(list(names))")
      return nil
    }
    let operand = compile(value)
    guard hasRightArguments(filter, name, arguments) else { return nil }
    if let operand, filter == .default { return compileDefault(operand, value, name, arguments) }
    let first = registers(2)
    var types: [ValueType] = []
    for (index, argument) in arguments.enumerated() {
      guard let compiled = compile(argument.value) else { continue }
      emit(.copy(compiled.register, to: first + Int32(clamping: index)))
      types.append(compiled.type)
    }
    guard let operand, types.count == arguments.count,
      let type = result(of: filter, on: operand, value, arguments, types)
    else { return nil }
    let result = Operand(register: register(), type: type)
    if filter == .json {
      program.plans.append(JSONPlan(operand.type))
      let plan = Int32(clamping: program.plans.count - 1)
      emit(.json(operand.register, plan: plan, to: result.register))
    } else {
      emit(.apply(filter, operand.register, arguments: first, to: result.register))
    }
    return result
  }

  private mutating func hasRightArguments(_ filter: Filter, _ name: Name, _ arguments: [Argument]) -> Bool {
    if let label = arguments.compactMap(\.label).first {
      report(
        .templateWrongArgument, "the arguments of a filter have no names", label.range,
        help: "write \(filter.usage)")
      return false
    }
    guard arguments.count != filter.argumentCount else { return true }
    let counts = ["no argument", "one argument", "two arguments"]
    report(
      .templateWrongArgument, "\"\(name.text)\" takes \(counts[filter.argumentCount])", name.range,
      help: "write \(filter.usage)")
    return false
  }

  private mutating func compileDefault(
    _ operand: Operand, _ value: Expression, _ name: Name, _ arguments: [Argument]
  ) -> Operand? {
    switch operand.type {
    case .optional, .text, .list, .html: break
    default:
      report(
        .templateWrongType, "\"\(file.source.text(value.range))\" is never absent", name.range,
        help: "leave \"default\" out")
      return nil
    }
    guard let argument = arguments.first?.value else { return nil }
    let result = register()
    // Of an absent list nothing but its elements' type is known, which is all that an empty list lacks.
    if case .list(let elements) = argument.kind, elements.isEmpty, case .list = operand.type.unwrapped {
      let empty = constant(program.arena.list(count: 0) { _ in .absent })
      emitDefault(operand.register, empty, to: result)
      return Operand(register: result, type: operand.type.unwrapped)
    }
    guard let fallback = compile(argument) else { return nil }
    guard operand.type.unwrapped.matches(fallback.type.unwrapped) else {
      report(
        .templateWrongType,
        "\"\(file.source.text(value.range))\" is \(operand.type.unwrapped.phrase), and this is \(fallback.type.phrase)",
        argument.range)
      return nil
    }
    emitDefault(operand.register, fallback.register, to: result)
    return Operand(register: result, type: fallback.type.isOptional ? operand.type : operand.type.unwrapped)
  }

  private mutating func emitDefault(_ value: Int32, _ fallback: Int32, to result: Int32) {
    let arguments = registers(2)
    emit(.copy(fallback, to: arguments))
    emit(.apply(.default, value, arguments: arguments, to: result))
  }

  // MARK: Types

  /// The type that a filter gives; nil, reported, when it does not take the value or the arguments.
  private mutating func result(
    of filter: Filter, on operand: Operand, _ value: Expression, _ arguments: [Argument], _ types: [ValueType]
  ) -> ValueType? {
    if filter == .json { return .text }
    if operand.type.isOptional {
      reportAbsence(value, operand.type)
      return nil
    }
    switch (filter, operand.type) {
    case (.length, .list), (.length, .text): return .integer
    case (.first, .list(let element)), (.last, .list(let element)): return .optional(element.unwrapped)
    case (.reverse, .list): return operand.type
    case (.number, .integer): return .text
    case (.plural, .integer):
      return allAre(.text, types, arguments, "\"plural\" takes two texts") ? .text : nil
    case (.truncate, .text):
      return allAre(.integer, types, arguments, "\"truncate\" takes a number") ? .text : nil
    case (.date, .date): return hasDateFormat(arguments) ? .text : nil
    case (.join, .list(.text)), (.join, .list(.integer)), (.join, .list(.date)):
      return allAre(.text, types, arguments, "\"join\" takes a text") ? .text : nil
    case (.absolute, .address):
      return allAre(.address, types, arguments, "\"absolute\" takes an address") ? .address : nil
    case (.slug, .text), (.upper, .text), (.lower, .text), (.capitalize, .text), (.trim, .text): return .text
    default:
      report(
        .templateWrongType,
        "\"\(filter.rawValue)\" takes \(filter.input), and \"\(file.source.text(value.range))\" is \(operand.type.phrase)",
        value.range, help: "write \(filter.usage)")
      return nil
    }
  }

  private mutating func allAre(
    _ type: ValueType, _ types: [ValueType], _ arguments: [Argument], _ summary: String
  ) -> Bool {
    for (found, argument) in zip(types, arguments) where !found.matches(type) {
      report(.templateWrongArgument, "\(summary), and this is \(found.phrase)", argument.value.range)
      return false
    }
    return true
  }

  private mutating func hasDateFormat(_ arguments: [Argument]) -> Bool {
    guard let argument = arguments.first?.value else { return false }
    let formats = DateFormat.allCases.map(\.rawValue)
    let help = "there are \(list(formats))"
    guard case .text(let format) = argument.kind else {
      report(
        .templateWrongArgument, "a date's format is written out in quotation marks", argument.range,
        help: help
      )
      return false
    }
    if DateFormat(rawValue: format) != nil { return true }
    report(
      .templateWrongArgument, "there is no date format \"\(format)\"", argument.range,
      suggestion: Spelling.closest(to: format, among: formats), help: help)
    return false
  }
}

extension Filter {
  /// What it can be put behind.
  fileprivate var input: String {
    switch self {
    case .default, .json: "any value"
    case .join: "a list of texts, numbers or dates"
    case .length: "a list or text"
    case .first, .last, .reverse: "a list"
    case .plural, .number: "a number"
    case .date: "a date"
    case .absolute: "an address"
    case .slug, .upper, .lower, .capitalize, .trim, .truncate: "text"
    }
  }
}
