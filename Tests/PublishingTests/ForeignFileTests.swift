import Publishing
import TestSupport
import Testing

@Suite struct ForeignFileTests {
  var fixture: Fixture
  var folder: TemporaryFolder { fixture.folder }

  init() throws { fixture = try Fixture() }

  private func pages() -> [String: String] {
    folder.contents("out").filter { $0.key != ".collate-manifest" }
  }

  @Test func `files that Collate did not write are all named, and nothing is written`() async throws {
    try folder.write("mine", to: "out/a.html")
    try folder.write("mine", to: "out/b/index.html")
    try folder.write("same", to: "out/c.html")
    #expect(
      await fixture.failure(["a.html": "1", "b/index.html": "2", "c.html": "same", "d.html": "4"]) == """
        error[foreign-files]: 2 files in "~/out" would be overwritten that Collate did not write
         --> ~/out
          = help: move them away, or let Collate have them with --adopt
        note: not Collate's
         --> ~/out/a.html
        note: not Collate's
         --> ~/out/b/index.html


        """)
    #expect(folder.contents("out") == ["a.html": "mine", "b/index.html": "mine", "c.html": "same"])
  }

  @Test mutating func `they are overwritten when they may be adopted`() async throws {
    try folder.write("mine", to: "out/a.html")
    fixture.options.overwritesForeignFiles = true
    #expect(try await fixture.publish(["a.html": "1"]) == PublishingResult(written: 1))
    fixture.options.overwritesForeignFiles = false
    #expect(try await fixture.publish(["a.html": "2"]) == PublishingResult(written: 1))
    #expect(pages() == ["a.html": "2"])
  }

  @Test func `equal files are adopted, and may be overwritten and removed from then on`() async throws {
    try folder.write("same", to: "out/a.html")
    try folder.write("same", to: "out/b.html")
    let before = folder.identity("out/a.html")
    #expect(
      try await fixture.publish(["a.html": "same", "b.html": "same"]) == PublishingResult(unchanged: 2))
    #expect(folder.identity("out/a.html") == before)
    #expect(try await fixture.publish(["a.html": "new"]) == PublishingResult(written: 1, removed: 1))
    #expect(pages() == ["a.html": "new"])
  }

  @Test func `without a manifest, equal files are adopted and others are an error`() async throws {
    _ = try await fixture.publish(["a.html": "1", "b.html": "1", "stale.html": "1"])
    try folder.remove("out/.collate-manifest")
    #expect(try await fixture.publish(["a.html": "1", "b.html": "1"]) == PublishingResult(unchanged: 2))
    #expect(pages() == ["a.html": "1", "b.html": "1", "stale.html": "1"])
    try folder.remove("out/.collate-manifest")
    #expect(
      await fixture.failure(["a.html": "2", "b.html": "1"]) == """
        error[foreign-files]: 1 file in "~/out" would be overwritten that Collate did not write
         --> ~/out
          = help: move them away, or let Collate have them with --adopt
        note: not Collate's
         --> ~/out/a.html


        """)
    #expect(pages()["a.html"] == "1")
  }

  @Test func `a broken manifest is told, trusted in nothing, and made anew`() async throws {
    _ = try await fixture.publish(["a.html": "1", "stale.html": "1"])
    let whole = try #require(folder.text("out/.collate-manifest"))
    let forged = whole.replacing("stale.html", with: "CNAME")
    try folder.write("example.org", to: "out/CNAME")
    try folder.write(forged, to: "out/.collate-manifest")
    let result = try await fixture.publish(["a.html": "1"])
    #expect(
      fixture.relative(text(result.diagnostics)) == """
        warning[broken-manifest]: "~/out/.collate-manifest" is damaged, so what earlier builds wrote is not known
         --> ~/out/.collate-manifest
          = help: remove by hand what is no longer wanted


        """)
    #expect(pages() == ["a.html": "1", "stale.html": "1", "CNAME": "example.org"])
    #expect(try await fixture.publish(["a.html": "1"]) == PublishingResult(unchanged: 1))
  }

  @Test func `a link where a page belongs is not followed`() async throws {
    _ = try await fixture.publish(["a.html": "1", "b/index.html": "1"])
    try folder.write("victim", to: "elsewhere/index.html")
    try folder.remove("out/a.html")
    try folder.link("out/a.html", to: "\(folder.path)/elsewhere/index.html")
    #expect(
      await fixture.failure(["a.html": "2", "b/index.html": "1"]) == """
        error[symbolic-link]: "~/out/a.html" is a symbolic link, which is not followed
         --> ~/out/a.html
          = help: remove the link


        """)
    try folder.remove("out/a.html")
    try folder.remove("out/b/index.html")
    _ = try run(["rmdir", "\(folder.path)/out/b"])
    try folder.link("out/b", to: "\(folder.path)/elsewhere")
    #expect(
      await fixture.failure(["a.html": "1", "b/index.html": "2"]).contains("\"~/out/b\" is a symbolic link"))
    // Nor is a stale page removed through a link.
    _ = try await fixture.publish(["a.html": "1"])
    #expect(folder.text("elsewhere/index.html") == "victim")
  }

  @Test func `a planted link is not followed in an output without a manifest`() async throws {
    try folder.write("victim", to: "elsewhere/index.html")
    try folder.makeFolder("out")
    try folder.link("out/b", to: "\(folder.path)/elsewhere")
    #expect(
      await fixture.failure(["b/index.html": "2"]) == """
        error[symbolic-link]: "~/out/b" is a symbolic link, which is not followed
         --> ~/out/b
          = help: remove the link


        """)
    #expect(folder.text("elsewhere/index.html") == "victim")
  }

  @Test func `a pipe where a page belongs is an error, not a hang`() async throws {
    try folder.makeFolder("out")
    try folder.makePipe("out/a.html")
    #expect(
      await fixture.failure(["a.html": "1"]) == """
        error[occupied-path]: "~/out/a.html" is a named pipe, where a page belongs
         --> ~/out/a.html
          = help: move it away


        """)
  }

  @Test func `a file where a folder is needed is an error`() async throws {
    try folder.write("mine", to: "out/a")
    #expect(
      await fixture.failure(["a/index.html": "1"]).contains("\"~/out/a\" is a file, where a page belongs"))
    #expect(folder.contents("out") == ["a": "mine"])
  }

  @Test func `what a killed build left behind is cleared away`() async throws {
    _ = try await fixture.publish(["a/index.html": "1"])
    try folder.remove("out/.collate-manifest")
    try folder.write("half", to: "out/a/.collate-tmp-0")
    try folder.write("half", to: "out/.collate-tmp-manifest")
    try folder.write("", to: "out/.collate-lock")
    _ = try await fixture.publish(["a/index.html": "1"])
    #expect(folder.tree("out") == [".collate-manifest", "a/", "a/index.html"])
  }
}
