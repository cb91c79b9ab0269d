/// An expression as it is written.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    /// Something that was reported already.
    case invalid
    case text(String)
    case integer(Int)
    case boolean(Bool)
    case list([Expression])
    case name(String)
    case field(Expression, Name)
    case call(Expression, [Argument])
    case filter(Expression, Name, [Argument])
    case not(Expression)
    /// Operands of `and`.
    case all([Expression])
    /// Operands of `or`.
    case any([Expression])
    case comparison(Token.Symbol, Expression, Expression)
    /// `element in collection`, or `element not in collection`.
    case contains(Expression, in: Expression, negated: Bool)
    /// Operands of `~`.
    case joined([Expression])
    /// `value if condition else otherwise`.
    case conditional(Expression, if: Expression, else: Expression?)
  }

  var kind: Kind
  var range: Range<Int>
  /// How many expressions stand inside one another here, itself included.
  var depth: Int

  init(_ kind: Kind, _ range: Range<Int>, depth: Int = 1) {
    self.kind = kind
    self.range = range
    self.depth = depth
  }
}

/// An argument of a macro or a filter.
struct Argument: Sendable {
  var label: Name?
  var value: Expression
}
