import TextEncoding

/// Renders nodes of a document as HTML.
///
/// The ids of footnotes begin with a capital letter and those of headings contain none, so they cannot clash.
package struct HTMLRenderer<Target: Sendable> {
  let document: MarkdownDocument
  let link: (_ node: Int, _ destination: LinkDestination) -> LinkTreatment<Target>
  let image: (_ node: Int) -> ImageTreatment
  let footnote: (_ footnote: Int) -> FootnoteTreatment<Target>
  let headingShift: Int
  let highestHeading: Int
  let ids: Bool

  /// Creates a renderer.
  ///
  /// - Parameters:
  ///   - document: The document whose nodes are rendered.
  ///   - link: Decides how a link or image is rendered; not called for refused addresses, which are rendered as plain
  ///     text.
  ///   - image: Decides how an embedded image is rendered.
  ///   - footnote: Decides how a reference to a footnote is rendered.
  ///   - headingShift: Added to the level of every heading; the result is at most 6.
  ///   - highestHeading: The highest level that a heading may get, if the page has headings of its own above.
  ///   - ids: Whether headings and footnotes get ids; false if the same text appears on several pages.
  package init(
    document: MarkdownDocument,
    link: @escaping (_ node: Int, _ destination: LinkDestination) -> LinkTreatment<Target>,
    image: @escaping (_ node: Int) -> ImageTreatment = { _ in ImageTreatment() },
    footnote: @escaping (_ footnote: Int) -> FootnoteTreatment<Target>,
    headingShift: Int = 0, highestHeading: Int = 1, ids: Bool = true
  ) {
    self.document = document
    self.link = link
    self.image = image
    self.footnote = footnote
    self.headingShift = headingShift
    self.highestHeading = highestHeading
    self.ids = ids
  }

  /// Renders nodes with their content, in the given order.
  package func render(_ nodes: [Int], edits: [Int: NodeEdit] = [:]) -> [HTMLPiece<Target>] {
    var walk = HTMLWalk(renderer: self, edits: edits)
    for node in nodes { walk.write(node) }
    return walk.writer.finish()
  }

  /// Renders the outermost nodes of a range with their content.
  package func render(_ nodes: Range<Int>, edits: [Int: NodeEdit] = [:]) -> [HTMLPiece<Target>] {
    render(document.blocks(in: nodes), edits: edits)
  }

  /// Renders the ordinary footnotes of a page, with links back to their references.
  ///
  /// - Parameters:
  ///   - notes: The footnotes with the numbers that their references show.
  ///   - rendered: The nodes on the page: only references in these and in the notes get links back; nil for all.
  ///   - backLabel: The accessible name of each link back, to which the number is appended.
  /// - Returns: The block as HTML; empty if there are no notes.
  package func renderFootnotes(
    _ notes: [(footnote: Int, number: Int)], referencedFrom rendered: [Int]? = nil,
    backLabel: String = "Back to reference"
  ) -> [HTMLPiece<Target>] {
    let notes = notes.filter { document.footnotes.indices.contains($0.footnote) }
    guard !notes.isEmpty else { return [] }
    let shown = shownNodes(rendered, notes.map(\.footnote))
    var walk = HTMLWalk(renderer: self, edits: [:])
    walk.writer.raw("<div class=\"\(MarkupClass.footnotes.rawValue)\" role=\"doc-endnotes\">\n<ol>\n")
    for (position, note) in notes.enumerated() {
      let value = note.number == position + 1 ? "" : " value=\"\(note.number)\""
      walk.writer.raw("<li id=\"Fn_\(note.number)\"\(value)>\n")
      let links = backLinks(note, label: backLabel, shown: shown)
      let blocks = document.blocks(in: document.footnotes[note.footnote].nodes)
      if let last = blocks.last, case .paragraph = document.nodes[last].kind {
        walk.appendices[last] = links.isEmpty ? "" : " \(links)"
        for block in blocks { walk.write(block) }
      } else {
        for block in blocks { walk.write(block) }
        if !links.isEmpty { walk.writer.raw("<p>\(links)</p>\n") }
      }
      walk.writer.raw("</li>\n")
    }
    walk.writer.raw("</ol>\n</div>\n")
    return walk.writer.finish()
  }

  /// Returns for each node whether it is on the page.
  private func shownNodes(_ rendered: [Int]?, _ footnotes: [Int]) -> [Bool] {
    var result = Array(repeating: rendered == nil, count: document.nodes.count)
    let roots = (rendered ?? []).filter(document.nodes.indices.contains)
    let ranges = roots.map { $0..<document.nodes[$0].end } + footnotes.map { document.footnotes[$0].nodes }
    for range in ranges {
      for index in range { result[index] = true }
    }
    return result
  }

  private func backLinks(_ note: (footnote: Int, number: Int), label: String, shown: [Bool]) -> String {
    let references = document.footnotes[note.footnote].references
    return references.indices.filter { shown[references[$0]] }.map { index in
      let id = Self.referenceID(number: note.number, occurrence: index)
      let name = index == 0 ? "\(note.number)" : "\(note.number)-\(index + 1)"
      let words = HTMLEscaping.attribute("\(label) \(name)")
      return "<a href=\"#\(id)\" role=\"doc-backlink\" aria-label=\"\(words)\">\u{21A9}\u{FE0E}</a>"
    }.joined(separator: " ")
  }

  /// Returns the id of a footnote's n-th reference in the document, counted from 0.
  static func referenceID(number: Int, occurrence: Int) -> String {
    occurrence == 0 ? "Fnref_\(number)" : "Fnref_\(number)_\(occurrence + 1)"
  }
}
