/// A part of rendered HTML: markup, or a placeholder for an address that depends on the page.
package enum HTMLPiece<Target: Sendable>: Sendable {
  case markup(String)
  /// The value of a double-quoted attribute.
  case target(Target)
}

extension HTMLPiece: Equatable where Target: Equatable {}

/// The way in which a link or an image is rendered.
package enum LinkTreatment<Target: Sendable>: Sendable {
  /// A placeholder for the page to fill.
  case target(Target)
  /// An absolute URL; an image with one becomes a link.
  case external(String, rel: String?)
  /// Only the text of the link, or the alternative text of the image.
  case plain
}

/// The way in which an embedded image is rendered.
package struct ImageTreatment: Sendable {
  /// The size in pixels, if known.
  package var size: (width: Int, height: Int)?
  /// Whether it is loaded eagerly, as the first visible image should be.
  package var isFetchedAtOnce: Bool

  package init(size: (width: Int, height: Int)? = nil, isFetchedAtOnce: Bool = false) {
    self.size = size
    self.isFetchedAtOnce = isFetchedAtOnce
  }
}

/// The way in which a footnote reference is rendered.
package enum FootnoteTreatment<Target: Sendable>: Sendable {
  /// Links to other places: `<sup class="citation"><a href="…" title="…">mark</a></sup>`, with one `a` each.
  case references([FootnoteReference<Target>])
  /// The number of an ordinary footnote, with a link to `#Fn_1`.
  case note(number: Int)
  case omit
}

/// A link of a footnote reference to a target other than a footnote of the page.
package struct FootnoteReference<Target: Sendable>: Sendable {
  package var target: Target
  /// The text of the link.
  package var mark: String
  /// The value of its `title` attribute.
  package var title: String

  package init(target: Target, mark: String, title: String) {
    self.target = target
    self.mark = mark
    self.title = title
  }
}

/// A change to one node when it is rendered.
package enum NodeEdit: Sendable, Hashable {
  /// Leaves out the node with its content.
  case omit
  /// Replaces the text of a text node.
  case text(String)
}
