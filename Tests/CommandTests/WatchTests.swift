import TestSupport
import Testing

/// `build --watch`, as a process.
@Suite struct WatchTests {
  let site: Site
  var folder: TemporaryFolder { site.folder }

  init() throws { site = try Site() }

  /// Starts the command, and waits for its first build.
  private func start(_ arguments: String...) throws -> Child {
    let child = try Child([try builtProgram("collate"), "build", "--watch"] + arguments, in: folder.path)
    #expect(eventually { child.outputSoFar.contains("Ctrl-C") }, "\(child.errorSoFar)")
    return child
  }

  private func publishesWhatABuildDoes() throws -> Bool {
    #expect(try site.collate("build", "--output", "Clean").status == 0)
    return folder.contents("Clean").filter { !$0.key.hasPrefix(".") }
      == folder.contents("Public").filter { !$0.key.hasPrefix(".") }
  }

  @Test(arguments: [[], ["--poll"]])
  func `every edit is published, and only what changed is written`(options: [String]) throws {
    let child = try Child([try builtProgram("collate"), "build", "--watch"] + options, in: folder.path)
    defer { child.send(9) }
    #expect(eventually { child.outputSoFar.contains("Ctrl-C") }, "\(child.errorSoFar)")
    let untouched = folder.identity("Public/sources/review/index.html")
    try folder.write("---\nname: Flask\n---\n\nWords that are new.\n", to: "Content/frameworks/flask.md")
    #expect(
      eventually {
        folder.text("Public/frameworks/flask/index.html")?.contains("Words that are new") ?? false
      })
    #expect(eventually { child.outputSoFar.split(separator: "\n").count == 4 })
    #expect(folder.identity("Public/sources/review/index.html") == untouched)

    try folder.write("---\nname: Bottle\n---\n", to: "Content/frameworks/bottle.md")
    #expect(eventually { folder.exists("Public/frameworks/bottle/index.html") })
    try folder.remove("Content/frameworks/bottle.md")
    #expect(eventually { !folder.exists("Public/frameworks/bottle") })
    #expect(eventually { child.outputSoFar.split(separator: "\n").count == 8 })
    #expect(try publishesWhatABuildDoes())
    child.send(2)
    let outcome = try child.wait()
    #expect(outcome.status == 0 && outcome.error == "")
    let lines = outcome.output.replacing(/\d+/, with: "0").split(separator: "\n")
    let summary = "0 pages: 0 written, 0 unchanged, 0 removed · 0 draft"
    #expect(
      lines.map { $0.hasPrefix(summary) ? "built" : String($0) } == [
        "built", "Watching for changes · Ctrl-C ends it", "Content/frameworks/flask.md", "built",
        "Content/frameworks/bottle.md", "built", "Content/frameworks/bottle.md", "built",
      ])
  }

  @Test func `a bad edit is reported and publishes nothing, and the next good one is published`() throws {
    let child = try start()
    defer { child.send(9) }
    let before = folder.contents("Public")
    try folder.write("---\nname: Flask\nfacts: { nothing: 1 }\n---\n", to: "Content/frameworks/flask.md")
    #expect(eventually { child.errorSoFar.contains("nothing was written") })
    #expect(folder.contents("Public") == before)
    try folder.write("{{ nothing }}", to: "Templates/robots.txt")
    #expect(eventually { child.errorSoFar.contains("2 errors; nothing was written") })
    try folder.remove("Templates/robots.txt")
    try folder.write("---\nname: Flask\n---\n\nMended.\n", to: "Content/frameworks/flask.md")
    #expect(eventually { folder.text("Public/frameworks/flask/index.html")?.contains("Mended") ?? false })
    #expect(try publishesWhatABuildDoes())
    child.send(15)
    #expect(try child.wait().status == 0)
  }

  @Test func `a watch that cannot begin fails as a build does`() throws {
    #expect(try site.collate("build", "--watch", "--site", "none").status == 3)
    #expect(try site.collate("build", "--poll").status == 2)
  }
}
