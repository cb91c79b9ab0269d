import Diagnostics
import Incremental
import Pages
import Publishing
import Synchronization
import TestSupport
import Testing
import TextEncoding

/// Builds that know what the last one made each file from.
@Suite struct OutputStateTests {
  /// Pages that say what they are made from, and count how often they are made.
  private final class Kitchen: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// Plans pages, each of which is made from a node with its name.
    func plan(_ pages: [String: String]) -> (files: [OutputFile], nodes: NodeTable?) {
      let pages = pages.sorted { $0.key < $1.key }
      var layout = NodeLayout()
      layout.add("site", count: 1)
      for (path, _) in pages { layout.add(path, count: 1) }
      let files = pages.enumerated().map { place, page in
        let planning = Reads.recording(layout) { Reads.note(place + 1, 0) }.1
        let producer = OutputProducer(planning: planning) {
          self.counts.withLock { $0[page.key, default: 0] += 1 }
          return Array("<p>\(page.value)".utf8)
        }
        return OutputFile(path: page.key, content: .made(producer))
      }
      return (files, NodeTable(layout, [0] + pages.map { ContentHash($0.value.utf8).high }))
    }

    /// The pages that were made since the last time.
    func takeMade() -> [String] {
      counts.withLock { counts in
        defer { counts = [:] }
        return counts.keys.sorted()
      }
    }
  }

  private let fixture: Fixture
  private let kitchen = Kitchen()
  private var folder: TemporaryFolder { fixture.folder }

  init() throws { fixture = try Fixture() }

  /// Publishes pages of which all but the last are old enough to be trusted the next time.
  private func start(_ memory: inout OutputState) async throws {
    _ = try await fixture.publish(kitchen.plan(["a.html": "1", "b/index.html": "2", "c.html": "3"]), &memory)
    try await Task.sleep(for: .milliseconds(200))
    _ = try await fixture.publish(
      kitchen.plan(["a.html": "1", "b/index.html": "2", "c.html": "3", "z.html": "4"]), &memory)
    _ = kitchen.takeMade()
  }

  @Test func `what is made from the same is not made again`() async throws {
    var memory = OutputState()
    try await start(&memory)
    let changed = ["a.html": "1", "b/index.html": "two", "c.html": "3"]
    #expect(
      try await fixture.publish(kitchen.plan(changed), &memory)
        == PublishingResult(written: 1, unchanged: 2, removed: 1))
    #expect(kitchen.takeMade() == ["b/index.html"])
    #expect(folder.tree("out") == [".collate-manifest", "a.html", "b/", "b/index.html", "c.html"])
    #expect(folder.text("out/b/index.html") == "<p>two")
    #expect(folder.text("out/a.html") == "<p>1")
  }

  @Test func `a file that somebody has changed is made again, and one that was only touched is not`()
    async throws
  {
    let plan = ["a.html": "1", "b/index.html": "2", "c.html": "3"]
    let deeds: [(String, made: [String], () throws -> Void)] = [
      ("other bytes of the same size", ["a.html"], { try folder.write("<p>9", to: "out/a.html") }),
      ("more bytes", ["a.html"], { try folder.write("<p>12", to: "out/a.html") }),
      ("the same bytes anew", [], { try folder.write("<p>1", to: "out/a.html") }),
      ("no file", ["a.html"], { try folder.remove("out/a.html") }),
    ]
    for (deed, made, change) in deeds {
      var memory = OutputState()
      try await start(&memory)
      try change()
      _ = try await fixture.publish(kitchen.plan(plan), &memory)
      #expect(kitchen.takeMade() == made, "\(deed)")
      #expect(folder.text("out/a.html") == "<p>1", "\(deed)")
    }
  }

  @Test func `of a file that is too new the bytes are asked`() async throws {
    var memory = OutputState()
    let plan = kitchen.plan(["a.html": "1", "b.html": "2"])
    _ = try await fixture.publish(plan, &memory)
    _ = kitchen.takeMade()
    // Within one tick of the clock a stamp need not tell of a change.
    try folder.write("<p>7", to: "out/b.html")
    #expect(try await fixture.publish(plan, &memory) == PublishingResult(written: 1, unchanged: 1))
    #expect(kitchen.takeMade() == ["b.html"])
    #expect(folder.text("out/b.html") == "<p>2")
  }

  @Test func `a memory of another output, or of a manifest that is no more, is none`() async throws {
    let plan = ["a.html": "1", "b/index.html": "2", "c.html": "3"]
    for deed in [
      { try folder.remove("out/.collate-manifest") },
      { try folder.write("collate-manifest 2 finished\n", to: "out/.collate-manifest") },
    ] {
      var memory = OutputState()
      try await start(&memory)
      let kept = memory
      try deed()
      _ = try await fixture.publish(kitchen.plan(plan), &memory)
      #expect(kitchen.takeMade() == ["a.html", "b/index.html", "c.html"])
      // The memory is older than the manifest by now.
      memory = kept
      _ = try await fixture.publish(kitchen.plan(plan), &memory)
      #expect(kitchen.takeMade() == ["a.html", "b/index.html", "c.html"])
      try folder.remove("out/z.html")
    }
  }

  @Test func `a build that fails leaves no memory`() async throws {
    var memory = OutputState()
    try await start(&memory)
    try folder.makeFolder("out/d.html/mine")
    await #expect(throws: PublishingError.self) {
      try await fixture.publish(kitchen.plan(["a.html": "one", "d.html": "5"]), &memory)
    }
    #expect(memory == OutputState())
  }
}
