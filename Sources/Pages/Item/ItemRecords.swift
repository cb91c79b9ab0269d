import Comparison
import Templating

/// Claims of one kind in a row.
struct FewClaims: Sendable {
  var claims: [Claim.ID]
}

/// A row of the same page that holds a claim which is about something else too.
struct Elsewhere: Sendable {
  /// The anchor of the claim.
  var id: String
  var name: String
}

/// A fact of an item, with what is said of it besides.
struct ItemFact: Sendable {
  var cell: ShownCell
  var topic: ItemTopic
}

extension Records {
  static let fewClaims = Record<In<FewClaims>>(
    "FewClaims", "Claims of one kind: those to show, and the rest, which a fold may hold.",
    [
      .madeList(
        "first", "All of few; of many the first three, as many sources among them as can be.", claim.shape
      ) {
        $0.model.values($0.model.few($0.part.claims).first)
      },
      .madeList("more", "The rest.", claim.shape) { $0.model.values($0.model.few($0.part.claims).more) },
    ])

  static let itemTopic = Record<In<ItemTopic>>(
    "ItemTopic", "What is said of an item on one thing. Each claim is in one of these alone.",
    [
      .optionalText("id", "An anchor for it; absent where it is neither a criterion nor a use.") {
        $0.anchor
      },
      .optionalRecord("subject", "What it is about; absent where that is said in general.", of: subject) {
        topic in
        topic.part.subject.map { topic.model.subject($0) }
      },
      .record("balance", "How many sources judge, and how.", of: balance) { $0.balance },
      .integer(
        "sources",
        "How many sources say any of it; 0 where it is the editor's own, or the site has a single source."
      ) {
        $0.model.hasSingleSource
          ? 0 : $0.catalog.sources(of: $0.part.claims + $0.part.elsewhere).count
      },
      .record("strengths", "The praise.", of: fewClaims) { $0.claims(of: .strength) },
      .record("weaknesses", "The criticism.", of: fewClaims) { $0.claims(of: .weakness) },
      .record("features", "What is said without judgement.", of: fewClaims) { $0.claims(of: .feature) },
      .record("uses", "What it is named for.", of: fewClaims) { $0.claims(of: .fit) },
      .list("elsewhere", "The rows that hold claims which are about this too.", of: elsewhere) {
        $0.elsewhere
      },
    ])

  static let elsewhere = Record<Elsewhere>(
    "Elsewhere", "A row of the same page that tells of something else too.",
    [
      .text("id", "The anchor of a claim in it.") { $0.id },
      .text("name", "What the row is about.") { $0.name },
    ])

  static let itemFact = Record<In<ItemFact>>(
    "ItemFact", "A fact of an item, and what is said of it besides.",
    [
      .record("cell", "The fact: its values, and who states them.", of: cell) { $0.with($0.part.cell) },
      .boolean("has_claims", "Whether anything is said besides.") {
        !$0.part.topic.claims.isEmpty || !$0.part.topic.elsewhere.isEmpty
      },
      .boolean(
        "is_plain", "Whether there is nothing to tell but its values: no sources, no notes, no claims."
      ) {
        $0.isPlain
      },
      .record("topic", "What is said besides.", of: itemTopic) { $0.with($0.part.topic) },
    ])

  static let itemDispute = Record<In<CellDispute>>(
    "ItemDispute", "What the sources on an item are not of one mind about.",
    [
      .text("id", "The anchor of the criterion's row on the item's page.") { $0.row },
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.criterion) },
      .optionalRecord(
        "balance", "How many sources judge; absent where they state different values.", of: balance
      ) {
        $0.balance
      },
      .list("facts", "The values, where they state different ones.", of: fact) { $0.disputedFacts },
    ])
}

extension In<ItemFact> {
  fileprivate var isPlain: Bool {
    let facts = catalog[part.cell.item, part.cell.criterion].facts
    return part.topic.claims.isEmpty && part.topic.elsewhere.isEmpty
      && facts.allSatisfy { $0.sources.isEmpty && $0.note == nil }
  }
}

extension In<ItemTopic> {
  fileprivate var anchor: String? {
    switch part.subject {
    case .criterion(let criterion): Anchors.row(catalog[criterion], .judgements)
    case .useCase(let useCase): Anchors.row(catalog[useCase])
    case .organisation, .label, nil: nil
    }
  }

  fileprivate var balance: Balance {
    guard case .criterion(let criterion) = part.subject else { return Balance() }
    return catalog[part.item, criterion].balance
  }

  fileprivate func claims(of kind: ClaimKind) -> In<FewClaims> {
    with(FewClaims(claims: part.claims.filter { catalog[$0].kind == kind }))
  }

  fileprivate var elsewhere: [Elsewhere] {
    var rows: [Elsewhere] = []
    for claim in part.elsewhere {
      guard let subject = catalog[claim].subjects.first else { continue }
      let name = model.subject(subject).name
      if !rows.contains(where: { $0.name == name }) {
        rows.append(Elsewhere(id: Anchors.claim(catalog[claim]), name: name))
      }
    }
    return rows
  }
}

extension In<CellDispute> {
  fileprivate var disputedFacts: [In<GivenFact>] {
    guard part.kind == .values else { return [] }
    return catalog[part.item, part.criterion].facts.filter(\.value.isKnown).map {
      with(GivenFact(fact: $0, criterion: part.criterion, item: part.item))
    }
  }
}
