import Comparison
import Templating

/// A value of a criterion, with the items that have it.
struct CriterionValue: Sendable {
  var slug: Slug
  /// As the first item gives it.
  var value: FactValue
  var name: String
  /// In order; an item whose sources disagree has each of their values.
  var items: [Item.ID]
}

extension SiteModel {
  /// The slug of a value's own page; nil for values that tell nothing of what an item is.
  func valueSlug(_ value: FactValue, _ criterion: Criterion) -> Slug? {
    switch value {
    case .choice(let slug): return slug
    case .number(let number):
      // Equal numbers have one page however they are written, and a number is none of its opposite.
      let digits =
        number.canonical.hasPrefix("-") ? "minus \(number.canonical.dropFirst())" : number.canonical
      return Slug.derived(from: criterion.unit.map { "\(digits) \($0)" } ?? digits)
    case .text(let text): return text.slug
    case .boolean, .date, .partial: return Slug.derived(from: words(value, criterion))
    case .list, .url, .notApplicable, .unknown: return nil
    }
  }

  /// The slugs of all values that a fact gives: of each element of a list.
  func valueSlugs(_ value: FactValue, _ criterion: Criterion) -> [Slug] {
    if case .list(let elements) = value { return elements.compactMap { valueSlug($0, criterion) } }
    return valueSlug(value, criterion).map { [$0] } ?? []
  }

  /// The values that items have for a criterion: those that it names first, in their order, then others by size or name.
  ///
  /// A value is called as the first item spells it.
  func values(of criterion: Criterion) -> [CriterionValue] {
    guard let type = criterion.type, type != .url else { return [] }
    var found: [FactValue: CriterionValue] = [:]
    for item in catalog.itemIDs {
      for value in catalog[item, criterion.id].values {
        guard let slug = valueSlug(value, criterion) else { continue }
        add(item, to: &found[value]) {
          CriterionValue(slug: slug, value: value, name: words(value, criterion), items: [])
        }
      }
    }
    let named = criterion.choices.compactMap { found.removeValue(forKey: .choice($0.slug)) }
    return named + found.values.map { ($0, Self.rank($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private func add(_ item: Item.ID, to known: inout CriterionValue?, first: () -> CriterionValue) {
    if known == nil { known = first() }
    if known?.items.last != item { known?.items.append(item) }
  }

  /// What orders values that the criterion does not name: yes before no, numbers by size, everything else by name; a reservation comes last.
  private static func rank(_ value: CriterionValue) -> ValueRank {
    switch value.value {
    case .boolean(let truth): ValueRank(group: truth ? 0 : 1, name: SortKey(""))
    case .number(let number): ValueRank(group: 2, number: number, name: SortKey(value.name))
    case .partial: ValueRank(group: 4, name: SortKey(""))
    default: ValueRank(group: 3, name: SortKey(value.name))
    }
  }

  func view(_ value: CriterionValue, of criterion: Criterion) -> ValueView {
    ValueView(
      name: value.name, url: criterion.hasValueIndex ? address(of: value, criterion) : nil,
      summary: criterion.choices.first { $0.slug == value.slug }?.summary,
      items: value.items.map { item in
        let isContested = catalog[item, criterion.id].factState == .contested
        return HolderView(item: link(item), mark: isContested ? mark(.values, item, criterion.id) : nil)
      })
  }

  func address(of value: CriterionValue, _ criterion: Criterion) -> Address {
    .site(path: routes.path(criterion.id, value: value.slug))
  }
}

private struct ValueRank: Comparable {
  var group: Int
  var number: DecimalNumber?
  var name: SortKey

  static func < (left: ValueRank, right: ValueRank) -> Bool {
    if left.group != right.group { return left.group < right.group }
    if let one = left.number, let other = right.number, one != other { return one < other }
    return left.name < right.name
  }
}
