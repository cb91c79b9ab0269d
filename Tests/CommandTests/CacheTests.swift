import TestSupport
import Testing

/// Builds that remember the last one.
@Suite struct CacheTests {
  let site: Site
  var folder: TemporaryFolder { site.folder }

  init() throws { site = try Site() }

  /// Lets so much time pass that nothing is too new to be trusted.
  private func settle() async throws { try await Task.sleep(for: .milliseconds(150)) }

  /// Removes a folder with all that is in it.
  private func removeFolder(_ path: String, in folder: TemporaryFolder) throws {
    #expect(try run(["/bin/rm", "-rf", path], in: folder.path).status == 0)
  }

  /// The record, which every build that does something writes anew.
  private var record: [Int]? {
    folder.tree(".collate").first { $0.hasPrefix("build-") }.flatMap { folder.identity(".collate/\($0)") }
  }

  @Test func `a build that has nothing to do is spared, and tells what the last one told`() async throws {
    try folder.write("---\nname: Flask\ntypo: x\n---\n", to: "Content/frameworks/flask.md")
    try await settle()
    let first = try site.collate("build")
    let remembered = try #require(record)
    #expect(first.status == 0 && first.error.contains("warning[unknown-key]"))
    let second = try site.collate("build")
    #expect(record == remembered)
    let clean = try site.collate("build", "--no-cache")
    #expect(second == clean)
    #expect(second.error == first.error)
    #expect(record == remembered)

    for arguments in [["--strict"], ["--format", "json"], ["--format", "github"], ["--quiet"]] {
      let program = try builtProgram("collate")
      let known = try run([program, "build"] + arguments, in: folder.path)
      let made = try run([program, "build", "--no-cache"] + arguments, in: folder.path)
      #expect(known.status == made.status && known.error == made.error)
    }
    #expect(record == remembered)
  }

  @Test func `a new base URL, a part and another output are builds of their own`() async throws {
    try await settle()
    #expect(try site.collate("build").status == 0)
    let before = folder.contents("Public")
    #expect(try site.collate("build", "--base-url", "https://example.com/").status == 0)
    #expect(folder.contents("Public") != before)
    #expect(try site.collate("build").status == 0)
    #expect(folder.contents("Public") == before)
    #expect(try site.collate("build", "--output", "other").status == 0)
    #expect(folder.contents("other") == before)
    #expect(try site.collate("build", "--shard", "1/2", "--output", "part").status == 0)
    #expect(folder.contents("part").count < before.count)
  }

  @Test(arguments: [
    [".collate-tmp-.collate-manifest", ".collate-lock"], [".collate-lock"], [".collate-tmp-3"],
  ])
  func `what a killed build has left goes, also when its edit was taken back`(left: [String]) async throws {
    try await settle()
    #expect(try site.collate("build").status == 0)
    try await settle()
    #expect(try site.collate("build").status == 0)
    let before = folder.tree("Public")
    for arguments in [["build"], ["build", "--no-cache"]] {
      for name in left { try folder.write("x", to: "Public/\(name)") }
      let program = try builtProgram("collate")
      #expect(try run([program] + arguments, in: folder.path).status == 0)
      #expect(folder.tree("Public") == before)
    }
  }

  @Test func `an edit that was made to have the same weak hash is seen`() async throws {
    let safe =
      "---\nname: A\nsummary: Django is safe, says the first.\n---\n\nA sentence. xxxxxxxxxxDNNm67KU0fUxogQ6\n"
    let evil =
      "---\nname: A\nsummary: Django is evil, says the other.\n---\n\nA sentence. xxxxxxxxxxF3lNw27dGZ8VBf9}\n"
    try folder.write(safe, to: "Content/frameworks/flask.md")
    try await settle()
    #expect(try site.collate("build").status == 0)
    try await settle()
    #expect(try site.collate("build").status == 0)
    try folder.write(evil, to: "Content/frameworks/flask.md")
    #expect(try site.collate("build").status == 0)
    let page = try #require(folder.text("Public/frameworks/flask/index.html"))
    #expect(page.contains("Django is evil") != page.contains("Django is safe"))
    #expect(page.contains("Django is evil") == evil.contains("is evil"))
  }

  @Test func `what somebody did to the output is undone`() async throws {
    try await settle()
    #expect(try site.collate("build").status == 0)
    let before = folder.contents("Public")
    try await settle()
    #expect(try site.collate("build").status == 0)
    let changes: [(String, () throws -> Void)] = [
      ("a page with other bytes", { try folder.write("x", to: "Public/index.html") }),
      (
        "a page of the same size",
        {
          var bytes = try #require(folder.bytes("Public/index.html"))
          bytes[40] ^= 1
          try folder.write(bytes, to: "Public/index.html")
        }
      ),
      ("a page that is gone", { try folder.remove("Public/frameworks/flask/index.html") }),
      ("a folder that is gone", { try removeFolder("Public/compare", in: folder) }),
    ]
    for (change, make) in changes {
      try make()
      #expect(try site.collate("build").status == 0)
      #expect(folder.contents("Public") == before, "\(change)")
    }
    // A manifest that is gone makes nothing foreign that is equal.
    try folder.remove("Public/.collate-manifest")
    #expect(try site.collate("build").status == 0)
    #expect(folder.contents("Public") == before)
  }

  @Test func `a record that is damaged, foreign or in the way is none`() async throws {
    try await settle()
    #expect(try site.collate("build").status == 0)
    let name = try #require(folder.tree(".collate").first { $0.hasPrefix("build-") })
    let before = folder.contents("Public")
    for bytes in [[], Array("collate-build 5\n".utf8), Array(repeating: 0xFF, count: 400)] as [[UInt8]] {
      try folder.write(bytes, to: ".collate/\(name)")
      let outcome = try site.collate("build")
      #expect(outcome.status == 0 && outcome.error == "")
      #expect(folder.contents("Public") == before)
    }
    try removeFolder(".collate", in: folder)
    try folder.write("a file", to: ".collate")
    let outcome = try site.collate("build")
    #expect(outcome.status == 0 && outcome.error == "")
    #expect(folder.text(".collate") == "a file")
    try folder.remove(".collate")
    try folder.makeFolder("elsewhere")
    try folder.link(".collate", to: "elsewhere")
    #expect(try site.collate("build").status == 0)
    #expect(folder.tree("elsewhere") == [])
  }

  @Test func `after an edit of a word a build that remembers equals a clean one`() async throws {
    try await settle()
    #expect(try site.collate("build", "--output", "known").status == 0)
    for word in ["To the text", "To the words"] {
      try folder.write("base:\n  skip: \(word)\n", to: "Templates/words/en.yml")
      try await settle()
      #expect(try site.collate("build", "--output", "known").status == 0)
      #expect(try site.collate("build", "--output", "clean", "--no-cache").status == 0)
      let known = folder.contents("known").filter { $0.key != ".collate-manifest" }
      #expect(known == folder.contents("clean").filter { $0.key != ".collate-manifest" })
      #expect(folder.text("known/frameworks/flask/index.html")?.contains(">\(word)</a>") == true)
    }
    try folder.write("base:\n  skp: x\n", to: "Templates/words/en.yml")
    let wrong = try site.collate("build", "--output", "known")
    #expect(wrong.status == 1 && wrong.error.contains("Templates/words/en.yml:2:3"))
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `after each of many edits a build that remembers equals a clean one`(seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let program = try builtProgram("collate")
    var edits = try RandomEdits(of: folder, seed: seed)
    var random = SplitMix64(seed: seed + 100)
    var spared = 0
    for step in 0..<25 {
      let touched = step == 0 ? [] : try edits.edit()
      // Both what is too new to be trusted, and what is not.
      if random.isLikely(0.6) { try await settle() }
      let build = { (arguments: String...) throws -> Child.Outcome in
        var outcome = try run([program, "build"] + arguments, in: folder.path)
        outcome.output = ""
        return outcome
      }
      let first = try build("--output", "known")
      let mark = folder.tree(".collate").compactMap { folder.identity(".collate/\($0)") }
      let second = try build("--output", "known")
      if mark == folder.tree(".collate").compactMap({ folder.identity(".collate/\($0)") }) { spared += 1 }
      try removeFolder("clean", in: folder)
      let clean = try build("--no-cache", "--output", "clean")
      let place = "seed \(seed), step \(step), \(touched)"
      // What a build tells of its output is told once.
      #expect(first.status == clean.status && second == clean, "\(place)")
      guard clean.status == 0 else { continue }
      #expect(
        folder.contents("known").filter { $0.key != ".collate-manifest" }
          == folder.contents("clean").filter { $0.key != ".collate-manifest" }, "\(place)")
    }
    #expect(spared > 3)
  }
}
