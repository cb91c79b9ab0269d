import TextEncoding

extension SourceText {
  /// Decodes a file's bytes, which must be valid UTF-8 without NUL; otherwise returns an error with the position of the
  /// first invalid byte.
  package static func decoding(path: String, bytes: [UInt8]) -> (SourceText?, [Diagnostic]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (nil, [refusal(path, "the file is UTF-16, not UTF-8", bytes: bytes, offset: 0)])
    }
    if let offset = firstInvalidOffset(in: bytes) {
      let byte = hexadecimal(bytes[offset])
      return (
        nil,
        [refusal(path, "byte \(byte) at offset \(offset) is not valid UTF-8", bytes: bytes, offset: offset)]
      )
    }
    if let offset = bytes.firstIndex(of: 0) {
      return (nil, [refusal(path, "a NUL byte at offset \(offset)", bytes: bytes, offset: offset)])
    }
    return (SourceText(path: path, utf8: bytes), [])
  }

  private static func refusal(_ path: String, _ summary: String, bytes: [UInt8], offset: Int) -> Diagnostic {
    // There is no text for a range, so the error has the line and column at the end of the valid part.
    let readable = SourceText(path: path, utf8: Array(bytes[..<offset]))
    let position = readable.position(at: readable.endOffset)
    return Diagnostic(
      .invalidEncoding, summary, inFile: path, at: position, help: "save the file as UTF-8")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0x0\(digits)" : "0x\(digits)"
  }

  /// Returns the offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7).
  static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      guard let (length, second) = sequenceShape(lead) else { return index }
      guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
      for tail in bytes[(index + 2)..<max(index + 2, index + length)] where tail & 0xC0 != 0x80 {
        return index
      }
      index += length
    }
    return nil
  }

  /// Returns the length of the sequence that a lead byte starts, and the range of its second byte.
  private static func sequenceShape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
