import Diagnostics

extension Resolver {
  /// Marks verified facts that are older than their criterion allows, by the site's `as-of` or the newest date in the content: no clock is read.
  ///
  /// A fact that is verified after `as-of` is reported too: one of the two dates is wrong, and a fact from the future would never go stale.
  mutating func checkFreshness() {
    guard let today = configuration.asOf ?? newestDate else { return }
    for item in catalog.cells.indices {
      for criterion in catalog.criteria {
        for place in catalog.cells[item][criterion.id.index].facts.indices {
          let fact = catalog.cells[item][criterion.id.index].facts[place]
          guard let verified = fact.verified else { continue }
          if verified > today { warnOfFuture(fact, verified, on: criterion, today) }
          guard let most = criterion.mostAge, today.dayNumber - verified.dayNumber > most else { continue }
          catalog.cells[item][criterion.id.index].facts[place].isStale = true
          warnOfAge(fact, verified, on: criterion, most, today)
        }
      }
    }
  }

  private var newestDate: CalendarDate? {
    let verified = catalog.cells.joined().lazy.flatMap { $0.facts.compactMap(\.verified) }
    return (catalog.items.compactMap(\.updated) + catalog.sources.compactMap(\.date) + verified).max()
  }

  private mutating func warnOfAge(
    _ fact: Fact, _ verified: CalendarDate, on criterion: Criterion, _ most: Int, _ today: CalendarDate
  ) {
    let days = "\(most) \(most == 1 ? "day" : "days")"
    diagnostics.append(
      .init(
        .warning, "stale-fact",
        "\"\(criterion.entry.name)\" was verified on \(verified), more than \(days) before \(today)",
        at: fact.range,
        help: configuration.asOf == nil
          ? "verify it again, and write the date; \(today) is the newest date in the content, and `as-of` in site.yml would take its place"
          : "verify it again, and write the date"))
  }

  private mutating func warnOfFuture(
    _ fact: Fact, _ verified: CalendarDate, on criterion: Criterion, _ today: CalendarDate
  ) {
    diagnostics.append(
      .init(
        .warning, "future-date",
        "\"\(criterion.entry.name)\" was verified on \(verified), after \(today), by which freshness is judged",
        at: fact.range,
        help: "correct the date, or set `as-of` in site.yml to a later one"))
  }
}
