import Comparison
import Templating

/// An item on the page of a use case, either ranked or without evidence.
struct Rank: Sendable {
  var fit: Fit
  var rank: Int
  var isTied: Bool
  var page: UseCasePage

  init(place: FitRanking.Place, page: UseCasePage) {
    (fit, rank, isTied, self.page) = (place.fit, place.rank, place.isTied, page)
  }

  init(fit: Fit, page: UseCasePage) {
    (self.fit, rank, isTied, self.page) = (fit, 0, false, page)
  }

  /// Returns the contributions, each with the start of its segment of the bar: positive points extend to the right of
  /// the axis, negative points to the left.
  fileprivate func reasons(axis: Int) -> [RankReason] {
    var (left, right) = (axis, axis)
    return fit.contributions.map { contribution in
      var start = right
      if contribution.points < 0 {
        left += contribution.points
        start = left
      } else {
        right += contribution.points
      }
      return RankReason(
        contribution: contribution, start: start, item: fit.item, useCase: page.useCase.id)
    }
  }
}

/// A reason for an item's rank: a contribution to its score.
struct RankReason: Sendable {
  var contribution: Fit.Contribution
  /// The start of its segment of the bar, in points from the left of the chart.
  var start: Int
  var item: Item.ID
  var useCase: UseCase.ID
}

/// Two consecutive ranks for a use case.
struct RankStep: Sendable {
  var step: FitRanking.Step
  var useCase: UseCase.ID
}

/// The items that share a rank at the top of a use case's ranking.
struct Leaders: Sendable {
  var places: [FitRanking.Place]
}

extension Records {
  static let reason = Record<In<RankReason>>(
    "Reason", "Why an item stands where it stands.",
    [
      .text(
        "kind",
        "`named` (reviews name it for the use), `need` (sources praise or criticise it on a criterion that the use needs) or `value` (it has a value that the use needs)."
      ) { $0.kind },
      .text("text", "The criterion, or the criterion with its value; of `named`, the use.") { $0.text },
      .address("url", "Where all that is said of it stands.") { $0.address },
      .integer(
        "points",
        "What it adds to the score: supporters less critics, or 1 for a value; may be negative."
      ) { $0.part.contribution.points },
      .integer("size", "The points without their sign: the length of its part of the bar.") {
        $0.part.contribution.points.magnitudeInRange
      },
      .integer("start", "Where its part of the bar begins, counted from the left of the chart.") {
        $0.part.start
      },
      .list("supporters", "Who names or praises; each adds a point.", of: citation) {
        $0.citations($0.part.contribution.supporters)
      },
      .list("critics", "Who criticises; each takes a point.", of: citation) {
        $0.citations($0.part.contribution.critics)
      },
      .list("references", "References that name it for the use; only reviews count.", of: citation) {
        $0.citations($0.part.contribution.references)
      },
      .list("facts", "The facts that give the value; together they add a point.", of: fact) { $0.facts },
      .list("other_facts", "Facts of the same cell that give other values.", of: fact) { $0.otherFacts },
      .boolean("is_mixed", "Whether the cell is mixed: what its one source adds it takes away.") {
        $0.part.contribution.state == .mixed && $0.part.contribution.isEvidence
      },
      .integer("uncited_count", "How many statements nobody is cited for; they count nothing.") {
        $0.part.contribution.uncited.count
      },
      .madeList("praise", "What is said for it; a source counts once.", claim.shape) {
        $0.model.values($0.praise)
      },
      .madeList("criticism", "What is said against it.", claim.shape) { $0.model.values($0.criticism) },
    ])

  static let rank = Record<In<Rank>>(
    "Rank", "An item's place for a use case.",
    [
      .text("id", "An anchor for it.") { Anchors.item($0.catalog[$0.part.fit.item].entry.slug) },
      .integer("rank", "The place, from 1; tied items share one.") { $0.part.rank },
      .boolean("is_tied", "Whether another item has the same score.") { $0.part.isTied },
      .record("item", "The item.", of: link) { $0.model.link($0.part.fit.item) },
      .integer("score", "The sum of the reasons.") { $0.part.fit.score },
      .integer("size", "The score without its sign.") { $0.part.fit.score.magnitudeInRange },
      .integer("axis", "Where the axis of the bars stands; what criticism takes away is left of it.") {
        $0.part.page.axis
      },
      .integer("width", "The width of the chart, in points.") { $0.part.page.width },
      .list("reasons", "Every contribution, those that count nothing too.", of: reason) {
        $0.with(each: $0.part.reasons(axis: $0.part.page.axis))
      },
      .integer("statement_count", "How many statements stand behind the reasons.") { $0.statementCount },
    ])

  static let unranked = Record<In<Rank>>(
    "Unranked", "An item of which no source says anything to the point.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.fit.item) },
      .list(
        "reasons", "What is said of it without counting: by nobody that is cited, or by no review.",
        of: reason
      ) { rank in
        rank.part.fit.contributions.map {
          rank.with(
            RankReason(
              contribution: $0, start: 0, item: rank.part.fit.item, useCase: rank.part.page.useCase.id))
        }
      },
      .integer("statement_count", "How many statements these are.") { $0.statementCount },
    ])

  static let step = Record<In<RankStep>>(
    "Step", "Two neighbouring ranks, and what would change their order.",
    [
      .integer("higher_rank", "The rank above.") { $0.part.step.higher.first?.rank ?? 1 },
      .integer("lower_rank", "The rank below.") { $0.part.step.lower.first?.rank ?? 1 },
      .list("higher", "The first of those above.", of: link) { $0.named($0.part.step.higher) },
      .integer("more_higher", "How many more stand there.") { $0.moreThanNamed($0.part.step.higher) },
      .list("lower", "The first of those below.", of: link) { $0.named($0.part.step.lower) },
      .integer("more_lower", "How many more stand there.") { $0.moreThanNamed($0.part.step.lower) },
      .integer("gap", "How many points are between them: with so many more, one of the lower draws level.") {
        $0.part.step.gap
      },
      .integer("lead", "With so many more, one of the lower goes ahead.") { $0.part.step.gap + 1 },
      .optionalRecord(
        "example",
        "A criterion on which praise would count for the first of the lower; absent where the use needs none.",
        of: subject
      ) { $0.example },
    ])

  static let leaders = Record<In<Leaders>>(
    "Leaders", "The items that share a place at the top of a use case's list.",
    [
      .integer("rank", "The place, from 1.") { $0.part.places.first?.rank ?? 1 },
      .integer("score", "The points of each.") { $0.part.places.first?.fit.score ?? 0 },
      .list("items", "The items, or the first of them.", of: link) { $0.named($0.part.places) },
      .integer("more", "How many more share the place.") { $0.moreThanNamed($0.part.places) },
    ])

  static let useCaseCard = Record<In<UseCase.ID>>(
    "UseCaseCard", "A use case in a list.",
    [
      .record("use_case", "The use case.", of: link) { $0.model.link($0.part) },
      .list("leaders", "The places at the top of its list that have a point or more.", of: leaders) {
        $0.leaders
      },
    ])
}

extension Int {
  /// The absolute value; `Int.max` for `Int.min`, whose absolute value is out of range.
  fileprivate var magnitudeInRange: Int { Int(clamping: magnitude) }
}

extension In<RankReason> {
  fileprivate func citations(_ attributions: [Attribution]) -> [In<SourcePlace>] {
    attributions.map { model.citation($0) }
  }

  fileprivate var kind: String {
    switch part.contribution.reason {
    case .named: "named"
    case .need: "need"
    case .value: "value"
    }
  }

  fileprivate var text: String {
    switch part.contribution.reason {
    case .named: catalog[part.useCase].entry.name
    case .need(let id): catalog[id].entry.name
    case .value(let id, let value): "\(catalog[id].entry.name): \(model.words(value, catalog[id]))"
    }
  }

  fileprivate var address: Address {
    switch part.contribution.reason {
    case .named: praise.first.map { model.address(of: $0) } ?? routes.address(.item(part.item))
    case .need(let id), .value(let id, _):
      routes.address(.criterion(id), fragment: Anchors.item(catalog[part.item].entry.slug))
    }
  }

  /// The claims in favour of the item.
  fileprivate var praise: [Claim.ID] {
    switch part.contribution.reason {
    case .named:
      catalog[part.item].claims(.fit).filter { catalog[$0].subjects.contains(.useCase(part.useCase)) }
    case .need(let id): catalog[part.item, id].strengths
    case .value: []
    }
  }

  /// The claims against the item.
  fileprivate var criticism: [Claim.ID] {
    guard case .need(let id) = part.contribution.reason else { return [] }
    return catalog[part.item, id].weaknesses
  }

  fileprivate var facts: [In<GivenFact>] {
    guard case .value(let id, _) = part.contribution.reason else { return [] }
    return part.contribution.facts.map { with(GivenFact(fact: $0, criterion: id, item: part.item)) }
  }

  fileprivate var otherFacts: [In<GivenFact>] {
    guard case .value(let id, let value) = part.contribution.reason else { return [] }
    return catalog[part.item, id].facts.filter { $0.value != .unknown && !$0.has(value) }.map {
      with(GivenFact(fact: $0, criterion: id, item: part.item))
    }
  }
}

extension In<Rank> {
  fileprivate var statementCount: Int {
    part.reasons(axis: 0).reduce(0) { $0 + with($1).praise.count + with($1).criticism.count }
  }
}

extension In<RankStep> {
  /// A criterion on which praise from one more source would count for the first item of the lower rank, preferably one
  /// on which no source praises it yet.
  fileprivate var example: Subject? {
    guard let item = part.step.lower.first?.fit.item else { return nil }
    let needs = catalog[part.useCase].needs.filter { $0.value == nil }
    let open = needs.first { catalog.sources(of: catalog[item, $0.criterion].strengths).isEmpty }
    return (open ?? needs.first).map { model.subject($0) }
  }
}

extension In<UseCase.ID> {
  /// The top of its ranking: the first rank, and further ones as long as they have at most three items together; only
  /// ranks with positive scores.
  fileprivate var leaders: [In<Leaders>] {
    var leaders: [In<Leaders>] = []
    var shown = 0
    for rank in catalog.ranking(for: part).ranks {
      guard let first = rank.first, first.fit.score > 0, shown == 0 || shown + rank.count <= 3 else { break }
      leaders.append(with(Leaders(places: Array(rank))))
      shown += rank.count
    }
    return leaders
  }
}

extension In {
  /// The maximum number of items of a rank that are named; of a larger rank, one fewer is named, followed by the number
  /// of the others.
  private static var mostNamed: Int { 5 }

  fileprivate func named(_ places: [FitRanking.Place]) -> [Link] {
    places.prefix(places.count > Self.mostNamed ? Self.mostNamed - 1 : Self.mostNamed).map {
      model.link($0.fit.item)
    }
  }

  fileprivate func moreThanNamed(_ places: [FitRanking.Place]) -> Int {
    places.count > Self.mostNamed ? places.count - Self.mostNamed + 1 : 0
  }
}
