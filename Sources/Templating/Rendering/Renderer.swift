/// Runs a program for one page.
///
/// Rendering cannot fail: every register, loop and instruction that a program refers to exists, a cell of an unexpected
/// type reads as absent, and only loops over finite lists jump backwards.
struct Renderer: ~Copyable {
  private struct Loop {
    var list: Cell
    var position: Int
  }

  private let program: Program
  private let registers: Registers
  private var loops: ContiguousArray<Loop>
  /// The memory for results of filters and for joined texts.
  private let scratch: Filter.Context
  private var writer: ValueWriter
  /// A buffer for joining texts, reused each time.
  private var joined = ValueWriter(base: [], capacity: 256)

  init(_ program: Program, base: String) {
    self.program = program
    registers = Registers(count: program.registerCount)
    loops = ContiguousArray(repeating: Loop(list: .absent, position: 0), count: program.loopCount)
    writer = ValueWriter(base: base, capacity: program.text.count * 2)
    scratch = Filter.Context(arena: Arena(), base: writer.base, dates: program.dates)
  }

  consuming func page(_ root: Cell) -> [UInt8] {
    registers[0] = root
    run()
    return writer.output.bytes()
  }

  private mutating func run() {
    var next = 0
    let operations = program.operations
    let text = program.text
    while next < operations.count {
      let operation = operations[next]
      next += 1
      switch operation {
      case .text(let start, let count):
        writer.output.append(text.span.extracting(Int(start)..<Int(start + count)))
      case .write(let register, let escaping): writer.write(registers[register], escaping)
      case .field(let record, let slot, let target):
        registers[target] = registers[record][Int(slot)]
      case .constant(let index, let target): registers[target] = program.constants[Int(index)]
      case .copy(let source, let target): registers[target] = registers[source]
      case .jump(let target): next = Int(target)
      case .jumpIfFalse(let register, let target):
        if !registers[register].isTrue { next = Int(target) }
      case .jumpIfTrue(let register, let target):
        if registers[register].isTrue { next = Int(target) }
      case .jumpUnlessPlural(let register, let category, let target):
        if program.plurals.category(of: registers[register].number) != category { next = Int(target) }
      case .loopStart(let list, let item, let loop, let end):
        if !start(Int(loop), over: registers[list], item: item) { next = Int(end) }
      case .loopNext(let item, let loop, let body):
        if advance(Int(loop), item: item) { next = Int(body) }
      default: compute(operation)
      }
    }
  }

  // MARK: Loops

  @inline(__always)
  private mutating func start(_ loop: Int, over list: Cell, item: Int32) -> Bool {
    guard list.tag == .list, list.count > 0 else { return false }
    loops[loop] = Loop(list: list, position: 0)
    registers[item] = list[0]
    return true
  }

  @inline(__always)
  private mutating func advance(_ loop: Int, item: Int32) -> Bool {
    let position = loops[loop].position + 1
    guard position < loops[loop].list.count else { return false }
    loops[loop].position = position
    registers[item] = loops[loop].list[position]
    return true
  }

  private func value(_ value: Operation.LoopValue, of loop: Int) -> Cell {
    let position = loops[loop].position
    let count = loops[loop].list.count
    return switch value {
    case .index: .integer(position + 1)
    case .index0: .integer(position)
    case .first: .boolean(position == 0)
    case .last: .boolean(position == count - 1)
    case .length: .integer(count)
    }
  }

  // MARK: Computed values

  private mutating func compute(_ operation: Operation) {
    switch operation {
    case .loopValue(let kind, let loop, let target): registers[target] = value(kind, of: Int(loop))
    case .truth(let register, let negated, let target):
      registers[target] = .boolean(registers[register].isTrue != negated)
    case .equal(let left, let right, let negated, let target):
      registers[target] = .boolean(registers[left].equals(registers[right]) != negated)
    case .ordered(let order, let left, let right, let target):
      let (first, second) = (registers[left].number, registers[right].number)
      registers[target] = .boolean(order.holds(first, second))
    case .contains(let element, let collection, let negated, let target):
      let found = registers[collection].contains(registers[element])
      registers[target] = .boolean(found != negated)
    case .join(let first, let count, let target):
      joined.output.removeAll()
      for register in first..<(first + count) { joined.write(registers[register], .none) }
      registers[target] = joined.output.withBytes { scratch.arena.text($0) }
    case .writeGrouped(let register): writer.writeGrouped(registers[register].number)
    case .grouped(let register, let target):
      registers[target] = scratch.arena.text(Filter.grouped(registers[register].number))
    case .markup(let first, let count, let target):
      registers[target] = scratch.arena.html(joining: (first..<(first + count)).map { registers[$0] })
    case .list(let first, let count, let target):
      registers[target] = scratch.arena.list(count: Int(count)) {
        registers[first + Int32(truncatingIfNeeded: $0)]
      }
    case .apply(let function, let value, let arguments, let target):
      registers[target] = program.functions[Int(function)](
        registers[value], (registers[arguments], registers[arguments + 1]), scratch)
    default: break
    }
  }
}

extension Operation.Order {
  fileprivate func holds(_ left: Int, _ right: Int) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
