import TextEncoding

/// Formats a time as an IMF-fixdate (RFC 9110, 5.6.7), such as `Sun, 06 Nov 1994 08:49:37 GMT`; nil outside the years 1
/// to 9999.
func httpDate(secondsSince1970 seconds: Int) -> String? {
  let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
  guard let date = CalendarDate(dayNumber: CalendarDate.dayNumberOf1970 + days) else { return nil }
  let (second, weekday) = (seconds - days * 86_400, ((days + 4) % 7 + 7) % 7)
  let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  let padded = { (number: Int, width: Int) in String(number).zeroPadded(to: width) }
  let time = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
  let day = "\(padded(date.day, 2)) \(names[date.month - 1]) \(padded(date.year, 4))"
  return "\(weekdays[weekday]), \(day) \(time) GMT"
}
