import Pages
import Testing

@testable import Preview

/// What is sent for what is asked.
struct ResponseTests {
  private let text = Representation(
    headers: [("Content-Type", "text/plain")], body: .bytes(Array("0123456789".utf8)[...]), tag: "\"t\"")

  private func answer(_ headers: [(name: String, value: String)], method: String = "GET") -> String {
    let head = RequestHead(method: method, target: "/", headers: headers)
    let response = text.response(to: head)
    guard case .bytes(let bytes) = response.body else { return "\(response.status)" }
    let range = response.header("Content-Range").map { " \($0)" } ?? ""
    return "\(response.status)\(range) \(String(decoding: bytes, as: UTF8.self))"
  }

  @Test(
    arguments: [
      ("bytes=0-3", "206 bytes 0-3/10 0123"), ("bytes=8-", "206 bytes 8-9/10 89"),
      ("bytes=-2", "206 bytes 8-9/10 89"), ("bytes=-99", "206 bytes 0-9/10 0123456789"),
      ("bytes=5-99", "206 bytes 5-9/10 56789"), ("Bytes= 1-1 ", "206 bytes 1-1/10 1"),
      ("bytes=10-", "416"), ("bytes=99-100", "416"), ("bytes=-0", "416"),
      ("bytes=99999999999999999999-", "416"), ("bytes=0-99999999999999999999", "206 bytes 0-9/10 0123456789"),
      // What makes no sense, or is asked for in several parts, is answered whole.
      ("bytes=3-1", "200 0123456789"), ("bytes=", "200 0123456789"), ("bytes=-", "200 0123456789"),
      ("bytes=a-b", "200 0123456789"), ("bytes=0-1,3-4", "200 0123456789"), ("lines=0-1", "200 0123456789"),
      ("bytes=--1", "200 0123456789"), ("bytes=+1-2", "200 0123456789"),
    ])
  func `ranges`(range: String, expected: String) {
    #expect(answer([("Range", range)]) == expected)
    #expect(answer([("Range", range)], method: "HEAD") == "200 0123456789")
  }

  @Test func `a range of what has changed since is the whole`() {
    #expect(answer([("Range", "bytes=0-0"), ("If-Range", "\"t\"")]) == "206 bytes 0-0/10 0")
    #expect(answer([("Range", "bytes=0-0"), ("If-Range", "\"u\"")]) == "200 0123456789")
    #expect(answer([("Range", "bytes=0-0"), ("If-Range", "W/\"t\"")]) == "200 0123456789")
  }

  @Test func `what has not changed is not sent again`() {
    for tags in ["\"t\"", "*", "W/\"t\"", "\"a\", \"t\""] {
      #expect(answer([("If-None-Match", tags)]) == "304", "\(tags)")
    }
    #expect(answer([("If-None-Match", "\"u\"")]) == "200 0123456789")
    #expect(answer([("If-Match", "\"u\"")]) == "412")
    #expect(answer([("If-Match", "W/\"t\"")]) == "412")
    #expect(answer([("If-Match", "\"t\"")]) == "200 0123456789")
  }

  @Test func `types by extension`() {
    #expect(MediaType.of("a/index.html") == "text/html; charset=utf-8")
    #expect(MediaType.of("a.b/LOGO.PNG") == "image/png")
    #expect(MediaType.of("a.b/_headers") == "text/plain; charset=utf-8")
    #expect(MediaType.of("a.unknown") == "application/octet-stream")
    #expect(MediaType.of("feed.atom") == "application/atom+xml")
  }

  @Test func `headers come from every rule that a path matches`() {
    let rules = HeaderRules("# for all\n/*\n  A: 1\n  B: x: y\n/a/b.css\n  A: 2\n")
    func headers(_ path: String) -> [String] { rules.headers(for: path).map { "\($0.name)=\($0.value)" } }
    #expect(headers("/") == ["A=1", "B=x: y"])
    #expect(headers("/a/b.css") == ["A=1", "B=x: y", "A=2"])
    #expect(headers("x") == [])
  }

  @Test func `dates as HTTP writes them`() {
    #expect(httpDate(secondsSince1970: 784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(httpDate(secondsSince1970: 0) == "Thu, 01 Jan 1970 00:00:00 GMT")
    #expect(httpDate(secondsSince1970: -1) == "Wed, 31 Dec 1969 23:59:59 GMT")
    #expect(httpDate(secondsSince1970: 951_782_400) == "Tue, 29 Feb 2000 00:00:00 GMT")
    #expect(httpDate(secondsSince1970: 4_107_542_399) == "Sun, 28 Feb 2100 23:59:59 GMT")
    #expect(httpDate(secondsSince1970: 4_107_542_400) == "Mon, 01 Mar 2100 00:00:00 GMT")
  }
}
