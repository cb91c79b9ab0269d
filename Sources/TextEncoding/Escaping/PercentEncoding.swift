/// Percent-encoding according to RFC 3986.
@usableFromInline
package enum PercentEncoding {
  /// The set of bytes that are not encoded.
  @usableFromInline
  package enum Kept: Sendable {
    /// Letters, digits, `-`, `.`, `_` and `~`, which are allowed in every part of a URL.
    case unreserved
    /// The unreserved bytes and `/`.
    case path
    /// All bytes that an encoded URL may contain, including `%` and `:?#[]@!$&()*+,;=`.
    case address
    /// The same without brackets, which are only allowed in the host.
    case behindHost
    /// The same as `address`, and all non-ASCII bytes: percent-encoding would make an internationalized host name
    /// invalid.
    case host
    /// The bytes of an absolute URL that are the same in every part of it and in HTML: all of `behindHost` but `%`, `&`
    /// and `,`.
    case plain

    /// Bit masks of the ASCII bytes; those below 64 are in `low`.
    @inlinable var masks: (low: UInt64, high: UInt64) {
      switch self {
      case .unreserved: (0x03FF_6000_0000_0000, 0x47FF_FFFE_87FF_FFFE)
      case .path: (0x03FF_E000_0000_0000, 0x47FF_FFFE_87FF_FFFE)
      case .address, .host: (0xAFFF_FF7A_0000_0000, 0x47FF_FFFE_AFFF_FFFF)
      case .behindHost: (0xAFFF_FF7A_0000_0000, 0x47FF_FFFE_87FF_FFFF)
      case .plain: (0xAFFF_EF1A_0000_0000, 0x47FF_FFFE_87FF_FFFF)
      }
    }
  }

  /// Returns whether a byte is not encoded.
  @inlinable
  package static func keeps(_ byte: UInt8, _ kept: Kept) -> Bool {
    guard byte < 128 else { return kept == .host }
    let mask = byte < 64 ? kept.masks.low : kept.masks.high
    return mask >> UInt64(byte & 63) & 1 == 1
  }

  /// Returns whether no byte of a text needs encoding.
  @inlinable
  package static func keepsAll(_ bytes: Span<UInt8>, _ kept: Kept) -> Bool {
    let (low, high) = kept.masks
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 128, (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1 else { return false }
    }
    return true
  }

  /// Returns the upper-case hexadecimal digit of a value below 16.
  @inlinable
  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + (value - 10)
  }

  /// Returns a percent-encoded text.
  package static func encoded(_ text: String, keeping kept: Kept) -> String {
    String { $0.appendPercentEncoded(text.utf8, keeping: kept) }
  }
}

extension ByteSink where Self: ~Copyable {
  /// Appends text, with every byte that is not kept as `%` and two hexadecimal digits.
  @inlinable
  package mutating func appendPercentEncoded(_ bytes: Span<UInt8>, keeping kept: PercentEncoding.Kept) {
    if PercentEncoding.keepsAll(bytes, kept) { return append(bytes) }
    for index in bytes.indices { appendPercentEncoded(bytes[index], keeping: kept) }
  }

  @inlinable
  package mutating func appendPercentEncoded(
    _ bytes: some Sequence<UInt8>, keeping kept: PercentEncoding.Kept
  ) {
    for byte in bytes { appendPercentEncoded(byte, keeping: kept) }
  }

  @inlinable
  mutating func appendPercentEncoded(_ byte: UInt8, keeping kept: PercentEncoding.Kept) {
    if PercentEncoding.keeps(byte, kept) { return append(byte) }
    append(UInt8(ascii: "%"))
    append(PercentEncoding.digit(byte >> 4))
    append(PercentEncoding.digit(byte & 0xF))
  }
}

// MARK: Decoding

extension PercentEncoding {
  /// Decodes a text; nil if a `%` is not followed by two hexadecimal digits.
  package static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    decoded(Array(text)[...], orKeeping: false)
  }

  /// Decodes a text as browsers do: a `%` without two hexadecimal digits is kept.
  package static func decodedLeniently(_ text: some Sequence<UInt8>) -> [UInt8] {
    decoded(Array(text)[...], orKeeping: true) ?? []
  }

  private static func decoded(_ text: ArraySlice<UInt8>, orKeeping keepsOthers: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: "%") {
        result.append(byte)
      } else if let spelled = spelled(rest) {
        result.append(spelled)
        rest.removeFirst(2)
      } else if keepsOthers {
        result.append(byte)
      } else {
        return nil
      }
    }
    return result
  }

  /// Returns the value of the two hexadecimal digits at the start; nil if there are none.
  static func spelled(_ text: ArraySlice<UInt8>) -> UInt8? {
    guard text.count >= 2, let high = value(text[text.startIndex]), let low = value(text[text.startIndex + 1])
    else { return nil }
    return high << 4 | low
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
