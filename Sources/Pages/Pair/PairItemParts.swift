import Comparison
import Templating
import TextEncoding

/// The parts of pair pages that depend on one item, created once for all of its pairs.
final class PairItemParts: Sendable {
  /// A link to the page of a pair of the item, for the list of other pairs.
  struct Listed: Sendable {
    var other: Item.ID
    /// How many uses and facts the two have in common.
    var score: Int
    var link: Value
  }

  /// A use case that the item is named for, with the claims and the sources that make one.
  struct Use: Sendable {
    var useCase: UseCase.ID
    var claims: [Value]
    /// In order of id.
    var sources: [Source.ID]
    /// The side of a row that shows them.
    var side: Value
  }

  /// A relation of the item to another.
  struct Relation: Sendable {
    var other: Item.ID
    var criterion: Criterion.ID?
    /// The sources that state it.
    var sources: [Source.ID]
    var value: Value
  }

  /// The numbers of a source's statements about the item.
  struct Statements: Sendable {
    var source: Source.ID
    var value: Value
  }

  let id: Item.ID
  /// What its side of a page shows but for what depends on the other item.
  let side: Value
  let link: Value
  /// The data that comparisons with other items use.
  let compared: ComparedItem
  /// The use cases that it is named for, in order of id.
  let uses: [Use]
  /// The text of its cell for each criterion.
  let words: [String]
  /// The facts of its cell for each criterion.
  let facts: [Value]
  /// Whether there is more to tell of the facts of each criterion than their values: a source, a remark, a date.
  let statesFact: [Bool]
  /// The praise, criticism and mentions of its cell for each criterion.
  let judgements: [Value]
  /// The pages of its closest pairs: one more than a page lists, because each leaves itself out.
  let listed: [Listed]
  /// The sources that make statements about it, in order of id.
  let statements: [Statements]
  let relations: [Relation]

  init(_ item: Item, _ model: SiteModel) {
    facts = Self.cells(of: item, .facts, model)
    judgements = Self.cells(of: item, .judgements, model)
    let catalog = model.catalog
    id = item.id
    side = Records.pairSideOfItem.value(In(model, item.id))
    link = side[0]
    let speakers = model.speakers(of: item.id)
    compared = catalog.compared(item.id)
    uses = model.uses(of: item)
    words = catalog.criterionIDs.map { model.words(item.id, $0) }
    statesFact = catalog.criterionIDs.map { catalog[item.id, $0].facts.contains(where: \.hasBasis) }
    let others = model.closestPairs(of: item.id).prefix(PairPage.mostOtherPairs + 1)
    listed = zip(
      others, Records.pairLink.values(others.map { In(model, DirectedPair(item: item.id, other: $0)) })
    ).map {
      Listed(other: $0, score: model.similarity.score(of: item.id, and: $0), link: $1)
    }
    let sources = speakers.sorted()
    let counts = Records.pairSourceSide.values(
      sources.map { In(model, SourceOnItem(source: $0, item: item.id)) })
    statements = zip(sources, counts).map { Statements(source: $0, value: $1) }
    relations = item.relations.map { relation in
      Relation(
        other: relation.from == item.id ? relation.to : relation.from, criterion: relation.criterion,
        sources: relation.sources, value: Records.relation.value(In(model, relation)))
    }
  }

  /// Returns the values of one aspect of the item's cells, by criterion.
  private static func cells(
    of item: Item, _ aspect: PairComparison.Aspect, _ model: SiteModel
  ) -> [Value] {
    Records.cellAspect.values(
      model.catalog.criteria.lazy.map { criterion in
        let cell = ShownCell(item: item.id, criterion: criterion.id, id: Anchors.fact(criterion.entry.slug))
        return In(model, ShownAspect(cell: cell, aspect: aspect))
      })
  }

  /// Returns the numbers of a source's statements about it; nil if there are none.
  func statements(of source: Source.ID) -> Value? {
    let place = statements.partitioningIndex { $0.source >= source }
    return place < statements.count && statements[place].source == source ? statements[place].value : nil
  }

  /// Returns the value of how many sources judge it on a criterion.
  func balance(on criterion: Criterion.ID) -> Value { judgements[criterion.index][Records.balanceOfCell] }

  /// Returns the value of a cell's facts or judgements.
  func cell(_ criterion: Criterion.ID, _ aspect: PairComparison.Aspect) -> Value {
    (aspect == .facts ? facts : judgements)[criterion.index]
  }
}

extension SiteModel {
  /// Returns the use cases that an item is named for, in order of id.
  fileprivate func uses(of item: Item) -> [PairItemParts.Use] {
    var claimsOfUse: [UseCase.ID: [Claim.ID]] = [:]
    for claim in item.claims(.fit) {
      for use in Set(catalog[claim].subjects.lazy.compactMap(\.useCase)) {
        claimsOfUse[use, default: []].append(claim)
      }
    }
    let named = claimsOfUse.sorted { $0.key < $1.key }.map {
      NamedUse(useCase: $0, claims: values($1), sources: catalog.sources(of: $1))
    }
    let sides = Records.pairUseSide.values(named.lazy.map { In(self, $0) })
    return zip(named, sides).map {
      PairItemParts.Use(useCase: $0.useCase, claims: $0.claims, sources: $0.sources, side: $1)
    }
  }
}

extension Fact {
  /// Whether there is more to tell of it than that its value is common knowledge.
  var hasBasis: Bool { !sources.isEmpty || note != nil || verified != nil || !isCommonKnowledge }
}

extension Claim.Subject {
  fileprivate var useCase: UseCase.ID? { if case .useCase(let id) = self { id } else { nil } }
}
