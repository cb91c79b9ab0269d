import TextEncoding
import Testing

struct CalendarDateTests {
  @Test(arguments: [
    ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
    ("2024-02-30", false),
    ("2024-13-01", false), ("2024-1-01", false), ("0000-01-01", false), ("2024-01-01T00:00", false),
    ("２024-01-01", false),
  ])
  func `a date is a strict day of the calendar`(text: String, valid: Bool) {
    #expect((CalendarDate(text)?.description == text) == valid)
  }

  @Test func `days are counted across months, years and leap days`() {
    let days = ["1999-12-31", "2000-01-01", "2000-02-28", "2000-02-29", "2000-03-01", "2001-03-01"]
    let numbers = days.compactMap { CalendarDate($0)?.dayNumber }
    #expect(zip(numbers, numbers.dropFirst()).map { $1 - $0 } == [1, 58, 1, 1, 365])
  }

  @Test func `every day has a number, and every number is a day, for four hundred years`() throws {
    let first = try #require(CalendarDate("1899-12-31")).dayNumber
    var last: CalendarDate?
    for number in first..<(first + 146_100) {
      let day = try #require(CalendarDate(dayNumber: number))
      #expect(day.dayNumber == number)
      #expect(CalendarDate(packed: day.packed) == day)
      #expect(CalendarDate(day.description) == day)
      if let last { #expect(last < day) }
      last = day
    }
    #expect(last?.description == "2300-01-02")
    #expect(CalendarDate(dayNumber: CalendarDate.dayNumberOf1970)?.description == "1970-01-01")
  }

  @Test func `what is no day gives none`() {
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 10_000, month: 1, day: 1) == nil)
    #expect([-1, 0, 20_240_230, Int.min, Int.max].allSatisfy { CalendarDate(packed: $0) == nil })
    #expect([Int.min, -1, 305, 3_652_365, Int.max].allSatisfy { CalendarDate(dayNumber: $0) == nil })
    #expect(CalendarDate(dayNumber: 306)?.description == "0001-01-01")
    #expect(CalendarDate(dayNumber: 3_652_364)?.description == "9999-12-31")
  }
}
