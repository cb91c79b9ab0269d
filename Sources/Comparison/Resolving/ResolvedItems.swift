import Diagnostics
import TextEncoding

/// The items of a site with all that is said of them, and the organisations that they name.
///
/// Each item is made in two steps. The first needs its document and the names of everything; the second what other items say: who
/// named its organisations first, which items are related to it, and the newest date of all.
struct ResolvedItems: Sendable {
  /// An item, and all that it was made from.
  private final class Entry: Sendable {
    let resolved: ResolvedItem
    /// The organisation of each of its mentions.
    let organisations: [Organisation.ID]
    let item: Item
    /// What is wrong with its dates.
    let diagnostics: [Diagnostic]

    init(
      _ resolved: ResolvedItem, _ organisations: [Organisation.ID], _ item: Item, _ diagnostics: [Diagnostic]
    ) {
      self.resolved = resolved
      self.organisations = organisations
      self.item = item
      self.diagnostics = diagnostics
    }
  }

  private var entries: [Entry] = []
  private(set) var organisations: [Organisation] = []
  /// The day by which freshness is judged.
  private var today: CalendarDate?

  init() {}

  var items: [Item] { entries.map(\.item) }
  /// What is wrong with what each document says.
  var diagnostics: [Diagnostic] { entries.flatMap(\.resolved.diagnostics) }
  var freshnessDiagnostics: [Diagnostic] { entries.flatMap(\.diagnostics) }

  /// Resolves documents, which are in the catalog's order; keeps what `last`, which was made with the same names, has of the same documents.
  init(
    _ documents: [AuthoredDocument<ItemHeader>], _ names: Names, sources: [Source],
    keeping last: ResolvedItems?
  ) {
    let old = last?.entries.map(\.resolved) ?? []
    var (resolved, numbers) = ([ResolvedItem](), [[Organisation.ID]]())
    var known: [Slug: Organisation.ID] = [:]
    resolved.reserveCapacity(documents.count)
    numbers.reserveCapacity(documents.count)
    // Whose relations may have changed, and with them what is shown of the items that they lead to.
    var related: Set<Item.ID> = []
    for (index, document) in documents.enumerated() {
      let isKnown = { known[$0] != nil }
      if index < old.count, old[index].document === document,
        old[index].answers.allSatisfy({ isKnown($0.key) == $0.value })
      {
        resolved.append(old[index])
      } else {
        resolved.append(ResolvedItem(document, id: .init(index), names, isKnown: isKnown))
        related.formUnion(resolved[index].relations.map(\.to))
        if index < old.count { related.formUnion(old[index].relations.map(\.to)) }
      }
      numbers.append(note(resolved[index].mentions, &known))
    }
    today = names.configuration.asOf ?? Self.newestDate(resolved, sources)
    let kept = last?.entries ?? []
    let incoming = Dictionary(grouping: resolved.flatMap(\.relations), by: \.to)
    entries.reserveCapacity(resolved.count)
    for (index, item) in resolved.enumerated() {
      let id = Item.ID(index)
      if index < kept.count, kept[index].resolved === item, !related.contains(id),
        kept[index].organisations == numbers[index], today == last?.today || !item.mayAge
      {
        entries.append(kept[index])
      } else {
        entries.append(finished(item, id, numbers[index], incoming[id] ?? [], names))
      }
    }
  }

  /// Notes who names which organisations; gives the organisation of each mention.
  private mutating func note(
    _ mentions: [ResolvedItem.Mention], _ known: inout [Slug: Organisation.ID]
  ) -> [Organisation.ID] {
    mentions.map { mention in
      let id = known[mention.slug] ?? Organisation.ID(organisations.count)
      if id.index == organisations.count {
        known[mention.slug] = id
        organisations.append(Organisation(id: id, slug: mention.slug, name: mention.name))
      }
      organisations[id.index].claims += mention.claims
      return id
    }
  }

  private static func newestDate(_ items: [ResolvedItem], _ sources: [Source]) -> CalendarDate? {
    (items.compactMap(\.newestDate) + sources.compactMap(\.date)).max()
  }

  private func finished(
    _ resolved: ResolvedItem, _ id: Item.ID, _ organisations: [Organisation.ID],
    _ incoming: [Item.Relation], _ names: Names
  ) -> Entry {
    var content = resolved.content
    if !organisations.isEmpty { content.number(organisations) }
    let diagnostics = today.map { content.age(to: $0, names) } ?? []
    let item = Item(id: id, content, relations: resolved.relations + incoming)
    return Entry(resolved, organisations, item, diagnostics)
  }
}

extension Item.Content {
  /// Has its claims name the site's organisations, where they name places among the item's mentions.
  fileprivate mutating func number(_ organisations: [Organisation.ID]) {
    for claim in claims.indices {
      for place in claims[claim].subjects.indices {
        guard case .organisation(let mention) = claims[claim].subjects[place] else { continue }
        claims[claim].subjects[place] = .organisation(organisations[mention.index])
      }
    }
  }
}
