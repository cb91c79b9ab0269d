/// Counts how many of some cells are known, sourced and fresh.
///
/// A cell is one item on one criterion, so a site has as many cells as items times criteria. Claims about use cases and
/// users belong to no cell.
package struct Coverage: Sendable, Hashable {
  /// The number of cells.
  package var cells = 0
  /// Cells with a value or a claim. "Not applicable" counts as known; "unknown" does not, even if stated explicitly.
  package var known = 0
  /// Known cells that cite a source for a known value or a claim.
  package var sourced = 0
  /// Sourced cells that cite at least one review.
  package var reviewed = 0
  /// Sourced cells that cite at least one reference.
  package var referenced = 0
  /// Known cells without an overdue value.
  package var fresh = 0

  /// Cells about which nothing is known.
  package var missing: Int { cells - known }
  /// Known cells that rest on common knowledge or the editor's word.
  package var unsourced: Int { known - sourced }
  /// Known cells with a value that has to be verified again, or for the first time.
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

/// Returns a whole percentage, rounded down so that only a complete part is 100, but at least 1 if the part is not
/// empty.
package func percentage(_ part: Int, of whole: Int) -> Int {
  part > 0 && whole > 0 ? max(1, part * 100 / whole) : 0
}

extension Catalog {
  /// Returns the sources that a cell cites for known values and claims, in order of id.
  package func coveringSources(_ cell: Cell) -> [Source.ID] {
    var sources: [Source.ID] = []
    for fact in cell.facts where fact.value.isKnown { sources.insertInOrder(fact.sources) }
    insertClaims(of: cell, into: &sources)
    return sources
  }

  /// Returns the coverage of one cell.
  package func coverage(_ item: Item.ID, _ criterion: Criterion.ID) -> Coverage {
    coverage(of: self[item, criterion], by: coveringSources(self[item, criterion]), on: criterion)
  }

  /// Returns the coverage of a cell that cites the given sources.
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

  /// Returns whether a cell has a known value that is stale, or that was never verified although its criterion has a
  /// `max-age`. Claims, and values of criteria without a `max-age`, are never overdue.
  package func isOverdue(_ cell: Cell, on criterion: Criterion.ID) -> Bool {
    let asksForDates = self[criterion].mostAge != nil
    return cell.facts.contains { $0.value.isKnown && ($0.isStale || asksForDates && $0.verified == nil) }
  }
}

/// The coverage of some items on all criteria, totalled by item, by criterion and by source.
package struct CoverageTable: Sendable {
  package var items: [Item.ID]
  package var total = Coverage()
  /// The coverage of each item, in the order of `items`.
  package var byItem: [Coverage] = []
  /// The coverage of each criterion, in order of id.
  package var byCriterion: [Coverage] = []
  /// The number of criteria on which each source says something about an item: `mentionCounts[item][source]`, in the order of
  /// `items`.
  package var mentionCounts: [[Int]] = []
  /// The number of cells in which each source says something, by its index.
  package var bySource: [Int] = []
  /// The cells with an overdue value.
  package var overdue: [(item: Item.ID, criterion: Criterion.ID)] = []

  /// Computes the coverage of some items on all criteria.
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
      mentionCounts.append(counts)
    }
  }
}
