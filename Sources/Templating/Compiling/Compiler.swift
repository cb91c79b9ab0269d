import Diagnostics

/// Compiles a template, including everything that it extends, includes and imports, for the shape of its pages.
///
/// Layouts, includes, blocks and macros are expanded inline, so each expansion is checked with the types and in the
/// markup context of its place.
struct Compiler {
  /// The result of compiling an expression.
  struct Operand {
    var register: Int32
    var type: ValueType
    /// The access path, if the expression is a name or a field of one.
    var path: ValuePath?
  }

  /// A layout, include or macro call that is being expanded.
  struct Expansion {
    enum Kind: String {
      case layout = "extended here"
      case include = "included here"
      case call = "called here"
    }

    var kind: Kind
    /// Identifies what is expanded, to detect recursion.
    var identity: String
    var place: SourceRange
  }

  /// The definition of a block in one file of the inheritance chain.
  struct BlockDefinition {
    var block: Block
    var file: ParsedTemplate
    /// The expansions through which that file was reached.
    var expansions: [Expansion]
  }

  let templates: [String: ParsedTemplate]
  let placing: AddressPlacing
  let words: Words
  /// The addresses found in the text of templates so far.
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
  /// All definitions of each block, the most derived first.
  var blocks: [String: [BlockDefinition]] = [:]
  /// The block that is being compiled, and the index of its definition.
  var block: (name: String, level: Int)?
  /// The blocks that are being expanded.
  var openBlocks: [String] = []

  var nextRegister: Int32 = 1
  var nextBinding = Scope.pageNumber + 1
  /// The bindings that a branch changed.
  var changedBindings: Set<Int> = []
  /// Whether a jump leads to the next operation, so that its text must not be merged with the previous one.
  var isJumpTarget = true
  var depth = 0
  var size = 0
  /// Whether a limit was exceeded, after which nothing more is compiled.
  var isExhausted = false
  /// Whether the markup context is known; after a syntax error it is not.
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
    program.dates = words.dates
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
        .templateUnknownTemplate, "there is no template \"\(name)\"", at: .file(name),
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

  /// Reports an error once, however often its place is expanded.
  mutating func report(
    _ rule: Diagnostic.Rule, _ summary: String, _ range: Range<Int>, suggestion: String? = nil,
    help: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    let plain = Diagnostic(rule, summary, at: file.source.range(range))
    guard !isExhausted, reported.insert(plain).inserted else { return }
    var whole = plain
    whole.suggestion = suggestion
    whole.help = help
    whole.notes = notes + ways
    diagnostics.append(whole)
  }

  /// The expansions that led to the current place, innermost first.
  private var ways: [Diagnostic.Note] {
    expansions.reversed().prefix(8).map { .init($0.kind.rawValue, at: $0.place) }
  }

  mutating func exhaust(_ summary: String, _ range: Range<Int>, help: String? = nil) {
    report(.templateLimit, summary, range, help: help)
    isExhausted = true
  }

  /// Adds the diagnostics of a file when it is first reached.
  mutating func reach(_ parsed: ParsedTemplate) {
    guard reached.insert(parsed.name).inserted else { return }
    diagnostics += parsed.diagnostics
    if !parsed.diagnostics.isEmpty { isContextKnown = false }
    let before = file
    file = parsed
    // An unused import of a missing template is also an error.
    for source in parsed.imports where templates[source.template.text] == nil {
      _ = template(source.template)
    }
    file = before
  }

  /// Returns the template with a name; reports an error if it does not exist.
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

  /// Returns whether something may be expanded here; reports recursion.
  mutating func allows(_ identity: String, _ what: String, _ range: Range<Int>) -> Bool {
    // The page's own template is not an expansion, but may also be included recursively.
    let open = [page] + expansions.map(\.identity)
    guard let first = open.firstIndex(of: identity) else { return true }
    let way = open[first...] + [identity]
    report(
      .templateRecursion, "\(what) leads to itself", range,
      help: "the way round: \(way.joined(separator: ", "))")
    return false
  }

  // MARK: Operations

  mutating func emit(_ operation: Operation) {
    program.operations.append(operation)
    isJumpTarget = false
  }

  /// Returns the index of the next operation, as the target of a jump.
  mutating func label() -> Int32 {
    isJumpTarget = true
    return Int32(clamping: program.operations.count)
  }

  /// Emits a jump whose target is set later by `land`, and returns its index.
  mutating func emitOpen(_ operation: Operation) -> Int {
    emit(operation)
    return program.operations.count - 1
  }

  /// Sets the target of an earlier jump to the next operation.
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

  /// Binds a name to a value; without one, uses of the name cause no further errors.
  mutating func bind(_ name: String, _ operand: Operand?, _ origin: Binding.Origin) {
    scope.bindings.append(
      Binding(
        name: name, number: nextBinding, register: operand?.register ?? 0, type: operand?.type,
        origin: origin))
    nextBinding += 1
  }
}
