import Testing

@testable import Preview

/// What a request may ask for: promise by promise, on its head alone.
struct RequestTests {
  private func head(
    _ target: String = "/", method: String = "GET", host: String? = "127.0.0.1:8000",
    _ headers: [(name: String, value: String)] = []
  ) -> RequestHead {
    let hosts = host.map { [(name: "Host", value: $0)] } ?? []
    return RequestHead(method: method, target: target, headers: hosts + headers)
  }

  /// The path that a request leads to, or why it is refused.
  private func judgement(_ head: RequestHead, listeningOn host: String = "127.0.0.1") -> String {
    switch head.validated(for: AllowedHosts(host: host)) {
    case .path(let path): path.text + path.query
    case .refused(let refusal): "\(refusal)"
    }
  }

  @Test(
    arguments: [
      ("/", "/"), ("/frameworks/django/", "/frameworks/django/"), ("/a?x=1&y=%2e%2e", "/a?x=1&y=%2e%2e"),
      ("/?", "/?"), ("/caf%C3%A9.png", "/café.png"), ("/a%20b", "/a b"), ("/a%25b", "/a%b"),
      ("/%64jango", "/django"), ("/a..b/c.", "/a..b/c."), ("http://127.0.0.1:8000/a", "/a"),
      ("HTTP://LOCALHOST/a", "/a"), ("http://localhost", "/"),
    ])
  func `a path is decoded once`(target: String, path: String) {
    #expect(judgement(head(target)) == path)
  }

  @Test(
    arguments: [
      "/..", "/../etc/passwd", "/a/../b", "/a/..", "/./a", "/.", "/%2e%2e/etc", "/%2E%2E/", "/.%2e/",
      "/.git/config",
      "/%2egit/config", "/.well-known/x", "/a/.env", "//", "//etc/passwd", "/a//b", "//evil.example/",
    ])
  func `nothing stands outside the site or behind a dot`(target: String) {
    #expect(judgement(head(target)) == "notFound")
  }

  @Test(
    arguments: [
      "", "*", "a", "127.0.0.1:80", "https://127.0.0.1/", "ftp://127.0.0.1/", "/a%2fb", "/a%2Fb",
      "/..%2f..%2fetc",
      "/a%5cb", "/a\\b", "/..\\..\\etc", "/a%00", "/a%00.html", "/%0d%0aX:1", "/a%7f", "/a%", "/a%2", "/a%zz",
      "/%ff",
      "/%c0%ae%c0%ae/", "/%ed%a0%80", "/a#b", "/é", "/a b", "/\u{1}",
      "/" + String(repeating: "a", count: 5000),
    ])
  func `what no path of a site spells is refused`(target: String) {
    #expect(judgement(head(target)) == "malformed")
  }

  @Test func `what is encoded twice stays a name that nothing has`() {
    #expect(judgement(head("/%252e%252e/etc")) == "/%2e%2e/etc")
    #expect(judgement(head("/a%252fb")) == "/a%2fb")
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND", "get"])
  func `GET and HEAD are all there is`(method: String) {
    #expect(judgement(head(method: method)) == "unknownMethod")
    #expect(judgement(head(method: "HEAD")) == "/")
  }

  @Test func `a request has no body`() {
    #expect(judgement(head([("Content-Length", "3")])) == "hasBody")
    #expect(judgement(head([("Transfer-Encoding", "chunked")])) == "hasBody")
    #expect(judgement(head([("content-length", "0")])) == "/")
  }

  private func head(_ headers: [(name: String, value: String)]) -> RequestHead {
    head("/", host: "127.0.0.1", headers)
  }

  @Test func `a server on loopback answers to names of loopback alone`() {
    for host in ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "LocalHost", "[::1]:8000", "127.1.2.3"] {
      #expect(judgement(head(host: host)) == "/", "\(host)")
    }
    for host in [
      "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example", "192.168.1.5",
      "127.evil.example", "127.0.0.256", "localhost:8000@evil.example", "[::1", "[localhost]", "", ":8000",
      "localhost:x",
      "[::1]x", "127.0.0.1 evil", "localhost.",
    ] {
      #expect(judgement(head(host: host)) == "foreignHost", "\(host)")
    }
    #expect(judgement(head("http://evil.example/")) == "foreignHost")
    #expect(judgement(head(host: nil)) == "malformed")
    #expect(judgement(head([("Host", "127.0.0.1")])) == "malformed", "two hosts")
    var old = head(host: nil)
    old.isVersion10 = true
    #expect(judgement(old) == "/")
  }

  @Test func `a server that others may reach answers to the name that it was given`() {
    #expect(judgement(head(host: "box.local:8000"), listeningOn: "Box.local") == "/")
    #expect(judgement(head(host: "evil.example"), listeningOn: "box.local") == "foreignHost")
    #expect(judgement(head(host: "localhost"), listeningOn: "box.local") == "foreignHost")
    // On all addresses any address is its own, and a name of the DNS is none.
    for host in ["192.168.1.5:8000", "localhost", "[fe80::1]:8000", "10.0.0.1"] {
      #expect(judgement(head(host: host), listeningOn: "0.0.0.0") == "/", "\(host)")
    }
    #expect(judgement(head(host: "evil.example"), listeningOn: "0.0.0.0") == "foreignHost")
    #expect(judgement(head(host: "1.2.3"), listeningOn: "::") == "foreignHost")
    #expect(AllowedHosts(host: "127.0.0.1").isLoopback && !AllowedHosts(host: "0.0.0.0").isLoopback)
  }

  @Test func `a page of another site gets nothing`() {
    #expect(judgement(head([("Origin", "http://127.0.0.1")])) == "/")
    for origin in ["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", ""] {
      #expect(judgement(head([("Origin", origin)])) == "foreignOrigin", "\(origin)")
    }
    #expect(
      judgement(head([("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "no-cors")])) == "foreignOrigin")
    #expect(judgement(head([("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")])) == "/")
  }
}
