/// Computes a `ContentHash` incrementally; the result does not depend on how the bytes are divided.
package struct ContentHasher {
  private var state = BLAKE2b()
  /// The bytes of an incomplete block. A complete block is kept too, since the last block is processed differently.
  private var rest: [UInt8] = []

  package init() {}

  /// Adds bytes to the input.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var bytes = bytes[...]
    if !rest.isEmpty {
      let missing = bytes.prefix(BLAKE2b.blockSize - rest.count)
      rest += missing
      bytes = bytes.dropFirst(missing.count)
      if bytes.isEmpty { return }
      rest.withUnsafeBytes { state.mix($0, at: 0) }
      rest.removeAll(keepingCapacity: true)
    }
    let whole = UnsafeRawBufferPointer(rebasing: bytes)
    var offset = 0
    while whole.count - offset > BLAKE2b.blockSize {
      state.mix(whole, at: offset)
      offset += BLAKE2b.blockSize
    }
    rest += whole[offset...]
  }

  /// Returns the hash of all bytes added so far.
  package func finish() -> ContentHash {
    var state = state
    withUnsafeTemporaryAllocation(byteCount: BLAKE2b.blockSize, alignment: 8) { block in
      block.initializeMemory(as: UInt8.self, repeating: 0)
      block.copyBytes(from: rest)
      state.mix(UnsafeRawBufferPointer(block), at: 0, lastCount: rest.count)
    }
    return ContentHash(high: state.words[0].byteSwapped, low: state.words[1].byteSwapped)
  }
}

/// The state of BLAKE2b with a 16-byte digest and without a key.
private struct BLAKE2b {
  static let blockSize = 128

  private(set) var words: SIMD8<UInt64>
  private var length: UInt64 = 0

  /// The initialization vector.
  private static let seeds = SIMD8<UInt64>(
    0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179)

  init() {
    words = Self.seeds
    // The parameter block: 16 bytes of digest, no key, sequential mode.
    words[0] ^= 0x0101_0010
  }

  /// Processes a block. The last one is padded with zeros, and `lastCount` is the number of its actual bytes.
  mutating func mix(_ bytes: UnsafeRawBufferPointer, at offset: Int, lastCount: Int? = nil) {
    length &+= UInt64(lastCount ?? Self.blockSize)
    let isLast = lastCount != nil
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 16) { block in
      for index in 0..<16 {
        block[index] = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset + index * 8, as: UInt64.self))
      }
      compress(UnsafeBufferPointer(block), isLast: isLast)
    }
  }

  private mutating func compress(_ block: UnsafeBufferPointer<UInt64>, isLast: Bool) {
    let (old, seeds) = (words, Self.seeds)
    var square = Square(
      a0: old[0], a1: old[1], a2: old[2], a3: old[3], b0: old[4], b1: old[5], b2: old[6], b3: old[7],
      c0: seeds[0], c1: seeds[1], c2: seeds[2], c3: seeds[3],
      d0: seeds[4] ^ length, d1: seeds[5], d2: isLast ? ~seeds[6] : seeds[6], d3: seeds[7])
    // The order of the block's words in each round (RFC 7693, section 2.7). Written out, so that the compiler knows where each is.
    square.mix(block, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    square.mix(block, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3)
    square.mix(block, 11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4)
    square.mix(block, 7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8)
    square.mix(block, 9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13)
    square.mix(block, 2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9)
    square.mix(block, 12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11)
    square.mix(block, 13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10)
    square.mix(block, 6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5)
    square.mix(block, 10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0)
    square.mix(block, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    square.mix(block, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3)
    words = SIMD8(
      old[0] ^ square.a0 ^ square.c0, old[1] ^ square.a1 ^ square.c1, old[2] ^ square.a2 ^ square.c2,
      old[3] ^ square.a3 ^ square.c3, old[4] ^ square.b0 ^ square.d0, old[5] ^ square.b1 ^ square.d1,
      old[6] ^ square.b2 ^ square.d2, old[7] ^ square.b3 ^ square.d3)
  }
}

/// The sixteen words that BLAKE2b works on, row by row.
private struct Square {
  var a0, a1, a2, a3: UInt64
  var b0, b1, b2, b3: UInt64
  var c0, c1, c2, c3: UInt64
  var d0, d1, d2, d3: UInt64

  /// One round: the words of a block are mixed in, in the order of their indexes.
  @inline(__always)
  mutating func mix(
    _ block: UnsafeBufferPointer<UInt64>, _ i0: Int, _ i1: Int, _ i2: Int, _ i3: Int, _ i4: Int, _ i5: Int,
    _ i6: Int, _ i7: Int, _ i8: Int, _ i9: Int, _ i10: Int, _ i11: Int, _ i12: Int, _ i13: Int, _ i14: Int,
    _ i15: Int
  ) {
    // The columns of the square, then its diagonals.
    Self.blend(&a0, &b0, &c0, &d0, block[i0], block[i1])
    Self.blend(&a1, &b1, &c1, &d1, block[i2], block[i3])
    Self.blend(&a2, &b2, &c2, &d2, block[i4], block[i5])
    Self.blend(&a3, &b3, &c3, &d3, block[i6], block[i7])
    Self.blend(&a0, &b1, &c2, &d3, block[i8], block[i9])
    Self.blend(&a1, &b2, &c3, &d0, block[i10], block[i11])
    Self.blend(&a2, &b3, &c0, &d1, block[i12], block[i13])
    Self.blend(&a3, &b0, &c1, &d2, block[i14], block[i15])
  }

  @inline(__always)
  private static func blend(
    _ a: inout UInt64, _ b: inout UInt64, _ c: inout UInt64, _ d: inout UInt64, _ first: UInt64,
    _ second: UInt64
  ) {
    a = a &+ b &+ first
    d = rotated(d ^ a, 32)
    c = c &+ d
    b = rotated(b ^ c, 24)
    a = a &+ b &+ second
    d = rotated(d ^ a, 16)
    c = c &+ d
    b = rotated(b ^ c, 63)
  }

  @inline(__always)
  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word &>> bits | word &<< (64 &- bits)
  }
}
