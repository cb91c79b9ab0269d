import Comparison
import Templating

/// A cell, as it is written to data files: an item on a criterion, or whether it is named for a use case or by an
/// organisation.
struct CellData: Sendable {
  let site: DataSite
  let item: Item.ID
  let row: Matrix.Row
  /// The criterion and its cell; nil for other rows.
  let criterion: CriterionData?
  let cell: Comparison.Cell?

  init(_ row: Matrix.Row, of item: Item.ID, _ site: DataSite) {
    self.site = site
    self.item = item
    self.row = row
    if case .criterion(let id) = row {
      criterion = site.criteria[id.index]
      cell = site.catalog[item, id]
    } else {
      criterion = nil
      cell = nil
    }
  }

  var claims: [Claim.ID] { cell?.claims ?? TableMaker(site.model).claims(row, item) }
  var state: Comparison.Cell.State { cell?.state ?? (claims.isEmpty ? .unknown : .yes) }

  /// The text that tables show.
  var text: String {
    guard let cell, let criterion else { return TableMaker(site.model).cell(row, item).text }
    return site.model.text(cell, criterion.criterion)
  }

  var facts: [FactData] {
    guard let cell, let criterion else { return [] }
    return cell.facts.map { FactData(site: site, fact: $0, criterion: criterion) }
  }

  var praisers: [Slug] { cell.map { speakers($0.strengths) } ?? [] }
  var critics: [Slug] { cell.map { speakers($0.weaknesses) } ?? [] }

  /// How the sources judge; nobody judges in rows that are no criteria.
  var balance: Balance { cell?.balance ?? Balance() }

  /// Returns the sources that make some claims, in the order of sources.
  private func speakers(_ claims: [Claim.ID]) -> [Slug] {
    claims.isEmpty ? [] : site.slugs(site.catalog.sources(of: claims))
  }

  var sources: [Slug] {
    cell.map { site.slugs(site.catalog.sources(of: $0)) } ?? speakers(claims)
  }
}

/// A fact, as it is written to data files.
struct FactData: Sendable {
  /// The possible states of a single fact, a subset of those of cells.
  enum State: String, CaseIterable {
    case value, yes, no, partial
    case notApplicable = "not-applicable"
    case unknown
  }

  let site: DataSite
  let fact: Fact
  let criterion: CriterionData

  var text: String { site.model.words(fact.value, criterion.criterion) }

  var state: State {
    switch fact.value {
    case .boolean(let truth): truth ? .yes : .no
    case .partial: .partial
    case .notApplicable: .notApplicable
    case .unknown: .unknown
    case .text, .number, .date, .choice, .list, .url: .value
    }
  }
}

extension DataFormats {
  static let fact = DataFormat<FactData>.record(
    "Fact", "A value, and who states it.",
    [
      DataKey("state", .word, "`value`, or what it says in words.") { $0.state },
      DataKey(
        "value", .factValue,
        "The value by its criterion's type: text, true or false, a number, a date, the slug of a choice, a list of texts or slugs, an "
          + "address; null for partial, not-applicable and unknown."
      ) { $0.fact.value },
      DataKey("text", .text, "The value in words, with its unit.") { $0.text },
      DataKey("note", .optional(.text), "A reservation.") { $0.fact.note },
      DataKey("sources", .list(.slug), "Who states it.") { $0.site.slugs($0.fact.sources) },
      DataKey("common", .boolean, "Whether it is common knowledge that needs no source.") {
        $0.fact.isCommonKnowledge
      },
      DataKey("verified", .optional(.date), "When it was last verified.") { $0.fact.verified },
      DataKey("stale", .boolean, "Whether that is longer ago than the criterion allows.") {
        $0.fact.isStale
      },
    ])

  /// The keys that all cells have.
  private static let cellKeys: [DataKey<CellData>] = [
    DataKey("state", .word, "What is known: a fact's state before that of judgements; never absent.") {
      $0.state
    },
    DataKey("text", .text, "The cell in words, as tables show it; every value where sources differ.") {
      $0.text
    },
    DataKey("contested", .boolean, "Whether sources disagree, on a fact or on a judgement.") {
      $0.cell?.isContested ?? false
    },
    DataKey("stale", .boolean, "Whether a value of it was verified longer ago than the criterion allows.") {
      $0.cell?.isStale ?? false
    },
    DataKey("fact_state", .optional(.word), "The state that facts alone give; null without any.") {
      $0.cell?.factState
    },
    DataKey("claim_state", .optional(.word), "The state that claims alone give; null without any.") {
      $0.cell?.claimState
    },
    DataKey("facts", .list(fact), "Every value that is given, each with who states it.") { $0.facts },
    DataKey("praised_by", .list(.slug), "The sources that praise.") { $0.praisers },
    DataKey("criticised_by", .list(.slug), "The sources that criticise.") {
      $0.critics
    },
    DataKey("for", .list(.slug), "The sources that only praise.") {
      $0.site.slugs($0.balance.supporters)
    },
    DataKey("against", .list(.slug), "The sources that only criticise.") {
      $0.site.slugs($0.balance.critics)
    },
    DataKey("both", .list(.slug), "The sources that do both.") { $0.site.slugs($0.balance.both) },
    DataKey("sources", .list(.slug), "Every source that says anything of it.") { $0.sources },
    DataKey("claims", .list(.path), "The claims behind it: their `path`.") { cell in
      cell.claims.map { cell.site.address(of: $0, cell.item) }
    },
  ]

  /// The format of a cell in the list of its item's cells.
  static let itemCell = DataFormat<CellData>.record(
    "Cell", "What is known of the item on one criterion.",
    [
      DataKey("criterion", .slug, "The criterion.") { $0.site.slug($0.row) },
      DataKey("name", .text, "What the criterion is called.") { cell in
        cell.criterion?.criterion.entry.name ?? ""
      },
    ] + cellKeys)

  /// The format of a cell in the list of its row's cells.
  static let rowCell = DataFormat<CellData>.record(
    "Cell", "What is known of one item in the row.",
    [DataKey("item", .slug, "The item.") { $0.site.slug($0.item) }] + cellKeys)
}
