/// One step of a compiled template; numbers name registers, loops, constants and steps.
enum Operation: Sendable, BitwiseCopyable {
  enum LoopValue: Sendable, BitwiseCopyable {
    case index, index0, first, last, length
  }

  enum Order: Sendable, BitwiseCopyable {
    case less, lessOrEqual, greater, greaterOrEqual
  }

  /// Writes a stretch of the template's own text.
  case text(start: Int32, count: Int32)
  case write(Int32, Escaping)
  case field(of: Int32, slot: Int32, to: Int32)
  case constant(Int32, to: Int32)
  case copy(Int32, to: Int32)
  case jump(Int32)
  case jumpIfFalse(Int32, Int32)
  case jumpIfTrue(Int32, Int32)
  /// Puts a list's first element into `item`, or jumps to `end` when it has none.
  case loopStart(list: Int32, item: Int32, loop: Int32, end: Int32)
  /// Puts the next element into `item` and jumps to `body`, or goes on when there is none.
  case loopNext(item: Int32, loop: Int32, body: Int32)
  case loopValue(LoopValue, loop: Int32, to: Int32)
  case truth(Int32, negated: Bool, to: Int32)
  case equal(Int32, Int32, negated: Bool, to: Int32)
  case ordered(Order, Int32, Int32, to: Int32)
  case contains(Int32, in: Int32, negated: Bool, to: Int32)
  /// Jumps unless a number is of a category.
  case jumpUnlessPlural(Int32, PluralCategory, Int32)
  /// Writes a number as people read it, with its digits in groups.
  case writeGrouped(Int32)
  /// Makes that a text.
  case grouped(Int32, to: Int32)
  /// Joins the texts of neighbouring registers.
  case join(first: Int32, count: Int32, to: Int32)
  /// Joins the texts and the markup of neighbouring registers as markup.
  case markup(first: Int32, count: Int32, to: Int32)
  /// Makes a list of neighbouring registers.
  case list(first: Int32, count: Int32, to: Int32)
  /// Applies the function of a filter, whose arguments stand in neighbouring registers.
  case apply(function: Int32, Int32, arguments: Int32, to: Int32)
}

/// A compiled template: flat steps over registers, of which the first holds the page's record.
struct Program: Sendable {
  var operations: ContiguousArray<Operation> = []
  /// The template's own text, end to end.
  var text: ContiguousArray<UInt8> = []
  var constants: ContiguousArray<Cell> = []
  /// What the filters do.
  var functions: ContiguousArray<Filter.Function> = []
  var registerCount = 1
  var loopCount = 0
  var plurals = PluralRules.english
  /// What the constants point into.
  let arena = Arena()
}
