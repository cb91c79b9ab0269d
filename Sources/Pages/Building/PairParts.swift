import Comparison
import Diagnostics
import Templating

/// What pages of pairs show that depends on one item, criterion, use or source alone, made once for all pairs.
///
/// It takes memory for each item, not for each pair. Empty where no pair has a page.
struct PairParts: Sendable {
  /// A page of a pair, as the pages of its two items' other pairs list it.
  struct Listed: Sendable {
    var other: Item.ID
    var link: Value
  }

  /// The mark of a source, which leads to the first place where it says something.
  struct Mark: Sendable {
    var source: Source.ID
    var value: Value
  }

  /// A use that somebody names an item for: the claims, and a mark of each source that makes one.
  struct Use: Sendable {
    var useCase: UseCase.ID
    var claims: [Value]
    var marks: [Mark]
  }

  /// How an item relates to another.
  struct Relation: Sendable {
    var other: Item.ID
    var value: Value
  }

  /// How much a source says of an item.
  struct Statements: Sendable {
    var source: Source.ID
    var value: Value
  }

  /// Links to them, by index.
  private(set) var items: [Value] = []
  private(set) var criteria: [Value] = []
  private(set) var useCases: [Value] = []
  private(set) var sources: [Value] = []
  /// The `id` of each criterion's rows.
  private(set) var factRows: [String] = []
  private(set) var judgementRows: [String] = []
  /// What each item brings to a comparison.
  private(set) var contenders: [Contender] = []
  /// The uses that somebody names each item for, in order.
  private(set) var uses: [[Use]] = []
  /// Of each item's criterion what it knows in a few words: `item * criteria + criterion`.
  private var words: [String] = []
  /// Of each item's criterion what is known as facts: `item * criteria + criterion`.
  private var facts: [Value] = []
  /// What is praised, criticised or mentioned.
  private var judgements: [Value] = []
  /// Of each item's criterion the marks of those who state facts.
  private var factMarks: [[Mark]] = []
  /// For each item the pages of its pairs that others may list: one more than they do, as each leaves itself out.
  private(set) var listed: [[Listed]] = []
  /// For each item the sources that speak of it, in order.
  private(set) var statements: [[Statements]] = []
  /// For each item how it relates to others.
  private(set) var relations: [[Relation]] = []
  /// For each item a fingerprint of all that these parts tell of it.
  private(set) var fingerprints: [ContentHash] = []

  init() {}

  init(_ model: SiteModel) {
    let catalog = model.catalog
    let names = Records.link.values(catalog.items.map { model.link($0.id) })
    items = names
    criteria = Records.link.values(catalog.criteria.map { model.link($0.id) })
    useCases = Records.link.values(catalog.useCases.map { model.link($0.id) })
    sources = Records.link.values(catalog.sources.map { model.link($0.id) })
    factRows = catalog.criteria.map { SiteModel.rowID($0, .facts) }
    judgementRows = catalog.criteria.map { SiteModel.rowID($0, .judgements) }
    contenders = catalog.items.map { catalog.contender($0.id, speakers: model.speakers[$0.id.index]) }
    uses = catalog.items.map { model.uses(of: $0) }
    words = catalog.items.flatMap { item in catalog.criteria.map { model.words(item.id, $0.id) } }
    let cells = catalog.itemIDs.lazy.flatMap { item in catalog.criterionIDs.lazy.map { (item, $0) } }
    // What both parts of a cell show is made once.
    let wholes = Records.cell.values(
      cells.map { model.view($0, $1, id: Anchors.fact(catalog[$1].entry.slug)) })
    let parts = zip(cells, wholes).lazy.map { model.factAndJudgement($0.0, $0.1, of: $1) }
    facts = Records.factsOfCell.values(parts.map(\.facts))
    judgements = Records.judgementsOfCell.values(parts.map(\.judgement))
    factMarks = zip(catalog.cells.joined(), facts).map(Self.marks)
    let others = catalog.items.map { model.listedPairs(of: $0.id) }
    var links = Records.listedPair.values(
      catalog.items.lazy.flatMap { item in
        others[item.id.index].lazy.map { (model.pairLink(item.id, $0), names[$0.index]) }
      })[...]
    listed = others.map { others in
      defer { links = links.dropFirst(others.count) }
      return zip(others, links).map { Listed(other: $0, link: $1) }
    }
    let speakers = model.speakers.map { $0.sorted() }
    var counts = Records.pairSourceSide.values(
      catalog.items.lazy.flatMap { item in
        speakers[item.id.index].lazy.map { model.statements(of: catalog[$0], on: item.id) }
      })[...]
    statements = speakers.map { speakers in
      defer { counts = counts.dropFirst(speakers.count) }
      return zip(speakers, counts).map { Statements(source: $0, value: $1) }
    }
    relations = catalog.items.map { item in
      item.relations.map { relation in
        Relation(
          other: relation.from == item.id ? relation.to : relation.from,
          value: Records.relation.sharedValue(model.view(relation)))
      }
    }
    fingerprints = catalog.items.map { fingerprint(of: $0, model) }
  }

  /// The marks of those who state facts, each of which leads to the first that it states.
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

  /// The marks of sources that state facts.
  func marks(_ sources: [Source.ID], _ item: Item.ID, _ criterion: Criterion.ID) -> [Value] {
    factMarks[item.index * criteria.count + criterion.index].values(of: sources)
  }

  func cell(_ item: Item.ID, _ criterion: Criterion.ID, _ aspect: PairComparison.Aspect) -> Value {
    (aspect == .facts ? facts : judgements)[item.index * criteria.count + criterion.index]
  }

  func words(_ item: Item.ID, _ criterion: Criterion.ID) -> String {
    words[item.index * criteria.count + criterion.index]
  }

  /// The sources that speak of both items of a pair, in order.
  func common(_ pair: Pair) -> [(source: Source.ID, left: Value, right: Value)] {
    var result: [(source: Source.ID, left: Value, right: Value)] = []
    var rest = statements[pair.right.index][...]
    for left in statements[pair.left.index] {
      while let right = rest.first, right.source < left.source { rest = rest.dropFirst() }
      if let right = rest.first, right.source == left.source {
        result.append((left.source, left.value, right.value))
      }
    }
    return result
  }
}

extension PairParts {
  /// A fingerprint of everything in the parts that is an item's.
  private func fingerprint(of item: Item, _ model: SiteModel) -> ContentHash {
    let index = item.id.index
    let row = index * criteria.count..<(index + 1) * criteria.count
    var values = [items[index]] + facts[row] + judgements[row]
    // What marks lead to stands in the cells and in the claims; whose they are does not.
    let marks = factMarks[row] + uses[index].map(\.marks)
    for use in uses[index] { values += use.claims + use.marks.map(\.value) }
    values += listed[index].map(\.link) + statements[index].map(\.value) + relations[index].map(\.value)
    var texts = Array(words[row])
    texts += marks.map { $0.map { String($0.source.index) }.joined(separator: " ") }
    texts += uses[index].map { "use \($0.useCase.index) \($0.claims.count)" }
    texts += statements[index].map { "source \($0.source.index)" }
    texts += relations[index].map { "relation \(model.catalog[$0.other].entry.slug)" }
    texts += [
      item.website ?? "", "\(listed[index].count) \(model.pairs.partnerCount(of: item.id))",
      "\(model.allPairs(of: item.id))",
    ]
    return ContentHash(of: [contenders[index].fingerprint] + values.map(\.fingerprint), and: texts)
  }
}

extension [PairParts.Mark] {
  /// The marks of some sources, in the order of these.
  func values(of sources: [Source.ID]) -> [Value] {
    sources.compactMap { source in first { $0.source == source }?.value }
  }
}

extension SiteModel {
  /// The uses that somebody names an item for, in order.
  fileprivate func uses(of item: Item) -> [PairParts.Use] {
    var claimsOfUse: [UseCase.ID: [Claim.ID]] = [:]
    for claim in item.claims(.fit) {
      for use in Set(catalog[claim].subjects.lazy.compactMap(\.useCase)) {
        claimsOfUse[use, default: []].append(claim)
      }
    }
    return claimsOfUse.sorted { $0.key < $1.key }.map { use, claims in
      let marks = catalog.voices(of: claims).compactMap { voice -> PairParts.Mark? in
        guard let claim = voice.claims.first,
          let place = catalog[claim].citations.firstIndex(of: voice.source)
        else { return nil }
        return PairParts.Mark(
          source: voice.source, value: self.value(claim)[Records.citationsOfClaim][place])
      }
      return PairParts.Use(useCase: use, claims: values(claims), marks: marks)
    }
  }
}

extension Claim.Subject {
  fileprivate var useCase: UseCase.ID? { if case .useCase(let id) = self { id } else { nil } }
}

extension Records {
  /// As `pairLink`, with the item's link made before.
  fileprivate static let listedPair = Record<(link: PairLinkView, item: Value)>(
    pairLink.shape.name, pairLink.shape.summary,
    [
      .address("url", "The pair's page.") { $0.link.url },
      .made("item", "The other item.", link.shape) { $0.item },
      .integer("differences", "On how many criteria the two differ.") { $0.link.differences },
      .integer("shared", "How many uses and facts they have in common.") { $0.link.shared },
    ])

  /// Where the parts of these records stand that pages of pairs show by themselves.
  static let placeOfFacts = cell.position(of: "facts")
  static let praisersOfCell = cell.position(of: "praisers")
  static let criticsOfCell = cell.position(of: "critics")
  static let citationsOfFact = fact.position(of: "citations")
  static let citationsOfClaim = claim.position(of: "citations")
}
