import Comparison
import Testing

@Suite struct BaseURLTests {
  @Test(arguments: [
    ("https://example.org", "https://example.org/"), ("https://example.org/", "https://example.org/"),
    ("https://example.org//", "https://example.org/"),
    ("https://example.org//coffee/", "https://example.org/coffee/"),
    ("https://example.org/a///b", "https://example.org/a/b/"),
    ("HTTPS://Example.ORG/A", "https://example.org/A/"),
    ("https://example.org:443/", "https://example.org/"), ("http://example.org:80", "http://example.org/"),
    ("https://example.org:80/", "https://example.org:80/"),
    ("http://localhost:08080/x/", "http://localhost:8080/x/"),
    ("https://example.org:/x/", "https://example.org/x/"), ("https://example.org./", "https://example.org./"),
    ("https://127.0.0.1/", "https://127.0.0.1/"), ("http://[::1]:8000/", "http://[::1]:8000/"),
    ("https://[2001:DB8::7]/x", "https://[2001:db8::7]/x/"),
    ("https://1.2.3.4.example/", "https://1.2.3.4.example/"),
    ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("https://example.org/docs/v1.2", "https://example.org/docs/v1.2/"),
    ("https://example.org/~me/caf%C3%A9/", "https://example.org/~me/caf%C3%A9/"),
    ("https://example.org/index.html/", "https://example.org/index.html/"),
  ])
  func `an address is spelled as browsers spell it`(written: String, expected: String) {
    #expect(SiteConfiguration.baseURL(written) == .success(expected))
  }

  @Test(arguments: [
    ("", "begins with https:// or http://"), ("example.org", "begins with https:// or http://"),
    ("ftp://example.org/", "begins with https:// or http://"),
    ("//example.org/", "begins with https:// or http://"),
    ("https://", "names a host"), ("https:///x/", "names a host"), ("https://:80/", "names a host"),
    ("https://me:secret@example.org/", "has no user name and no password"),
    ("https://@example.org/", "has no user name and no password"),
    ("https://example.org:99999/", "has a port from 1 to 65535, if any"),
    ("https://example.org:0/", "has a port from 1 to 65535, if any"),
    ("https://example.org:+80/", "has a port from 1 to 65535, if any"),
    ("https://example.org:80:80/", "has a port from 1 to 65535, if any"),
    ("https://example.org/a/../b/", "has neither . nor .. in its path"),
    ("https://example.org/./", "has neither . nor .. in its path"),
    ("https://example.org/%2e%2E/b/", "has neither . nor .. in its path"),
    ("https://example.org/%2Fx/", "spells with % neither a slash nor what is no text"),
    ("https://example.org/%5cx/", "spells with % neither a slash nor what is no text"),
    ("https://example.org/%0a/", "spells with % neither a slash nor what is no text"),
    ("https://example.org/%zz/", "spells with % neither a slash nor what is no text"),
    ("https://example.org/%2", "spells with % neither a slash nor what is no text"),
    ("https://example.org/%ff/", "spells with % neither a slash nor what is no text"),
    ("https://example.org/index.html", "names a folder, not a file such as \"index.html\""),
    ("https://example.org/a/Home.PHP", "names a folder, not a file such as \"Home.PHP\""),
    ("https://example.org/?x", "has letters, digits and the marks of an address only, and neither ? nor #"),
    ("https://example.org\\x/", "has letters, digits and the marks of an address only, and neither ? nor #"),
  ])
  func `what a browser would read as something else is refused`(written: String, rule: String) {
    #expect(SiteConfiguration.baseURL(written) == .failure(.init(rule: rule)))
  }

  @Test(arguments: [
    "-", "-a.example", "a-.example", "a..example", ".example", "a%2Fb.example", "a*b", "1.2.3", "1.2.3.256",
    "0x7f.1", "example.0x1", "127.0.0.01", "[::1", "::1", "[1:2:3]", "[:::1]", "[::1::2]", "[12345::]",
    "[g::]",
    "[1:2:3:4:5:6:7:8:9]", "[:1::2]",
    String(repeating: "a", count: 64),
  ])
  func `what is no host is refused`(host: String) throws {
    guard case .failure = SiteConfiguration.baseURL("https://\(host)/") else {
      Issue.record("\(host) is taken")
      return
    }
  }
}
