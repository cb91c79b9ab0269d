import TextEncoding

extension Filter {
  /// What the filter makes of a value; the compiler has checked all types.
  func apply(to value: Cell, _ first: Cell, _ second: Cell, in arena: Arena) -> Cell {
    switch self {
    case .default: return value.isAbsentOrEmpty ? first : value
    case .length: return .integer(value.tag == .text ? value.string.count : value.count)
    case .first: return value[0]
    case .last: return value[value.count - 1]
    case .reverse: return arena.list(count: value.count) { value[value.count - 1 - $0] }
    case .plural: return value.number == 1 ? first : second
    case .join:
      var writer = ValueWriter(base: "", capacity: 64)
      for index in 0..<value.count {
        if index > 0 { writer.write(first, .none) }
        writer.write(value[index], .none)
      }
      return arena.text(writer.output.bytes())
    case .date:
      let date = CalendarDate(packed: value.number)
      return arena.text(date?.text(DateFormat(rawValue: first.string) ?? .iso) ?? "")
    case .number: return arena.text(Self.grouped(value.number))
    case .slug: return arena.text(SlugWords.addressPart(of: value.string))
    case .upper: return arena.text(value.string.uppercased())
    case .lower: return arena.text(value.string.lowercased())
    case .capitalize:
      let text = value.string
      return arena.text(text.prefix(1).uppercased() + text.dropFirst())
    case .trim: return arena.text(Self.trimmed(value.string[...]))
    case .truncate: return arena.text(Self.truncated(value.string, to: first.number))
    case .absolute:
      // Only behind an absolute address does a place of the site become one.
      guard value.tag == .siteAddress, first.tag == .externalAddress else { return value }
      return arena.address(in: first, value)
    // The compiler has an operation of its own for it.
    case .json: return .absent
    }
  }

  /// `1,234,567`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var result: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func trimmed(_ text: Substring) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// At most `limit` characters, the ellipsis included.
  private static func truncated(_ text: String, to limit: Int) -> String {
    guard text.count > max(0, limit) else { return text }
    guard limit > 0 else { return "" }
    let kept = text.prefix(limit - 1)
    let next = text.index(text.startIndex, offsetBy: limit - 1)
    let endsWord = text[next].isWhitespace
    let cut = endsWord ? kept : kept.lastIndex(where: \.isWhitespace).map { kept[..<$0] } ?? kept
    let whole = trimmed(cut)
    return (whole.isEmpty ? String(kept) : whole) + "…"
  }
}

extension Cell {
  /// The text as a string; empty for anything else.
  var string: String {
    withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for index in bytes.indices { buffer[index] = bytes[index] }
        return bytes.count
      }
    }
  }
}
