import Comparison
import Templating

/// An item on the page of a use case, with or without a rank.
struct Rank: Sendable {
  var fit: Fit
  /// The rank; 0 for items that are not ranked.
  var rank = 0
  var isTied = false
  var useCase: UseCase.ID
}

/// A judgement on what helps, or an answer to what is wanted, of an item.
struct OfItem<Part: Sendable>: Sendable {
  var part: Part
  var item: Item.ID
}

extension Records {
  static let help = Record<In<OfItem<Fit.Help>>>(
    "Help", "What sources say of an item on a criterion that helps with a use.",
    [
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.part.criterion) },
      .address("url", "Where all that is said of the item on it stands.") {
        $0.address(of: $0.part.part.criterion)
      },
      .record("balance", "How many sources judge, and how.", of: balance) { $0.part.part.balance },
      .integer("uncited_count", "How many judgements nobody is cited for; they count nothing.") {
        $0.part.part.uncited.count
      },
      .madeList("strengths", "The praise.", claim.shape) { $0.model.values($0.cell.strengths) },
      .madeList("weaknesses", "The criticism.", claim.shape) { $0.model.values($0.cell.weaknesses) },
    ])

  static let answer = Record<In<OfItem<FactAnswer>>>(
    "Answer", "Whether an item has a value that a use asks for.",
    [
      .text(
        "state",
        "`met`, `partial` (which meets it too), `otherwise` (known to be something else) or `unknown`."
      ) { $0.part.part.state.rawValue },
      .record("wanted", "What is asked for: the criterion with the value.", of: subject) {
        $0.model.subject($0.part.part.wanted)
      },
      .text("criterion", "The criterion.") { $0.catalog[$0.part.part.wanted.criterion].entry.name },
      .address("url", "The fact on the page of the item.") {
        let criterion = $0.catalog[$0.part.part.wanted.criterion].entry.slug
        return $0.routes.address(.item($0.part.item), fragment: Anchors.fact(criterion))
      },
      .list("facts", "The facts that decide.", of: fact) { $0.facts(\.facts) },
      .list("other_facts", "Facts that say something else, where others decide.", of: fact) {
        $0.facts(\.otherFacts)
      },
    ])

  static let rank = Record<In<Rank>>(
    "Rank", "An item on the page of a use, with all that is said for and against it.",
    [
      .text("id", "An anchor for it.") { Anchors.item($0.catalog[$0.part.fit.item].entry.slug) },
      .integer("rank", "The place, from 1; tied items share one. 0 where it has none.") { $0.part.rank },
      .boolean("is_tied", "Whether another item stands in the same place.") { $0.part.isTied },
      .record("item", "The item.", of: link) { $0.model.link($0.part.fit.item) },
      .texts("key_facts", "Its key facts in words, where the site names any.") {
        $0.model.keyFacts(of: $0.part.fit.item)
      },
      .integer("named", "How many reviews name it for the use.") { $0.part.fit.named },
      .integer(
        "sum", "Supporters less critics on what helps, and 1 for each preferred value; may be negative."
      ) { $0.part.fit.sum },
      .integer("size", "The sum without its sign.") { Int(clamping: $0.part.fit.sum.magnitude) },
      .list("reviews", "The reviews that name it.", of: citation) {
        $0.citations($0.part.fit.naming.reviews)
      },
      .list("references", "References that name it; only reviews count.", of: citation) {
        $0.citations($0.part.fit.naming.references)
      },
      .integer("uncited_count", "How many claims name it that nobody is cited for; they count nothing.") {
        $0.part.fit.naming.uncited.count
      },
      .madeList("claims", "What is said of it for the use.", claim.shape) { $0.model.values($0.claims) },
      .list("helps", "What helps, in the use's order, judged or not.", of: help) { rank in
        rank.part.fit.helps.map { rank.with(OfItem(part: $0, item: rank.part.fit.item)) }
      },
      .list("preferences", "The values that help, in the use's order.", of: answer) {
        $0.answers(\.preferences)
      },
      .list("conditions", "The conditions, in the use's order.", of: answer) { $0.answers(\.conditions) },
      .integer("statement_count", "How many statements stand behind the place.") { $0.statementCount },
    ])

  static let step = Record<In<FitRanking.Step>>(
    "Step", "Two neighbouring ranks, and what would change their order.",
    [
      .integer("higher_rank", "The rank above.") { $0.part.higher.first?.rank ?? 1 },
      .integer("lower_rank", "The rank below.") { $0.part.lower.first?.rank ?? 1 },
      .list("higher", "The first of those above.", of: link) { $0.named($0.part.higher) },
      .integer("more_higher", "How many more stand there.") { $0.moreThanNamed($0.part.higher) },
      .list("lower", "The first of those below.", of: link) { $0.named($0.part.lower) },
      .integer("more_lower", "How many more stand there.") { $0.moreThanNamed($0.part.lower) },
      .integer("names", "How many more reviews name each of those above.") { $0.part.names },
      .integer(
        "points",
        "How much greater the sum of those above is; negative where only being named keeps them there."
      ) { $0.part.points },
    ])

  static let leaders = Record<In<FitRanking.Rank>>(
    "Leaders", "The items that share a place at the top of a use case's list.",
    [
      .integer("rank", "The place, from 1.") { $0.part.first?.rank ?? 1 },
      .integer("named", "How many reviews name each for the use.") { $0.part.first?.fit.named ?? 0 },
      .list("items", "The items, or the first of them.", of: link) { $0.named($0.part) },
      .integer("more", "How many more share the place.") { $0.moreThanNamed($0.part) },
    ])

  static let useCaseCard = Record<In<UseCase.ID>>(
    "UseCaseCard", "A use case in a list.",
    [
      .record("use_case", "The use case.", of: link) { $0.model.link($0.part) },
      .list(
        "leaders", "The places at the top of its list that a review names, or whose sum is above 0.",
        of: leaders
      ) { $0.leaders },
    ])
}

extension In {
  /// Returns the place of an item on the page of a criterion, or the page where nothing is known of the item.
  fileprivate func address<Other>(of criterion: Criterion.ID) -> Address where Part == OfItem<Other> {
    let isKnown = catalog[part.item, criterion].state != .unknown
    return routes.address(
      .criterion(criterion), fragment: isKnown ? Anchors.item(catalog[part.item].entry.slug) : nil)
  }
}

extension In<OfItem<Fit.Help>> {
  fileprivate var cell: Comparison.Cell { _read { yield catalog[part.item, part.part.criterion] } }
}

extension In<OfItem<FactAnswer>> {
  fileprivate func facts(_ facts: (FactAnswer) -> [Fact]) -> [In<GivenFact>] {
    facts(part.part).map {
      with(GivenFact(fact: $0, criterion: part.part.wanted.criterion, item: part.item))
    }
  }
}

extension In<Rank> {
  fileprivate func citations(_ attributions: [Attribution]) -> [In<SourcePlace>] {
    attributions.map { model.citation($0) }
  }

  fileprivate func answers(_ answers: (Fit) -> [FactAnswer]) -> [In<OfItem<FactAnswer>>] {
    answers(part.fit).map { with(OfItem(part: $0, item: part.fit.item)) }
  }

  /// All claims that name the item for the use.
  fileprivate var claims: [Claim.ID] {
    catalog[part.fit.item].claims(.fit).filter { catalog[$0].subjects.contains(.useCase(part.useCase)) }
  }

  fileprivate var statementCount: Int {
    part.fit.helps.reduce(claims.count) { count, help in
      let cell = catalog[part.fit.item, help.criterion]
      return count + cell.strengths.count + cell.weaknesses.count
    }
  }
}

extension In<UseCase.ID> {
  /// The top of its ranking: the first rank, and further ones as long as they have at most three items together; only
  /// ranks that are named or have positive sums.
  var leaders: [In<FitRanking.Rank>] {
    var leaders: [In<FitRanking.Rank>] = []
    var shown = 0
    for rank in catalog.ranking(for: part).ranks {
      guard let fit = rank.first?.fit, fit.named > 0 || fit.sum > 0, shown == 0 || shown + rank.count <= 3
      else { break }
      leaders.append(with(rank))
      shown += rank.count
    }
    return leaders
  }
}

extension In {
  /// The maximum number of items of a rank that are named; of a larger rank, one fewer is named, followed by the number
  /// of the others.
  private static var mostNamed: Int { 5 }

  fileprivate func named(_ places: FitRanking.Rank) -> [Link] {
    places.prefix(places.count > Self.mostNamed ? Self.mostNamed - 1 : Self.mostNamed).map {
      model.link($0.fit.item)
    }
  }

  fileprivate func moreThanNamed(_ places: FitRanking.Rank) -> Int {
    places.count > Self.mostNamed ? places.count - Self.mostNamed + 1 : 0
  }
}
