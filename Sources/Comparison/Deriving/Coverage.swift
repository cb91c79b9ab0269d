/// How much of some cells is known, who says it, and whether it is still fresh.
///
/// A cell is one item on one criterion, so a site has as many as its items times its criteria. What is said of uses and users is in no cell.
package struct Coverage: Sendable, Hashable {
  /// How many cells there are.
  package var cells = 0
  /// Cells with a value or a claim. "Not applicable" is an answer; "unknown" is none, even where an editor writes it.
  package var known = 0
  /// Known cells that cite a source for a known value or a claim.
  package var sourced = 0
  /// Sourced cells that cite a review; a reference beside it changes nothing.
  package var reviewed = 0
  /// Sourced cells that cite a reference; a review beside it changes nothing.
  package var referenced = 0
  /// Known cells in which nothing is overdue.
  package var fresh = 0

  /// Cells of which nothing is known.
  package var missing: Int { cells - known }
  /// Known cells that rest on common knowledge or on the editor's word.
  package var unsourced: Int { known - sourced }
  /// Known cells with a value that must be verified again, or for the first time.
  package var overdue: Int { known - fresh }

  package init() {}

  package static func += (sum: inout Coverage, other: Coverage) {
    sum.cells += other.cells
    sum.known += other.known
    sum.sourced += other.sourced
    sum.reviewed += other.reviewed
    sum.referenced += other.referenced
    sum.fresh += other.fresh
  }
}

/// A share in whole percent, rounded down, so that only all is 100; of what there is, 1 at least.
package func percentage(_ part: Int, of whole: Int) -> Int {
  part > 0 && whole > 0 ? max(1, part * 100 / whole) : 0
}

extension Catalog {
  /// The sources that a cell cites for a known value or a claim, in the sources' order.
  package func coveringSources(_ cell: Cell) -> [Source.ID] {
    var sources: [Source.ID] = []
    for fact in cell.facts where fact.value.isKnown { sources.insertInOrder(fact.sources) }
    insertClaims(of: cell, into: &sources)
    return sources
  }

  /// The coverage of one cell.
  package func coverage(_ item: Item.ID, _ criterion: Criterion.ID) -> Coverage {
    coverage(of: self[item, criterion], by: coveringSources(self[item, criterion]), on: criterion)
  }

  /// The coverage of a cell by the sources that it cites.
  fileprivate func coverage(of cell: Cell, by sources: [Source.ID], on criterion: Criterion.ID) -> Coverage {
    var coverage = Coverage()
    coverage.cells = 1
    guard cell.state != .unknown else { return coverage }
    coverage.known = 1
    coverage.sourced = sources.isEmpty ? 0 : 1
    coverage.reviewed = sources.contains { self[$0].kind == .review } ? 1 : 0
    coverage.referenced = sources.contains { self[$0].kind == .reference } ? 1 : 0
    coverage.fresh = isOverdue(cell, on: criterion) ? 0 : 1
    return coverage
  }

  /// Whether a cell holds a known value that was verified longer ago than its criterion allows, or was never verified although its criterion
  /// asks for that. Claims, and values of criteria without a `max-age`, do not go stale.
  package func isOverdue(_ cell: Cell, on criterion: Criterion.ID) -> Bool {
    let asksForDates = self[criterion].mostAge != nil
    return cell.facts.contains { $0.value.isKnown && ($0.isStale || asksForDates && $0.verified == nil) }
  }
}

/// The coverage of some items on every criterion, added up in each direction.
package struct CoverageTable: Sendable {
  package var items: [Item.ID]
  package var total = Coverage()
  /// By item, in the order of `items`.
  package var byItem: [Coverage] = []
  /// By criterion, in the catalog's order.
  package var byCriterion: [Coverage] = []
  /// On how many criteria each source says something of an item: `speech[item][source]`, in the order of `items`.
  package var speech: [[Int]] = []
  /// In how many of the cells each source says something.
  package var bySource: [Int] = []
  /// The cells with a value that must be verified, by item and criterion.
  package var overdue: [(item: Item.ID, criterion: Criterion.ID)] = []

  package init(_ catalog: Catalog, items: [Item.ID]) {
    self.items = items
    byCriterion = Array(repeating: Coverage(), count: catalog.criteria.count)
    bySource = Array(repeating: 0, count: catalog.sources.count)
    for item in items {
      var coverage = Coverage()
      var counts = Array(repeating: 0, count: catalog.sources.count)
      for criterion in catalog.criterionIDs {
        let sources = catalog.coveringSources(catalog[item, criterion])
        let cell = catalog.coverage(of: catalog[item, criterion], by: sources, on: criterion)
        coverage += cell
        byCriterion[criterion.index] += cell
        if cell.overdue > 0 { overdue.append((item, criterion)) }
        for source in sources {
          counts[source.index] += 1
          bySource[source.index] += 1
        }
      }
      total += coverage
      byItem.append(coverage)
      speech.append(counts)
    }
  }
}
