import Diagnostics
import MarkdownParsing

extension ItemResolver {
  /// Resolves a relation to another item; nil if there is no other.
  mutating func relation(_ relation: ItemHeader.Relation) -> Item.Relation? {
    let other = references.item(relation.item, noun: configuration.items.one).value(orNoteIn: &diagnostics)
    let cited = sources(relation.sources)
    guard let other else { return nil }
    if other == id {
      diagnostics.append(
        .init(
          .selfRelation, "\(content.entry.name) is related to itself", at: relation.item.range))
      return nil
    }
    if cited.isEmpty, let judged = relation.favours ?? relation.criterion, relation.sources.isEmpty {
      diagnostics.append(
        .init(
          .unsourcedComparison, "no source is given for this comparison, which then counts for nothing",
          at: judged.range))
    }
    return Item.Relation(
      from: id, phrase: relation.phrase, to: other, sources: cited,
      criterion: relation.criterion.flatMap { references.criterion($0).value(orNoteIn: &diagnostics) },
      favours: relation.favours.flatMap { favours($0, other, named: relation.item) })
  }

  /// Resolves which of this item and another a relation favours.
  private mutating func favours(
    _ name: Ranged<String>, _ other: Item.ID, named otherName: Ranged<String>
  ) -> Item.Favours? {
    if name.value == Self.neither { return .neither }
    if let item = references.items[name.value], item == id || item == other { return .item(item) }
    let slugs = [content.entry.slug.text, references.items.slug(other)?.text ?? otherName.value]
    diagnostics.append(
      .init(
        .unknownFavourite, "\"favours\" is \"\(name.value)\", which is neither of the two", at: name.range,
        suggestion: Spelling.closest(to: name.value, among: slugs + [Self.neither]),
        help: "write \(slugs.joined(separator: ", ")) or \(Self.neither)"))
    return nil
  }

  private static let neither = "neither"
}
