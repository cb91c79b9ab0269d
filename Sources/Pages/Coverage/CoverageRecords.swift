import Comparison
import Templating

/// A number in a coverage table, and the intensity of its cell.
struct HeatCell: Sendable {
  /// Whether what the number counts is known, and from a source.
  enum State: String, Sendable { case sourced, unsourced, missing }

  var text: String
  var state: State
  /// The intensity, from 0 for nothing to 4 for the most.
  var level: Int
  var url: Address?

  /// Returns the intensity of a number: the quarter of the whole that it falls into, from 1 to 4; 0 for nothing.
  static func level(_ count: Int, of whole: Int) -> Int {
    whole > 0 ? min(4, (4 * count + whole - 1) / whole) : 0
  }
}

/// An item with its coverage, and the number of statements of each source.
struct CoveredItem: Sendable {
  var item: Item.ID
  var coverage: Coverage
  /// The number of cells on which each source makes statements, by the source's index.
  var counts: [Int]
}

/// A group of criteria, with the items of a page.
struct CoverageGroup: Sendable {
  /// The number of the group, from 1.
  var number: Int
  var name: String
  var criteria: [Criterion.ID]
  var items: [CoveredCells]
  var whole: CoverageTable?
}

/// An item with the number of sources behind each of its cells.
struct CoveredCells: Sendable {
  var item: Item.ID
  /// The number of sources, by the criterion's index; nil where nothing is known.
  var sources: [Int?]
}

/// An item with the criteria of a group.
struct CoverageRow: Sendable {
  var item: CoveredCells
  var criteria: [Criterion.ID]
}

extension Records {
  static let coverage = Record<Coverage>(
    "Coverage", "How much of some cells is known; a cell is one item on one criterion.",
    [
      .integer("cells", "How many cells there are.") { $0.cells },
      .integer("known", "How many have a value or a claim; \"not applicable\" is an answer.") { $0.known },
      .integer("known_share", "The same in whole percent of all cells, rounded down.") {
        percentage($0.known, of: $0.cells)
      },
      .integer("sourced", "How many of the known cite a source.") { $0.sourced },
      .integer("sourced_share", "The same in percent of all cells.") { percentage($0.sourced, of: $0.cells) },
      .integer("reviewed", "How many cite a review.") { $0.reviewed },
      .integer("reviewed_share", "The same in percent of all cells.") {
        percentage($0.reviewed, of: $0.cells)
      },
      .integer("referenced", "How many cite a reference.") { $0.referenced },
      .integer("referenced_share", "The same in percent of all cells.") {
        percentage($0.referenced, of: $0.cells)
      },
      .integer(
        "fresh",
        "How many of the known have nothing that was verified too long ago, or never although its criterion asks for it."
      ) { $0.fresh },
      .integer("fresh_share", "The same in percent of all cells.") { percentage($0.fresh, of: $0.cells) },
      .integer("missing", "How many are not known.") { $0.missing },
      .integer("unsourced", "How many of the known cite no source.") { $0.unsourced },
      .integer("overdue", "How many of the known are not fresh.") { $0.overdue },
    ])

  static let heatCell = Record<HeatCell>(
    "HeatCell", "A number in a table of coverage; never blank.",
    [
      .text("text", "The number, or the state in words.") { $0.text },
      .text("state", "`sourced`, `unsourced` or `missing`.") { $0.state.rawValue },
      .integer("level", "How dark the cell is: 0 for nothing to 4 for the most.") { $0.level },
      .optionalAddress("url", "Where what it counts can be read.") { $0.url },
    ])

  static let speechRow = Record<In<CoveredItem>>(
    "SpeechRow", "How much each source says of an item.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item) },
      .list("cells", "On how many criteria each review speaks, then each reference.", of: heatCell) {
        $0.cells
      },
      .record("coverage", "The item's coverage.", of: coverage) { $0.part.coverage },
      .optionalAddress("gaps", "The list of what is missing, where something is.") {
        $0.part.coverage.missing > 0 ? $0.model.gaps(of: $0.part.item) : nil
      },
    ])

  static let speech = Record<In<CoveragePage>>(
    "Speech", "Which source speaks of which item.",
    [
      .list("reviews", "The reviews, by their short names.", of: link) { $0.links(to: .review) },
      .list("references", "The references.", of: link) { $0.links(to: .reference) },
      .list("rows", "A row for each item of this page.", of: speechRow) { $0.rows },
      .list("totals", "On the first page: in how many cells of the site each source speaks.", of: heatCell) {
        $0.totals
      },
    ])

  static let coverageRow = Record<In<CoverageRow>>(
    "CoverageRow", "How many sources speak of an item on each criterion of a group.",
    [
      .record("item", "The item.", of: link) { $0.model.link($0.part.item.item) },
      .list("cells", "A cell for each criterion.", of: heatCell) { $0.cells },
      .integer("known", "How many of them are known.") { row in
        row.part.criteria.count { row.part.item.sources[$0.index] != nil }
      },
    ])

  static let coverageGroup = Record<In<CoverageGroup>>(
    "CoverageGroup", "The criteria of one group, with a cell for each item.",
    [
      .text("id", "An anchor for it.") { "Coverage_\($0.part.number)" },
      .text("name", "The group.") { $0.part.name },
      .list("criteria", "Its criteria.", of: link) { group in
        group.part.criteria.map { group.model.link($0) }
      },
      .list("rows", "A row for each item of this page.", of: coverageRow) { $0.rows },
      .list("totals", "On the first page: each criterion's coverage in the whole site.", of: coverage) {
        $0.totals
      },
      .optionalRecord("total", "On the first page: the coverage of all of them.", of: coverage) { $0.total },
    ])
}

extension In<CoveragePage> {
  fileprivate func links(to kind: Source.Kind) -> [Link] {
    catalog.sources.filter { $0.kind == kind }.map {
      Link(url: routes.address(.source($0.id)), text: $0.shortName, summary: $0.entry.name)
    }
  }

  fileprivate var rows: [In<CoveredItem>] {
    part.table.items.indices.map {
      with(
        CoveredItem(
          item: part.table.items[$0], coverage: part.table.byItem[$0], counts: part.table.mentionCounts[$0]))
    }
  }

  fileprivate var totals: [HeatCell] {
    guard let whole = part.whole else { return [] }
    return catalog.reviewsThenReferences.map { source in
      let count = whole.bySource[source.index]
      return HeatCell(
        text: String(count), state: count > 0 ? .sourced : .missing,
        level: HeatCell.level(count, of: whole.total.cells), url: routes.address(.source(source)))
    }
  }
}

extension In<CoveredItem> {
  fileprivate var cells: [HeatCell] {
    let anchor = Anchors.item(catalog[part.item].entry.slug)
    return catalog.reviewsThenReferences.map { source in
      let count = part.counts[source.index]
      return HeatCell(
        text: String(count), state: count > 0 ? .sourced : .missing,
        level: HeatCell.level(count, of: catalog.criteria.count),
        url: count > 0 ? routes.address(.source(source), fragment: anchor) : nil)
    }
  }
}

extension Catalog {
  fileprivate var reviewsThenReferences: [Source.ID] {
    sources.filter { $0.kind == .review }.map(\.id) + sources.filter { $0.kind == .reference }.map(\.id)
  }
}

extension In<CoverageGroup> {
  var rows: [In<CoverageRow>] {
    part.items.map { with(CoverageRow(item: $0, criteria: part.criteria)) }
  }

  fileprivate var totals: [Coverage] {
    guard let whole = part.whole else { return [] }
    return part.criteria.map { whole.byCriterion[$0.index] }
  }

  fileprivate var total: Coverage? {
    part.whole.map { whole in
      part.criteria.reduce(into: Coverage()) { $0 += whole.byCriterion[$1.index] }
    }
  }
}

extension In<CoverageRow> {
  var cells: [HeatCell] {
    let anchor = Anchors.item(catalog[part.item.item].entry.slug)
    return part.criteria.map { criterion in
      guard let count = part.item.sources[criterion.index] else {
        return HeatCell(text: model.siteWords(.missingCell), state: .missing, level: 0)
      }
      return HeatCell(
        text: count > 0 ? String(count) : model.siteWords(.unsourcedCell),
        state: count > 0 ? .sourced : .unsourced,
        level: HeatCell.level(count, of: catalog.sources.count),
        url: routes.address(.criterion(criterion), fragment: anchor))
    }
  }
}
