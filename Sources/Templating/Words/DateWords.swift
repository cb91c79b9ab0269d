import TextEncoding

/// The words of dates in a theme: the names of the months, and the order of day, month and year.
struct DateWords: Sendable {
  private enum Piece: Sendable {
    case text([UInt8])
    case day, month, year
  }

  /// A form of dates with the names of the months in it.
  private struct Form: Sendable {
    var pieces: [Piece]
    var months: [[UInt8]]
  }

  private let long: Form?
  private let short: Form?

  private static let monthKeys = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]
  private static let longKeys = (form: "date.long", months: "date.months")
  private static let shortKeys = (form: "date.short", months: "date.short_months")

  /// The keys of all words of dates.
  static let keys = [longKeys, shortKeys].flatMap { keys in
    [keys.form] + monthKeys.map { "\(keys.months).\($0)" }
  }

  /// Selects the words of dates. A format without its words writes dates as in ISO 8601.
  init(_ words: [String: Word]) {
    func form(_ keys: (form: String, months: String)) -> Form? {
      let names = Self.monthKeys.compactMap { words["\(keys.months).\($0)"]?.text() }
      guard let form = words[keys.form]?.forms.last, names.count == Self.monthKeys.count else { return nil }
      let pieces = form.pieces.map { (piece) -> Piece in
        switch piece {
        case .text(let text): .text(Array(text.utf8))
        case .part("day"): .day
        case .part("month"): .month
        case .part: .year
        }
      }
      return Form(pieces: pieces, months: names.map { Array($0.utf8) })
    }
    long = form(Self.longKeys)
    short = form(Self.shortKeys)
  }

  /// A date in a format, in UTF-8.
  func text(_ date: CalendarDate, _ format: DateFormat) -> [UInt8] {
    let form =
      switch format {
      case .long: long
      case .short: short
      case .iso: nil as Form?
      }
    guard let form, form.months.indices.contains(date.month - 1) else { return Array(date.description.utf8) }
    var text: [UInt8] = []
    text.reserveCapacity(32)
    for piece in form.pieces {
      switch piece {
      case .text(let own): text += own
      case .day: text += String(date.day).utf8
      case .month: text += form.months[date.month - 1]
      case .year: text += String(date.year).utf8
      }
    }
    return text
  }
}
