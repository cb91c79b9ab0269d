/// A strict reader of the HTML that the renderer writes: every tag known, closed in order, in a place that HTML allows.
enum HTMLChecker {
  private static let void: Set = ["br", "hr", "img", "input"]
  private static let blocks: Set = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "div", "table", "section", "hr",
  ]
  private static let names: Set = [
    "a", "abbr", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "img",
    "input", "kbd", "label", "li", "sub",
    "ol", "p", "pre", "section", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]
  private static let attributes: Set = [
    "href", "rel", "title", "src", "alt", "loading", "decoding", "width", "height", "class", "id", "role",
    "tabindex", "aria-label", "scope", "start", "type", "disabled", "checked", "value",
  ]

  /// What is wrong with some HTML; nil when nothing is.
  static func fault(in html: String) -> String? {
    var open: [String] = []
    var ids: Set<String> = []
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      if rest[..<start].unicodeScalars.contains(where: {
        $0 == ">" || ($0.value < 0x20 && $0 != "\n" && $0 != "\t")
      }) {
        return "a stray character before \(rest[start...].prefix(40))"
      }
      guard let tag = Tag(rest[start...]) else { return "no tag at \(rest[start...].prefix(40))" }
      rest = tag.rest
      if tag.isClosing {
        if open.popLast() != tag.name { return "</\(tag.name)> closes something else" }
        continue
      }
      if let fault = fault(of: tag, in: open) { return fault }
      if let id = tag.attributes["id"], !ids.insert(id).inserted { return "id \(id) twice" }
      if !void.contains(tag.name) { open.append(tag.name) }
    }
    return open.isEmpty ? nil : "\(open) never closed"
  }

  private static func fault(of tag: Tag, in open: [String]) -> String? {
    if !names.contains(tag.name) { return "<\(tag.name)>" }
    for name in tag.attributes.keys where !attributes.contains(name) { return "attribute \(name)" }
    if tag.name == "a", open.contains("a") { return "<a> in <a>" }
    if tag.name == "label", open.contains("label") { return "<label> in <label>" }
    if tag.name == "li", open.last != "ul", open.last != "ol" { return "<li> in \(open.last ?? "nothing")" }
    if ["td", "th"].contains(tag.name), open.last != "tr" { return "<\(tag.name)> outside a row" }
    if blocks.contains(tag.name),
      let parent = open.last(where: { ["p", "a", "label", "td", "th", "h1"].contains($0) }),
      parent == open.last
    {
      return "<\(tag.name)> in <\(parent)>"
    }
    if let address = tag.attributes["href"] ?? tag.attributes["src"], !isAllowed(address) {
      return "address \(address)"
    }
    return nil
  }

  /// Slots are written between `‹` and `›` by the tests; all else must be judged safe by its scheme.
  private static func isAllowed(_ address: String) -> Bool {
    if address.hasPrefix("‹") { return true }
    return ["#", "https://", "http://", "mailto:"].contains { address.hasPrefix($0) }
      && !address.unicodeScalars.contains { $0.value <= 0x20 }
  }

  private struct Tag {
    var name = ""
    var isClosing = false
    var attributes: [String: String] = [:]
    var rest: Substring

    init?(_ text: Substring) {
      rest = text.dropFirst()
      if rest.unicodeScalars.first == "/" {
        isClosing = true
        rest = rest.dropFirst()
      }
      name = take { ("a"..."z").contains($0) || ("0"..."9").contains($0) }
      guard !name.isEmpty else { return nil }
      while rest.unicodeScalars.first == " " {
        rest = rest.dropFirst()
        let attribute = take { ("a"..."z").contains($0) || $0 == "-" }
        guard !attribute.isEmpty, attributes[attribute] == nil else { return nil }
        attributes[attribute] = ""
        guard rest.unicodeScalars.first == "=" else { continue }
        rest = rest.dropFirst()
        guard rest.unicodeScalars.first == "\"" else { return nil }
        rest = Substring(rest.unicodeScalars.dropFirst())
        attributes[attribute] = take { $0 != "\"" && $0 != "<" }
        guard rest.unicodeScalars.first == "\"" else { return nil }
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
      guard rest.unicodeScalars.first == ">" else { return nil }
      rest = Substring(rest.unicodeScalars.dropFirst())
    }

    private mutating func take(_ isWanted: (Unicode.Scalar) -> Bool) -> String {
      let taken = rest.unicodeScalars.prefix { isWanted($0) }
      rest = Substring(rest.unicodeScalars.dropFirst(taken.count))
      return String(taken)
    }
  }
}
