import TestSupport
import Testing

@testable import Diagnostics

@Suite struct SourceTextTests {
  @Test(arguments: ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "\u{FEFF}a\nb\n", "\u{FEFF}a\r\nb\r", "a\rb\r\n"])
  func `every way to end a line and a byte order mark give the same text`(source: String) {
    let text = SourceText(path: "a", source)
    #expect(text.utf8 == Array("a\nb\n".utf8))
    #expect(text.lineStarts == [0, 2, 4])
    #expect((0..<3).map { text.text(text.lineRange($0)) } == ["a", "b", ""])
  }

  @Test func `only the first byte order mark is dropped`() {
    #expect(SourceText(path: "a", "\u{FEFF}\u{FEFF}x").text(0..<99) == "\u{FEFF}x")
  }

  @Test func `an empty text has one empty line`() {
    let text = SourceText(path: "a", "")
    #expect(text.lineCount == 1)
    #expect(text.lineRange(0) == 0..<0)
    #expect(text.position(at: 5) == SourcePosition(line: 1, column: 1))
  }

  @Test func `columns count Unicode scalars`() {
    let text = SourceText(path: "a", "é日🎉x\ny")
    let columns = [0, 2, 5, 9, 10, 11, 12].map { text.position(at: $0) }
    #expect(
      columns == [
        SourcePosition(line: 1, column: 1), SourcePosition(line: 1, column: 2),
        SourcePosition(line: 1, column: 3),
        SourcePosition(line: 1, column: 4), SourcePosition(line: 1, column: 5),
        SourcePosition(line: 2, column: 1),
        SourcePosition(line: 2, column: 2),
      ])
  }

  @Test func `offsets beyond the text are taken for its ends`() {
    let text = SourceText(path: "a", "one\ntwo")
    #expect(text.position(at: -3) == SourcePosition(line: 1, column: 1))
    #expect(text.position(at: 99) == SourcePosition(line: 2, column: 4))
    #expect(text.text(5..<99) == "wo")
    #expect(text.range(5..<99).offsets == 5..<7)
    #expect(text.range(90..<99).offsets == 7..<7)
    #expect(text.lineRange(-1) == 0..<3)
    #expect(text.lineRange(9) == 4..<7)
  }
}

@Suite struct DecodingTests {
  /// The one diagnostic of a refused file, or its text.
  private func decoded(_ bytes: [UInt8]) -> String {
    let (text, diagnostics) = SourceText.decoding(path: "a.md", bytes: bytes)
    if let text, diagnostics.isEmpty { return text.text(0..<text.endOffset) }
    return DiagnosticFormatter(format: .text, sources: []).string(for: diagnostics)
  }

  @Test(arguments: [
    ([0x61, 0xFF], "byte 0xFF at offset 1 is not valid UTF-8", "1:2"),
    ([0xC0, 0x80], "byte 0xC0 at offset 0 is not valid UTF-8", "1:1"),
    ([0x61, 0x0A, 0xED, 0xA0, 0x80], "byte 0xED at offset 2 is not valid UTF-8", "2:1"),
    ([0xE0, 0x80, 0x80], "byte 0xE0 at offset 0 is not valid UTF-8", "1:1"),
    ([0xF4, 0x90, 0x80, 0x80], "byte 0xF4 at offset 0 is not valid UTF-8", "1:1"),
    ([0xF5, 0x80, 0x80, 0x80], "byte 0xF5 at offset 0 is not valid UTF-8", "1:1"),
    ([0xC3, 0xA9, 0xC3], "byte 0xC3 at offset 2 is not valid UTF-8", "1:2"),
    ([0xE6, 0x97], "byte 0xE6 at offset 0 is not valid UTF-8", "1:1"),
    ([0xF0, 0x9F, 0x8E, 0x61], "byte 0xF0 at offset 0 is not valid UTF-8", "1:1"),
    ([0x80], "byte 0x80 at offset 0 is not valid UTF-8", "1:1"),
    ([0xFF, 0xFE, 0x61, 0x00], "the file is UTF-16, not UTF-8", "1:1"),
    ([0xFE, 0xFF, 0x00, 0x61], "the file is UTF-16, not UTF-8", "1:1"),
    ([0x61, 0x0D, 0x0A, 0x62, 0x00], "a NUL byte at offset 4", "2:2"),
    ([0xEF, 0xBB, 0xBF, 0x61, 0xFF], "byte 0xFF at offset 4 is not valid UTF-8", "1:2"),
  ])
  func `bytes that are no text are refused at their place`(bytes: [UInt8], summary: String, place: String) {
    #expect(
      decoded(bytes) == """
        error[invalid-encoding]: \(summary)
         --> a.md:\(place)
          = help: save the file as UTF-8


        """)
  }

  @Test(arguments: [
    "", "a", "é日🎉", "\u{0}".replacing("\u{0}", with: "\u{1}"), "\u{10FFFF}\u{D7FF}\u{E000}\u{FFFD}",
  ])
  func `valid UTF-8 is taken as it is`(text: String) {
    #expect(decoded(Array(text.utf8)) == text)
  }

  @Test func `the check agrees with the standard library on any bytes`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let likely: [UInt8] = [
      0x61, 0x80, 0xBF, 0xC2, 0xE0, 0xA0, 0xED, 0x9F, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xC1, 0xF5,
    ]
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        likely.randomElement(using: &random) ?? 0
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((SourceText.firstInvalidOffset(in: bytes) == nil) == isValid, "\(bytes), seed \(seed)")
    }
  }
}
