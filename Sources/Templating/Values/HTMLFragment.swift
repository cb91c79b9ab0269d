/// Trusted markup in which addresses of the site are kept separate, so that it can be used on pages at any depth.
@usableFromInline
package struct HTMLFragment: Sendable, Hashable {
  /// A piece of markup, or an address in it.
  package enum Part: Sendable, Hashable {
    /// Markup, which is written unchanged.
    case markup(String)
    /// An address within a quoted attribute value, which is escaped accordingly.
    case address(Address)
  }

  package var parts: [Part]

  package init(_ parts: [Part] = []) {
    self.parts = parts
  }

  package init(markup: String) {
    self.parts = markup.utf8.isEmpty ? [] : [.markup(markup)]
  }

  /// Whether there is nothing to write.
  package var isEmpty: Bool {
    parts.allSatisfy { if case .markup(let text) = $0 { text.utf8.isEmpty } else { false } }
  }
}
