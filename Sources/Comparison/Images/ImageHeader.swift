/// Reads only as much of an image file as is needed to determine its size.
struct ImageHeader<Failure: Error> {
  /// The size of the file.
  let byteCount: Int
  private let read: (Range<Int>) throws(Failure) -> [UInt8]
  /// The bytes that were read last, and their offset.
  private var window: [UInt8] = []
  private var start = 0
  /// The remaining number of reads; a limit against malicious files, as no ordinary image needs many.
  private var readsLeft = 256

  private static var windowSize: Int { 4096 }
  /// The number of bytes of an SVG file within which the start tag of its root element must end.
  private static var mostText: Int { 32 << 10 }

  init(byteCount: Int, read: @escaping (Range<Int>) throws(Failure) -> [UInt8]) {
    self.byteCount = byteCount
    self.read = read
  }

  mutating func size() throws(Failure) -> ImageSize? {
    if try has("\u{89}PNG\r\n\u{1A}\n", at: 0) { return try pngSize() }
    if try has("GIF8", at: 0) { return try gifSize() }
    if try has("RIFF", at: 0), try has("WEBP", at: 8) { return try webpSize() }
    if try has("ftyp", at: 4) { return try avifSize() }
    if try has("\u{FF}\u{D8}", at: 0) { return try jpegSize() }
    let text = try bytes(0, min(byteCount, Self.mostText))
    return text.flatMap(SVGHeader.size)
  }

  // MARK: Bytes

  /// Returns a range of bytes; nil if it extends beyond the file or the limit of reads is reached.
  mutating func bytes(_ offset: Int, _ count: Int) throws(Failure) -> ArraySlice<UInt8>? {
    guard offset >= 0, count >= 0, count <= byteCount, offset <= byteCount - count else { return nil }
    if offset < start || offset + count > start + window.count {
      guard readsLeft > 0 else { return nil }
      readsLeft -= 1
      start = offset
      window = try read(offset..<min(byteCount, offset + max(count, Self.windowSize)))
      guard window.count >= count else { return nil }
    }
    return window[(offset - start)..<(offset - start + count)]
  }

  /// Returns whether the file has the given bytes at an offset, written as characters up to U+00FF.
  mutating func has(_ characters: String, at offset: Int) throws(Failure) -> Bool {
    let wanted = characters.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    return try bytes(offset, wanted.count)?.elementsEqual(wanted) ?? false
  }

  /// Reads an unsigned integer of at most seven bytes.
  mutating func number(
    _ offset: Int, bytes count: Int, littleEndian: Bool = false
  ) throws(Failure) -> Int? {
    guard count < 8, let found = try bytes(offset, count) else { return nil }
    return littleEndian
      ? found.reversed().reduce(0) { $0 << 8 | Int($1) } : found.reduce(0) { $0 << 8 | Int($1) }
  }

  // MARK: Formats with the size at a fixed offset

  /// Reads the size from the image header (W3C, Portable Network Graphics, 11.2.1).
  private mutating func pngSize() throws(Failure) -> ImageSize? {
    guard try has("IHDR", at: 12), let width = try number(16, bytes: 4), let height = try number(20, bytes: 4)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// Reads the size from the logical screen descriptor (GIF89a, 18).
  private mutating func gifSize() throws(Failure) -> ImageSize? {
    guard let width = try number(6, bytes: 2, littleEndian: true),
      let height = try number(8, bytes: 2, littleEndian: true)
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  /// Reads the size from the header of a lossy, lossless or extended file (RFC 9649).
  private mutating func webpSize() throws(Failure) -> ImageSize? {
    if try has("VP8X", at: 12) {
      guard let width = try number(24, bytes: 3, littleEndian: true),
        let height = try number(27, bytes: 3, littleEndian: true)
      else { return nil }
      return ImageSize(width: width + 1, height: height + 1)
    }
    if try has("VP8L", at: 12), try has("/", at: 20) {
      guard let packed = try number(21, bytes: 4, littleEndian: true) else { return nil }
      return ImageSize(width: packed & 0x3FFF + 1, height: packed >> 14 & 0x3FFF + 1)
    }
    guard try has("VP8 ", at: 12), try has("\u{9D}\u{01}*", at: 23),
      let width = try number(26, bytes: 2, littleEndian: true),
      let height = try number(28, bytes: 2, littleEndian: true)
    else { return nil }
    return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
  }
}
