import Diagnostics
import TextEncoding

extension Item.Content {
  /// Marks and reports the facts that are stale on the day `today`.
  ///
  /// A fact verified after that day is reported too: one of the dates must be wrong, and a fact from the future would
  /// never become stale. The day is the site's `as-of` or the newest date in the content, never the current date.
  mutating func age(to today: CalendarDate, _ names: Names) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for criterion in names.criteria {
      for place in cells[criterion.id.index].facts.indices {
        let fact = cells[criterion.id.index].facts[place]
        guard let verified = fact.verified else { continue }
        if verified > today { diagnostics.append(names.future(fact, verified, on: criterion, today)) }
        guard let most = criterion.mostAge, today.dayNumber - verified.dayNumber > most else { continue }
        cells[criterion.id.index].facts[place].isStale = true
        diagnostics.append(names.age(fact, verified, on: criterion, most, today))
      }
    }
    return diagnostics
  }
}

extension Names {
  fileprivate func age(
    _ fact: Fact, _ verified: CalendarDate, on criterion: Criterion, _ most: Int, _ today: CalendarDate
  ) -> Diagnostic {
    let days = "\(most) \(most == 1 ? "day" : "days")"
    return Diagnostic(
      .staleFact,
      "\"\(criterion.entry.name)\" was verified on \(verified), more than \(days) before \(today)",
      at: fact.range,
      help: configuration.asOf == nil
        ? "verify it again, and write the date; \(today) is the newest date in the content, and `as-of` in site.yml would take its place"
        : "verify it again, and write the date")
  }

  fileprivate func future(
    _ fact: Fact, _ verified: CalendarDate, on criterion: Criterion, _ today: CalendarDate
  ) -> Diagnostic {
    Diagnostic(
      .futureDate,
      "\"\(criterion.entry.name)\" was verified on \(verified), after \(today), by which freshness is judged",
      at: fact.range,
      help: "correct the date, or set `as-of` in site.yml to a later one")
  }
}
