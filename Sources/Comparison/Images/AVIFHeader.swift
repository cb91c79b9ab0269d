extension ImageHeader {
  /// Returns the largest size in the item properties of an AVIF file, which is that of the whole image even if it
  /// consists of tiles (ISO/IEC 23008-12, 6.5.3), swapped if a property rotates it by a quarter turn.
  mutating func avifSize() throws(Failure) -> ImageSize? {
    guard let brands = try box("ftyp", in: 0..<byteCount), try names("avi", in: brands),
      let meta = try box("meta", in: 0..<byteCount), meta.count >= 4,
      let properties = try box("iprp", in: (meta.lowerBound + 4)..<meta.upperBound),
      let container = try box("ipco", in: properties)
    else { return nil }
    var largest: ImageSize?
    var isTurned = false
    var place = container.lowerBound
    while let (type, body, end) = try nextBox(at: place, before: container.upperBound) {
      if type == "ispe", let width = try number(body.lowerBound + 4, bytes: 4),
        let height = try number(body.lowerBound + 8, bytes: 4), body.count >= 12,
        let size = ImageSize(width: width, height: height),
        size.width * size.height > (largest.map { $0.width * $0.height } ?? 0)
      {
        largest = size
      }
      if type == "irot", let angle = try number(body.lowerBound, bytes: 1) { isTurned = angle & 1 == 1 }
      place = end
    }
    return isTurned ? largest?.turned : largest
  }

  /// Returns the body of the first box of a type in a range of the file.
  private mutating func box(_ type: String, in range: Range<Int>) throws(Failure) -> Range<Int>? {
    var place = range.lowerBound
    for _ in 0..<256 {
      guard let (found, body, end) = try nextBox(at: place, before: range.upperBound) else { return nil }
      if found == type { return body }
      place = end
    }
    return nil
  }

  /// Parses the box at an offset: its type, its body and the offset of the next one (ISO/IEC 14496-12, 4.2).
  private mutating func nextBox(
    at place: Int, before limit: Int
  ) throws(Failure) -> (type: String, body: Range<Int>, end: Int)? {
    guard place <= limit, limit - place >= 8, let written = try number(place, bytes: 4),
      let type = try bytes(place + 4, 4)
    else { return nil }
    var (size, head) = (written, 8)
    if written == 0 { size = limit - place }
    if written == 1 {
      // The high byte of any real size is 0, and seven bytes fit an `Int`.
      guard limit - place >= 16, try number(place + 8, bytes: 1) == 0,
        let long = try number(place + 9, bytes: 7)
      else { return nil }
      (size, head) = (long, 16)
    }
    guard size >= head, size <= limit - place else { return nil }
    return (
      type: String(decoding: type, as: UTF8.self), body: (place + head)..<(place + size), end: place + size
    )
  }

  /// Returns whether one of the four-character codes in a range begins with the given letters.
  private mutating func names(_ letters: String, in range: Range<Int>) throws(Failure) -> Bool {
    for place in stride(from: range.lowerBound, to: min(range.upperBound, range.lowerBound + 256), by: 4) {
      if try has(letters, at: place) { return true }
    }
    return false
  }
}
