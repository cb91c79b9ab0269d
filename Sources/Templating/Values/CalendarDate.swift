/// A day of the Gregorian calendar.
@usableFromInline
package struct CalendarDate: Sendable, Hashable {
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}

extension CalendarDate {
  /// The date as one number that orders as dates do; parts out of range are clamped.
  var packed: Int {
    let bounded = (min(max(year, 0), 9999), min(max(month, 1), 12), min(max(day, 1), 31))
    return bounded.0 * 10000 + bounded.1 * 100 + bounded.2
  }

  init(packed: Int) {
    self.init(year: packed / 10000, month: packed / 100 % 100, day: packed % 100)
  }

  /// `2024-05-03` (ISO 8601).
  var iso: String {
    padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// `3 May 2024`, with the month's name whole.
  var long: String { String(day) + " " + monthName + " " + String(year) }

  /// `3 Sep 2024`, with the month's name cut to three letters.
  var short: String { "\(day) \(monthName.prefix(3)) \(year)" }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]

  private var monthName: String {
    Self.monthNames.indices.contains(month - 1) ? Self.monthNames[month - 1] : ""
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// How `date` writes a date.
enum DateFormat: String, CaseIterable {
  case long, short, iso
}
