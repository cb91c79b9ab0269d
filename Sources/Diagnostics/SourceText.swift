import TextEncoding

/// The decoded text of a source file, with normalized line ends and without a byte order mark.
///
/// CR LF and lone CR become LF, so the output does not depend on the editor that wrote a file. Offsets are 0-based
/// UTF-8 bytes into `utf8`.
package final class SourceText: Sendable {
  /// The path relative to the site's folder, with `/` as the separator: `Content/frameworks/django.md`.
  package let path: String
  /// The bytes of the normalized text.
  package let utf8: [UInt8]
  /// The offset of the first byte of each line; the first is 0.
  package let lineStarts: [Int]

  /// Takes the bytes of a file, which must be valid UTF-8, and normalizes them.
  package init(path: String, utf8: [UInt8]) {
    self.path = path
    self.utf8 = Self.normalised(utf8)
    self.lineStarts = Self.lineStarts(of: self.utf8)
  }

  package convenience init(path: String, _ text: String) {
    self.init(path: path, utf8: Array(text.utf8))
  }

  /// The offset after the last byte.
  package var endOffset: Int { utf8.count }
  package var lineCount: Int { lineStarts.count }

  /// Returns the text in a byte range, which is clamped to the file.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// Makes a source range of a byte range, which is clamped to the file.
  package func range(_ offsets: Range<Int>) -> SourceRange {
    let lower = min(max(offsets.lowerBound, 0), utf8.count)
    let upper = min(max(offsets.upperBound, lower), utf8.count)
    return SourceRange(path: path, offsets: lower..<upper)
  }

  /// Returns the 0-based index of the line that contains an offset.
  package func lineIndex(at offset: Int) -> Int {
    max(0, lineStarts.partitioningIndex { $0 > offset } - 1)
  }

  /// Returns the byte range of a line without its line end; `index` is 0-based and clamped.
  package func lineRange(_ index: Int) -> Range<Int> {
    let line = min(max(index, 0), lineStarts.count - 1)
    let start = lineStarts[line]
    guard line + 1 < lineStarts.count else { return start..<utf8.count }
    return start..<(lineStarts[line + 1] - 1)
  }

  /// Returns the 1-based line and column of an offset; columns count Unicode scalars.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), utf8.count)
    let line = lineIndex(at: offset)
    var column = 1
    for byte in utf8[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return SourcePosition(line: line + 1, column: column)
  }

  private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    guard marked || bytes.contains(0x0D) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = marked ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0D {
        result.append(0x0A)
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      } else {
        result.append(byte)
      }
      index += 1
    }
    return result
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    return starts
  }
}

/// A 1-based line and column; columns count Unicode scalars.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A range of a source file: the path, and UTF-8 byte offsets into the normalized text.
package struct SourceRange: Hashable, Sendable {
  package var path: String
  package var offsets: Range<Int>

  package init(path: String, offsets: Range<Int>) {
    self.path = path
    self.offsets = offsets
  }
}

/// A value with the source range where it was written.
package struct Ranged<Value> {
  package var value: Value
  package var range: SourceRange

  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// Transforms the value, keeping the range.
  package func map<Other>(_ transform: (Value) -> Other) -> Ranged<Other> {
    Ranged<Other>(transform(value), at: range)
  }
}

extension Ranged: Sendable where Value: Sendable {}
extension Ranged: Equatable where Value: Equatable {}
