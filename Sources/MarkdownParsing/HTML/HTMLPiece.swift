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

/// How an image is shown that becomes one.
package struct ImageTreatment: Sendable {
  /// In pixels, where it is known.
  package var size: (width: Int, height: Int)?
  /// Whether it is fetched at once, as what is seen first should be.
  package var isFetchedAtOnce: Bool

  package init(size: (width: Int, height: Int)? = nil, isFetchedAtOnce: Bool = false) {
    self.size = size
    self.isFetchedAtOnce = isFetchedAtOnce
  }
}

/// What becomes of a reference to a footnote.
package enum FootnoteTreatment<Target: Sendable>: Sendable {
  /// What stands elsewhere: `<sup class="citation"><a href="…" title="…">mark</a></sup>`, with a link for each.
  case references([FootnoteReference<Target>])
  /// The number of an ordinary footnote, leading to `#Fn_1`.
  case note(number: Int)
  case omit
}

/// A link from a reference to what it refers to, where that is no footnote of the page.
package struct FootnoteReference<Target: Sendable>: Sendable {
  package var target: Target
  package var mark: String
  package var title: String

  package init(target: Target, mark: String, title: String) {
    self.target = target
    self.mark = mark
    self.title = title
  }
}

/// A change to one node while it is rendered.
package enum NodeEdit: Sendable, Hashable {
  /// The node and everything in it is left out.
  case omit
  /// A text node has this literal instead.
  case text(String)
}
