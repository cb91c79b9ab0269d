import TextEncoding

/// The words of dates in a theme: the names of the months, and the order of day, month and year.
struct DateWords: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case day, month, year
  }

  private let forms: [DateFormat: [Piece]]
  private let months: [DateFormat: [String]]

  private static let monthKeys = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
  private static let groups: [(format: DateFormat, form: String, months: String)] = [
    (.long, "date.long", "date.months"), (.short, "date.short", "date.short_months"),
  ]

  /// The keys of all words of dates.
  static let keys = groups.flatMap { group in
    [group.form] + monthKeys.map { "\(group.months).\($0)" }
  }

  /// Selects the words of dates. A format without its words writes dates as in ISO 8601.
  init(_ words: [String: Word]) {
    var (forms, months): ([DateFormat: [Piece]], [DateFormat: [String]]) = ([:], [:])
    for group in Self.groups {
      let names = Self.monthKeys.compactMap { words["\(group.months).\($0)"]?.text([:]) }
      guard let form = words[group.form]?.forms.last, names.count == Self.monthKeys.count else { continue }
      months[group.format] = names
      forms[group.format] = form.pieces.map { piece in
        switch piece {
        case .text(let text): .text(text)
        case .part("day"): .day
        case .part("month"): .month
        case .part: .year
        }
      }
    }
    (self.forms, self.months) = (forms, months)
  }

  /// A date in a format.
  func text(_ date: CalendarDate, _ format: DateFormat) -> String {
    guard let form = forms[format], let names = months[format], names.indices.contains(date.month - 1) else {
      return date.description
    }
    return form.reduce(into: "") { text, piece in
      switch piece {
      case .text(let own): text += own
      case .day: text += String(date.day)
      case .month: text += names[date.month - 1]
      case .year: text += String(date.year)
      }
    }
  }
}
