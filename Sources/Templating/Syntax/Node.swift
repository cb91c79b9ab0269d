import Diagnostics

/// A node of a template's body.
struct Node: Sendable {
  indirect enum Kind: Sendable {
    case text
    case output(Expression)
    case condition([Branch], otherwise: [Node])
    case loop(variable: Name, Expression, body: [Node], otherwise: [Node])
    case block(String)
    case include(String)
    case set(Name, Expression)
  }

  struct Branch: Sendable {
    var condition: Expression
    var body: [Node]
  }

  var kind: Kind
  /// The whole text, the expression of an output, or the keyword or name of a tag.
  var range: Range<Int>
}

/// A named part of a layout that templates may override.
struct Block: Sendable {
  var name: Name
  var body: [Node]
  /// Whether it is not nested in another block.
  var isOutermost: Bool
}

/// A reusable body with parameters.
struct Macro: Sendable {
  struct Parameter: Sendable {
    var name: Name
    var standard: Expression?
  }

  var name: Name
  var parameters: [Parameter]
  var body: [Node]
}

/// A parsed template file.
struct ParsedTemplate: Sendable {
  struct Import: Sendable {
    var template: Name
    var alias: Name
  }

  var name: String
  var source: SourceText
  var body: [Node] = []
  /// The layout that the template extends.
  var parent: Name?
  var imports: [Import] = []
  var macros: [String: Macro] = [:]
  var blocks: [String: Block] = [:]
  var diagnostics: [Diagnostic] = []
}
