import Comparison
import Templating
import TextEncoding

/// The parts of pair pages that depend on one item, created once for all of its pairs.
final class PairItemParts: Sendable {
  /// A link to the page of a pair of the item, for the list of its other pairs.
  struct Listed: Sendable {
    var other: Item.ID
    var link: Value
  }

  /// A citation of a source, which links to its first statement on a subject.
  struct Mark: Sendable {
    var source: Source.ID
    var value: Value
  }

  /// A use case that the item is named for, with the claims and a citation of each source that makes one.
  struct Use: Sendable {
    var useCase: UseCase.ID
    var claims: [Value]
    var marks: [Mark]
  }

  /// A relation of the item to another.
  struct Relation: Sendable {
    var other: Item.ID
    var value: Value
  }

  /// The numbers of a source's statements about the item.
  struct Statements: Sendable {
    var source: Source.ID
    var value: Value
  }

  let id: Item.ID
  let link: Value
  /// The data that comparisons with other items use.
  let compared: ComparedItem
  /// The use cases that it is named for, in order of id.
  let uses: [Use]
  /// The text of its cell for each criterion.
  let words: [String]
  /// The facts of its cell for each criterion.
  let facts: [Value]
  /// The praise, criticism and mentions of its cell for each criterion.
  let judgements: [Value]
  /// The citations of the sources that state facts, for each criterion.
  let factMarks: [[Mark]]
  /// The pages of its pairs that other pages may list: one more than they show, because each leaves itself out.
  let listed: [Listed]
  /// The sources that make statements about it, in order of id.
  let statements: [Statements]
  let relations: [Relation]
  /// A fingerprint of all of these, and of everything else about the item that a pair page shows.
  let fingerprint: ContentHash

  /// Creates the parts of several items, which share memory.
  static func making(_ items: some Collection<Item>, _ model: SiteModel) -> [PairItemParts] {
    let criteria = model.catalog.criterionIDs
    let cells = items.lazy.flatMap { item in criteria.lazy.map { (item.id, $0) } }
    // The facts and judgements of a cell are made from the same value.
    let wholes = Records.cell.values(
      cells.map {
        In(
          model, ShownCell(item: $0, criterion: $1, id: Anchors.fact(model.catalog[$1].entry.slug)))
      })
    let parts = zip(cells, wholes).map { model.factAndJudgement($0.0, $0.1, of: $1) }
    let facts = Records.factsOfCell.values(parts.lazy.map(\.facts))
    let judgements = Records.judgementsOfCell.values(parts.lazy.map(\.judgement))
    let count = model.catalog.criteria.count
    return items.enumerated().map { place, item in
      let row = place * count..<(place + 1) * count
      return PairItemParts(item, facts: Array(facts[row]), judgements: Array(judgements[row]), model)
    }
  }

  private init(_ item: Item, facts: [Value], judgements: [Value], _ model: SiteModel) {
    let catalog = model.catalog
    id = item.id
    link = Records.link.sharedValue(model.link(item.id))
    let speakers = model.speakers(of: item)
    compared = catalog.compared(item.id, speakers: speakers)
    uses = model.uses(of: item)
    words = catalog.criteria.map { model.words(item.id, $0.id) }
    self.facts = facts
    self.judgements = judgements
    factMarks = zip(item.cells, facts).map(Self.marks)
    let others = model.listedPairs(of: item.id)
    listed = zip(
      others, Records.pairLink.values(others.map { In(model, DirectedPair(item: item.id, other: $0)) })
    ).map {
      Listed(other: $0, link: $1)
    }
    let sources = speakers.sorted()
    let counts = Records.pairSourceSide.values(
      sources.map { In(model, SourceOnItem(source: $0, item: item.id)) })
    statements = zip(sources, counts).map { Statements(source: $0, value: $1) }
    relations = item.relations.map { relation in
      Relation(
        other: relation.from == item.id ? relation.to : relation.from,
        value: Records.relation.sharedValue(In(model, relation)))
    }
    var description = Description()
    description.add([link] + facts + judgements + listed.map(\.link) + relations.map(\.value))
    description.add(statements.map { Mark(source: $0.source, value: $0.value) })
    for marks in factMarks { description.add(marks) }
    for use in uses {
      description.texts.append("use \(use.useCase.index)")
      description.add(use.claims)
      description.add(use.marks)
    }
    description.texts += words
    description.texts += relations.map { catalog[$0.other].entry.slug.text }
    description.texts += [
      item.website ?? "", "\(model.pairs.partnerCount(of: item.id))", "\(model.allPairs(of: item.id))",
    ]
    fingerprint = ContentHash(
      of: [compared.fingerprint] + description.fingerprints, and: description.texts)
  }

  /// The input of a fingerprint; the length of each list is included to keep lists apart.
  private struct Description {
    var fingerprints: [ContentHash] = []
    var texts: [String] = []

    mutating func add(_ values: [Value]) {
      texts.append("\(values.count)")
      fingerprints += values.map(\.fingerprint)
    }

    mutating func add(_ marks: [Mark]) {
      texts += marks.map { "source \($0.source.index)" }
      add(marks.map(\.value))
    }
  }

  /// Returns the citations of the sources that state facts in a cell, each linked to the first one that it states.
  private static func marks(_ cell: Comparison.Cell, _ value: Value) -> [Mark] {
    var marks: [Mark] = []
    let facts = value[Records.placeOfFacts]
    for (number, fact) in cell.facts.enumerated() {
      let citations = facts[number][Records.citationsOfFact]
      for (place, source) in fact.sources.enumerated() where !marks.contains(where: { $0.source == source }) {
        marks.append(Mark(source: source, value: citations[place]))
      }
    }
    return marks
  }

  /// Returns the citations of some sources that state facts on a criterion.
  func marks(_ sources: [Source.ID], _ criterion: Criterion.ID) -> [Value] {
    factMarks[criterion.index].values(of: sources)
  }

  /// Returns the value of a cell's facts or judgements.
  func cell(_ criterion: Criterion.ID, _ aspect: PairComparison.Aspect) -> Value {
    (aspect == .facts ? facts : judgements)[criterion.index]
  }
}

extension [PairItemParts.Mark] {
  /// Returns the values for some sources, in the order of these sources.
  func values(of sources: [Source.ID]) -> [Value] {
    sources.compactMap { source in first { $0.source == source }?.value }
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
    return claimsOfUse.sorted { $0.key < $1.key }.map { use, claims in
      let marks = catalog.attributions(of: claims).compactMap { attribution -> PairItemParts.Mark? in
        guard let claim = attribution.claims.first,
          let place = catalog[claim].citations.firstIndex(of: attribution.source)
        else { return nil }
        return PairItemParts.Mark(
          source: attribution.source, value: self.value(claim)[Records.citationsOfClaim][place])
      }
      return PairItemParts.Use(useCase: use, claims: values(claims), marks: marks)
    }
  }
}

extension Claim.Subject {
  fileprivate var useCase: UseCase.ID? { if case .useCase(let id) = self { id } else { nil } }
}

extension Records {
  /// The positions of fields in their records, which pair pages read individually.
  static let placeOfFacts = cell.position(of: "facts")
  static let praisersOfCell = cell.position(of: "praisers")
  static let criticsOfCell = cell.position(of: "critics")
  static let citationsOfFact = fact.position(of: "citations")
  static let citationsOfClaim = claim.position(of: "citations")
}
