/// A token of a template, with its range in UTF-8 bytes.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    /// The template's own text, after whitespace control.
    case text
    /// `{{` and `}}`.
    case outputStart, outputEnd
    /// `{%` and `%}`.
    case tagStart, tagEnd
    case name(String)
    case string(String)
    case integer(Int)
    case symbol(Symbol)
    /// An error that has been reported.
    case invalid
    case endOfFile
  }

  enum Symbol: String, Sendable {
    case dot = "."
    case comma = ","
    case open = "("
    case close = ")"
    case openList = "["
    case closeList = "]"
    case filter = "|"
    case concatenate = "~"
    case assign = "="
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  var kind: Kind
  var range: Range<Int>
}

/// A name with its place.
struct Name: Sendable {
  var text: String
  var range: Range<Int>
}

/// The limits beyond which a template is rejected.
enum TemplateLimits {
  /// Bytes of one source.
  static let sourceSize = 1 << 20
  /// Nested tags in one file.
  static let tagNesting = 64
  /// Nested parts of an expression.
  static let expressionDepth = 64
  /// Nested bodies after the expansion of layouts, includes and macros.
  static let expandedNesting = 160
  /// Nodes after the expansion.
  static let expandedSize = 400_000
  /// Bytes of the template's own text after the expansion.
  static let expandedText = 16 << 20
  /// Errors that are reported for one file.
  static let diagnostics = 100
}
