import TextEncoding

extension Filter {
  /// Filters for numbers and dates.
  static let numbersAndDates: [Filter] = [
    Filter(
      "plural", "number | plural(\"item\", \"items\")",
      "The first argument where the number is 1, else the second; the number is not written.",
      takes: .integer, [.text, .text], gives: .text,
      by: { value, arguments, _ in value.number == 1 ? arguments.0 : arguments.1 },
      example: Example("1 {{ 1 | plural(\"item\", \"items\") }}", "1 item"),
      Example("0 {{ 0 | plural(\"item\", \"items\") }}", "0 items")),
    Filter(
      "number", "number | number", "A number with a comma between groups of three digits.",
      takes: .integer, gives: .text,
      by: { value, _, context in context.arena.text(grouped(value.number)) },
      example: Example("{{ 1234567 | number }}", "1,234,567"), Example("{{ -1000 | number }}", "-1,000"),
      Example("{{ 999 | number }}", "999")),
    Filter(
      "date", "date | date(\"long\")",
      "A date in one of three forms; `iso` (ISO 8601) is that of a date without a filter.",
      takes: .date, [.dateFormat], gives: .text,
      by: { value, arguments, context in
        let format = DateFormat(rawValue: arguments.0.string) ?? .iso
        let date = CalendarDate(packed: value.number)
        return context.arena.text(date.map { context.dates.text($0, format) } ?? [])
      },
      example: Example("{{ day | date(\"long\") }}", "3 September 2024"),
      Example("{{ day | date(\"short\") }}", "3 Sep 2024"),
      Example("{{ day | date(\"iso\") }}", "2024-09-03")),
  ]

  /// Formats a number with thousands separators: `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var result: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
