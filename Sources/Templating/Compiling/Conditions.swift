import Diagnostics

extension Compiler {
  /// A compiled condition, with the paths that are known to be present if it is true or false.
  struct Truth {
    var register: Int32
    /// The type of the register's value; nil after an error, or if operands have different types.
    var type: ValueType?
    /// The first operand whose type differs from those before it.
    var misfit: Misfit?
    var whenTrue: Set<ValuePath> = []
    var whenFalse: Set<ValuePath> = []

    /// An operand whose type differs from that of the operands before it.
    struct Misfit {
      var range: Range<Int>
      var type: ValueType
      var before: ValueType
    }
  }

  /// Compiles `and` or `or` as a value, as in Jinja: `or` yields the first operand that is true, `and` the first that
  /// is false, and both otherwise the last.
  mutating func compileSelection(_ expression: Expression) -> Operand? {
    let truth = compileTruth(expression)
    if let misfit = truth.misfit {
      report(
        .templateWrongType,
        "the value of \"and\" and \"or\" is one of the operands, which are of one type: \(misfit.before.phrase), "
          + "not \(misfit.type.phrase)", misfit.range,
        help: "write \"a if x else b\", or \"x | default(…)\" for what may be absent")
    }
    guard let type = truth.type else { return nil }
    if case .integer = type.unwrapped {
      report(
        .templateWrongType, "\"and\" and \"or\" do not choose between numbers", expression.range,
        help: "a number is compared, as \"x > 0\"; for one that may be absent write \"x | default(0)\"")
      return nil
    }
    return Operand(register: truth.register, type: type)
  }

  mutating func compileTruth(_ expression: Expression) -> Truth {
    switch expression.kind {
    case .not(let operand):
      let truth = compileTruth(operand)
      let result = register()
      emit(.truth(truth.register, negated: true, to: result))
      return Truth(
        register: result, type: .boolean, whenTrue: truth.whenFalse, whenFalse: truth.whenTrue)
    case .all(let operands): return compileSeries(operands, stopsWhen: false)
    case .any(let operands): return compileSeries(operands, stopsWhen: true)
    case .comparison(let symbol, let left, let right): return compileComparison(symbol, left, right)
    default: return compileCondition(expression)
    }
  }

  private mutating func compileCondition(_ expression: Expression) -> Truth {
    guard let operand = compile(expression) else { return Truth(register: 0) }
    if case .integer = operand.type {
      report(
        .templateWrongType, "\"\(file.source.text(expression.range))\" is a number, which is no condition",
        expression.range, help: numberHelp(expression))
      return Truth(register: operand.register)
    }
    let truth = Truth(register: operand.register, type: operand.type)
    guard operand.type.isOptional, let path = operand.path else { return truth }
    return Truth(register: operand.register, type: operand.type, whenTrue: [path])
  }

  private func numberHelp(_ expression: Expression) -> String {
    let written = file.source.text(expression.range)
    if case .integer = expression.kind { return "for one that may be absent write x | default(\(written))" }
    return "compare it: \(written) > 0"
  }

  /// Compiles the operands with early exit: `and` stops at the first false operand, `or` at the first true one. Each
  /// operand is compiled with the knowledge that the previous ones did not stop.
  private mutating func compileSeries(_ operands: [Expression], stopsWhen stop: Bool) -> Truth {
    let facts = scope.facts
    var known: Set<ValuePath> = []
    var exits: [Int] = []
    let result = register()
    var kinds: [Truth] = []
    for operand in operands {
      let truth = compileTruth(operand)
      kinds.append(truth)
      emit(.copy(truth.register, to: result))
      exits.append(emitOpen(stop ? .jumpIfTrue(result, 0) : .jumpIfFalse(result, 0)))
      known.formUnion(stop ? truth.whenFalse : truth.whenTrue)
      scope.facts = facts.union(known)
    }
    for exit in exits { land(exit) }
    scope.facts = facts
    var whole = Truth(register: result)
    if stop { whole.whenFalse = known } else { whole.whenTrue = known }
    (whole.type, whole.misfit) = Self.selection(kinds, of: operands, stopsWhen: stop)
    return whole
  }

  /// Returns the common type of the operands that may be the result; before the last operand, the result of `or` is
  /// never absent.
  private static func selection(
    _ truths: [Truth], of operands: [Expression], stopsWhen stop: Bool
  ) -> (ValueType?, Truth.Misfit?) {
    var common: ValueType?
    for (index, truth) in truths.enumerated() {
      guard let found = truth.type else { return (nil, truth.misfit) }
      let type = stop && index < truths.count - 1 ? found.unwrapped : found
      guard let before = common else {
        common = type
        continue
      }
      common = before.common(with: type)
      if common == nil {
        return (nil, Truth.Misfit(range: operands[index].range, type: type, before: before))
      }
    }
    return (common, nil)
  }

  // MARK: Comparisons

  private mutating func compileComparison(
    _ symbol: Token.Symbol, _ left: Expression, _ right: Expression
  ) -> Truth {
    let first = compile(left)
    let second = compile(right)
    let result = register()
    guard let first, let second else { return Truth(register: result) }
    guard symbol == .equal || symbol == .unequal else {
      let isRight = compileOrder(symbol, (first, left), (second, right), to: result)
      return Truth(register: result, type: isRight ? .boolean : nil)
    }
    guard isComparable(first, left), isComparable(second, right) else { return Truth(register: result) }
    guard first.type.unwrapped.matches(second.type.unwrapped) else {
      report(
        .templateWrongType,
        "\(first.type.unwrapped) and \(second.type.unwrapped) are never equal",
        left.range.lowerBound..<max(left.range.upperBound, right.range.upperBound),
        help: "compare values of one type")
      return Truth(register: result)
    }
    emit(.equal(first.register, second.register, negated: symbol == .unequal, to: result))
    // If one side is never absent, then equality implies that the other is present.
    var known: Set<ValuePath> = []
    if !second.type.isOptional, let path = first.path { known.insert(path) }
    if !first.type.isOptional, let path = second.path { known.insert(path) }
    return symbol == .equal
      ? Truth(register: result, type: .boolean, whenTrue: known)
      : Truth(register: result, type: .boolean, whenFalse: known)
  }

  private mutating func isComparable(_ operand: Operand, _ expression: Expression) -> Bool {
    switch operand.type.unwrapped {
    case .text, .integer, .boolean, .date, .address: return true
    case .html, .list, .record, .optional:
      report(
        .templateWrongType,
        "\"\(file.source.text(expression.range))\" is \(operand.type.phrase), which is not compared",
        expression.range)
      return false
    }
  }

  private mutating func compileOrder(
    _ symbol: Token.Symbol, _ left: (Operand, Expression), _ right: (Operand, Expression), to result: Int32
  ) -> Bool {
    for (operand, expression) in [left, right] {
      switch operand.type {
      case .integer, .date: continue
      case .optional: reportAbsence(expression, operand.type)
      default:
        report(
          .templateWrongType,
          "\"\(symbol.rawValue)\" compares numbers and dates, and this is \(operand.type.phrase)",
          expression.range)
      }
      return false
    }
    guard left.0.type.matches(right.0.type) else {
      report(
        .templateWrongType, "\(left.0.type) and \(right.0.type) have no order", right.1.range,
        help: "compare values of one type")
      return false
    }
    let order: Operation.Order =
      switch symbol {
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      default: .greaterOrEqual
      }
    emit(.ordered(order, left.0.register, right.0.register, to: result))
    return true
  }

  mutating func compileContains(
    _ element: Expression, _ collection: Expression, negated: Bool, _ range: Range<Int>
  ) -> Operand? {
    guard let part = compile(element), let whole = compile(collection) else { return nil }
    switch whole.type {
    case .list(let type):
      guard isComparable(part, element) else { return nil }
      guard part.type.unwrapped.matches(type.unwrapped) else {
        report(
          .templateWrongType, "a list of \(type) never contains \(part.type.phrase)", range,
          help: "look for a value of the type \(type)")
        return nil
      }
    case .text:
      guard case .text = part.type else {
        report(
          .templateWrongType, "text contains text only, and this is \(part.type.phrase)", element.range)
        return nil
      }
    case .optional:
      reportAbsence(collection, whole.type)
      return nil
    default:
      report(
        .templateWrongType, "\"in\" looks into lists and texts, and this is \(whole.type.phrase)",
        collection.range)
      return nil
    }
    let result = Operand(register: register(), type: .boolean)
    emit(.contains(part.register, in: whole.register, negated: negated, to: result.register))
    return result
  }
}
