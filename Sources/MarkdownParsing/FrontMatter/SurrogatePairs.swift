import TextEncoding

/// Works around libyaml's lack of support for surrogate pairs, which JSON serializers write: `"\ud83d\ude00"`.
///
/// Each pair is replaced by a private-use character before parsing. Afterwards it becomes the intended character in a
/// double-quoted scalar, and the original twelve bytes anywhere else.
struct SurrogatePairs {
  /// A surrogate pair that was replaced.
  private struct Pair {
    /// Its offset in the modified text.
    var offset: Int
    var spelling: String
    var character: Unicode.Scalar
  }

  /// The modified text.
  private(set) var bytes: ArraySlice<UInt8>
  private var pairs: [Pair] = []

  private static let length = 12
  private static let placeholderLength = 4
  /// The first private-use character of plane 15; the UTF-8 encoding of that plane begins with F3.
  private static let firstPlaceholder: UInt32 = 0xF0000
  private static let mostPairs = 0xFFFD

  init(_ text: ArraySlice<UInt8>) {
    bytes = text
    // A text that contains such characters itself is left unchanged.
    guard text.contains(UInt8(ascii: "\\")), !text.contains(0xF3) else { return }
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "\\") else {
        result.append(text[index])
        index += 1
        continue
      }
      if pairs.count < Self.mostPairs, let character = Self.character(text[index...]),
        let placeholder = Unicode.Scalar(Self.firstPlaceholder + UInt32(pairs.count))
      {
        let spelling = String(decoding: text[index..<(index + Self.length)], as: UTF8.self)
        pairs.append(Pair(offset: result.count, spelling: spelling, character: character))
        result.append(contentsOf: String(Character(placeholder)).utf8)
        index += Self.length
      } else {
        // An escaped backslash does not begin another escape.
        result.append(contentsOf: text[index..<min(index + 2, text.endIndex)])
        index += 2
      }
    }
    if !pairs.isEmpty { bytes = result[...] }
  }

  /// Decodes the surrogate pair at the beginning of some bytes; nil if there is none.
  private static func character(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard bytes.count >= length, let high = half(bytes), let low = half(bytes.dropFirst(6)),
      (0xD800..<0xDC00).contains(high), (0xDC00..<0xE000).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// Decodes one `\uXXXX` escape.
  private static func half(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    guard bytes.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
    let digits = bytes.dropFirst(2).prefix(4)
    guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// Restores the text and offsets of an event.
  func restored(_ event: YAMLEvent) -> YAMLEvent {
    guard !pairs.isEmpty else { return event }
    var event = event
    event.offsets = original(event.offsets.lowerBound)..<original(event.offsets.upperBound)
    if case .scalar(let text, let quoted) = event.kind {
      event.kind = .scalar(restored(text, hasEscapes: event.hasEscapes), quoted: quoted)
    }
    return event
  }

  func restored(_ failure: YAMLFailure) -> YAMLFailure {
    guard !pairs.isEmpty else { return failure }
    var failure = failure
    failure.offset = original(failure.offset)
    failure.contextOffset = original(failure.contextOffset)
    return failure
  }

  private func restored(_ text: String, hasEscapes: Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let index = Int(scalar.value) - Int(Self.firstPlaceholder)
      guard pairs.indices.contains(index) else {
        result.append(scalar)
        continue
      }
      if hasEscapes {
        result.append(pairs[index].character)
      } else {
        result.append(contentsOf: pairs[index].spelling.unicodeScalars)
      }
    }
    return String(result)
  }

  private func original(_ offset: Int) -> Int {
    let before = pairs.partitioningIndex { $0.offset >= offset }
    return offset + before * (Self.length - Self.placeholderLength)
  }
}
