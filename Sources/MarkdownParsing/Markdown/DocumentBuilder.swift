import Diagnostics

/// Converts cmark's tree to a document: checks link destinations, footnotes and raw HTML, and merges adjacent texts.
struct DocumentBuilder {
  let source: SourceText
  private let labels: FootnoteLabels
  let allowsRawHTML: Bool
  var diagnostics: [Diagnostic] = []

  var nodes: [MarkdownNode] = []
  var open: [(index: Int, rawEnd: Int)] = []
  private var alignments: [MarkdownNode.ColumnAlignment] = []
  private var column = 0
  private var identifiers = HeadingIdentifiers()
  /// The index of the footnote for each definition in use.
  private var footnotes: [Int: Int] = [:]
  private var references: [[Int]] = []
  private var undefinedCount = 0
  /// The last block with a warning about raw HTML, so that closing tags in it do not cause another one.
  var warnedBlock: Int?
  /// The closing tag of each safe element, by the indices of cmark's nodes.
  var closings: [Int: Int] = [:]
  /// The closing tags of elements that were opened.
  var closed: Set<Int> = []
  /// The nodes of cmark that form an alert's marker.
  var skipped = 0..<0
  /// Whether a comment was just dropped, so that the white space around it must be merged.
  var isBehindComment = false

  init(source: SourceText, labels: FootnoteLabels, allowsRawHTML: Bool) {
    self.source = source
    self.labels = labels
    self.allowsRawHTML = allowsRawHTML
  }

  mutating func build(_ tree: CMarkTree) -> MarkdownDocument {
    nodes.reserveCapacity(tree.nodes.count)
    for (footnote, use) in tree.used.enumerated() { footnotes[use.definition] = footnote }
    references = Array(repeating: [], count: tree.used.count)
    if !allowsRawHTML { closings = SafeTag.closings(tree.nodes) }
    let bodyCount = append(tree.nodes, 0..<tree.bodyCount).count
    let contents = tree.used.map { append(tree.nodes, $0.nodes) }
    let notes = tree.used.indices.map { index in
      Footnote(
        label: labels.labels[tree.used[index].definition], nodes: contents[index],
        references: references[index])
    }
    return MarkdownDocument(source: source, nodes: nodes, footnotes: notes, bodyCount: bodyCount)
  }

  /// Appends a range of cmark's nodes; returns their range in the document.
  private mutating func append(_ raw: [CMarkNode], _ range: Range<Int>) -> Range<Int> {
    let start = nodes.count
    for index in range {
      close(before: index)
      if skipped.contains(index) || !closed.isEmpty && closed.contains(index) { continue }
      let count = nodes.count
      if beginsSafeElement(raw, index) || beginsAlert(raw, index) { continue }
      append(raw[index])
      if raw[index].kind.isLeaf || nodes.count == count { continue }
      open.append((count, raw[index].end))
    }
    close(before: range.upperBound)
    return start..<nodes.count
  }

  private mutating func close(before rawIndex: Int) {
    while let last = open.last, last.rawEnd <= rawIndex {
      isBehindComment = false
      open.removeLast()
      nodes[last.index].end = nodes.count
      warnOfNamelessLink(last.index)
      if case .heading(let level, _) = nodes[last.index].kind {
        if dropEmptyHeading(last.index) { continue }
        let id = identifiers.identifier(for: textForIdentifier(below: last.index))
        nodes[last.index].kind = .heading(level: level, id: id)
      }
    }
  }

  private mutating func warnOfNamelessLink(_ index: Int) {
    guard case .link = nodes[index].kind, !MarkdownNode.haveWords(nodes[index...]) else { return }
    diagnostics.append(
      Diagnostic(
        .linkWithoutText, "a link has words", at: nodes[index].range,
        help:
          "write them between the brackets, or describe the image: [![what it shows](picture.png)](page.md)"))
  }

  /// Drops a heading without visible text, with a warning.
  private mutating func dropEmptyHeading(_ heading: Int) -> Bool {
    let content = nodes[(heading + 1)...]
    let isEmpty = content.allSatisfy { node in
      switch node.kind {
      case .text, .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .link, .safe: true
      default: false
      }
    }
    guard isEmpty, !MarkdownNode.haveWords(content) else { return false }
    diagnostics.append(
      Diagnostic(
        .emptyHeading, "a heading without words is left out", at: nodes[heading].range,
        help: "write its words behind the number signs, or remove it"))
    nodes.removeSubrange(heading...)
    return true
  }

  /// Returns a heading's text as GitHub uses it for the anchor: without the alternative text of images.
  private func textForIdentifier(below heading: Int) -> String {
    var text = ""
    var index = heading + 1
    while index < nodes.count {
      if case .image = nodes[index].kind {
        index = nodes[index].end
      } else {
        text += MarkdownNode.plainText(nodes[index...index])
        index += 1
      }
    }
    return text
  }

  private mutating func append(_ node: CMarkNode) {
    switch node.kind {
    case .text(let text): appendText(text, node)
    case .htmlInline(let html): appendInlineHTML(html, node)
    case .htmlBlock(let html): appendHTMLBlock(html, node)
    case .undefinedReference(let label): appendUndefined(label, node)
    case .link(let address, let title):
      append(.link(destination: judged(address, node), title: title), node)
    case .image(let address, let title): appendImage(address, title, node)
    case .footnoteReference(let definition): appendReference(definition, node)
    case .heading(let level): append(.heading(level: level, id: ""), node)
    default: appendPlain(node)
    }
  }

  mutating func append(_ kind: MarkdownNode.Kind, _ node: CMarkNode) {
    nodes.append(
      MarkdownNode(
        kind: kind, parent: open.last?.index, end: nodes.count + 1, range: source.range(node.offsets)))
  }

  private mutating func appendPlain(_ node: CMarkNode) {
    switch node.kind {
    case .blockQuote: append(.blockQuote, node)
    case .list(let ordered, let start, let tight):
      append(.list(ordered: ordered, start: start, tight: tight), node)
    case .item: append(.item, node)
    case .taskItem(let checked): append(.taskItem(checked: checked), node)
    case .codeBlock(let info, let literal): append(.codeBlock(info: info, literal: literal), node)
    case .paragraph: append(.paragraph, node)
    case .thematicBreak: append(.thematicBreak, node)
    case .table, .tableHeader, .tableRow, .tableCell: appendTablePart(node)
    case .softBreak: append(.softBreak, node)
    case .lineBreak: append(.lineBreak, node)
    case .code(let code): append(.code(code), node)
    case .emphasis: append(.emphasis, node)
    case .strong: append(.strong, node)
    case .strikethrough: append(.strikethrough, node)
    case .heading, .text, .link, .image, .footnoteReference, .undefinedReference, .htmlInline, .htmlBlock:
      break
    }
  }

  private mutating func appendTablePart(_ node: CMarkNode) {
    switch node.kind {
    case .table(let alignments):
      self.alignments = alignments
      append(.table(alignments: alignments), node)
    case .tableHeader:
      column = 0
      append(.tableHeader, node)
    case .tableRow:
      column = 0
      append(.tableRow, node)
    default:
      let alignment = alignments.indices.contains(column) ? alignments[column] : .none
      append(.tableCell(column: column, alignment: alignment), node)
      column += 1
    }
  }

  mutating func appendText(_ text: String, _ node: CMarkNode) {
    let last = nodes.count - 1
    var text = text
    if isBehindComment, last >= 0, case .text(let before) = nodes[last].kind, before.utf8.last == 0x20 {
      text = String(text.unicodeScalars.drop { $0 == " " })
    }
    isBehindComment = false
    guard !text.isEmpty else { return }
    if last >= 0, nodes[last].parent == open.last?.index, case .text(var joined) = nodes[last].kind {
      // Releases the node's reference to the text first, so that appending does not copy it.
      nodes[last].kind = .softBreak
      joined += text
      nodes[last].kind = .text(joined)
      let offsets = nodes[last].range.offsets
      let lower = min(offsets.lowerBound, node.offsets.lowerBound)
      nodes[last].range = source.range(lower..<max(offsets.upperBound, node.offsets.upperBound))
    } else {
      append(.text(text), node)
    }
  }
}

// MARK: - Links, images and footnotes

extension DocumentBuilder {
  private mutating func judged(_ address: String, _ node: CMarkNode) -> LinkDestination {
    let destination = LinkDestination(judging: address)
    if case .refused = destination {
      diagnostics.append(
        Diagnostic(
          .unsafeAddress, LinkDestination.refusal(of: address), at: source.range(node.offsets),
          help: "write a relative path, or an address that begins with \"https://\""))
    }
    return destination
  }

  private mutating func appendImage(_ address: String, _ title: String, _ node: CMarkNode) {
    let destination = judged(address, node)
    if case .external = destination {
      diagnostics.append(
        Diagnostic(
          .remoteImage, "a remote image is shown as a link", at: source.range(node.offsets),
          help: "keep the image beside the document and give its relative path"))
    }
    append(.image(destination: destination, title: title), node)
  }

  private mutating func appendReference(_ definition: Int, _ node: CMarkNode) {
    guard let footnote = footnotes[definition] else { return }
    references[footnote].append(nodes.count)
    append(.footnoteReference(footnote), node)
  }

  private mutating func appendUndefined(_ label: String, _ node: CMarkNode) {
    undefinedCount += 1
    diagnostics.append(
      Diagnostic(
        .undefinedFootnote, "\"[^\(label)]\" is not defined", at: source.range(node.offsets),
        // Finding the closest name is slow, and nobody reads that many errors.
        suggestion: undefinedCount <= 200 ? labels.suggestion(for: label) : nil,
        help: "add a line `[^\(label)]: …`; to cite a source, link to its document there"))
    appendText("[^\(label)]", node)
  }
}
