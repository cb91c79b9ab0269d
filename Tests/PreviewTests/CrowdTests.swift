import Foundation
import Pages
import Synchronization
import Testing

@testable import Preview

/// A newcomer gets an answer, whatever others do with their connections.
@Suite(.serialized)
struct CrowdTests {
  private static let places = 24
  /// More than is on its way to somebody who does not read.
  private struct Big: ServedFile {
    let size = 4 << 20
    let tag = "big"
    func bytes(_ range: Range<Int>) -> [UInt8] { [UInt8](repeating: UInt8(ascii: "x"), count: range.count) }
  }

  private static let request = "GET /big.txt HTTP/1.1\r\nHost: localhost\r\n\r\n"
  private let live = LiveSite()

  private func server(patience: Int = 30_000) async throws -> PreviewServer {
    let files = [
      OutputFile(path: "index.html", content: .made { Array("<p>home</p>".utf8) }),
      OutputFile(path: "big.txt", content: .copied("big.txt")),
    ]
    live.publish(
      ServedSite(
        Site(files: OutputFiles(files), pageCount: 2, draftCount: 0, rootPath: "/", page: { _ in nil })
      ) { _ in Big() },
      .none)
    let preview = Preview(live, hosts: AllowedHosts(host: "127.0.0.1"), reloads: true)
    return try await PreviewServer.start(
      preview, host: "127.0.0.1", port: 0, mostConnections: Self.places, patience: patience)
  }

  private func answer(_ server: PreviewServer) throws -> String {
    let client = try RawClient(port: server.port)
    client.say("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    return client.received(until: "<p>home</p>")
  }

  private func events(_ server: PreviewServer) throws -> RawClient {
    let client = try RawClient(port: server.port)
    client.say("GET /_collate/events?path=%2F&whole=1&shape=2 HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(client.received(until: "event: ").contains("text/event-stream"))
    return client
  }

  @Test(
    arguments: [
      "", "GET / HT", "GET / HTTP/1.1\r\nHost: local", request, String(repeating: request, count: 500),
      "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HT", "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n",
      "\r\n",
    ])
  func `those who say nothing, half of it or more than they read keep nobody out`(sent: String) async throws {
    let server = try await server()
    let listener = try events(server)
    var crowd: [RawClient] = []
    for _ in 0..<(2 * Self.places) {
      let client = try RawClient(port: server.port, receives: 4096)
      client.say(sent)
      crowd.append(client)
    }
    for _ in 0..<3 { #expect(try answer(server).contains("<p>home</p>")) }
    // An open page is still told of changes.
    live.publish(nil, .none, reloads: true)
    #expect(listener.received(until: "event: reload").contains("event: reload"))
    withExtendedLifetime(crowd) {}
  }

  @Test func `those who only listen keep nobody out, and the newest of them stay`() async throws {
    let server = try await server()
    var crowd: [RawClient] = []
    for _ in 0..<(2 * Self.places) { crowd.append(try events(server)) }
    #expect(try answer(server).contains("<p>home</p>"))
    #expect(crowd[0].hasEnded(within: 3))
    live.publish(nil, .none, reloads: true)
    let newest = try #require(crowd.last)
    #expect(newest.received(until: "event: reload").contains("event: reload"))
  }

  @Test(arguments: [true, false])
  func `those who ask without end keep nobody out`(comeBack: Bool) async throws {
    let server = try await server()
    let listener = try events(server)
    let isOver = Mutex(false)
    let asking = (0..<4).map { _ in
      Thread {
        // Each asks on many connections at once, over and over.
        var crowd: [RawClient] = []
        while !isOver.withLock({ $0 }) {
          if comeBack || crowd.count < Self.places { try? crowd.append(RawClient(port: server.port)) }
          if crowd.count > Self.places { crowd.removeFirst() }
          crowd.randomElement()?.say(Self.request)
          crowd = crowd.filter { !$0.hasEnded(within: 0) }
        }
      }
    }
    for thread in asking { thread.start() }
    for _ in 0..<10 { #expect(try answer(server).contains("<p>home</p>")) }
    isOver.withLock { $0 = true }
    live.publish(nil, .none, reloads: true)
    #expect(listener.received(until: "event: reload").contains("event: reload"))
  }

  @Test(arguments: ["", "GET / HT", request])
  func `a connection on which nothing moves is ended`(sent: String) async throws {
    let server = try await server(patience: 300)
    let client = try RawClient(port: server.port, receives: 4096)
    client.say(sent)
    // Nothing is read meanwhile, so that what it would be sent cannot go.
    try await Task.sleep(for: .milliseconds(900))
    #expect(client.hasEnded(within: 2))
    #expect(try answer(server).contains("<p>home</p>"))
  }

  @Test func `a slow reader gets all of a page as long as it reads`() async throws {
    let server = try await server(patience: 1000)
    let client = try RawClient(port: server.port)
    client.say("GET /big.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    try await Task.sleep(for: .milliseconds(500))
    let text = client.received(seconds: 20)
    #expect(text.utf8.count > Big().size && text.hasSuffix("xxx"))
  }

  @Test func `requests that come at once are answered in their order, up to a bound`() async throws {
    let server = try await server()
    let requests = { (count: Int) in
      (0..<count).map { "GET /\($0)/ HTTP/1.1\r\nHost: localhost\r\n\r\n" }.joined()
    }
    let few = try RawClient(port: server.port)
    few.say(requests(20) + "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let text = few.received(until: "<p>home</p>")
    #expect(text.components(of: "HTTP/1.1 404") == 20 && text.hasSuffix("<p>home</p>" + mark(of: text)))
    let many = try RawClient(port: server.port)
    many.say(requests(400))
    let answers = many.received()
    #expect(answers.components(of: "HTTP/1.1 404") == 33)
    #expect(answers.components(of: "Connection: close") == 1)
    #expect(many.hasEnded(within: 3))
  }

  /// What the page of an answer has after its own bytes.
  private func mark(of text: String) -> String {
    guard let start = text.firstRange(of: "<p>home</p>") else { return "" }
    return String(text[start.upperBound...])
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
