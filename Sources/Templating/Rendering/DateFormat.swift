import TextEncoding

/// The formats of the `date` filter.
enum DateFormat: String, CaseIterable {
  /// `3 May 2024`, with the full name of the month.
  case long
  /// `3 Sep 2024`, with the name of the month cut to three letters.
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
