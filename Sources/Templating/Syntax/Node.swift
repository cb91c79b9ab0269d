import Diagnostics

/// A part of a template's body.
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
  /// Of text: all of it. Of an output: its expression. Of a tag: its keyword, or the name that it is about.
  var range: Range<Int>
}

/// A named part of a layout that a template may replace.
struct Block: Sendable {
  var name: Name
  var body: [Node]
  /// Whether it stands inside no other block.
  var isOutermost: Bool
}

/// A body with parameters.
struct Macro: Sendable {
  struct Parameter: Sendable {
    var name: Name
    var standard: Expression?
  }

  var name: Name
  var parameters: [Parameter]
  var body: [Node]
}

/// One source, parsed.
struct ParsedTemplate: Sendable {
  struct Import: Sendable {
    var template: Name
    var alias: Name
  }

  var name: String
  var source: SourceText
  var body: [Node] = []
  /// The layout that it extends.
  var parent: Name?
  var imports: [Import] = []
  var macros: [String: Macro] = [:]
  var blocks: [String: Block] = [:]
  var diagnostics: [Diagnostic] = []
}
