import Comparison
import Templating
import TextEncoding

/// The data of the finder: the criteria by which items can be filtered and the terms by which they can be ranked. Items
/// refer to both by index.
struct FinderData: Sendable {
  /// A criterion for filtering items, with all values that items have.
  struct Filter: Sendable {
    let criterion: CriterionData
    var values: [FilterValue]

    /// Adds a value that has no page, if it is new, and its index to an item's row.
    fileprivate mutating func add(_ key: String, _ name: String, to row: inout [Int]) {
      let index = values.firstIndex { $0.key == key } ?? values.count
      if index == values.count { values.append(FilterValue(key: key, name: name, size: nil)) }
      row.append(index)
    }
  }

  /// A value for filtering items.
  struct FilterValue: Sendable {
    /// The key in addresses: the slug of a value, or a text with an underscore, which no slug contains, for a state.
    let key: String
    let name: String
    /// The value for comparing with a range: a decimal number or a date.
    let size: String?
  }

  let site: DataSite
  private(set) var filters: [Filter] = []
  let terms: [FitTerm]
  /// The indices of the values that each item has, as `facts[item][filter]`; empty if nothing is known.
  private(set) var facts: [[[Int]]]

  init(_ site: DataSite) {
    self.site = site
    terms = site.catalog.fitTerms
    facts = Array(repeating: [], count: site.catalog.items.count)
    for criterion in site.criteria where criterion.criterion.type != nil { add(criterion) }
  }

  private mutating func add(_ data: CriterionData) {
    let criterion = data.criterion
    let known = site.model.values(of: criterion)
    var filter = Filter(
      criterion: data,
      values: known.map { FilterValue(key: $0.slug.text, name: $0.name, size: Self.size($0.value)) })
    var rows = Array(repeating: [Int](), count: facts.count)
    for (index, value) in known.enumerated() {
      for item in value.items { rows[item.index].append(index) }
    }
    addOthers(&rows, &filter)
    guard !filter.values.isEmpty else { return }
    filters.append(filter)
    for index in facts.indices { facts[index].append(rows[index]) }
  }

  /// Adds entries for known facts that are not values with a page: that the criterion does not apply, and URLs.
  private func addOthers(_ rows: inout [[Int]], _ filter: inout Filter) {
    let criterion = filter.criterion.criterion.id
    for item in site.catalog.items {
      let facts = site.catalog.cell(item.id, criterion).facts
      if facts.contains(where: { $0.value == .notApplicable }) {
        filter.add("not_applicable", site.model.siteWords.states[.notApplicable], to: &rows[item.id.index])
      } else if rows[item.id.index].isEmpty, facts.contains(where: { $0.value != .unknown }) {
        filter.add("is_known", site.model.siteWords.states[.value], to: &rows[item.id.index])
      }
    }
  }

  /// Returns a number or date in the form for range comparisons; nil for other values.
  private static func size(_ value: FactValue) -> String? {
    switch value {
    case .number(let number): number.canonical
    case .date(let date): date.description
    default: nil
    }
  }

  // MARK: Parts of the file

  var finderTerms: [FinderTerm] { terms.map { FinderTerm(term: $0, site: site) } }
  var items: [FinderItem] { site.catalog.items.map { FinderItem(data: self, item: $0) } }

  var uses: [FinderUse] {
    let places = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, $0) })
    return site.catalog.useCases.map { use in
      FinderUse(
        useCase: use, address: site.routes.address(.useCase(use.id)),
        terms: site.catalog.terms(of: use.id).compactMap { places[$0] })
    }
  }
}

/// A term by which items can be ranked.
struct FinderTerm: Sendable {
  /// The kind of a term: judgements on a criterion, a needed value, or being named for a use case.
  enum Kind: String, CaseIterable { case need, value, named }

  let term: FitTerm
  let site: DataSite

  var kind: Kind {
    switch term {
    case .named: .named
    case .need(let need): need.value == nil ? .need : .value
    }
  }

  /// The key in addresses: the slug of a criterion, followed by a dot and the value's slug for a needed value, or
  /// `for_` and the slug of a use case.
  var key: String {
    switch term {
    case .named(let useCase): return "for_\(site.slug(useCase))"
    case .need(let need):
      guard let value = need.value else { return site.slug(need.criterion).text }
      let criterion = site.catalog[need.criterion]
      let values = site.model.valueSlugs(value, criterion).map(\.text)
      return "\(criterion.entry.slug).\(values.joined(separator: "."))"
    }
  }

  var name: String {
    switch term {
    case .named(let useCase): return site.catalog[useCase].entry.name
    case .need(let need):
      let criterion = site.catalog[need.criterion]
      return need.value.map { "\(criterion.entry.name): \(site.model.words($0, criterion))" }
        ?? criterion.entry.name
    }
  }

  var group: String? {
    if case .need(let need) = term { site.catalog[need.criterion].group } else { nil }
  }

  var address: Address {
    switch term {
    case .named(let useCase): site.routes.address(.useCase(useCase))
    case .need(let need): site.routes.address(.criterion(need.criterion))
    }
  }
}

/// A use case, with the indices of the terms by which it ranks items.
struct FinderUse: Sendable {
  let useCase: UseCase
  let address: Address
  let terms: [Int]
}

/// An item with its values and the evidence for each term.
struct FinderItem: Sendable {
  let data: FinderData
  let item: Item

  var facts: [[Int]] { data.facts[item.id.index] }

  /// The indices of the filters on which sources disagree.
  var contested: [Int] {
    data.filters.indices.filter { index in
      data.site.catalog.cell(item.id, data.filters[index].criterion.criterion.id).factState == .contested
    }
  }

  var evidence: [FinderEvidence] {
    data.terms.enumerated().compactMap { index, term in
      data.site.catalog.contribution(of: term, to: item.id).flatMap {
        $0.isEvidence ? FinderEvidence(term: index, contribution: $0) : nil
      }
    }
  }
}

/// The contribution of a term to an item's score, with the sources behind it.
struct FinderEvidence: Sendable {
  let term: Int
  let contribution: Fit.Contribution

  /// The indices of the sources that name or praise the item, or state the value.
  var supporters: [Int] {
    let stating = Set(contribution.facts.flatMap(\.sources)).sorted().map(\.index)
    return contribution.supporters.map(\.source.index) + stating
  }

  var critics: [Int] { contribution.critics.map(\.source.index) }
}
