import TextEncoding
import Testing

struct CSVWriterTests {
  private func line(_ fields: [CSVWriter.Field]) -> String {
    var writer = CSVWriter()
    writer.write(fields)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `text is quoted, and numbers are not`() {
    #expect(
      line([.text("a \"b\", c"), .number("1.50"), .text("")]) == "\u{FEFF}\"a \"\"b\"\", c\",1.50,\"\"\r\n")
  }

  @Test(arguments: [
    ("=1", "'=1"), (" \"@x", "' \"\"@x"), ("a;-1", "a;'-1"), ("\u{FF0B}1", "'\u{FF0B}1"),
    ("=\u{301}", "'=\u{301}"),
    ("a\r\n=b", "a =b"), ("\u{85}x", "x"), ("1-2", "1-2"),
  ])
  func `nothing begins a formula, and nothing breaks a line`(text: String, field: String) {
    #expect(line([.text(text)]) == "\u{FEFF}\"\(field)\"\r\n")
  }
}
