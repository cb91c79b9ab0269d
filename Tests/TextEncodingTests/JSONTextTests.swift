import Testing

@testable import TextEncoding

struct JSONTextTests {
  private func json(_ text: String) -> String { String { $0.appendJSON(Array(text.utf8).span) } }

  @Test func `a string ends neither itself nor a script`() {
    let text = "\"\\</script>&\u{2028}\u{2029}\u{7F}\u{1}\n\r\té\u{2027}漢🎉"
    let escaped =
      "\\\"\\\\\\u003C/script\\u003E\\u0026\\u2028\\u2029\\u007F\\u0001\\n\\r\\té\u{2027}漢🎉"
    #expect(json(text) == escaped)
    #expect(JSONText.string(text) == "\"\(escaped)\"")
  }

  @Test func `what is not seen is spelled out where a terminal may show it`() {
    let text = "a\u{202E}b\u{200B}\u{85}\u{E0041}c\u{FEFF}"
    let escaped = "\"a\\u202Eb\\u200B\\u0085\\uDB40\\uDC41c\\uFEFF\""
    #expect(JSONText.string(text) == escaped)
    #expect(json("a\u{202E}b") == "a\u{202E}b")
  }

  @Test func `members stand in the order given`() {
    let object = "{\"b\":1,\"a\\\"\":\"\"}"
    #expect(JSONText.object([("b", "1"), ("a\"", JSONText.string(""))]) == object)
    #expect(JSONText.object([]) == "{}")
  }
}
