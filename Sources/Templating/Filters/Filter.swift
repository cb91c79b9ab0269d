/// What stands behind `|` in a template: a change of one value.
///
/// All that there is to say of a filter stands in its entry of `Filter.all`; who adds one adds an entry.
struct Filter: Sendable {
  /// What a filter does to a value with its arguments, of which those that it does not take are absent.
  typealias Function = @Sendable (_ value: Cell, _ arguments: (Cell, Cell), _ context: Context) -> Cell

  /// What a filter has at hand while a page is rendered: memory for what it makes, and the way to the site's root.
  struct Context {
    let arena: Arena
    /// The way to the site's root that begins its addresses, percent-encoded.
    let base: [UInt8]
  }

  /// A template that shows what the filter does, and what it writes.
  struct Example: Sendable {
    var template: String
    var output: String

    init(_ template: String, _ output: String) {
      self.template = template
      self.output = output
    }
  }

  let name: String
  /// How it is written, with its arguments: `list | join(", ")`.
  let usage: String
  let summary: String
  let input: Input
  let parameters: [Parameter]
  /// The type of what it gives, by those of the value and of the arguments.
  let result: @Sendable (_ value: ValueType, _ arguments: [ValueType]) -> ValueType
  /// What it does to values of a type; asked for once, when a template is compiled.
  let function: @Sendable (_ value: ValueType) -> Function
  /// One at least.
  let examples: [Example]
  /// Whether what it gives is JSON, which may stand in a script of data.
  var isJSON = false

  /// A filter whose result is made from the value's type as well.
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

  /// A filter that gives a value of one type.
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
  /// Every filter, in the order in which the reference tells of them.
  static let all = general + numbersAndDates + texts + lists

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  static func named(_ name: String) -> Filter? { byName[name] }
}

extension Filter {
  /// What a filter can be put behind.
  enum Input: Sendable {
    case text, integer, date, address, list
    case listOrText
    /// A list of texts, numbers or dates.
    case joinable
    case anything
    /// What may be absent or empty.
    case absentOrEmpty

    /// As it stands in a sentence.
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

    /// Whether it may be absent.
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

  /// What an argument of a filter is.
  enum Parameter: Sendable {
    case text, integer, address
    /// The name of a `DateFormat`, written out.
    case dateFormat
    /// A value of the type of the filtered one, which takes its place.
    case fallback
  }
}
