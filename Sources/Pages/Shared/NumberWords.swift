import Comparison

extension DecimalNumber {
  /// Returns the number as people read it, with its unit: a comma between groups of three digits, from 10,000 on, and
  /// from 1,000 on where there is a unit; four digits without one may be a year.
  func words(unit: String?) -> String {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    let whole = digits.prefix { $0 != UInt8(ascii: ".") }
    var bytes = Array(text.utf8.prefix(text.utf8.count - digits.count))
    let isGrouped = whole.count > (unit == nil ? 4 : 3)
    for (index, digit) in whole.enumerated() {
      if isGrouped, index > 0, (whole.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    bytes += digits.dropFirst(whole.count)
    return String(decoding: bytes, as: UTF8.self) + (unit.map { " \($0)" } ?? "")
  }
}
