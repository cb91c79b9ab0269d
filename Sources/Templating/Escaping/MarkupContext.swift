/// The position within a document's markup, on which the escaping of values depends.
///
/// The states are those of the HTML Standard's tokenizer as far as they matter for values; XML uses a subset of them.
struct MarkupContext: Hashable, Sendable {
  enum Language: Hashable, Sendable {
    case html, xml, plain

    /// Determines the language by the extension of a template's name; HTML by default.
    init(templateName: String) {
      if templateName.utf8.suffix(4).elementsEqual(".xml".utf8) {
        self = .xml
      } else if templateName.utf8.suffix(4).elementsEqual(".txt".utf8) {
        self = .plain
      } else {
        self = .html
      }
    }
  }

  enum Place: Hashable, Sendable {
    /// Between tags.
    case text
    /// After `<` or `</`.
    case tagStart, endTagStart
    case tagName
    /// Inside a tag, where an attribute may begin.
    case tag
    case attributeName, afterAttributeName
    /// After `=`.
    case beforeValue
    case quotedValue(UInt8)
    case unquotedValue
    /// Directly after a closing quotation mark.
    case afterValue
    /// Inside a tag, after branches that ended in different words: white space or the end of the tag must follow.
    case boundary
    /// After `<!`.
    case declarationStart
    /// `<!doctype …>`, `<?xml … ?>`.
    case declaration
    case comment
    case characterData
    /// The content of `<title>`, `<textarea>`, `<script>`, `<style>` and similar elements, which only their end tag
    /// ends.
    case rawText
  }

  /// How much of an attribute's value has been written, which determines whether a URL may follow.
  enum Written: Hashable, Sendable {
    case nothing
    /// Something that certainly contains neither `?` nor `#`.
    case path
    case query
    /// Something in one branch and nothing in another.
    case perhaps
  }

  /// The escaped states of script data in the HTML Standard.
  enum ScriptNesting: Hashable, Sendable {
    case none
    /// After `<!--`.
    case escaped
    /// After `<!--` and `<script>`, where `</script>` does not end the script.
    case doubleEscaped
  }

  var language: Language
  var place: Place = .text
  /// The lower-case name of the element whose tag or raw text this is.
  var tag = ""
  var isEndTag = false
  /// Whether the last character of the tag was `/`.
  var isSelfClosing = false
  /// The lower-case name of the current attribute.
  var attribute = ""
  var written: Written = .nothing
  /// The literal beginning of a value that matters as a whole, such as a URL scheme or a script's type.
  var prefix = ""
  /// The characters that may become the end of a comment or of raw text.
  var pending = ""
  /// The `type` of the script.
  var scriptType: String?
  /// Whether the tag is `<meta http-equiv="refresh">`.
  var isRefresh = false
  /// Whether a value was written to `content` of a `<meta>`; a later `http-equiv` would change its meaning.
  var hasValueInContent = false
  var scriptNesting: ScriptNesting = .none
  /// The number of hyphens directly before this position in a script, at most 2.
  var hyphens = 0
  /// Whether the position is in a JSON string of a data script, and after a backslash in it.
  var isInString = false
  var isEscaped = false
  /// The number of open `<svg>` and `<math>` elements.
  var foreignDepth = 0

  init(_ language: Language) {
    self.language = language
  }
}

extension MarkupContext {
  /// The context as diagnostics name it.
  var name: String {
    switch place {
    case .text: foreignDepth > 0 ? "text in <svg>" : "text"
    case .tagStart, .endTagStart: "the beginning of a tag"
    case .tagName, .tag, .afterAttributeName, .afterValue, .boundary: "the tag <\(isEndTag ? "/" : "")\(tag)>"
    case .attributeName: "the attribute \"\(attribute)\""
    case .beforeValue, .unquotedValue: "the unquoted value of \"\(attribute)\""
    case .quotedValue(let quote):
      "the \(quote == UInt8(ascii: "'") ? "single" : "double")-quoted value of \"\(attribute)\""
    case .declarationStart, .declaration: "a declaration"
    case .comment: "a comment"
    case .characterData: "a CDATA section"
    case .rawText: isInString ? "a JSON string in <\(tag)>" : "the content of <\(tag)>"
    }
  }

  private static let dataTypes: Set<String> = [
    "application/ld+json", "application/json", "importmap", "speculationrules",
  ]

  /// Whether this is the content of a script that browsers do not execute.
  var isDataScript: Bool {
    guard let scriptType else { return false }
    return tag == "script" && (Self.dataTypes.contains(scriptType) || scriptType.hasSuffix("+json"))
  }

  // MARK: Joining branches

  /// Returns the context after two branches; nil if what follows would have different meanings.
  func joined(with other: MarkupContext) -> MarkupContext? {
    guard hasValueInContent == other.hasValueInContent else {
      var (left, right) = (self, other)
      left.hasValueInContent = true
      right.hasValueInContent = true
      return left.joined(with: right)
    }
    if self == other { return self }
    if isInsideTag, other.isInsideTag { return boundary == other.boundary ? boundary : nil }
    guard case .quotedValue = place, place == other.place, attribute == other.attribute else { return nil }
    var (left, right) = (self, other)
    left.written = .nothing
    right.written = .nothing
    if prefix != other.prefix {
      guard attributeKind.isAddress else { return nil }
      left.prefix = other.isUnsafePrefix ? other.prefix : prefix
      right.prefix = left.prefix
    }
    guard left == right else { return nil }
    switch (written, other.written) {
    case (.path, .query), (.query, .path): left.written = .path
    case (let one, let two): left.written = one == two ? one : .perhaps
    }
    return left
  }

  private var isInsideTag: Bool {
    switch place {
    case .tagName, .tag, .attributeName, .afterAttributeName, .unquotedValue, .afterValue, .boundary: true
    default: false
    }
  }

  /// The context with its current word finished.
  private var boundary: MarkupContext {
    var result = self
    if place == .unquotedValue { result.finishAttribute() }
    result.place = .boundary
    result.attribute = ""
    result.prefix = ""
    result.written = .nothing
    result.isSelfClosing = false
    return result
  }
}
