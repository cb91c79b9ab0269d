import Diagnostics

extension Compiler {
  /// A filter applied to a value.
  private struct Application {
    var filter: Filter
    /// The name of the filter with its place.
    var name: Name
    var operand: Operand
    /// The filtered value as written.
    var value: Expression
  }

  mutating func compileFilter(_ value: Expression, _ name: Name, _ arguments: [Argument]) -> Operand? {
    guard let filter = Filter.named(name.text) else {
      _ = compile(value)
      let names = Filter.all.map(\.name)
      report(
        .templateUnknownFilter, "there is no filter \"\(name.text)\"", name.range,
        suggestion: Spelling.closest(to: name.text, among: names), help: "there are \(list(names))")
      return nil
    }
    let operand = compile(value)
    guard hasRightCount(filter, name, arguments) else { return nil }
    guard let operand else {
      for argument in arguments { _ = compile(argument.value) }
      return nil
    }
    let application = Application(filter: filter, name: name, operand: operand, value: value)
    let first = registers(2)
    guard accepts(application), let types = compileArguments(arguments, of: application, to: first) else {
      return nil
    }
    let result = Operand(register: register(), type: filter.result(operand.type, types))
    program.functions.append(filter.function(operand.type))
    let function = Int32(clamping: program.functions.count - 1)
    emit(.apply(function: function, operand.register, arguments: first, to: result.register))
    return result
  }

  private mutating func hasRightCount(_ filter: Filter, _ name: Name, _ arguments: [Argument]) -> Bool {
    if let label = arguments.compactMap(\.label).first {
      report(
        .templateWrongArgument, "the arguments of a filter have no names", label.range,
        help: "write \(filter.usage)")
      return false
    }
    guard arguments.count != filter.parameters.count else { return true }
    let counts = ["no argument", "one argument", "two arguments"]
    report(
      .templateWrongArgument, "\"\(name.text)\" takes \(counts[filter.parameters.count])", name.range,
      help: "write \(filter.usage)")
    return false
  }

  /// Returns whether the filter accepts the value; reports an error if not.
  private mutating func accepts(_ application: Application) -> Bool {
    let (input, operand, value) = (application.filter.input, application.operand, application.value)
    if operand.type.isOptional, !input.mayBeAbsent {
      reportAbsence(value, operand.type)
      return false
    }
    if input.accepts(operand.type) { return true }
    let written = file.source.text(value.range)
    if case .absentOrEmpty = input {
      report(
        .templateWrongType, "\"\(written)\" is never absent", application.name.range,
        help: "leave \"\(application.filter.name)\" out")
    } else {
      report(
        .templateWrongType,
        "\"\(application.filter.name)\" takes \(input.phrase), and \"\(written)\" is \(operand.type.phrase)",
        value.range, help: "write \(application.filter.usage)")
    }
    return false
  }

  // MARK: Arguments

  /// Compiles the arguments into consecutive registers; returns their types, or nil after an error.
  private mutating func compileArguments(
    _ arguments: [Argument], of application: Application, to first: Int32
  ) -> [ValueType]? {
    var types: [ValueType] = []
    for (index, (parameter, argument)) in zip(application.filter.parameters, arguments).enumerated() {
      guard let compiled = compile(argument.value, as: parameter, of: application) else { continue }
      emit(.copy(compiled.register, to: first + Int32(clamping: index)))
      types.append(compiled.type)
    }
    return types.count == arguments.count ? types : nil
  }

  private mutating func compile(
    _ argument: Expression, as parameter: Filter.Parameter, of application: Application
  ) -> Operand? {
    let filtered = application.operand.type.unwrapped
    if case .fallback = parameter, case .list(let elements) = argument.kind, elements.isEmpty,
      case .list = filtered
    {
      // An empty list literal lacks only the element type, which the filtered list determines.
      return Operand(register: constant(program.arena.list(count: 0) { _ in .absent }), type: filtered)
    }
    guard let operand = compile(argument) else { return nil }
    switch parameter {
    case .text: return checked(operand, .text, argument, application)
    case .integer: return checked(operand, .integer, argument, application)
    case .address: return checked(operand, .address, argument, application)
    case .dateFormat: return isDateFormat(argument) ? operand : nil
    case .fallback:
      if filtered.matches(operand.type.unwrapped) { return operand }
      report(
        .templateWrongType,
        "\"\(file.source.text(application.value.range))\" is \(filtered.phrase), and this is \(operand.type.phrase)",
        argument.range)
      return nil
    }
  }

  /// Returns the operand if it has the required type; reports an error if not. All parameters of such a filter have the
  /// same type.
  private mutating func checked(
    _ operand: Operand, _ type: ValueType, _ argument: Expression, _ application: Application
  ) -> Operand? {
    if operand.type.matches(type) { return operand }
    let nouns: (one: String, many: String) =
      switch type {
      case .text: ("a text", "texts")
      case .integer: ("a number", "numbers")
      default: (type.phrase, "\(type)s")
      }
    let count = application.filter.parameters.count
    report(
      .templateWrongArgument,
      "\"\(application.filter.name)\" takes \(count == 1 ? nouns.one : "two \(nouns.many)"), and this is \(operand.type.phrase)",
      argument.range)
    return nil
  }

  private mutating func isDateFormat(_ argument: Expression) -> Bool {
    let formats = DateFormat.allCases.map(\.rawValue)
    let help = "there are \(list(formats))"
    guard case .text(let format) = argument.kind else {
      report(
        .templateWrongArgument, "a date's format is written out in quotation marks", argument.range,
        help: help)
      return false
    }
    if DateFormat(rawValue: format) != nil { return true }
    report(
      .templateWrongArgument, "there is no date format \"\(format)\"", argument.range,
      suggestion: Spelling.closest(to: format, among: formats), help: help)
    return false
  }
}
