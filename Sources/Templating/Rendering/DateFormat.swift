import TextEncoding

/// How `date` writes a date.
enum DateFormat: String, CaseIterable {
  /// `3 May 2024`, with the month's name whole.
  case long
  /// `3 Sep 2024`, with the month's name cut to three letters.
  case short
  /// `2024-05-03` (ISO 8601).
  case iso
}

extension CalendarDate {
  func text(_ format: DateFormat) -> String {
    switch format {
    case .long: "\(day) \(Self.monthNames[month - 1]) \(year)"
    case .short: "\(day) \(Self.monthNames[month - 1].prefix(3)) \(year)"
    case .iso: description
    }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
