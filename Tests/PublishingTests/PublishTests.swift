import Pages
import Publishing
import TestSupport
import Testing

@Suite struct PublishTests {
  let fixture: Fixture
  var folder: TemporaryFolder { fixture.folder }

  init() throws { fixture = try Fixture() }

  @Test func `a first build writes every file, and a second touches none`() async throws {
    let files = ["index.html": "home", "frameworks/django/index.html": "django", "empty.txt": ""]
    #expect(try await fixture.publish(files) == PublishingResult(written: 3))
    let expected = [
      ".collate-manifest", "empty.txt", "frameworks/", "frameworks/django/", "frameworks/django/index.html",
      "index.html",
    ]
    #expect(folder.tree("out") == expected)
    #expect(folder.text("out/frameworks/django/index.html") == "django")

    let before = expected.map { folder.identity("out/\($0)") }
    #expect(try await fixture.publish(files) == PublishingResult(unchanged: 3))
    #expect(expected.map { folder.identity("out/\($0)") } == before)
  }

  @Test func `only what differs is written, and what is gone is removed with its emptied folders`()
    async throws
  {
    _ = try await fixture.publish([
      "a/b/c/index.html": "1", "a/index.html": "2", "d.html": "3", "e.html": "4",
    ])
    let kept = folder.identity("out/d.html")
    #expect(
      try await fixture.publish(["a/index.html": "two", "d.html": "3"])
        == PublishingResult(written: 1, unchanged: 1, removed: 2))
    #expect(folder.tree("out") == [".collate-manifest", "a/", "a/index.html", "d.html"])
    #expect(folder.text("out/a/index.html") == "two")
    #expect(folder.identity("out/d.html") == kept)
  }

  @Test func `files that Collate did not write survive`() async throws {
    try folder.write("example.org", to: "out/CNAME")
    try folder.write("ref: main", to: "out/.git/HEAD")
    _ = try await fixture.publish(["a/index.html": "1", "b/index.html": "1"])
    try folder.write("mine", to: "out/a/notes.txt")
    #expect(try await fixture.publish([:]) == PublishingResult(removed: 2))
    #expect(
      folder.tree("out") == [".collate-manifest", ".git/", ".git/HEAD", "CNAME", "a/", "a/notes.txt"])
  }

  @Test func `a file can become a folder, and a folder a file`() async throws {
    _ = try await fixture.publish(["a": "file", "b/c/d": "deep"])
    #expect(try await fixture.publish(["a/x": "1", "b": "2"]) == PublishingResult(written: 2, removed: 2))
    #expect(folder.contents("out").filter { $0.key != ".collate-manifest" } == ["a/x": "1", "b": "2"])
    #expect(
      try await fixture.publish(["a": "file", "b/c/d": "deep"]) == PublishingResult(written: 2, removed: 2))
  }

  @Test func `a folder with somebody else's files is not turned into a file`() async throws {
    _ = try await fixture.publish(["a/x": "1"])
    try folder.write("mine", to: "out/a/y")
    #expect(
      await fixture.failure(["a": "2"]) == """
        error[occupied-path]: "~/out/a" is a folder, where a page belongs
         --> ~/out/a
          = help: move it away


        """)
    #expect(folder.contents("out").filter { $0.key != ".collate-manifest" } == ["a/x": "1", "a/y": "mine"])
  }

  @Test func `a stale page that somebody changed is kept, and said to be`() async throws {
    _ = try await fixture.publish(["a.html": "1", "b.html": "1"])
    try folder.write("my own", to: "out/a.html")
    let result = try await fixture.publish(["b.html": "1"])
    #expect(result.removed == 0)
    #expect(
      fixture.relative(text(result.diagnostics)) == """
        note[kept-file]: "~/out/a.html" is no longer planned, but was changed since Collate wrote it
         --> ~/out/a.html
          = help: remove it if it is not wanted


        """)
    #expect(folder.text("out/a.html") == "my own")
    #expect(try await fixture.publish(["b.html": "1"]) == PublishingResult(unchanged: 1))
  }

  @Test func `the number of jobs makes no difference`() async throws {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<500).map { ("p/\($0 % 9)/\($0)/index.html", "page \($0)") })
    var one = fixture
    one.options.jobs = 1
    _ = try await one.publish(files)
    var eight = fixture
    eight.options.jobs = 8
    eight.options.output = "\(folder.path)/eight"
    _ = try await eight.publish(files)
    #expect(folder.contents("out").count == 501)
    #expect(folder.contents("out") == folder.contents("eight"))
  }

  @Test func `a preview counts the same and writes nothing`() async throws {
    let preview = { (files: [String: String]) in
      var memory = OutputState()
      return try await Publishing.preview(OutputFiles(plan(files)), options: fixture.options, memory: &memory)
    }
    #expect(try await preview(["a": "1", "b": "2"]) == PublishingResult(written: 2))
    #expect(!folder.exists("out"))
    _ = try await fixture.publish(["a": "1", "b": "2", "c": "3"])
    let before = folder.contents("out")
    #expect(
      try await preview(["a": "1", "b": "two"]) == PublishingResult(written: 1, unchanged: 1, removed: 1))
    #expect(try await preview(["a/x": "1"]) == PublishingResult(written: 1, removed: 3))
    #expect(folder.contents("out") == before)
    #expect(folder.tree("out") == [".collate-manifest", "a", "b", "c"])
  }

  @Test func `progress counts up to all`() async throws {
    var last = 0
    let files = Dictionary(uniqueKeysWithValues: (0..<100).map { ("\($0)", "") })
    var memory = OutputState()
    _ = try await Publishing.publish(OutputFiles(plan(files)), options: fixture.options, memory: &memory) {
      done, all in
      #expect(all == 100 && done > last)
      last = done
    }
    #expect(last == 100)
  }

  @Test(arguments: [
    "", "/etc/x", "../x", "a/../../x", "a//b", "a/", "./a", "a\u{0}b", "a\nb", ".collate-manifest",
    ".collate-lock", "a/.collate-tmp-1", String(repeating: "x", count: 256),
  ])
  func `a path that leads astray is refused`(path: String) async throws {
    await #expect(throws: PublishingError.unsafePath(path)) { try await fixture.publish([path: "x"]) }
    #expect(!folder.exists("out"))
  }

  @Test func `two files for one path are refused`() async throws {
    let files = plan(["a": "1"]) + plan(["a": "2"])
    await #expect(throws: PublishingError.unsafePath("a")) { try await fixture.publish(files) }
  }
}

@Suite struct CopyTests {
  let fixture: Fixture
  var folder: TemporaryFolder { fixture.folder }
  let logo = [OutputFile(path: "images/logo.png", content: .copied("Content/images/logo.png"))]

  init() throws { fixture = try Fixture() }

  @Test func `a file is copied byte by byte, and not again when it is the same`() async throws {
    let bytes = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    try folder.write(bytes, to: "site/Content/images/logo.png")
    #expect(try await fixture.publish(logo) == PublishingResult(written: 1))
    #expect(folder.bytes("out/images/logo.png") == bytes)
    #expect(try await fixture.publish(logo) == PublishingResult(unchanged: 1))

    var changed = bytes
    changed[399_999] ^= 1
    try folder.write(changed, to: "site/Content/images/logo.png")
    #expect(try await fixture.publish(logo) == PublishingResult(written: 1))
    #expect(folder.bytes("out/images/logo.png") == changed)
  }

  @Test func `a file that is gone is an error that names it`() async throws {
    await #expect(
      throws: PublishingError.failed(
        action: .read, path: "Content/images/logo.png", reason: "No such file or directory")
    ) { try await fixture.publish(logo) }
  }

  @Test func `a link in place of the file, or above it, is not followed`() async throws {
    try folder.write("secret", to: "secret/logo.png")
    try folder.makeFolder("site/Content/images")
    try folder.link("site/Content/images/logo.png", to: "\(folder.path)/secret/logo.png")
    await #expect(throws: PublishingError.symbolicLink(path: "Content/images/logo.png")) {
      try await fixture.publish(logo)
    }
    try folder.remove("site/Content/images/logo.png")
    _ = try run(["rmdir", "\(folder.path)/site/Content/images"])
    try folder.link("site/Content/images", to: "\(folder.path)/secret")
    await #expect(throws: (any Error).self) { try await fixture.publish(logo) }
    #expect(!folder.exists("out/images"))
  }
}
