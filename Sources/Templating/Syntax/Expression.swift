/// A parsed expression.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    /// An expression with an error, which has been reported.
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
    /// The operands of `and`.
    case all([Expression])
    /// The operands of `or`.
    case any([Expression])
    case comparison(Token.Symbol, Expression, Expression)
    /// `element in collection`, or `element not in collection`.
    case contains(Expression, in: Expression, negated: Bool)
    /// The operands of `~`.
    case joined([Expression])
    /// `value if condition else otherwise`.
    case conditional(Expression, if: Expression, else: Expression?)
  }

  var kind: Kind
  var range: Range<Int>
  /// The depth of the expression tree, including this node.
  var depth: Int

  init(_ kind: Kind, _ range: Range<Int>, depth: Int = 1) {
    self.kind = kind
    self.range = range
    self.depth = depth
  }
}

/// An argument of a macro or filter.
struct Argument: Sendable {
  var label: Name?
  var value: Expression
}
