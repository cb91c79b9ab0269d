extension ImageHeader {
  /// Returns the size in the first frame header (ITU-T T.81, B.2.2), swapped according to the Exif orientation, as
  /// browsers do.
  mutating func jpegSize() throws(Failure) -> ImageSize? {
    var isTurned = false
    var offset = 2
    while let marker = try number(offset, bytes: 2), marker >> 8 == 0xFF {
      let kind = marker & 0xFF
      switch kind {
      // A fill byte before a marker.
      case 0xFF: offset += 1
      // Markers without a length.
      case 0x01, 0xD0...0xD8: offset += 2
      // The scan data begins, or the file ends.
      case 0xD9, 0xDA: return nil
      // All start-of-frame markers; DHT, JPG and DAC have codes in the same range.
      case 0xC0...0xCF where kind != 0xC4 && kind != 0xC8 && kind != 0xCC:
        guard let height = try number(offset + 5, bytes: 2), let width = try number(offset + 7, bytes: 2)
        else {
          return nil
        }
        let size = ImageSize(width: width, height: height)
        return isTurned ? size?.turned : size
      default:
        guard let length = try number(offset + 2, bytes: 2), length >= 2 else { return nil }
        if kind == 0xE1, try exifTurns(offset + 4, end: offset + 2 + length) { isTurned = true }
        offset += 2 + length
      }
    }
    return nil
  }

  /// Returns whether an Exif segment says that the image is rotated by a quarter turn: orientation (tag 0x112) 5 to 8
  /// (Exif 2.32, 4.6.4).
  private mutating func exifTurns(_ start: Int, end: Int) throws(Failure) -> Bool {
    guard try has("Exif\0\0", at: start) else { return false }
    let base = start + 6
    let isLittle = try has("II", at: base)
    guard let directory = try number(base + 4, bytes: 4, littleEndian: isLittle), directory <= end - base,
      let count = try number(base + directory, bytes: 2, littleEndian: isLittle)
    else { return false }
    for entry in 0..<min(count, 256) {
      let place = base + directory + 2 + 12 * entry
      guard place + 12 <= end, let tag = try number(place, bytes: 2, littleEndian: isLittle) else {
        return false
      }
      if tag == 0x112 {
        return (5...8).contains(try number(place + 8, bytes: 2, littleEndian: isLittle) ?? 1)
      }
    }
    return false
  }
}
