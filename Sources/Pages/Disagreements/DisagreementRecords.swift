import Comparison
import Templating

/// A disagreement on an item's criterion, and the location of its entry.
struct CellDispute: Sendable {
  var kind: Dispute
  var item: Item.ID
  var criterion: Criterion.ID
  var place = DisputePlace.item
}

/// A side of a disagreement: a value or a judgement, with the claims of its sources.
struct Side: Sendable {
  var state: Comparison.Cell.State
  /// The value, if the sides are values.
  var fact: GivenFact?
  var claims: [Claim.ID]
}

extension Records {
  static let mark = Record<In<CellDispute>>(
    "Mark", "A disagreement that concerns what it stands beside.",
    [
      .text("state", "`contested` or `mixed`.") { $0.part.kind.state.rawValue },
      .text("label", "The state in words.") { $0.model.siteWords.states[$0.part.kind.state] },
      .optionalRecord(
        "balance", "How many sources judge, and how; absent where they state different values.", of: balance
      ) { $0.balance },
      .address("url", "Where both sides stand.") { $0.address },
    ])

  static let side = Record<In<Side>>(
    "Side", "One side of a disagreement.",
    [
      .text("state", "`praised` or `criticised`; `value` where the sides are values of a fact.") {
        $0.part.state.rawValue
      },
      .optionalRecord("fact", "The value, where the sides are values, and who states it.", of: fact) { side in
        side.part.fact.map { side.with($0) }
      },
      .madeList(
        "claims", "Their words: all, or where they are many one statement at least of every source.",
        claim.shape
      ) { $0.model.values($0.model.leading($0.part.claims).first) },
      .madeList("more", "The rest of their words.", claim.shape) {
        $0.model.values($0.model.leading($0.part.claims).more)
      },
    ])

  static let disagreement = Record<In<CellDispute>>(
    "Disagreement", "Something on which sources differ, with both sides.", disagreementFields)

  /// What the records of disagreements have in common.
  static let disagreementFields: [Field<In<CellDispute>>] = [
    .text("id", "An anchor for it on this page.") { $0.anchor },
    .text("kind", "`values`, `claims`, or `mixed` where it is one source that both praises and criticises.") {
      $0.part.kind.rawValue
    },
    .text("state", "`contested` or `mixed`.") { $0.part.kind.state.rawValue },
    .text("label", "The state in words.") { $0.model.siteWords.states[$0.part.kind.state] },
    .optionalRecord(
      "balance", "How many sources judge, and how; absent where they state different values.", of: balance
    ) { $0.balance },
    .record("item", "The item, where its page shows both sides.", of: link) {
      let item = $0.catalog[$0.part.item].entry
      return Link(url: $0.address(at: .item), text: item.name, summary: item.summary)
    },
    .record("criterion", "The criterion, where its page tells all that is known of the item.", of: link) {
      let criterion = $0.catalog[$0.part.criterion].entry
      let anchor = Anchors.item($0.catalog[$0.part.item].entry.slug)
      return Link(
        url: $0.routes.address(.criterion($0.part.criterion), fragment: anchor), text: criterion.name,
        summary: criterion.summary)
    },
    .address("url", "What all sources say of it: the row of the criterion on the page of the item.") {
      $0.addressOfRow
    },
    .list("sides", "Praise and criticism, or the values.", of: side) { $0.with(each: $0.sides) },
    .madeList("neutral", "What is said of a contested fact without taking one side.", claim.shape) {
      $0.model.values($0.neutralClaims)
    },
  ]
}

extension In<CellDispute> {
  private var cell: Comparison.Cell { _read { yield catalog[part.item, part.criterion] } }

  /// The balance of the sources; nil if they state different values.
  var balance: Balance? { part.kind == .values ? nil : cell.balance }

  /// The address of its entry.
  var address: Address { address(at: part.place) }

  fileprivate func address(at place: DisputePlace) -> Address {
    switch place {
    case .item: routes.address(.item(part.item), fragment: row)
    case .page(let path): .site(path: path, fragment: anchor(at: place))
    }
  }

  /// The row of its criterion on the page of the item.
  fileprivate var addressOfRow: Address { routes.address(.item(part.item), fragment: row) }

  /// The anchor of that row.
  var row: String { Anchors.row(catalog[part.criterion], part.kind == .values ? .facts : .judgements) }

  fileprivate var anchor: String { anchor(at: part.place) }

  private func anchor(at place: DisputePlace) -> String {
    let criterion = catalog[part.criterion].entry.slug
    switch place {
    case .item: return row
    case .page: return Anchors.dispute(part.kind, criterion, of: catalog[part.item].entry.slug)
    }
  }

  fileprivate var sides: [Side] {
    if part.kind == .values { return valueSides }
    return [(cell.strengths, .praised), (cell.weaknesses, .criticised)].map { claims, state in
      Side(state: state, claims: claims)
    }
  }

  /// The sides of contested values; each has the claims whose sources state only this value.
  private var valueSides: [Side] {
    let facts = cell.facts.filter { $0.value.isKnown }
    return facts.indices.map { index in
      Side(
        state: .value, fact: GivenFact(fact: facts[index], criterion: part.criterion, item: part.item),
        claims: cell.features.filter { sides(of: $0, among: facts) == [index] })
    }
  }

  /// The claims on a contested fact that do not belong to exactly one of its values.
  fileprivate var neutralClaims: [Claim.ID] {
    guard part.kind == .values else { return [] }
    let facts = cell.facts.filter { $0.value.isKnown }
    return cell.features.filter { sides(of: $0, among: facts).count != 1 }
  }

  /// Returns the indices of the facts that a source of a claim states.
  private func sides(of claim: Claim.ID, among facts: [Fact]) -> [Int] {
    let citations = catalog[claim].citations
    return facts.indices.filter { facts[$0].sources.contains(where: citations.contains) }
  }
}
