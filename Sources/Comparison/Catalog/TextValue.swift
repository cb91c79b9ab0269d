/// A text value that keeps its spelling, but is equal to others that differ only in case, white space or the kind of
/// apostrophe.
///
/// `Red` and `red` are the same value, and a warning reports the inconsistent spelling. Any other difference makes
/// another value: `A` and `A-`, `résumé` and `resume`.
package struct TextValue: Sendable, Hashable, CustomStringConvertible {
  /// The text as written.
  package let text: String
  /// The normalized form, which all spellings of the value share.
  package let key: String
  /// The path component of the value's page, unique among text values.
  package let slug: Slug

  package init(_ text: String) {
    self.text = text
    key = NameIndex<Never>.key(text)
    slug = Slug(value: key)
  }

  package var description: String { text }

  // Slugs are ASCII, so comparing them first avoids Unicode normalization for most texts, which is slow for those with
  // thousands of combining marks.
  package static func == (left: TextValue, right: TextValue) -> Bool {
    left.slug == right.slug && left.key == right.key
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(slug) }
}
