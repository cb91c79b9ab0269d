import Diagnostics
import MarkdownParsing
import TextEncoding

/// An item as its document and the names of everything make it, before it is known who else names the same organisations.
///
/// A class, so that who holds the same one knows that nothing of it has changed.
final class ResolvedItem: Sendable {
  /// An organisation that claims of the item name.
  struct Mention: Sendable {
    var slug: Slug
    /// As the first of the claims spells it.
    var name: String
    var claims: [Claim.ID] = []
  }

  let document: AuthoredDocument<ItemHeader>
  /// Its claims name organisations by their places among the mentions; no fact of it is stale yet.
  let content: Item.Content
  /// Those that its own document states.
  let relations: [Item.Relation]
  let mentions: [Mention]
  /// What was asked of the items before it, and the answers.
  let answers: [Slug: Bool]
  let diagnostics: [Diagnostic]
  /// The newest date on which it was revised or a fact of it verified.
  let newestDate: CalendarDate?
  /// Whether a fact of it is stale some day.
  let mayAge: Bool

  /// Resolves an item; `isKnown` tells whether an item before it names an organisation.
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
