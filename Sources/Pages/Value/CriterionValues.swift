import Comparison
import Templating
import TextEncoding

/// A value of a criterion, with the items that have it.
struct CriterionValue: Sendable {
  var slug: Slug
  /// The value, as the first item states it.
  var value: FactValue
  var name: String
  /// The items, in order; an item with contested values is listed for each of them.
  var items: [Item.ID]
}

/// A value in the list of its criterion's values.
struct ListedValue: Sendable {
  var value: CriterionValue
  var criterion: Criterion.ID
  /// The items that are told of here; an item with several values is told of at the first.
  var told: [Item.ID]
}

/// An item that has a value according to at least one source.
struct ValueHolder: Sendable {
  var item: Item.ID
  var criterion: Criterion.ID
}

extension Records {
  static let value = Record<In<ListedValue>>(
    "Value", "A value of a criterion and who has it.",
    [
      .text("name", "The value.") { $0.part.value.name },
      .optionalAddress("url", "The page of everything that has it.") { $0.address },
      .optionalText("summary", "What it means.") { $0.summary },
      .integer("item_count", "How many items have it.") { $0.part.value.items.count },
      .integer("more_items", "How many of these are not among `items`.") {
        $0.part.value.items.count - $0.shown.count
      },
      .list("items", "The items that have it: all, or the first hundred.", of: holder) { listed in
        listed.shown.map { listed.with(ValueHolder(item: $0, criterion: listed.part.criterion)) }
      },
      .list("rows", "What is known of those that no value above this one has told of.", of: criterionRow) {
        listed in
        let told = Set(listed.part.told)
        return listed.shown.filter(told.contains).map {
          listed.with(CriterionRow(item: $0, criterion: listed.part.criterion))
        }
      },
    ])

  static let holder = Record<In<ValueHolder>>(
    "Holder", "An item that has a value, according to some source.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .optionalRecord("mark", "That another source states another value.", of: mark) { $0.dispute },
    ])
}

extension In<ListedValue> {
  private var criterion: Criterion { _read { yield catalog[part.criterion] } }

  /// The items that a page lists for it.
  fileprivate var shown: ArraySlice<Item.ID> { part.value.items.prefix(CriterionPage.mostRows) }

  fileprivate var address: Address? {
    criterion.hasValueIndex ? model.address(of: part.value, criterion) : nil
  }

  /// The criterion's explanation of the value.
  var summary: String? { criterion.choices.first { $0.slug == part.value.slug }?.summary }
}

extension In<ValueHolder> {
  /// The disagreement of sources on the values; nil if there is none.
  var dispute: In<CellDispute>? {
    guard catalog[part.item, part.criterion].factState == .contested else { return nil }
    return with(CellDispute(kind: .values, item: part.item, criterion: part.criterion))
  }
}

extension SiteModel {
  /// Returns the slug of a value's page; nil for values that say nothing about an item, lists and URLs.
  func valueSlug(_ value: FactValue, _ criterion: Criterion) -> Slug? {
    switch value {
    case .choice(let slug): return slug
    case .number(let number):
      // Equal numbers share a page regardless of spelling, and negative numbers must differ from positive ones.
      let digits =
        number.canonical.hasPrefix("-") ? "minus \(number.canonical.dropFirst())" : number.canonical
      return Slug.derived(from: criterion.unit.map { "\(digits) \($0)" } ?? digits)
    case .text(let text): return text.slug
    // Based on the state names because addresses must not depend on the theme's words.
    case .boolean(let truth): return truth ? Self.slugOfYes : Self.slugOfNo
    case .partial: return Self.slugOfPartial
    case .date: return Slug.derived(from: words(value, criterion))
    case .list, .url, .notApplicable, .unknown: return nil
    }
  }

  private static let slugOfYes = Slug.derived(from: Comparison.Cell.State.yes.rawValue)
  private static let slugOfNo = Slug.derived(from: Comparison.Cell.State.no.rawValue)
  private static let slugOfPartial = Slug.derived(from: Comparison.Cell.State.partial.rawValue)

  /// Returns the slugs of a value: for a list, those of its elements.
  func valueSlugs(_ value: FactValue, _ criterion: Criterion) -> [Slug] {
    if case .list(let elements) = value { return elements.compactMap { valueSlug($0, criterion) } }
    return valueSlug(value, criterion).map { [$0] } ?? []
  }

  /// Returns the values that items have for a criterion: first the declared choices in their order, then all others by
  /// size or name.
  ///
  /// The name of a value is the spelling of the first item that has it.
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

  /// Returns the sort key of a value that is not a declared choice: yes before no, then numbers by size, then
  /// everything else by name, and `partial` last.
  private static func rank(_ value: CriterionValue) -> ValueRank {
    switch value.value {
    case .boolean(let truth): ValueRank(group: truth ? 0 : 1, name: SortKey(""))
    case .number(let number): ValueRank(group: 2, number: number, name: SortKey(value.name))
    case .partial: ValueRank(group: 4, name: SortKey(""))
    default: ValueRank(group: 3, name: SortKey(value.name))
    }
  }

  func address(of value: CriterionValue, _ criterion: Criterion) -> Address {
    .site(path: routes.path(criterion.id, value: value.slug))
  }
}

/// The sort key of a value: by group, then by number, then by name.
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
