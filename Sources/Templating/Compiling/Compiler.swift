import Diagnostics

/// Compiles one template, with all that it extends, includes and imports, against the shape of its pages.
///
/// Layouts, includes, blocks and macros are written out at their place: each is checked with the types and in the state
/// of the markup that it meets there.
struct Compiler {
  /// The value of an expression.
  struct Operand {
    var register: Int32
    var type: ValueType
    /// The way to it, when it is a name or a field of one.
    var path: ValuePath?
  }

  /// Something that is being written out.
  struct Expansion {
    enum Kind: String {
      case layout = "extended here"
      case include = "included here"
      case call = "called here"
    }

    var kind: Kind
    /// What must not be written out inside itself.
    var identity: String
    var place: SourceRange
  }

  /// A block's definition in one file of the inheritance chain.
  struct BlockDefinition {
    var block: Block
    var file: ParsedTemplate
    /// The layouts on the way to that file.
    var expansions: [Expansion]
  }

  let templates: [String: ParsedTemplate]
  let placing: AddressPlacing
  let words: Words
  /// The addresses in the texts that were compiled.
  var written: Set<WrittenAddress> = []
  /// The name of the page's template.
  let page: String
  var program = Program()
  var diagnostics: [Diagnostic] = []
  var context: MarkupContext
  var scope = Scope()
  /// The file whose text is being compiled.
  var file: ParsedTemplate
  var expansions: [Expansion] = []
  /// Every definition of each block, the most derived first.
  var blocks: [String: [BlockDefinition]] = [:]
  /// The block that is being compiled, and which of its definitions.
  var block: (name: String, level: Int)?
  /// The blocks around this place.
  var openBlocks: [String] = []

  var nextRegister: Int32 = 1
  var nextBinding = Scope.pageNumber + 1
  /// Bindings that a branch changed.
  var changedBindings: Set<Int> = []
  /// Whether a jump leads to the next step, so that its text does not join the last one's.
  var isJumpTarget = true
  var depth = 0
  var size = 0
  /// Whether a limit was reached: nothing more is compiled.
  var isExhausted = false
  /// Whether the state of the markup is known: it is not after a part of a template could not be parsed.
  var isContextKnown = true
  private var reported: Set<Diagnostic> = []
  private var reached: Set<String> = []

  init(
    templates: [String: ParsedTemplate], file: ParsedTemplate, shape: Shape, words: Words,
    placing: @escaping AddressPlacing
  ) {
    self.templates = templates
    self.placing = placing
    self.words = words
    program.plurals = words.plurals
    self.page = file.name
    self.file = file
    context = MarkupContext(.init(templateName: file.name))
    scope.page = shape
  }

  static func compile(
    _ name: String, for shape: Shape, in templates: [String: ParsedTemplate], words: Words,
    placing: @escaping AddressPlacing
  ) -> (program: Program?, diagnostics: [Diagnostic], addresses: Set<WrittenAddress>) {
    guard let file = templates[name] else {
      let missing = Diagnostic(
        .error, .templateUnknownTemplate, "there is no template \"\(name)\"", at: .file(name),
        suggestion: Spelling.closest(to: name, among: templates.keys.sorted()),
        help: "pages of the shape \(shape.name) need it")
      return (nil, [missing], [])
    }
    var compiler = Compiler(
      templates: templates, file: file, shape: shape, words: words, placing: placing)
    compiler.compilePage()
    let failed = compiler.diagnostics.hasErrors
    return (failed ? nil : compiler.program, compiler.diagnostics, compiler.written)
  }

  // MARK: Diagnostics

  /// Reports a mistake once, however often the place is written out.
  mutating func report(
    _ rule: Diagnostic.Rule, _ summary: String, _ range: Range<Int>, suggestion: String? = nil,
    help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    let plain = Diagnostic(.error, rule, summary, at: file.source.range(range))
    guard !isExhausted, reported.insert(plain).inserted else { return }
    var whole = plain
    whole.suggestion = suggestion
    whole.help = help
    whole.notes = notes + ways
    diagnostics.append(whole)
  }

  /// How the present place was reached, the nearest step first.
  private var ways: [Diagnostic.Note] {
    expansions.reversed().prefix(8).map { .init($0.kind.rawValue, at: $0.place) }
  }

  mutating func exhaust(_ summary: String, _ range: Range<Int>, help: String? = nil) {
    report(.templateLimit, summary, range, help: help)
    isExhausted = true
  }

  /// What is wrong with a file by itself, the first time that it is reached.
  mutating func reach(_ parsed: ParsedTemplate) {
    guard reached.insert(parsed.name).inserted else { return }
    diagnostics += parsed.diagnostics
    if !parsed.diagnostics.isEmpty { isContextKnown = false }
    let before = file
    file = parsed
    // An import that no call uses is a mistake all the same.
    for source in parsed.imports where templates[source.template.text] == nil {
      _ = template(source.template)
    }
    file = before
  }

  /// The template of a name, or an error at that name.
  mutating func template(_ name: Name) -> ParsedTemplate? {
    if let found = templates[name.text] {
      reach(found)
      return found
    }
    report(
      .templateUnknownTemplate, "there is no template \"\(name.text)\"", name.range,
      suggestion: Spelling.closest(to: name.text, among: templates.keys.sorted()))
    return nil
  }

  /// Whether something may be written out here: not inside itself.
  mutating func allows(_ identity: String, _ what: String, _ range: Range<Int>) -> Bool {
    // The page's own template is written out first, and no step led to it.
    let open = [page] + expansions.map(\.identity)
    guard let first = open.firstIndex(of: identity) else { return true }
    let way = open[first...] + [identity]
    report(
      .templateRecursion, "\(what) leads to itself", range,
      help: "the way round: \(way.joined(separator: ", "))")
    return false
  }

  // MARK: Steps

  mutating func emit(_ operation: Operation) {
    program.operations.append(operation)
    isJumpTarget = false
  }

  /// The index of the next step, to which a jump leads.
  mutating func label() -> Int32 {
    isJumpTarget = true
    return Int32(clamping: program.operations.count)
  }

  /// Adds a jump whose target is set later.
  mutating func emitOpen(_ operation: Operation) -> Int {
    emit(operation)
    return program.operations.count - 1
  }

  /// Lets an earlier jump lead to the next step.
  mutating func land(_ index: Int) {
    let target = label()
    switch program.operations[index] {
    case .jump: program.operations[index] = .jump(target)
    case .jumpIfFalse(let register, _): program.operations[index] = .jumpIfFalse(register, target)
    case .jumpIfTrue(let register, _): program.operations[index] = .jumpIfTrue(register, target)
    case .jumpUnlessPlural(let register, let category, _):
      program.operations[index] = .jumpUnlessPlural(register, category, target)
    case .loopStart(let list, let item, let loop, _):
      program.operations[index] = .loopStart(list: list, item: item, loop: loop, end: target)
    default: break
    }
  }

  mutating func emitText(_ bytes: some Collection<UInt8>, at range: Range<Int>) {
    guard !bytes.isEmpty else { return }
    let start = program.text.count
    guard start + bytes.count <= TemplateLimits.expandedText else {
      exhaust(
        "the template grows beyond \(TemplateLimits.expandedText >> 20) MiB with all that it includes", range)
      return
    }
    program.text.append(contentsOf: bytes)
    if !isJumpTarget, case .text(let first, let count) = program.operations.last,
      Int(first) + Int(count) == start
    {
      let joined = Operation.text(start: first, count: count + Int32(clamping: bytes.count))
      program.operations[program.operations.count - 1] = joined
    } else {
      emit(.text(start: Int32(clamping: start), count: Int32(clamping: bytes.count)))
    }
  }

  mutating func register() -> Int32 {
    let register = nextRegister
    nextRegister += 1
    program.registerCount = max(program.registerCount, Int(nextRegister))
    return register
  }

  mutating func constant(_ cell: Cell) -> Int32 {
    let register = register()
    program.constants.append(cell)
    emit(.constant(Int32(clamping: program.constants.count - 1), to: register))
    return register
  }

  /// Gives a name to a value; without one the name is known, and silent.
  mutating func bind(_ name: String, _ operand: Operand?, _ origin: Binding.Origin) {
    scope.bindings.append(
      Binding(
        name: name, number: nextBinding, register: operand?.register ?? 0, type: operand?.type,
        origin: origin))
    nextBinding += 1
  }
}
