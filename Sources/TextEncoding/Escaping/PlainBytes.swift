/// Skips the bytes that need no escaping in HTML, XML and JSON, as nearly all bytes of nearly all texts.
@usableFromInline
enum PlainBytes {
  /// The number of bytes that are skipped at once.
  @usableFromInline
  static let blockSize = 16

  /// Skips blocks of bytes that contain only printable ASCII without a meaning in markup or JSON. Returns the index of the
  /// first byte that was not skipped, which may be such a byte too.
  @inlinable
  @inline(__always)
  static func skip(_ bytes: Span<UInt8>, from start: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      var index = start
      while buffer.count - index >= blockSize {
        if holdsSpecial(buffer.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)) { return index }
        index += blockSize
      }
      // The last block overlaps what was skipped.
      if buffer.count >= blockSize {
        let last = buffer.loadUnaligned(fromByteOffset: buffer.count - blockSize, as: SIMD16<UInt8>.self)
        return holdsSpecial(last) ? index : buffer.count
      }
      if buffer.count - index >= 8 {
        let low = buffer.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt8>.self)
        let high = buffer.loadUnaligned(fromByteOffset: buffer.count - 8, as: SIMD8<UInt8>.self)
        return holdsSpecial(SIMD16(lowHalf: low, highHalf: high)) ? index : buffer.count
      }
      return index
    }
  }

  @inlinable
  @inline(__always)
  static func holdsSpecial(_ block: SIMD16<UInt8>) -> Bool {
    // Comparing with a number instead of a vector, and `any`, would be compiled to loops over the bytes.
    func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
    // The subtraction wraps control characters around to large values.
    let special =
      (block &- all(0x20) .> all(0x5E)) .| (block .== all(UInt8(ascii: "\"")))
      .| (block .== all(UInt8(ascii: "&"))) .| (block .== all(UInt8(ascii: "'")))
      .| (block .== all(UInt8(ascii: "<"))) .| (block .== all(UInt8(ascii: ">")))
      .| (block .== all(UInt8(ascii: "\\")))
    let halves = unsafeBitCast(special, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }
}
