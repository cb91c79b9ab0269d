import Diagnostics
import TextEncoding

/// All items of a site, fully resolved, and the organisations that they name.
///
/// Each item is resolved in two steps. The first depends on its document and the names of all entities; the second on
/// other items: the organisations already named, relations to the item, and the newest date.
struct ResolvedItems: Sendable {
  /// An item with everything that it was made from.
  private final class Entry: Sendable {
    let resolved: ResolvedItem
    /// The organisation of each mention.
    let organisations: [Organisation.ID]
    let item: Item
    /// The diagnostics about its dates.
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
  /// The diagnostics about each document, without those about dates.
  var diagnostics: [Diagnostic] { entries.flatMap(\.resolved.diagnostics) }
  var freshnessDiagnostics: [Diagnostic] { entries.flatMap(\.diagnostics) }

  /// Resolves documents in the catalog's order; reuses the results of `last`, which must have been made with the same
  /// names, for unchanged documents.
  init(
    _ documents: [AuthoredDocument<ItemHeader>], _ names: Names, sources: [Source],
    keeping last: ResolvedItems?
  ) {
    let old = last?.entries.map(\.resolved) ?? []
    var (resolved, numbers) = ([ResolvedItem](), [[Organisation.ID]]())
    var known: [Slug: Organisation.ID] = [:]
    resolved.reserveCapacity(documents.count)
    numbers.reserveCapacity(documents.count)
    // The targets of relations that may have changed.
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

  /// Registers the organisations of an item's mentions; returns the organisation of each one.
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
  /// Replaces indices into the item's mentions by the ids of the site's organisations.
  fileprivate mutating func number(_ organisations: [Organisation.ID]) {
    for claim in claims.indices {
      for place in claims[claim].subjects.indices {
        guard case .organisation(let mention) = claims[claim].subjects[place] else { continue }
        claims[claim].subjects[place] = .organisation(organisations[mention.index])
      }
    }
  }
}
