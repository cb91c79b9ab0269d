/// How a value is escaped.
enum Escaping: UInt8, Sendable, BitwiseCopyable {
  /// Not at all: plain text and data scripts.
  case none
  /// HTML text and quoted attribute values.
  case html
  /// XML text and quoted attribute values.
  case xml
  /// Trusted markup in HTML.
  case markup
  /// A URL at the beginning of an attribute value, or in text.
  case address
  /// The same, where only addresses of the site are allowed.
  case siteAddress
  /// Part of a URL: percent-encoded.
  case addressPart
}

/// The reason why a value is not allowed at a position.
struct PlacementMistake: Error {
  var summary: String
  var help: String?
}

extension MarkupContext {
  /// Advances over a value and determines how to escape it.
  ///
  /// - Parameters:
  ///   - type: The value's type, which must be printable.
  ///   - isJSON: Whether the value is the output of the `json` filter.
  /// - Returns: The escaping, or the error. The context is advanced in either case.
  mutating func advance(over type: ValueType, isJSON: Bool) -> Result<Escaping, PlacementMistake> {
    if language == .plain { return plain(type) }
    switch place {
    case .text: return inText(type)
    case .quotedValue: return inValue(type)
    case .rawText: return inRawText(type, isJSON: isJSON)
    case .beforeValue, .unquotedValue:
      place = .unquotedValue
      return mistake(
        "a value cannot stand in \(name)", help: "put quotation marks around it: \(attribute)=\"…\"")
    case .tagStart, .endTagStart, .tagName:
      place = .tagName
      return mistake("a value cannot be part of a tag's name", help: "for the sign itself write \"&lt;\"")
    case .tag, .attributeName, .afterAttributeName, .afterValue, .boundary:
      place = .attributeName
      return mistake("a value cannot be part of an attribute's name", help: "write name=\"{{ … }}\"")
    case .comment, .declarationStart, .declaration, .characterData:
      return mistake("a value cannot stand in \(name)")
    }
  }

  private func mistake(_ summary: String, help: String? = nil) -> Result<Escaping, PlacementMistake> {
    .failure(PlacementMistake(summary: summary, help: help))
  }

  private func plain(_ type: ValueType) -> Result<Escaping, PlacementMistake> {
    if case .html = type { return mistake("html cannot stand in plain text") }
    return .success(.none)
  }

  private func inText(_ type: ValueType) -> Result<Escaping, PlacementMistake> {
    if language == .xml { return .success(.xml) }
    if case .html = type { return .success(.markup) }
    return .success(.html)
  }

  private var escaped: Escaping { language == .xml ? .xml : .html }

  // MARK: Attributes

  private mutating func inValue(_ type: ValueType) -> Result<Escaping, PlacementMistake> {
    if case .html = type {
      return mistake("html cannot stand in \(name)", help: "an attribute takes text")
    }
    let isAddress = if case .address = type { true } else { false }
    switch attributeKind {
    case .plain:
      if tag == "meta", attribute == "content" { hasValueInContent = true }
      return .success(escaped)
    case .eventHandler:
      return mistake(
        "a value cannot stand in the event handler \"\(attribute)\"",
        help: "put it into a data- attribute, and read that in a script")
    case .style: return mistake("a value cannot stand in \"style\"", help: "give the element a class instead")
    case .document: return mistake("a value cannot stand in \"srcdoc\"")
    case .decisive: return mistake("\"\(attribute)\" of <\(tag)> must be written out")
    case .refresh:
      return isAddress
        ? .success(escaped)
        : mistake("\(type.phrase) cannot stand in a refresh", help: "only an address can")
    case .address, .addressList, .siteAddress: return inAddress(type, isAddress: isAddress)
    }
  }

  private mutating func inAddress(_ type: ValueType, isAddress: Bool) -> Result<Escaping, PlacementMistake> {
    let before = written
    if written != .query { written = .path }
    if hasReferenceInScheme {
      return mistake(
        "a character reference may hide the scheme of \"\(attribute)\"",
        help: "write the character itself, or \"./\" before it")
    }
    if isUnsafePrefix {
      let scheme = prefix.prefix { $0 != ":" }.drop { $0.isWhitespace }
      return mistake("a value cannot stand in a \"\(scheme):\" address")
    }
    switch (before, isAddress) {
    case (.nothing, true): return .success(attributeKind == .siteAddress ? .siteAddress : .address)
    case (.nothing, false):
      return mistake(
        "\"\(attribute)\" begins with an address, and this is \(type.phrase)",
        help: "use a value of the type address, or write the beginning out: \"#\", \"?q=\", \"/\"")
    case (.path, true):
      return mistake(
        "an address stands at the beginning of \"\(attribute)\"", help: "it is complete in itself")
    case (.query, _), (.path, false): return .success(.addressPart)
    // In a URL list within a loop it is unknown whether a URL precedes, but a complete URL is harmless anywhere.
    case (.perhaps, true) where attributeKind == .addressList: return .success(.address)
    case (.perhaps, _):
      return mistake("whether this begins \"\(attribute)\" depends on the condition before it")
    }
  }

  // MARK: Raw text

  private func inRawText(_ type: ValueType, isJSON: Bool) -> Result<Escaping, PlacementMistake> {
    if tag == "title" || tag == "textarea" {
      if case .html = type { return mistake("html cannot stand in \(name)", help: "it takes text") }
      return .success(.html)
    }
    guard isDataScript else {
      return mistake(
        "a value cannot stand in <\(tag)>",
        help: tag == "script"
          ? "write it with \"json\" into <script type=\"application/json\">, and read that" : nil)
    }
    if isInString {
      return mistake(
        "a value cannot stand inside a JSON string", help: "\"json\" writes the quotation marks too")
    }
    return isJSON
      ? .success(.none) : mistake("a value in a data script goes through \"json\"", help: "write \"| json\"")
  }
}
