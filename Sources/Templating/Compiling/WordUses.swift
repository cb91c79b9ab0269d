import Diagnostics

/// The use of words in templates: `{{ words.pair.title(left=a, right=b) }}`.
extension Compiler {
  /// A use of a word with a valid key and valid parts.
  private struct WordUse {
    var word: Word
    /// The value of each part, by its name.
    var parts: [String: Expression]
    var range: Range<Int>
  }

  /// The value of a part: already computed, or an expression that is expanded at its place.
  private enum Part {
    case operand(Operand)
    case output(Expression)
  }

  /// Returns whether an expression refers to a word, with or without parts.
  func isWord(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name(let name): name == "words"
    case .field(let record, _): isWord(record) && !record.isCall
    case .call(let callee, _): isWord(callee) && !callee.isCall
    default: false
    }
  }

  // MARK: Output

  /// Writes a word: its text becomes part of the template's text, and its parts are written like other values.
  mutating func compileWordOutput(_ expression: Expression) {
    guard let use = use(expression), let parts = outputParts(of: use) else { return }
    guard use.word.isCounted, case .operand(let count)? = parts[Word.count] else {
      return write(use.word.forms[0], parts, use.range)
    }
    let start = context
    var states: [MarkupContext] = []
    var exits: [Int] = []
    for form in use.word.forms.dropLast() {
      let skip = emitOpen(.jumpUnlessPlural(count.register, form.category, 0))
      states.append(compileWay(facts: [], from: start) { $0.write(form, parts, use.range) })
      exits.append(emitOpen(.jump(0)))
      land(skip)
    }
    if let form = use.word.forms.last {
      states.append(compileWay(facts: [], from: start) { $0.write(form, parts, use.range) })
    }
    for exit in exits { land(exit) }
    join(states, use.range, "the forms of this word")
  }

  /// Returns the parts of a word to be written: calls and choices are expanded in place, other values are computed once
  /// beforehand.
  private mutating func outputParts(of use: WordUse) -> [String: Part]? {
    var parts: [String: Part] = [:]
    for name in use.word.parts {
      guard let value = use.parts[name] else { continue }
      if value.isWrittenOut, !(use.word.isCounted && name == Word.count) {
        parts[name] = .output(value)
      } else if let operand = operand(of: name, value, use.word) {
        parts[name] = .operand(operand)
      }
    }
    return parts.count == use.word.parts.count ? parts : nil
  }

  private mutating func write(_ form: Word.Form, _ parts: [String: Part], _ range: Range<Int>) {
    let registers = nextRegister
    defer { nextRegister = registers }
    for piece in form.pieces {
      switch piece {
      case .text(let text): writeText(text, range)
      case .part(let name):
        switch parts[name] {
        case .output(let expression)?: compileOutput(expression)
        case .operand(let operand)?: writePart(operand, range)
        case nil: break
        }
      }
    }
  }

  /// Writes text of a word, escaped for its place.
  private mutating func writeText(_ text: String, _ range: Range<Int>) {
    switch context.advance(over: .text, isJSON: false) {
    case .success(let escaping):
      var writer = ValueWriter(base: [], capacity: text.utf8.count)
      writer.write(program.arena.text(text), escaping)
      emitText(writer.output.bytes(), at: range)
    case .failure(let mistake): reportPlacement(mistake, range)
    }
  }

  private mutating func writePart(_ operand: Operand, _ range: Range<Int>) {
    guard case .integer = operand.type else { return write(operand, isJSON: false, range) }
    switch context.advance(over: operand.type, isJSON: false) {
    case .success: emit(.writeGrouped(operand.register))
    case .failure(let mistake): reportPlacement(mistake, range)
    }
  }

  // MARK: Value

  /// Compiles a word as a value: html if any part is html, otherwise text.
  mutating func compileWord(_ expression: Expression) -> Operand? {
    guard let use = use(expression) else { return nil }
    var parts: [String: Operand] = [:]
    for name in use.word.parts {
      guard let value = use.parts[name], let operand = operand(of: name, value, use.word) else { continue }
      parts[name] = shown(operand, isCount: use.word.isCounted && name == Word.count)
    }
    guard parts.count == use.word.parts.count else { return nil }
    let isHTML = parts.values.contains { if case .html = $0.type { true } else { false } }
    let result = Operand(register: register(), type: isHTML ? .html : .text)
    guard use.word.isCounted, let count = parts[Word.count] else {
      emit(use.word.forms[0], parts, to: result)
      return result
    }
    var exits: [Int] = []
    for form in use.word.forms.dropLast() {
      let skip = emitOpen(.jumpUnlessPlural(count.register, form.category, 0))
      emit(form, parts, to: result)
      exits.append(emitOpen(.jump(0)))
      land(skip)
    }
    if let form = use.word.forms.last { emit(form, parts, to: result) }
    for exit in exits { land(exit) }
    return result
  }

  /// Formats a number for display; the number that selects the form stays a number.
  private mutating func shown(_ operand: Operand, isCount: Bool) -> Operand {
    guard case .integer = operand.type, !isCount else { return operand }
    let result = Operand(register: register(), type: .text)
    emit(.grouped(operand.register, to: result.register))
    return result
  }

  /// Joins the pieces of a form.
  private mutating func emit(_ form: Word.Form, _ parts: [String: Operand], to result: Operand) {
    let before = nextRegister
    defer { nextRegister = before }
    let first = registers(form.pieces.count)
    for (index, piece) in form.pieces.enumerated() {
      let target = first + Int32(clamping: index)
      switch piece {
      case .text(let text): emit(.copy(constant(program.arena.text(text)), to: target))
      case .part(let name):
        guard let part = parts[name] else { continue }
        if case .integer = part.type {
          emit(.grouped(part.register, to: target))
        } else {
          emit(.copy(part.register, to: target))
        }
      }
    }
    let count = Int32(clamping: form.pieces.count)
    if case .html = result.type {
      emit(.markup(first: first, count: count, to: result.register))
    } else {
      emit(.join(first: first, count: count, to: result.register))
    }
  }

  // MARK: Parts

  /// Compiles the value of a part; reports an error if words cannot show its type.
  private mutating func operand(of name: String, _ value: Expression, _ word: Word) -> Operand? {
    guard let operand = compile(value) else { return nil }
    if word.isCounted, name == Word.count {
      if case .integer = operand.type { return operand }
      if operand.type.isOptional {
        reportAbsence(value, operand.type)
      } else {
        report(
          .templateWrongType,
          "\"\(Word.count)\" chooses the form of the word and is a number, and this is \(operand.type.phrase)",
          value.range)
      }
      return nil
    }
    switch operand.type {
    case .text, .html, .integer, .date: return operand
    case .optional: reportAbsence(value, operand.type)
    default:
      report(
        .templateWrongType,
        "the parts of a word are texts, numbers, dates and html, and this is \(operand.type.phrase)",
        value.range)
    }
    return nil
  }

  // MARK: Key

  /// Resolves the word that an expression refers to, with all its parts; nil after an error, which is reported.
  private mutating func use(_ expression: Expression) -> WordUse? {
    var (path, arguments) = (expression, [Argument]())
    if case .call(let callee, let given) = expression.kind { (path, arguments) = (callee, given) }
    let key = path.names.map(\.text).joined(separator: ".")
    guard let word = words[key] ?? word(path) else {
      for argument in arguments where !argument.value.isWrittenOut { _ = compile(argument.value) }
      return nil
    }
    var parts: [String: Expression] = [:]
    var isRight = true
    for argument in arguments {
      guard let name = part(of: word, key, argument) else {
        isRight = false
        // Further unlabelled arguments would cause the same error.
        if argument.label == nil { break }
        continue
      }
      if parts.updateValue(argument.value, forKey: name) == nil { continue }
      isRight = false
      report(
        .templateWrongArgument, "the part \"\(name)\" is given twice",
        argument.label?.range ?? argument.value.range)
    }
    let missing = word.parts.filter { parts[$0] == nil }
    if isRight, !missing.isEmpty {
      report(
        .templateWrongArgument,
        "the word \"\(key)\" needs \(missing.map { "\"\($0)\"" }.joined(separator: ", "))",
        path.range, help: "write \(usage(of: word, key))")
    }
    return isRight && missing.isEmpty ? WordUse(word: word, parts: parts, range: expression.range) : nil
  }

  private func usage(of word: Word, _ key: String) -> String {
    word.parts.isEmpty
      ? "words.\(key)" : "words.\(key)(\(word.parts.map { "\($0)=…" }.joined(separator: ", ")))"
  }

  private mutating func part(of word: Word, _ key: String, _ argument: Argument) -> String? {
    guard let label = argument.label else {
      report(
        .templateWrongArgument, "the parts of a word are given by name", argument.value.range,
        help: "write \(usage(of: word, key))")
      return nil
    }
    if word.parts.contains(label.text) { return label.text }
    report(
      .templateWrongArgument, "the word \"\(key)\" has no part \"\(label.text)\"", label.range,
      suggestion: Spelling.closest(to: label.text, among: word.parts), help: "write \(usage(of: word, key))")
    return nil
  }

  /// Returns the word at a path of names; reports an error if there is none.
  private mutating func word(_ path: Expression) -> Word? {
    let names = path.names
    var group = ""
    for (index, name) in names.enumerated() {
      let key = group.isEmpty ? name.text : "\(group).\(name.text)"
      if let word = words[key] {
        guard index + 1 < names.count else { return word }
        report(
          .templateUnknownWord, "\"\(key)\" is a word and no group of words", names[index + 1].range,
          help: "write \(usage(of: word, key))")
        return nil
      }
      guard words.names(in: key) != nil else {
        reportUnknownWord(key, in: group, name)
        return nil
      }
      group = key
    }
    report(
      .templateUnknownWord,
      group.isEmpty ? "\"words\" is no word by itself" : "\"\(group)\" is a group of words and no word",
      path.range, help: "it has \(list(words.names(in: group) ?? []))")
    return nil
  }

  private mutating func reportUnknownWord(_ key: String, in group: String, _ name: Name) {
    let names = words.names(in: group) ?? []
    // The name may exist in another group.
    let elsewhere = names.isEmpty ? nil : words.keys.first { $0.hasSuffix(".\(name.text)") }
    report(
      .templateUnknownWord, "there is no word \"\(key)\"", name.range,
      suggestion: Spelling.closest(to: name.text, among: names),
      help: elsewhere.map { "there is words.\($0)" }
        ?? "\(group.isEmpty ? "words" : group) has \(list(names))")
  }
}

extension Expression {
  fileprivate var isCall: Bool { if case .call = kind { true } else { false } }

  /// Whether the expression is expanded in place: a macro call, another word, or a choice.
  fileprivate var isWrittenOut: Bool {
    switch kind {
    case .call, .conditional: true
    default: false
    }
  }

  /// The names after `words`.
  fileprivate var names: [Name] {
    if case .field(let record, let name) = kind { record.names + [name] } else { [] }
  }
}
