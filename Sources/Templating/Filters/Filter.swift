/// A filter: a transformation of one value, applied by `|` in templates.
///
/// A filter is defined entirely by its entry in `Filter.all`.
struct Filter: Sendable {
  /// The implementation of a filter; missing arguments are absent.
  typealias Function = @Sendable (_ value: Cell, _ arguments: (Cell, Cell), _ context: Context) -> Cell

  /// The environment of a filter during rendering: memory for its results, the path to the site's root, and the format of dates.
  struct Context {
    let arena: Arena
    /// The percent-encoded path to the site's root, with which its addresses begin.
    let base: [UInt8]
    let dates: DateWords
  }

  /// An example template and its output.
  struct Example: Sendable {
    var template: String
    var output: String

    init(_ template: String, _ output: String) {
      self.template = template
      self.output = output
    }
  }

  let name: String
  /// The syntax with arguments: `list | join(", ")`.
  let usage: String
  let summary: String
  let input: Input
  let parameters: [Parameter]
  /// Returns the type of the result for the types of value and arguments.
  let result: @Sendable (_ value: ValueType, _ arguments: [ValueType]) -> ValueType
  /// Returns the implementation for values of a type; called once, during compilation.
  let function: @Sendable (_ value: ValueType) -> Function
  /// At least one.
  let examples: [Example]
  /// Whether the result is JSON, which may be written to a data script.
  var isJSON = false

  /// Creates a filter whose implementation depends on the value's type.
  init(
    _ name: String, _ usage: String, _ summary: String, takes input: Input, _ parameters: [Parameter] = [],
    gives result: @escaping @Sendable (_ value: ValueType, _ arguments: [ValueType]) -> ValueType,
    of function: @escaping @Sendable (_ value: ValueType) -> Function,
    example: Example, _ examples: Example...
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.input = input
    self.parameters = parameters
    self.result = result
    self.function = function
    self.examples = [example] + examples
  }

  /// Creates a filter with a fixed result type.
  init(
    _ name: String, _ usage: String, _ summary: String, takes input: Input, _ parameters: [Parameter] = [],
    gives result: ValueType, by apply: @escaping Function, example: Example, _ examples: Example...
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.input = input
    self.parameters = parameters
    self.result = { _, _ in result }
    self.function = { _ in apply }
    self.examples = [example] + examples
  }
}

extension Filter {
  /// All filters, in the order of the reference.
  static let all = general + numbersAndDates + texts + lists

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  static func named(_ name: String) -> Filter? { byName[name] }
}

extension Filter {
  /// The values that a filter accepts.
  enum Input: Sendable {
    case text, integer, date, address, list
    case listOrText
    /// A list of texts, numbers or dates.
    case joinable
    case anything
    /// A value that may be absent or empty.
    case absentOrEmpty

    /// The values as part of a sentence.
    var phrase: String {
      switch self {
      case .text: "text"
      case .integer: "a number"
      case .date: "a date"
      case .address: "an address"
      case .list: "a list"
      case .listOrText: "a list or text"
      case .joinable: "a list of texts, numbers or dates"
      case .anything, .absentOrEmpty: "any value"
      }
    }

    /// Whether an absent value is accepted.
    var mayBeAbsent: Bool {
      switch self {
      case .anything, .absentOrEmpty: true
      default: false
      }
    }

    func accepts(_ type: ValueType) -> Bool {
      switch (self, type) {
      case (.anything, _), (.text, .text), (.integer, .integer), (.date, .date), (.address, .address),
        (.list, .list), (.listOrText, .list), (.listOrText, .text),
        (.joinable, .list(.text)), (.joinable, .list(.integer)), (.joinable, .list(.date)),
        (.absentOrEmpty, .optional), (.absentOrEmpty, .text), (.absentOrEmpty, .list),
        (.absentOrEmpty, .html):
        true
      default: false
      }
    }
  }

  /// The kind of a filter's argument.
  enum Parameter: Sendable {
    case text, integer, address
    /// The name of a `DateFormat`, as a literal.
    case dateFormat
    /// A replacement of the filtered value's type.
    case fallback
  }
}
