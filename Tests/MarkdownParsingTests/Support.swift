import Diagnostics
import MarkdownParsing

/// Reads a whole text as Markdown without front matter.
func markdown(
  _ text: String, options: MarkdownOptions = MarkdownOptions()
) -> (document: MarkdownDocument, diagnostics: [Diagnostic]) {
  let source = SourceText(path: "Content/a.md", text)
  let (document, diagnostics) = parseMarkdown(source, body: 0..<source.endOffset, options: options)
  return (document, diagnostics.inStableOrder())
}

/// The diagnostics of a text as a person reads them.
func report(_ diagnostics: [Diagnostic], _ source: SourceText) -> String {
  DiagnosticFormatter(format: .text, sources: [source]).string(for: diagnostics.inStableOrder())
}

func markdownReport(_ text: String) -> String {
  let (document, diagnostics) = markdown(text)
  return report(diagnostics, document.source)
}

/// Whole diagnostics, one a line: `1:6-1:9 error yaml-syntax: summary; did you mean "x"?; help: …; note 1:1-1:2: …`.
func compact(_ diagnostics: [Diagnostic], _ source: SourceText) -> String {
  func position(_ offset: Int) -> String {
    let position = source.position(at: offset)
    return "\(position.line):\(position.column)"
  }
  func place(_ place: Diagnostic.Place) -> String {
    guard case .range(let range) = place else { return place.path ?? "" }
    return "\(position(range.offsets.lowerBound))-\(position(range.offsets.upperBound))"
  }
  return diagnostics.inStableOrder().map { diagnostic in
    "\(place(diagnostic.place)) \(diagnostic.severity.name) \(diagnostic.rule.id): \(diagnostic.summary)"
      + (diagnostic.suggestion.map { "; did you mean \($0)?" } ?? "")
      + (diagnostic.help.map { "; help: \($0)" } ?? "")
      + diagnostic.notes.map { "; note \(place($0.place)): \($0.message)" }.joined()
  }.joined(separator: "\n")
}

/// The HTML of a text, with the address of every link and image as it was written between `‹` and `›`.
func html(_ text: String, options: MarkdownOptions = MarkdownOptions(), shift: Int = 0) -> String {
  html(markdown(text, options: options).document, shift: shift)
}

func html(_ document: MarkdownDocument, shift: Int = 0) -> String {
  joined(renderer(document, shift: shift).render(document.topLevel))
}

func renderer(_ document: MarkdownDocument, shift: Int = 0, ids: Bool = true) -> HTMLRenderer<String> {
  HTMLRenderer(
    document: document,
    link: { _, destination in
      switch destination {
      case .external(let address): .external(address, rel: "nofollow ugc noopener")
      case .relative(let path, let query, let fragment):
        .target(path + (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? ""))
      case .fragment(let name): .target("#\(name)")
      case .refused: .external("never", rel: nil)
      }
    }, footnote: { .note(number: $0 + 1) }, headingShift: shift, ids: ids)
}

func joined(_ pieces: [HTMLPiece<String>]) -> String {
  pieces.map {
    switch $0 {
    case .markup(let markup): markup
    case .target(let target): "‹\(target)›"
    }
  }.joined()
}

/// A document's nodes, one a line, each with its kind and the text of its place.
func dump(_ document: MarkdownDocument, places: Bool = false) -> String {
  var depths: [Int] = []
  var lines = ""
  for node in document.nodes {
    depths.append(node.parent.map { depths[$0] + 1 } ?? 0)
    let indent = String(repeating: "  ", count: depths.last ?? 0)
    let place = places ? " «\(escaped(document.source.text(node.range.offsets)))»" : ""
    let kind = "\(node.kind)".replacing("MarkdownParsing.", with: "").replacing(
      "MarkdownNode.ColumnAlignment", with: ""
    )
    .replacing("LinkDestination.", with: "")
    lines += "\(indent)\(escaped(kind))\(place)\n"
  }
  return lines
}

private func escaped(_ text: String) -> String {
  text.replacing("\n", with: "⏎")
}
