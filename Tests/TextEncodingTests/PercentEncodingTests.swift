import Testing

@testable import TextEncoding

struct PercentEncodingTests {
  @Test func `only what may stand in a part of an address is kept`() {
    let text = "aZ09-._~/:?#[]@!$&'()*+,;=%\"<> \\^`{|}\u{7F}é"
    #expect(
      PercentEncoding.encoded(text, keeping: .unreserved)
        == "aZ09-._~%2F%3A%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25%22%3C%3E%20%5C%5E%60%7B%7C%7D%7F%C3%A9"
    )
    #expect(PercentEncoding.encoded("a/b c?é", keeping: .path) == "a/b%20c%3F%C3%A9")
    #expect(
      PercentEncoding.encoded(text, keeping: .address)
        == "aZ09-._~/:?#[]@!$&%27()*+,;=%%22%3C%3E%20%5C%5E%60%7B%7C%7D%7F%C3%A9")
  }

  @Test(arguments: [
    ("a%20b", "a b"), ("%c3%A9", "é"), ("%2F", "/"), ("", ""), ("%", nil), ("%4", nil), ("a%zz", nil),
    ("%+1", nil),
    ("%%41", nil),
  ])
  func `percent signs spell bytes`(text: String, spelled: String?) {
    #expect(PercentEncoding.decoded(text.utf8).map { String(decoding: $0, as: UTF8.self) } == spelled)
    let lenient = String(decoding: PercentEncoding.decodedLeniently(text.utf8), as: UTF8.self)
    #expect(lenient == spelled ?? (text == "%%41" ? "%A" : text))
  }

  @Test func `every byte is what its encoding spells`() {
    let all = Array(UInt8.min...UInt8.max)
    for kept in [PercentEncoding.Kept.unreserved, .path] {
      var encoded: [UInt8] = []
      encoded.appendPercentEncoded(all.span, keeping: kept)
      #expect(PercentEncoding.decoded(encoded) == all)
    }
  }

  @Test(arguments: [
    ("https://e.org/a b?q=\"<>'[1]#ä", "https://e.org/a%20b?q=%22%3C%3E%27%5B1%5D#%C3%A4"),
    ("https://e.org/100%/%41%zz", "https://e.org/100%25/%41%25zz"),
    ("https://[2001:db8::1]:8080/[x]", "https://[2001:db8::1]:8080/%5Bx%5D"),
    ("https://bücher.example/bücher", "https://bücher.example/b%C3%BCcher"),
    ("https://ü@bücher.example", "https://%C3%BC@bücher.example"), ("mailto:ü@e.org", "mailto:%C3%BC@e.org"),
    ("https://e.org\\ä", "https://e.org%5C%C3%A4"), ("", ""),
  ])
  func `an absolute address is encoded once`(text: String, address: String) {
    let encoded = String(decoding: PercentEncoding.absoluteAddress(text), as: UTF8.self)
    #expect(encoded == address)
    #expect(String(decoding: PercentEncoding.absoluteAddress(encoded), as: UTF8.self) == address)
  }
}
