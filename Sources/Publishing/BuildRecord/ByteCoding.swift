import TextEncoding

/// Serializes numbers and texts one after the other.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes a number as LEB128.
  mutating func write(_ number: Int) { bytes.append(leb128: UInt64(bitPattern: Int64(number))) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ hash: ContentHash) {
    write(word: hash.high)
    write(word: hash.low)
  }

  mutating func write(word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  mutating func write(_ all: ArraySlice<UInt8>) {
    write(all.count)
    bytes += all
  }

  mutating func write<Element>(
    _ elements: [Element], _ element: (inout ByteWriter, Element) -> Void
  ) {
    write(elements.count)
    for each in elements { element(&self, each) }
  }

  mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  mutating func write(_ hash: ContentHash?) {
    write(hash == nil ? 0 : 1)
    if let hash { write(hash) }
  }
}

/// Deserializes what a `ByteWriter` wrote. Each method returns nil when the bytes do not fit.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }
  var restCount: Int { rest.count }

  mutating func number() -> Int? {
    var result: UInt = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      result |= UInt(byte & 0x7F) << UInt(shift)
      if byte < 0x80 { return Int(bitPattern: result) }
    }
    return nil
  }

  mutating func text() -> String? {
    guard let count = number(), count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }

  mutating func hash() -> ContentHash? {
    guard let high = word(), let low = word() else { return nil }
    return ContentHash(high: high, low: low)
  }

  mutating func word() -> UInt64? {
    guard rest.count >= 8 else { return nil }
    var word: UInt64 = 0
    for index in 0..<8 { word |= UInt64(rest[rest.startIndex + index]) << UInt64(index * 8) }
    rest = rest.dropFirst(8)
    return word
  }

  /// Returns bytes without copying them.
  mutating func bytes() -> ArraySlice<UInt8>? {
    guard let count = number(), count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func list<Element>(_ element: (inout ByteReader) -> Element?) -> [Element]? {
    // Every element takes at least one byte, so a forged count reserves no memory.
    guard let count = number(), count >= 0, count <= rest.count else { return nil }
    var result: [Element] = []
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      result.append(next)
    }
    return result
  }

  /// Reads an optional value: the outer optional is nil when the bytes do not fit, the inner one when the value is
  /// absent.
  mutating func optional<Value>(_ value: (inout ByteReader) -> Value?) -> Value?? {
    switch number() {
    case 0: return .some(nil)
    case 1: return value(&self).map { .some($0) }
    default: return nil
    }
  }
}
