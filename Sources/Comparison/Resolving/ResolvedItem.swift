import Diagnostics
import MarkdownParsing
import TextEncoding

/// An item resolved as far as its own document and the names of all entities allow, before organisations are matched
/// across items.
///
/// It is a class so that identity tells whether anything has changed.
final class ResolvedItem: Sendable {
  /// An organisation that claims of the item name.
  struct Mention: Sendable {
    var slug: Slug
    /// The name as the first of the claims spells it.
    var name: String
    var claims: [Claim.ID] = []
  }

  let document: AuthoredDocument<ItemHeader>
  /// The content, in which claims refer to organisations by their index in `mentions` and no fact is marked as stale
  /// yet.
  let content: Item.Content
  /// The relations that its own document states.
  let relations: [Item.Relation]
  let mentions: [Mention]
  /// The queries about earlier items during the resolution, with their answers: the result is reusable while these stay
  /// the same.
  let answers: [Slug: Bool]
  let diagnostics: [Diagnostic]
  /// The newest date on which the item was updated or one of its facts verified.
  let newestDate: CalendarDate?
  /// Whether any of its facts can become stale.
  let mayAge: Bool

  /// Resolves an item; `isKnown` tells whether an earlier item names an organisation.
  init(
    _ document: AuthoredDocument<ItemHeader>, id: Item.ID, _ names: Names, isKnown: (Slug) -> Bool
  ) {
    self.document = document
    var answers: [Slug: Bool] = [:]
    (content, relations, mentions, diagnostics) = withoutActuallyEscaping(isKnown) { isKnown in
      var resolver = ItemResolver(document, id: id, names) { slug in
        let answer = answers[slug] ?? isKnown(slug)
        answers[slug] = answer
        return answer
      }
      resolver.resolve()
      return (resolver.content, resolver.relations, resolver.mentions, resolver.diagnostics)
    }
    self.answers = answers
    let facts = zip(names.criteria, content.cells)
    mayAge = facts.contains { $0.mostAge != nil && $1.facts.contains { $0.verified != nil } }
    let verified = content.cells.flatMap { $0.facts.compactMap(\.verified) }
    newestDate = (verified + [content.updated].compactMap { $0 }).max()
  }
}
