import Diagnostics

// Processes HTML in a document: comments are dropped, safe tags become elements, and the rest becomes text or is passed
// through.
extension DocumentBuilder {
  /// Starts the element of a safe tag, if it has a closing tag.
  mutating func beginsSafeElement(_ raw: [CMarkNode], _ index: Int) -> Bool {
    guard case .htmlInline(let html) = raw[index].kind, let closing = closings[index],
      let tag = SafeTag(opening: html)
    else { return false }
    isBehindComment = false
    append(.safe(tag), raw[index])
    open.append((nodes.count - 1, closing))
    closed.insert(closing)
    return true
  }

  /// Starts an alert, without its marker.
  mutating func beginsAlert(_ raw: [CMarkNode], _ index: Int) -> Bool {
    guard case .blockQuote = raw[index].kind,
      let (kind, marker) = Alert.reading(raw, quote: index, source.utf8[...])
    else { return false }
    append(.alert(kind), raw[index])
    open.append((nodes.count - 1, raw[index].end))
    skipped = marker
    return true
  }

  mutating func appendInlineHTML(_ html: String, _ node: CMarkNode) {
    if html.utf8.starts(with: "<!--".utf8) {
      isBehindComment = true
      return
    }
    if allowsRawHTML {
      warnOfDisarmed(html, node)
      append(.htmlInline(html), node)
    } else if SafeTag.isLineBreak(html) {
      append(.lineBreak, node)
    } else {
      appendRefusedInline(html, node)
    }
  }

  private mutating func appendRefusedInline(_ html: String, _ node: CMarkNode) {
    let block = open.last { Self.isBlock(nodes[$0.index]) }?.index
    if !html.utf8.starts(with: [0x3C, 0x2F]) || warnedBlock != block { warnOfHTML("raw HTML", node) }
    warnedBlock = block
    appendText(html.split(separator: "\n").joined(separator: " "), node)
  }

  private static func isBlock(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }

  mutating func appendHTMLBlock(_ html: String, _ node: CMarkNode) {
    var (text, unclosed) = HTMLComments.removed(from: html)
    if let rest = unclosed, !allowsRawHTML, text.utf8.contains(where: { ![0x20, 0x09, 0x0A].contains($0) }) {
      // After other HTML that is shown as text, the comment hides nothing and is shown as well.
      text += rest
    } else if unclosed != nil {
      diagnostics.append(
        Diagnostic(
          .unclosedComment, "a comment that is never closed hides all that follows",
          at: source.range(node.offsets.clamped(to: firstLine(of: node))), help: "close it with \"-->\""))
    }
    let lines = text.split(separator: "\n").filter { line in line.utf8.contains { $0 != 0x20 && $0 != 0x09 } }
    if lines.isEmpty { return }
    if allowsRawHTML {
      warnOfDisarmed(text, node)
      append(.htmlBlock(text), node)
    } else {
      appendRefusedBlock(lines, node)
    }
  }

  private func firstLine(of node: CMarkNode) -> Range<Int> {
    source.lineRange(source.lineIndex(at: node.offsets.lowerBound))
  }

  /// Appends a paragraph with the lines of the HTML as text.
  private mutating func appendRefusedBlock(_ lines: [Substring], _ node: CMarkNode) {
    let isBreaks = lines.allSatisfy { SafeTag.isLineBreak($0) }
    if !isBreaks { warnOfHTML("a block of raw HTML", node) }
    let paragraph = nodes.count
    append(.paragraph, node)
    for (number, line) in lines.enumerated() {
      if isBreaks {
        appendLeaf(.lineBreak, in: paragraph, node)
        continue
      }
      if number > 0 { appendLeaf(.softBreak, in: paragraph, node) }
      appendLeaf(.text(String(line)), in: paragraph, node)
    }
    nodes[paragraph].end = nodes.count
  }

  private mutating func appendLeaf(_ kind: MarkdownNode.Kind, in parent: Int, _ node: CMarkNode) {
    nodes.append(
      MarkdownNode(kind: kind, parent: parent, end: nodes.count + 1, range: source.range(node.offsets)))
  }

  private mutating func warnOfHTML(_ what: String, _ node: CMarkNode) {
    diagnostics.append(
      Diagnostic(
        .rawHTML, "\(what) is shown as text", at: source.range(node.offsets),
        help: "use Markdown, or put it in backticks"))
  }

  /// Warns of tags that are escaped even if the site passes raw HTML through.
  private mutating func warnOfDisarmed(_ html: String, _ node: CMarkNode) {
    guard let name = RawHTML.firstDisallowed(in: html) else { return }
    diagnostics.append(
      Diagnostic(
        .rawHTML, "\"<\(name)>\" is shown as text even where raw HTML is passed on",
        at: source.range(node.offsets), help: "what needs it belongs in a template of the theme"))
  }
}
