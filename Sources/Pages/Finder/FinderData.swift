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
  /// The values that use cases ask for.
  let wantedValues: [WantedValue]
  /// The indices of the values that each item has, as `facts[item][filter]`; empty if nothing is known.
  private(set) var facts: [[[Int]]]

  init(_ site: DataSite) {
    self.site = site
    terms = site.catalog.fitTerms
    wantedValues = site.catalog.wantedValues
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

  var wanted: [FinderWanted] { wantedValues.map { FinderWanted(wanted: $0, site: site) } }

  var uses: [FinderUse] {
    let places = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, $0) })
    let wanted = Dictionary(uniqueKeysWithValues: wantedValues.enumerated().map { ($1, $0) })
    return site.catalog.useCases.map { use in
      FinderUse(
        useCase: use, address: site.routes.address(.useCase(use.id)), named: places[.named(use.id)],
        terms: site.catalog.terms(of: use.id).compactMap { places[$0] },
        conditions: use.conditions.compactMap { wanted[$0] })
    }
  }
}

/// A value that use cases ask for.
struct FinderWanted: Sendable {
  let wanted: WantedValue
  let site: DataSite

  /// The key in addresses: the slug of the criterion, followed by a dot and the value's slug.
  var key: String {
    let criterion = site.catalog[wanted.criterion]
    let values = site.model.valueSlugs(wanted.value, criterion).map(\.text)
    return "\(criterion.entry.slug).\(values.joined(separator: "."))"
  }

  var name: String { site.model.subject(wanted).name }
  var address: Address { site.routes.address(.criterion(wanted.criterion)) }
}

/// A term by which items can be ranked.
struct FinderTerm: Sendable {
  /// The kind of a term: judgements on a criterion, a wanted value, or being named for a use case.
  enum Kind: String, CaseIterable { case need, value, named }

  let term: FitTerm
  let site: DataSite

  var kind: Kind {
    switch term {
    case .named: .named
    case .judgements: .need
    case .value: .value
    }
  }

  /// The key in addresses: the slug of a criterion, that of a wanted value, or `for_` and the slug of a use case.
  var key: String {
    switch term {
    case .named(let useCase): "for_\(site.slug(useCase))"
    case .judgements(let criterion): site.slug(criterion).text
    case .value(let wanted): FinderWanted(wanted: wanted, site: site).key
    }
  }

  var name: String {
    switch term {
    case .named(let useCase): site.catalog[useCase].entry.name
    case .judgements(let criterion): site.catalog[criterion].entry.name
    case .value(let wanted): FinderWanted(wanted: wanted, site: site).name
    }
  }

  /// The group of the criterion; nil for use cases.
  var group: String? {
    switch term {
    case .named: nil
    case .judgements(let criterion): site.catalog[criterion].group
    case .value(let wanted): site.catalog[wanted.criterion].group
    }
  }

  var address: Address {
    switch term {
    case .named(let useCase): site.routes.address(.useCase(useCase))
    case .judgements(let criterion): site.routes.address(.criterion(criterion))
    case .value(let wanted): FinderWanted(wanted: wanted, site: site).address
    }
  }
}

/// A use case, with the indices of the terms by which it ranks items and of the values that it asks for.
struct FinderUse: Sendable {
  let useCase: UseCase
  let address: Address
  /// The term of being named for it; nil if no review names an item.
  let named: Int?
  let terms: [Int]
  let conditions: [Int]
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
      data.site.catalog.evidence(of: term, for: item.id).map { FinderEvidence(term: index, evidence: $0) }
    }
  }

  /// What is known about the values that use cases ask for.
  var answers: [FinderAnswer] {
    data.wantedValues.enumerated().compactMap { index, wanted in
      let answer = data.site.catalog.answer(item.id, wanted)
      return answer.state == .unknown
        ? nil : FinderAnswer(wanted: index, answer: answer, model: data.site.model)
    }
  }
}

/// The evidence of a term for an item.
struct FinderEvidence: Sendable {
  let term: Int
  let evidence: FitEvidence
}

/// What is known about whether an item has a value.
struct FinderAnswer: Sendable {
  let wanted: Int
  let answer: FactAnswer
  let model: SiteModel

  /// The facts that decide, in words.
  var value: String {
    let criterion = model.catalog[answer.wanted.criterion]
    var values: [String] = []
    for fact in answer.facts {
      let words = model.words(fact.value, criterion)
      if !values.contains(words) { values.append(words) }
    }
    return values.joined(separator: " / ")
  }

  /// The notes of these facts.
  var note: String? {
    let notes = answer.facts.compactMap(\.note)
    return notes.isEmpty ? nil : notes.joined(separator: " / ")
  }
}
