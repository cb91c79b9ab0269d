/// A date of the Gregorian calendar in the years 1 to 9999, without time and time zone.
@usableFromInline
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 1 to 9999.
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// From 1.
  package let day: Int

  /// Fails if the date does not exist, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Parses a date in the form `YYYY-MM-DD` (ISO 8601); fails for any other form and for dates that do not exist, such
  /// as `2024-02-30`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date in the form `2024-05-03` (ISO 8601).
  @usableFromInline package var description: String {
    String(year).zeroPadded(to: 4) + "-" + String(month).zeroPadded(to: 2) + "-"
      + String(day).zeroPadded(to: 2)
  }

  @usableFromInline package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.packed < right.packed
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: Numeric representations

extension CalendarDate {
  /// The digits of the date as a decimal number, in the order of dates: 20240503.
  package var packed: Int { year * 10000 + month * 100 + day }

  /// Unpacks a date; fails if it does not exist.
  package init?(packed: Int) {
    self.init(year: packed / 10000, month: packed / 100 % 100, day: packed % 100)
  }

  /// The number of days since 1 March of the year 0, for computing differences. Counts eras of 400 years that begin in
  /// March, so that the leap day is the last day of a year (Howard Hinnant, `days_from_civil`).
  package var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// Converts a `dayNumber` to a date; fails outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard dayNumber >= 0 else { return nil }
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The `dayNumber` of 1 January 1970, the Unix epoch.
  package static let dayNumberOf1970 = 719_468
}
