/// A piece of a template's source, with its UTF-8 offsets.
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
    /// Something that was reported already.
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

/// A name and where it was written.
struct Name: Sendable {
  var text: String
  var range: Range<Int>
}

/// The measures beyond which a template is refused.
enum TemplateLimits {
  /// Bytes of one source.
  static let sourceSize = 1 << 20
  /// Tags inside one another in one file.
  static let tagNesting = 64
  /// Parts of an expression inside one another.
  static let expressionDepth = 64
  /// Bodies inside one another, with what layouts, includes and macros bring.
  static let expandedNesting = 160
  /// Nodes after includes, macros and blocks are written out.
  static let expandedSize = 400_000
  /// Bytes of a template's own text, likewise.
  static let expandedText = 16 << 20
  /// Mistakes reported for one file.
  static let diagnostics = 100
}
