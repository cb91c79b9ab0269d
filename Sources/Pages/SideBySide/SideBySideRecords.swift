import Comparison
import Templating
import TextEncoding

/// The cell of an item in a row of a table of items side by side.
struct ColumnCell: Sendable {
  var row: SideBySide.Row
  var item: Item.ID
}

/// A row of a use or an organisation, with the claims about each item.
struct NamingRow: Sendable {
  var id: String
  /// Its place among all uses, or all organisations.
  var place: Int
  var subject: Link
  var columns: [(item: Item.ID, claims: [Claim.ID])]
}

/// The claims about an item in a row of a use or an organisation.
struct ColumnClaims: Sendable {
  var item: Item.ID
  var claims: [Claim.ID]
}

/// The rows in which something is known of one item alone.
struct KnownAlone: Sendable {
  var item: Item.ID
  var rows: [SideBySide.Row]
}

/// A row of a source, with what it says of each item.
struct SourceRow: Sendable {
  var source: Source.ID
  var items: [Item.ID]
}

extension Records {
  static let columnCell = Record<In<ColumnCell>>(
    "ColumnCell", "What is known of one of several items side by side, in one row.",
    [
      .record("item", "The item of the column.", of: link) { $0.model.link($0.part.item) },
      .record("cell", "Its facts alone, or its judgements alone.", of: cellAspect) { $0.cell },
      .boolean(
        "is_best",
        "Whether it is stronger than another and weaker than none, in a row of opinions that differ."
      ) {
        $0.part.row.best.contains($0.part.item)
      },
    ])

  static let columnRow = Record<In<(row: SideBySide.Row, items: [Item.ID])>>(
    "ColumnRow", "What is known of several items on one criterion.",
    [
      .text("id", "An anchor for it.") { Anchors.row($0.catalog[$0.part.row.criterion], $0.part.row.aspect) },
      .record("criterion", "The criterion.", of: link) { $0.model.link($0.part.row.criterion) },
      .boolean("is_fact", "Whether it is about facts; if not, about opinions.") {
        $0.part.row.aspect == .facts
      },
      .boolean(
        "is_stated", "Of facts: whether a source states a value of any item, or there is a remark on one."
      ) { row in
        row.part.row.aspect == .facts
          && row.part.items.contains {
            row.catalog[$0, row.part.row.criterion].facts.contains(where: \.hasBasis)
          }
      },
      .list("cells", "A cell for each item.", of: columnCell) { row in
        row.part.items.map { row.with(ColumnCell(row: row.part.row, item: $0)) }
      },
      .list("relations", "How sources compare two of the items there, in a row of opinions.", of: relation) {
        row in
        row.part.row.aspect == .facts
          ? []
          : row.model.relations(among: row.part.items).filter { $0.part.criterion == row.part.row.criterion }
      },
    ])

  static let columnClaims = Record<In<ColumnClaims>>(
    "ColumnClaims", "What is said of one of several items on a use or a user.",
    [
      .record("item", "The item of the column.", of: link) { $0.model.link($0.part.item) },
      .texts("marks", "The short names of who says so; none where the site has a single source.") { column in
        column.model.namesBeside(column.catalog.sources(of: column.part.claims))
      },
      .list("citations", "Who says so, linked to what they say.", of: citation) { column in
        column.catalog.attributions(of: column.part.claims).map { column.model.citation($0) }
      },
      .madeList("claims", "Their words; empty where nobody says so.", claim.shape) {
        $0.model.values($0.part.claims)
      },
    ])

  static let namingRow = Record<In<NamingRow>>(
    "NamingRow", "A use that items are named for, or a user of them.",
    [
      .text("id", "An anchor for it.") { $0.part.id },
      .record("subject", "The use or the user.", of: link) { $0.part.subject },
      .integer("place", "Its place among all uses, or all users.") { $0.part.place },
      .list("cells", "What is said of each item.", of: columnClaims) { row in
        row.part.columns.map { row.with(ColumnClaims(item: $0.item, claims: $0.claims)) }
      },
    ])

  static let sourceRow = Record<In<SourceRow>>(
    "SourceRow", "A source that speaks of some of several items.",
    [
      .text("id", "An anchor for it.") { Anchors.row($0.catalog[$0.part.source]) },
      .record("source", "The source.", of: link) { $0.model.link($0.part.source) },
      .text("mark", "Its short name, as citations show it.") { $0.catalog[$0.part.source].shortName },
      .optionalDate("date", "When it was published.") { $0.catalog[$0.part.source].date },
      .optionalRecord("website", "Where it can be read.", of: outgoingLink) { row in
        row.catalog[row.part.source].url.map { row.model.outgoingLink($0) }
      },
      .integer("place", "Its place among all sources.") { $0.part.source.index },
      .integer("ranked_count", "How many items it ranks.") { $0.catalog[$0.part.source].ranking.count },
      .list("said", "How much it says of each item that it speaks of.", of: pairSourceSide) { row in
        row.part.items.filter { row.model.speakers(of: $0).contains(row.part.source) }.map {
          row.with(SourceOnItem(source: row.part.source, item: $0))
        }
      },
    ])

  static let knownAlone = Record<In<KnownAlone>>(
    "KnownAlone", "What is known of one of several items, and of none of the others.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .list("rows", "A row for each criterion, with the cell of this item only.", of: columnRow) { alone in
        alone.part.rows.map { alone.with((row: $0, items: [alone.part.item])) }
      },
    ])

  static let sideBySide = Record<In<SideBySide>>(
    "SideBySide", "Items side by side: each is a column, and what they are compared by are the rows.",
    [
      .list("items", "The items, in the order of the columns.", of: link) { table in
        table.part.items.map { table.model.link($0) }
      },
      .integer("differences", "On how many criteria some two of them differ.") {
        Set($0.part.rows(.different).map(\.criterion)).count
      },
      .list("opinions", "Opinions that differ, those furthest apart first.", of: columnRow) {
        $0.rows($0.part.differingOpinions)
      },
      .list("facts", "Facts that differ.", of: columnRow) { $0.rows($0.part.rows(.different, .facts)) },
      .list(
        "undecided", "Where balances are too close to call, or sources contest a fact.", of: columnRow
      ) { $0.rows($0.part.rows(.undecided)) },
      .list("same", "Where all that anything is known of are alike.", of: columnRow) {
        $0.rows($0.part.rows(.same))
      },
      .integer("one_sided_count", "In how many rows something is known of one of them alone.") {
        $0.part.rows(.oneSided).count
      },
      .list("alone", "The same rows by item.", of: knownAlone) { $0.alone },
      .list("described", "Where sources describe some of them, and judge none.", of: columnRow) {
        $0.rows($0.part.rows(.described))
      },
      .list("unknown", "The criteria on which nothing is said of any of them.", of: link) { $0.unknown },
      .list("uses", "The uses that somebody names any of them for.", of: namingRow) { $0.uses },
      .list("users", "The organisations that are said to use any of them.", of: namingRow) { $0.users },
      .list(
        "sources", "The sources that speak of any of them, or that the words beside them cite.",
        of: sourceRow
      ) { $0.sources },
      .list("relations", "How any two of them relate, as sources state it.", of: relation) {
        $0.model.relations(among: $0.part.items)
      },
      .list("pairs", "The pairs among them that have a page.", of: memberPair) {
        $0.with(each: $0.model.pairs(among: $0.part.items))
      },
    ])
}

extension In<ColumnCell> {
  fileprivate var cell: In<ShownAspect> {
    let criterion = part.row.criterion
    let cell = ShownCell(
      item: part.item, criterion: criterion, id: Anchors.fact(catalog[criterion].entry.slug))
    return with(ShownAspect(cell: cell, aspect: part.row.aspect))
  }
}

extension In<SideBySide> {
  fileprivate func rows(_ rows: [SideBySide.Row]) -> [In<(row: SideBySide.Row, items: [Item.ID])>] {
    rows.map { with((row: $0, items: part.items)) }
  }

  /// The one-sided rows of each item that has any.
  fileprivate var alone: [In<KnownAlone>] {
    let rows = part.rows(.oneSided)
    return part.items.compactMap { item in
      let own = rows.filter { isKnown($0, of: item) }
      return own.isEmpty ? nil : with(KnownAlone(item: item, rows: own))
    }
  }

  private func isKnown(_ row: SideBySide.Row, of item: Item.ID) -> Bool {
    switch row.aspect {
    case .facts: catalog[item, row.criterion].factState.map { $0 != .unknown } ?? false
    case .judgements: !catalog.balance(of: item, on: row.criterion).isEmpty
    }
  }

  /// Links to the criteria on which nothing is known of any item.
  fileprivate var unknown: [Link] {
    if part.items.isEmpty { return [] }
    let known = Set(part.rows.filter { $0.outcome != .unknown }.map(\.criterion))
    return catalog.criterionIDs.filter { !known.contains($0) }.map { model.link($0) }
  }

  fileprivate var uses: [In<NamingRow>] {
    catalog.useCases.compactMap { use in
      naming(.useCase(use.id), .fit, id: Anchors.row(use), place: use.id.index) { model.link(use.id) }
    }
  }

  fileprivate var users: [In<NamingRow>] {
    let users = Set(part.items.flatMap { model.users(of: $0) }).sorted {
      model.placeByName[$0.index] < model.placeByName[$1.index]
    }
    return users.compactMap { user in
      let place = model.placeByName[user.index]
      return naming(.organisation(user), .user, id: Anchors.row(catalog[user]), place: place) {
        model.link(user)
      }
    }
  }

  /// Returns the row of a subject; nil if no item is named with it.
  private func naming(
    _ subject: Claim.Subject, _ kind: ClaimKind, id: String, place: Int, link: () -> Link
  ) -> In<NamingRow>? {
    let columns = part.items.map { item in
      (item: item, claims: catalog[item].claims(kind).filter { catalog[$0].subjects.contains(subject) })
    }
    if columns.allSatisfy(\.claims.isEmpty) { return nil }
    return with(NamingRow(id: id, place: place, subject: link(), columns: columns))
  }

  fileprivate var sources: [In<SourceRow>] {
    var sources = part.cited
    for item in part.items { sources.formUnion(model.speakers(of: item)) }
    for relation in model.relations(among: part.items) { sources.formUnion(relation.part.sources) }
    return sources.sorted().map { with(SourceRow(source: $0, items: part.items)) }
  }
}

extension SiteModel {
  /// Returns the relations between any two of some items, each once.
  fileprivate func relations(among items: [Item.ID]) -> [In<Item.Relation>] {
    if items.count < 2 { return [] }
    let columns = Set(items)
    return items.flatMap { item in
      catalog[item].relations.filter { $0.from == item && columns.contains($0.to) }
    }.map { In(self, $0) }
  }
}
