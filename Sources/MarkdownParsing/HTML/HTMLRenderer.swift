import TextEncoding

/// Writes nodes of one document as HTML.
///
/// The ids that it makes for footnotes begin with a capital letter and those of headings have none of A to Z, so that they cannot clash.
package struct HTMLRenderer<Target: Sendable> {
  let document: MarkdownDocument
  let link: (_ node: Int, _ destination: LinkDestination) -> LinkTreatment<Target>
  let image: (_ node: Int) -> ImageTreatment
  let footnote: (_ footnote: Int) -> FootnoteTreatment<Target>
  let headingShift: Int
  let highestHeading: Int
  let ids: Bool

  /// `link` says what a link or image becomes (a refused address is plain without asking), `image` how one is shown,
  /// `footnote` what a reference to a footnote becomes. `headingShift` is added to every heading's level, which ends at 6, and at `highestHeading` where the page has a heading of its own above. `ids` tells whether headings
  /// and footnotes carry ids: not where one text stands on many pages.
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

  /// The nodes with everything in them, in the order given.
  package func render(_ nodes: [Int], edits: [Int: NodeEdit] = [:]) -> [HTMLPiece<Target>] {
    var walk = HTMLWalk(renderer: self, edits: edits)
    for node in nodes { walk.write(node) }
    return walk.writer.finish()
  }

  /// The outermost nodes of a range with everything in them.
  package func render(_ nodes: Range<Int>, edits: [Int: NodeEdit] = [:]) -> [HTMLPiece<Target>] {
    render(document.blocks(in: nodes), edits: edits)
  }

  /// A block with the ordinary footnotes of a page and links back to their references.
  ///
  /// `notes` are the footnotes with the numbers that their references show. Only references in the `rendered` nodes and in
  /// the notes themselves are led back to; nil means all. `backLabel` is read out, with the number, for each link back.
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

  /// For each node whether it is on the page.
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

  /// The id of a footnote's n-th reference, counted from 0 in the whole document.
  static func referenceID(number: Int, occurrence: Int) -> String {
    occurrence == 0 ? "Fnref_\(number)" : "Fnref_\(number)_\(occurrence + 1)"
  }
}
