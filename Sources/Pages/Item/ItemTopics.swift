import Comparison
import TextEncoding

/// What is said of an item on one thing: a row of its page.
struct ItemTopic: Sendable {
  let item: Item.ID
  /// What it is about; nil for what is said in general.
  let subject: Claim.Subject?
  /// The claims whose first subject it is; each stands here and nowhere else on the page.
  var claims: [Claim.ID] = []
  /// The claims that are about it too, and stand in the row of their first subject.
  var elsewhere: [Claim.ID] = []
}

/// The rows of an item's page: every claim of the item stands in exactly one of them.
struct ItemTopics: Sendable {
  /// The criteria on which sources judge the item, strongest first.
  private(set) var judged: [ItemTopic] = []
  /// The criteria of which facts are given, in order.
  private(set) var facts: [ItemTopic] = []
  /// What is described and not judged by any source: criteria in order, then labels as written, at last what is said in
  /// general.
  private(set) var described: [ItemTopic] = []
  /// What it is named for, that which most sources name first.
  private(set) var uses: [ItemTopic] = []

  init(_ item: Item, in catalog: Catalog) {
    let judging = Self.topics(of: [.strength, .weakness, .feature], item, catalog)
    for criterion in catalog.criterionIDs {
      let cell = item.cells[criterion.index]
      let topic = judging.found[.criterion(criterion)]
      if !cell.balance.isEmpty {
        judged.append(topic ?? ItemTopic(item: item.id, subject: .criterion(criterion)))
      }
      // What is said without judgement stands with the fact, unless there are judgements that it can stand with.
      let isTold = !cell.balance.isEmpty || !cell.strengths.isEmpty || !cell.weaknesses.isEmpty
      if !cell.facts.isEmpty {
        facts.append((isTold ? nil : topic) ?? ItemTopic(item: item.id, subject: .criterion(criterion)))
        if isTold, cell.balance.isEmpty, let topic { described.append(topic) }
      } else if cell.balance.isEmpty, let topic {
        described.append(topic)
      }
    }
    described += judging.others
    // Sorting is stable.
    judged.sort { Self.balance(of: $0, item).isAhead(of: Self.balance(of: $1, item)) }
    let named = Self.topics(of: [.fit], item, catalog)
    uses = (named.uses + named.others).sorted {
      catalog.sources(of: $0.claims + $0.elsewhere).count
        > catalog.sources(of: $1.claims + $1.elsewhere).count
    }
  }

  private static func balance(of topic: ItemTopic, _ item: Item) -> Balance {
    guard case .criterion(let criterion) = topic.subject else { return Balance() }
    return item.cells[criterion.index].balance
  }

  /// The topics of claims of some kinds: those about criteria by criterion, and the others in the order written.
  private struct Found {
    var found: [Claim.Subject: ItemTopic] = [:]
    var uses: [ItemTopic] = []
    var others: [ItemTopic] = []
  }

  private static func topics(of kinds: Set<ClaimKind>, _ item: Item, _ catalog: Catalog) -> Found {
    var order: [Claim.Subject?] = []
    var topics: [Claim.Subject?: ItemTopic] = [:]
    for claim in item.claims where kinds.contains(claim.kind) {
      let subjects = claim.subjects.isEmpty ? [nil] : claim.subjects.map { Optional($0) }
      for (place, subject) in subjects.enumerated() {
        if topics[subject] == nil { order.append(subject) }
        var topic = topics[subject] ?? ItemTopic(item: item.id, subject: subject)
        if place == 0 { topic.claims.append(claim.id) } else { topic.elsewhere.append(claim.id) }
        topics[subject] = topic
      }
    }
    var result = Found()
    for subject in order {
      guard let topic = topics[subject] else { continue }
      switch subject {
      case .criterion(let criterion): result.found[.criterion(criterion)] = topic
      case .useCase: result.uses.append(topic)
      case .label, .organisation: result.others.append(topic)
      case nil: break
      }
    }
    if let general = topics[nil] { result.others.append(general) }
    return result
  }
}

extension SiteModel {
  /// The number of statements of each kind that a row shows before its fold.
  private static var fewStatements: Int { 3 }

  /// Splits claims into those to show and those to fold away: of more than four the three that add most sources stand
  /// first, each group in the order written.
  func few(_ claims: [Claim.ID]) -> (first: [Claim.ID], more: [Claim.ID]) {
    // Folding a single claim away would save no space.
    guard claims.count > Self.fewStatements + 1 else { return (claims, []) }
    var heard: Set<Source.ID> = []
    var first: Set<Claim.ID> = []
    for claim in claims where first.count < Self.fewStatements {
      if heard.isSuperset(of: catalog[claim].citations) { continue }
      heard.formUnion(catalog[claim].citations)
      first.insert(claim)
    }
    for claim in claims where first.count < Self.fewStatements { first.insert(claim) }
    return (claims.filter(first.contains), claims.filter { !first.contains($0) })
  }
}

extension Array {
  /// The number of elements before a fold.
  private static var few: Int { 6 }

  /// All elements of seven, or the first six and the others: to fold a single one away would save no space.
  var cutAfterFew: (first: ArraySlice<Element>, more: ArraySlice<Element>) {
    count > Self.few + 1 ? (prefix(Self.few), dropFirst(Self.few)) : (self[...], [])
  }
}
