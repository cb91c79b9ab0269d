/// An element that is not closed yet. Not nested in the generic `HTMLWalk`, so that the compiler can specialize it.
struct OpenElement {
  enum Closing {
    case markup(String)
    /// On a line of its own.
    case block(String)
    case link
  }

  /// The index after the last node in the element.
  var end: Int
  var closing: Closing

  init(_ end: Int, _ closing: Closing) {
    self.end = end
    self.closing = closing
  }
}

/// Renders nodes by an iterative walk with an explicit stack of open elements.
struct HTMLWalk<Target: Sendable> {
  let renderer: HTMLRenderer<Target>
  let edits: [Int: NodeEdit]
  var writer = HTMLWriter<Target>()
  /// Markup to insert at the end of a paragraph.
  var appendices: [Int: String] = [:]

  let nodes: [MarkdownNode]
  var open: [OpenElement] = []
  /// HTML does not allow nested links, so a reference inside a link is postponed and a nested link becomes plain text.
  var isInLink = false
  var waiting: [Int] = []

  init(renderer: HTMLRenderer<Target>, edits: [Int: NodeEdit]) {
    self.renderer = renderer
    self.edits = edits
    nodes = renderer.document.nodes
  }

  /// Renders a node with its content.
  mutating func write(_ root: Int) {
    guard nodes.indices.contains(root) else { return }
    let end = nodes[root].end
    var index = root
    while index < end {
      close(before: index)
      index = isOmitted(index) ? nodes[index].end : enter(index)
    }
    close(before: end)
  }

  private func isOmitted(_ index: Int) -> Bool { !edits.isEmpty && edits[index] == .omit }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      switch last.closing {
      case .markup(let markup): writer.raw(markup)
      case .block(let markup):
        writer.startLine()
        writer.raw("\(markup)\n")
      case .link:
        writer.raw("</a>")
        isInLink = false
        let references = waiting
        waiting = []
        for reference in references { writeReference(reference) }
      }
    }
  }

  /// Renders the start of a node, or a whole leaf; returns the next node to visit.
  private mutating func enter(_ index: Int) -> Int {
    let node = nodes[index]
    switch node.kind {
    case .text(let text):
      if !edits.isEmpty, case .text(let edited) = edits[index] {
        writer.text(edited)
      } else {
        writer.text(text)
      }
    case .softBreak: writer.raw("\n")
    case .lineBreak: writer.raw("<br>\n")
    case .code(let code):
      writer.raw("<code>")
      writer.text(code)
      writer.raw("</code>")
    case .htmlInline(let html): writer.raw(RawHTML.filtered(html))
    case .emphasis: span("em", node)
    case .strong: span("strong", node)
    case .strikethrough: span("del", node)
    case .safe(let tag): enterSafeElement(tag, node)
    case .link(let destination, let title): enterLink(index, destination, title)
    case .image(let destination, let title):
      writeImage(index, destination, title)
      return node.end
    case .footnoteReference: if isInLink { waiting.append(index) } else { writeReference(index) }
    default: enterBlock(index, node)
    }
    return index + 1
  }

  private mutating func span(_ name: String, _ node: MarkdownNode) {
    writer.raw("<\(name)>")
    open.append(OpenElement(node.end, .markup("</\(name)>")))
  }

  private mutating func enterSafeElement(_ tag: SafeTag, _ node: MarkdownNode) {
    writer.raw("<\(tag.name)")
    if case .abbreviation(let title) = tag, !title.isEmpty { writer.attribute("title", title) }
    writer.raw(">")
    open.append(OpenElement(node.end, .markup("</\(tag.name)>")))
  }

  // MARK: Blocks

  private mutating func enterBlock(_ index: Int, _ node: MarkdownNode) {
    switch node.kind {
    case .paragraph: enterParagraph(index, node)
    case .heading(let level, let id):
      enterHeading(level, id, node)
    case .blockQuote: container("<blockquote>", "</blockquote>", node)
    case .alert(let kind):
      container(
        "<div class=\"\(MarkupClass.alert.rawValue) \(MarkupClass(kind).rawValue)\" role=\"note\">\n<p class=\"\(MarkupClass.alertKind.rawValue)\">\(kind.word)</p>",
        "</div>", node)
    case .list(let ordered, let start, _):
      let tag = ordered ? (start == 1 ? "<ol>" : "<ol start=\"\(start)\">") : "<ul>"
      container(tag, ordered ? "</ol>" : "</ul>", node)
    case .item: enterItem("<li>", node)
    case .taskItem(let checked):
      enterItem("<li class=\"\(MarkupClass.task.rawValue)\">", node)
      // Without a paragraph there is no text that could be its label.
      if !nodes.indices.contains(index + 1) || nodes[index + 1].parent != index
        || nodes[index + 1].kind != .paragraph
      {
        writer.raw("\(checkbox(checked: checked, "aria-label=\"Task\""))\n")
      }
    case .codeBlock(let info, let literal): writeCode(info, literal)
    case .htmlBlock(let html):
      writer.startLine()
      writer.raw(RawHTML.filtered(html))
      writer.startLine()
    case .thematicBreak:
      writer.startLine()
      writer.raw("<hr>\n")
    default: enterTablePart(index, node)
    }
  }

  private mutating func container(_ opening: String, _ closing: String, _ node: MarkdownNode) {
    writer.startLine()
    writer.raw("\(opening)\n")
    open.append(OpenElement(node.end, .block(closing)))
  }

  private mutating func enterItem(_ opening: String, _ node: MarkdownNode) {
    writer.startLine()
    writer.raw(opening)
    open.append(OpenElement(node.end, .markup("</li>\n")))
  }

  private func checkbox(checked: Bool, _ extra: String = "") -> String {
    "<input type=\"checkbox\" disabled\(checked ? " checked" : "")\(extra.isEmpty ? "" : " \(extra)")>"
  }

  private mutating func enterParagraph(_ index: Int, _ node: MarkdownNode) {
    let isTight = isTight(node)
    var closing = isTight ? "" : "</p>\n"
    if isTight {
      // Only the first paragraph of an item directly follows the start tag.
      if node.parent.map({ $0 + 1 != index }) ?? false { writer.startLine() }
    } else {
      writer.startLine()
      writer.raw("<p>")
    }
    if let parent = node.parent, parent + 1 == index, case .taskItem(let checked) = nodes[parent].kind {
      writer.raw("<label>\(checkbox(checked: checked)) ")
      closing = "</label>\(closing)"
    }
    open.append(OpenElement(node.end, .markup((appendices[index] ?? "") + closing)))
  }

  private func isTight(_ paragraph: MarkdownNode) -> Bool {
    guard let item = paragraph.parent, let list = nodes[item].parent else { return false }
    if case .list(_, _, let tight) = nodes[list].kind { return tight }
    return false
  }

  private mutating func enterHeading(_ level: Int, _ id: String, _ node: MarkdownNode) {
    writer.startLine()
    let name = "h\(min(6, max(renderer.highestHeading, level + min(6, max(-6, renderer.headingShift)))))"
    writer.raw("<\(name)")
    if renderer.ids { writer.attribute("id", id) }
    writer.raw(">")
    open.append(OpenElement(node.end, .markup("</\(name)>\n")))
  }

  private mutating func writeCode(_ info: String, _ literal: String) {
    writer.startLine()
    // Only the first word, since a class name cannot contain white space.
    let name = String(info.unicodeScalars.prefix { !$0.properties.isWhitespace })
    writer.raw("<pre><code")
    if !name.isEmpty { writer.attribute("class", "language-\(name)") }
    writer.raw(">")
    writer.text(literal)
    writer.raw("</code></pre>\n")
  }

  // MARK: Tables

  private mutating func enterTablePart(_ index: Int, _ node: MarkdownNode) {
    switch node.kind {
    case .table:
      writer.startLine()
      writer.raw("<div class=\"\(MarkupClass.tableScroll.rawValue)\" role=\"region\" tabindex=\"0\"")
      writer.attribute("aria-label", tableLabel(index))
      writer.raw(">\n<table>\n")
      open.append(OpenElement(node.end, .block("</table>\n</div>")))
    case .tableHeader:
      let hasRows = node.parent.map { nodes[$0].end > node.end } ?? false
      if hasRows, let table = node.parent { open.append(OpenElement(nodes[table].end, .block("</tbody>"))) }
      container("<thead>\n<tr>", hasRows ? "</tr>\n</thead>\n<tbody>" : "</tr>\n</thead>", node)
    case .tableRow: container("<tr>", "</tr>", node)
    case .tableCell(_, let alignment): enterCell(index, node, alignment)
    default: break
    }
  }

  private mutating func enterCell(
    _ index: Int, _ node: MarkdownNode, _ alignment: MarkdownNode.ColumnAlignment
  ) {
    let isHeader = node.parent.map { nodes[$0].kind == .tableHeader } ?? false
    // An empty cell is not a header.
    let name = isHeader && node.end > index + 1 ? "th" : "td"
    writer.startLine()
    writer.raw(name == "th" ? "<th scope=\"col\"" : "<td")
    if let alignment = MarkupClass(alignment) { writer.attribute("class", alignment.rawValue) }
    writer.raw(">")
    open.append(OpenElement(node.end, .markup("</\(name)>\n")))
  }

  /// Returns the texts of the header cells, by which screen readers distinguish the tables of a page.
  private func tableLabel(_ table: Int) -> String {
    guard let header = renderer.document.children(of: table).first else { return "Table" }
    let cells = renderer.document.children(of: header).map { renderer.document.plainText(of: $0) }
    let names = cells.map { $0.split(separator: " ").joined(separator: " ") }
    let label = names.filter { !$0.isEmpty }.joined(separator: ", ")
    return label.isEmpty ? "Table" : label
  }
}
