/// Where in a document the next character stands: what the escaping of a value depends on.
///
/// The states are those of the HTML standard's tokenizer, as far as they matter for values; XML uses a part of them.
struct MarkupContext: Hashable, Sendable {
  enum Language: Hashable, Sendable {
    case html, xml, plain

    /// By the end of a template's name; HTML unless it says otherwise.
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
    /// Behind `<` or `</`.
    case tagStart, endTagStart
    case tagName
    /// Inside a tag, where an attribute may begin.
    case tag
    case attributeName, afterAttributeName
    /// Behind `=`.
    case beforeValue
    case quotedValue(UInt8)
    case unquotedValue
    /// Right behind a closing quotation mark.
    case afterValue
    /// Inside a tag, where the branches of a condition left different words: a blank or the tag's end must follow.
    case boundary
    /// Behind `<!`.
    case declarationStart
    /// `<!doctype …>`, `<?xml … ?>`.
    case declaration
    case comment
    case characterData
    /// The content of `<title>`, `<textarea>`, `<script>`, `<style>` and their like, which ends only at their end tag.
    case rawText
  }

  /// How much of an attribute's value is written, which decides where an address may stand.
  enum Written: Hashable, Sendable {
    case nothing
    /// Something, and no `?` or `#` for sure.
    case path
    case query
    /// Something in one branch and nothing in another.
    case perhaps
  }

  /// What the standard calls the escaped states of a script's content.
  enum ScriptNesting: Hashable, Sendable {
    case none
    /// Behind `<!--`.
    case escaped
    /// Behind `<!--` and `<script>`, where `</script>` does not end the script.
    case doubleEscaped
  }

  var language: Language
  var place: Place = .text
  /// The element whose tag or raw text this is, in lower case.
  var tag = ""
  var isEndTag = false
  /// Whether the tag's last character was `/`.
  var isSelfClosing = false
  /// The attribute whose name or value this is, in lower case.
  var attribute = ""
  var written: Written = .nothing
  /// The fixed beginning of a value that matters as a whole: a scheme, a script's type.
  var prefix = ""
  /// What may become the end of a comment or of raw text.
  var pending = ""
  /// The `type` of a script.
  var scriptType: String?
  /// Whether the tag is `<meta http-equiv="refresh">`.
  var isRefresh = false
  /// Whether a value was written into `content` of a `<meta>`, whose meaning an `http-equiv` behind it would change.
  var hasValueInContent = false
  var scriptNesting: ScriptNesting = .none
  /// How many hyphens stand right before this place in a script, 2 at the most.
  var hyphens = 0
  /// Whether a script of data is inside a JSON string, and behind a backslash there.
  var isInString = false
  var isEscaped = false
  /// How many `<svg>` and `<math>` elements are open.
  var foreignDepth = 0

  init(_ language: Language) {
    self.language = language
  }
}

extension MarkupContext {
  /// The state as diagnostics name it.
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

  /// Whether this is the content of a script that browsers do not run.
  var isDataScript: Bool {
    guard let scriptType else { return false }
    return tag == "script" && (Self.dataTypes.contains(scriptType) || scriptType.hasSuffix("+json"))
  }

  // MARK: Joining branches

  /// The state behind two branches; nil when what follows would mean different things.
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

  /// The state with its present word finished.
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
