/// A stretch of HTML: finished markup, or a slot for an address that only the page knows.
package enum HTMLPiece<Target: Sendable>: Sendable {
  case markup(String)
  /// Stands inside a double-quoted attribute value.
  case target(Target)
}

extension HTMLPiece: Equatable where Target: Equatable {}

/// What becomes of a link or an image.
package enum LinkTreatment<Target: Sendable>: Sendable {
  /// A slot for the page to fill.
  case target(Target)
  /// An absolute address; an image with one becomes a link.
  case external(String, rel: String?)
  /// The text alone, or the image's description.
  case plain
}

/// What becomes of a reference to a footnote.
package enum FootnoteTreatment<Target: Sendable>: Sendable {
  /// `<sup class="citation"><a href="…" title="…">mark</a></sup>`
  case citation(Target, mark: String, title: String)
  /// The number of an ordinary footnote, leading to `#fn_1`.
  case note(number: Int)
  case omit
}

/// A change to one node while it is rendered.
package enum NodeEdit: Sendable, Hashable {
  /// The node and everything in it is left out.
  case omit
  /// A text node has this literal instead.
  case text(String)
}

/// Writes nodes of one document as HTML.
package struct HTMLRenderer<Target: Sendable> {
  let document: MarkdownDocument
  let link: (_ node: Int, _ destination: LinkDestination) -> LinkTreatment<Target>
  let footnote: (_ footnote: Int) -> FootnoteTreatment<Target>
  let headingShift: Int
  let ids: Bool

  /// `link` says what a link or image becomes (a refused address is plain without asking), `footnote` what a reference to
  /// a footnote becomes. `headingShift` is added to every heading's level, which ends at 6. `ids` tells whether headings
  /// and footnotes carry ids: not where one text stands on many pages.
  package init(
    document: MarkdownDocument,
    link: @escaping (_ node: Int, _ destination: LinkDestination) -> LinkTreatment<Target>,
    footnote: @escaping (_ footnote: Int) -> FootnoteTreatment<Target>,
    headingShift: Int = 0, ids: Bool = true
  ) {
    self.document = document
    self.link = link
    self.footnote = footnote
    self.headingShift = headingShift
    self.ids = ids
  }

  /// The nodes with everything in them, in the order given.
  package func render(_ nodes: [Int], edits: [Int: NodeEdit] = [:]) -> [HTMLPiece<Target>] {
    []
  }

  /// The outermost nodes of a range with everything in them.
  package func render(_ nodes: Range<Int>, edits: [Int: NodeEdit] = [:]) -> [HTMLPiece<Target>] {
    render(document.blocks(in: nodes), edits: edits)
  }

  /// `<section class="footnotes">` with the ordinary footnotes of a page and links back to their references.
  ///
  /// `notes` are the footnotes with the numbers that their references show. Only references in the `rendered` nodes and in the
  /// notes themselves are led back to; nil means all.
  package func renderFootnotes(
    _ notes: [(footnote: Int, number: Int)], referencedFrom rendered: [Int]? = nil
  ) -> [HTMLPiece<Target>] {
    []
  }
}
