import TextEncoding

/// A strict parser for one JSON text (RFC 8259) within a range of bytes. Numbers are kept as written and duplicate keys
/// are errors.
struct JSONReader {
  /// A syntax error with its place.
  struct Mistake: Error {
    var summary: String
    var offsets: Range<Int>
    var help: String?
    /// The first occurrence of a duplicate key.
    var first: Range<Int>?
  }

  private static let deepest = 32

  private let bytes: [UInt8]
  private let end: Int
  private(set) var index: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  private var byte: UInt8? { index < end ? bytes[index] : nil }

  mutating func skipSpace() {
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
  }

  /// Whether only white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return index >= end
    }
  }

  /// Skips white space, then a byte if it is the wanted one; returns whether it was.
  mutating func take(_ wanted: UInt8) -> Bool {
    skipSpace()
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  /// Makes the error that something else was found than expected.
  func mistake(_ expected: String, help: String? = nil) -> Mistake {
    guard index < end else { return Mistake(summary: "\(expected), not the end", offsets: end..<end) }
    var next = index + 1
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    let found = String(decoding: bytes[index..<next], as: UTF8.self)
    return Mistake(summary: "\(expected), not \"\(found)\"", offsets: index..<next, help: help)
  }

  mutating func value(depth: Int = 0) throws(Mistake) -> ImportedValue {
    skipSpace()
    let start = index
    guard let byte else { throw mistake("a value belongs here") }
    switch byte {
    case 0x7B, 0x5B:
      guard depth < Self.deepest else {
        throw Mistake(
          summary: "values are nested more than \(Self.deepest) deep", offsets: index..<index + 1)
      }
      index += 1
      let kind = byte == 0x7B ? try members(depth: depth) : try elements(depth: depth)
      return ImportedValue(kind: kind, offsets: start..<index)
    case 0x22: return ImportedValue(kind: .text(try string()), offsets: start..<index)
    case 0x2D, 0x30...0x39: return ImportedValue(kind: .number(try number()), offsets: start..<index)
    default: return ImportedValue(kind: try word(), offsets: start..<index)
    }
  }

  // MARK: Objects and lists

  private mutating func members(depth: Int) throws(Mistake) -> ImportedValue.Kind {
    var members: [ImportedMember] = []
    var places: [String: Range<Int>] = [:]
    if take(0x7D) { return .object([]) }
    repeat {
      skipSpace()
      let start = index
      guard byte == 0x22 else {
        throw mistake("a key in double quotes belongs here", help: Self.commaHelp(members.isEmpty))
      }
      let key = try string()
      let offsets = start..<index
      if let first = places.updateValue(offsets, forKey: key) {
        throw Mistake(
          summary: "\"\(key)\" is given twice", offsets: offsets, help: "keep only one", first: first)
      }
      guard take(0x3A) else { throw mistake("\":\" belongs after a key") }
      members.append(ImportedMember(key: key, keyOffsets: offsets, value: try value(depth: depth + 1)))
    } while take(0x2C)
    guard take(0x7D) else { throw mistake("\",\" or \"}\" belongs after a value") }
    return .object(members)
  }

  private mutating func elements(depth: Int) throws(Mistake) -> ImportedValue.Kind {
    var elements: [ImportedValue] = []
    if take(0x5D) { return .list([]) }
    repeat {
      skipSpace()
      if byte == 0x5D { throw mistake("a value belongs here", help: Self.commaHelp(false)) }
      elements.append(try value(depth: depth + 1))
    } while take(0x2C)
    guard take(0x5D) else { throw mistake("\",\" or \"]\" belongs after a value") }
    return .list(elements)
  }

  private static func commaHelp(_ isFirst: Bool) -> String? {
    isFirst ? nil : "there is no comma after the last value"
  }

  // MARK: Single values

  private mutating func word() throws(Mistake) -> ImportedValue.Kind {
    let words: [(String, ImportedValue.Kind)] = [
      ("true", .truth(true)), ("false", .truth(false)), ("null", .null),
    ]
    for (word, kind) in words where bytes[index..<end].starts(with: word.utf8) {
      index += word.utf8.count
      return kind
    }
    throw mistake(
      "a value belongs here",
      help: "text stands in double quotes; the words of JSON are true, false and null")
  }

  private mutating func number() throws(Mistake) -> String {
    let start = index
    if byte == 0x2D { index += 1 }
    if byte == 0x30 {
      index += 1
      if let byte, (0x30...0x39).contains(byte) {
        throw mistake("a number has no zero before its digits", help: "put it in quotes if it is no number")
      }
    } else {
      try digits()
    }
    if byte == 0x2E {
      index += 1
      try digits()
    }
    if byte == 0x65 || byte == 0x45 {
      index += 1
      if byte == 0x2B || byte == 0x2D { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Mistake) {
    let start = index
    while let byte, (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw mistake("a digit belongs here") }
  }

  private mutating func string() throws(Mistake) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte {
      switch byte {
      case 0x22:
        index += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: text += Array(String(Character(try escape())).utf8)
      case 0..<0x20:
        throw Mistake(
          summary: "a control character stands in a text", offsets: index..<index + 1,
          help: byte == 0x0A ? "write a line break as \\n" : "write it as an escape")
      default:
        text.append(byte)
        index += 1
      }
    }
    throw Mistake(
      summary: "a text that is never closed", offsets: start..<start + 1, help: "close it with a quote")
  }

  private mutating func escape() throws(Mistake) -> Unicode.Scalar {
    let start = index
    index += 1
    guard let byte else { throw mistake("an escape is not complete") }
    let plain: [UInt8: Unicode.Scalar] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
    ]
    if let scalar = plain[byte] {
      index += 1
      return scalar
    }
    guard byte == 0x75 else {
      throw mistake("an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
    }
    index += 1
    let high = try hexadecimal()
    if let scalar = Unicode.Scalar(high) { return scalar }
    // A high surrogate, which must be followed by a low surrogate.
    if high < 0xDC00, bytes[index..<end].starts(with: [0x5C, 0x75]) {
      index += 2
      let low = try hexadecimal()
      if (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
      {
        return scalar
      }
    }
    throw Mistake(summary: "an escape that is half of a character", offsets: start..<index)
  }

  private mutating func hexadecimal() throws(Mistake) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw mistake("four hexadecimal digits belong after \\u")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
