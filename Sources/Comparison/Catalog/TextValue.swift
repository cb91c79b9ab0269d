/// A text as written, equal to another that differs from it only in capitals, blanks or the kind of apostrophes.
///
/// Whoever writes `Red` beside `red` means one value, of which a warning tells. Everything else makes two: `A` and `A-`, `résumé` and `resume`.
package struct TextValue: Sendable, Hashable, CustomStringConvertible {
  /// As written.
  package let text: String
  /// What all spellings of the value share.
  package let key: String
  /// Its address below a criterion, which it has alone among texts.
  package let slug: Slug

  package init(_ text: String) {
    self.text = text
    key = NameIndex<Never>.key(text)
    slug = Slug(value: key)
  }

  package var description: String { text }

  // The slug is ASCII, so that most texts are told apart without being normalised, which takes long where there are thousands of marks.
  package static func == (left: TextValue, right: TextValue) -> Bool {
    left.slug == right.slug && left.key == right.key
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(slug) }
}
