import Comparison
import Templating
import TextEncoding

/// What the finder works with: what items can be filtered and weighed by, as lists that its items point into.
struct FinderData: Sendable {
  /// A criterion that items are filtered by, with every value that one of them has.
  struct Filter: Sendable {
    let criterion: CriterionData
    var values: [FilterValue]

    /// Gives an item a value that no page is about.
    fileprivate mutating func add(_ key: String, _ name: String, to row: inout [Int]) {
      let index = values.firstIndex { $0.key == key } ?? values.count
      if index == values.count { values.append(FilterValue(key: key, name: name, size: nil)) }
      row.append(index)
    }
  }

  struct FilterValue: Sendable {
    /// Its name in addresses; one that stands for no value of its own has an underscore, which no slug has.
    let key: String
    let name: String
    /// What a range is told by: a decimal number, or a date.
    let size: String?
  }

  let site: DataSite
  private(set) var filters: [Filter] = []
  let terms: [FitTerm]
  /// `facts[item][filter]`: the values that the item has, by their index; none where nothing is known.
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

  /// Gives what is known without being a value of its own a place: an address, and that the question does not apply.
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

  private static func size(_ value: FactValue) -> String? {
    switch value {
    case .number(let number): number.canonical
    case .date(let date): date.description
    default: nil
    }
  }

  // MARK: The parts of the file

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

/// Something that items are weighed by.
struct FinderTerm: Sendable {
  enum Kind: String, CaseIterable { case need, value, named }

  let term: FitTerm
  let site: DataSite

  var kind: Kind {
    switch term {
    case .named: .named
    case .need(let need): need.value == nil ? .need : .value
    }
  }

  /// Its name in addresses: a criterion's slug, with the value behind a dot, or that of a use case behind an underscore.
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

/// A use case, with the terms that it ranks by.
struct FinderUse: Sendable {
  let useCase: UseCase
  let address: Address
  let terms: [Int]
}

/// An item with its values and its points.
struct FinderItem: Sendable {
  let data: FinderData
  let item: Item

  var facts: [[Int]] { data.facts[item.id.index] }

  /// The filters on which sources disagree.
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

/// What a term adds to an item's score, and on whose word.
struct FinderEvidence: Sendable {
  let term: Int
  let contribution: Fit.Contribution

  /// Who names, praises or states.
  var supporters: [Int] {
    let stating = Set(contribution.facts.flatMap(\.sources)).sorted().map(\.index)
    return contribution.supporters.map(\.source.index) + stating
  }

  var critics: [Int] { contribution.critics.map(\.source.index) }
}
