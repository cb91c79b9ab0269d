/// Trusted markup with the addresses of the site kept apart, so that one fragment serves pages of any depth.
@usableFromInline
package struct HTMLFragment: Sendable, Hashable {
  /// A stretch of markup, or an address in it.
  package enum Part: Sendable, Hashable {
    /// Markup, written as it is.
    case markup(String)
    /// An address inside a quoted attribute value of the markup around it; it is escaped for that place.
    case address(Address)
  }

  package var parts: [Part]

  package init(_ parts: [Part] = []) {
    self.parts = parts
  }

  package init(markup: String) {
    self.parts = markup.utf8.isEmpty ? [] : [.markup(markup)]
  }

  /// Whether nothing would be written.
  package var isEmpty: Bool {
    parts.allSatisfy { if case .markup(let text) = $0 { text.utf8.isEmpty } else { false } }
  }
}
