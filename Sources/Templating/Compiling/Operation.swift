/// An instruction of a compiled template. The numbers refer to registers, loops, constants and instructions.
enum Operation: Sendable, BitwiseCopyable {
  enum LoopValue: Sendable, BitwiseCopyable {
    case index, index0, first, last, length
  }

  enum Order: Sendable, BitwiseCopyable {
    case less, lessOrEqual, greater, greaterOrEqual
  }

  /// Writes a range of the template's own text.
  case text(start: Int32, count: Int32)
  case write(Int32, Escaping)
  case field(of: Int32, slot: Int32, to: Int32)
  case constant(Int32, to: Int32)
  case copy(Int32, to: Int32)
  case jump(Int32)
  case jumpIfFalse(Int32, Int32)
  case jumpIfTrue(Int32, Int32)
  /// Stores a list's first element in `item`, or jumps to `end` if the list is empty.
  case loopStart(list: Int32, item: Int32, loop: Int32, end: Int32)
  /// Stores the next element in `item` and jumps to `body`, or continues if there is none.
  case loopNext(item: Int32, loop: Int32, body: Int32)
  case loopValue(LoopValue, loop: Int32, to: Int32)
  case truth(Int32, negated: Bool, to: Int32)
  case equal(Int32, Int32, negated: Bool, to: Int32)
  case ordered(Order, Int32, Int32, to: Int32)
  case contains(Int32, in: Int32, negated: Bool, to: Int32)
  /// Jumps unless a number belongs to a plural category.
  case jumpUnlessPlural(Int32, PluralCategory, Int32)
  /// Writes a number with grouped digits.
  case writeGrouped(Int32)
  /// Formats a number with grouped digits as text.
  case grouped(Int32, to: Int32)
  /// Joins the texts of consecutive registers.
  case join(first: Int32, count: Int32, to: Int32)
  /// Joins the texts and markup of consecutive registers to markup.
  case markup(first: Int32, count: Int32, to: Int32)
  /// Makes a list of consecutive registers.
  case list(first: Int32, count: Int32, to: Int32)
  /// Applies a filter's function, whose arguments are in consecutive registers.
  case apply(function: Int32, Int32, arguments: Int32, to: Int32)
}

/// A compiled template: a flat list of instructions for a register machine. Register 0 holds the page's record.
struct Program: Sendable {
  var operations: ContiguousArray<Operation> = []
  /// The template's own text, concatenated.
  var text: ContiguousArray<UInt8> = []
  var constants: ContiguousArray<Cell> = []
  /// The functions of the filters in use.
  var functions: ContiguousArray<Filter.Function> = []
  var registerCount = 1
  var loopCount = 0
  var plurals = PluralRules.english
  var dates = DateWords([:])
  /// The memory of the constants.
  let arena = Arena()
}
