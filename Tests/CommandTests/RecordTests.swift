import Foundation
import TestSupport
import Testing

/// `build`, `build --watch` and `check`, each of which begins with the record that the last one has left.
@Suite struct RecordTests {
  let site: Site
  var folder: TemporaryFolder { site.folder }

  init() throws {
    site = try Site()
    try folder.write("---\nname: Flask\ntypo: x\n---\n", to: "Content/frameworks/flask.md")
  }

  /// Lets so much time pass that nothing is too new to be trusted.
  private func settle() async throws { try await Task.sleep(for: .milliseconds(150)) }

  /// What identifies the record, which every command that does something writes anew.
  private var record: [Int]? {
    folder.tree(".collate").first { $0.hasPrefix("build-") }.flatMap { folder.identity(".collate/\($0)") }
  }

  @Test func `a check after a build repeats what a check anew tells, its notes and warnings too`()
    async throws
  {
    try folder.write("---\nname: Speed\n---\n", to: "Content/criteria/speed.md")
    try folder.write(
      "---\nname: Django\n---\n\n## Strengths\n\n- **[Speed](../criteria/speed.md)**: is fast. [^a]\n\n"
        + "[^a]: [A review](../sources/review.md)\n",
      to: "Content/frameworks/django.md")
    try await settle()
    #expect(try site.collate("build").status == 0)
    let remembered = try #require(record)
    for arguments in [[], ["--strict"], ["--format", "json"], ["--format", "github"], ["--quiet"]] {
      let known = try checked(in: folder, arguments)
      #expect(known == (try checkedAnew(in: folder, arguments)), "\(arguments)")
    }
    #expect(record == remembered)
    let told = try checked(in: folder).error
    #expect(told.contains("note[wordless-reasons]") && told.contains("warning[unknown-key]"), "\(told)")
    #expect(told.contains("typo: x"))
  }

  @Test func `a check with another option, or after an edit, ignores the record`() async throws {
    try await settle()
    #expect(try site.collate("build").status == 0)
    let remembered = record
    #expect(try #require(Summary(try site.collate("check").output)).written == 0)
    for arguments in [["--base-url", "https://example.com/"], ["--output", "other"]] {
      #expect(try checked(in: folder, arguments) == checkedAnew(in: folder, arguments))
      #expect(try checked(in: folder, arguments).output.contains(" 0 to write") == false)
    }
    #expect(record == remembered)
    try folder.write("---\nname: Flask\n---\n\nNew words.\n", to: "Content/frameworks/flask.md")
    let changed = try checked(in: folder)
    #expect(changed == (try checkedAnew(in: folder)))
    #expect(try #require(Summary(changed.output)).written > 0)
    #expect(record == remembered)
    try folder.write("---\nname: Flask\nfacts: { nothing: 1 }\n---\n", to: "Content/frameworks/flask.md")
    #expect(try checked(in: folder).status == 1)
  }

  @Test func `a check by another version of the program ignores the record`() async throws {
    try await settle()
    #expect(try site.collate("build").status == 0)
    let remembered = record
    let program = try builtProgram("collate")
    #expect(try run(["/bin/cp", program, "other"], in: folder.path).status == 0)
    #expect(try run(["/bin/sh", "-c", "echo >>other"], in: folder.path).status == 0)
    #expect(try run(["./other", "check"], in: folder.path).status == 0)
    #expect(record != remembered)
  }

  @Test func `a check that finds the output as it should be leaves a record`() async throws {
    try await settle()
    #expect(try site.collate("build", "--no-cache").status == 0)
    #expect(record == nil)
    try await settle()
    #expect(try site.collate("check").status == 0)
    let remembered = try #require(record)
    #expect(try site.collate("build").status == 0)
    #expect(record == remembered)
  }

  @Test func `what a watch has read, a build need not read again`() async throws {
    try await settle()
    #expect(try site.collate("build").status == 0)
    let first = record
    let child = try Child([try builtProgram("collate"), "build", "--watch"], in: folder.path)
    defer { child.send(9) }
    #expect(eventually { child.outputSoFar.contains("Ctrl-C") }, "\(child.errorSoFar)")
    #expect(record == first)
    try folder.write("---\nname: Bottle\n---\n", to: "Content/frameworks/more/bottle.md")
    #expect(eventually { record != first })
    try folder.write("---\nname: Flask\n---\n\nNew words.\n", to: "Content/frameworks/flask.md")
    #expect(
      eventually { folder.text("Public/frameworks/flask/index.html")?.contains("New words") ?? false })
    #expect(eventually { child.outputSoFar.split(separator: "\n").count >= 6 })
    child.send(2)
    #expect(try child.wait().status == 0)
    let left = record
    #expect(try checked(in: folder) == checkedAnew(in: folder))
    #expect(try #require(Summary(try site.collate("build").output)).written == 0)
    #expect(record == left)
  }

  /// `RECORD_STEPS=10000` in the environment asks for more steps, `RECORD_SEED=7` for those of that seed.
  @Test func `commands in random order tell and publish what they would without a record`() async throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = environment["RECORD_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000)
    let steps = environment["RECORD_STEPS"].flatMap { Int($0) } ?? 8
    print("seed \(seed)")
    let folder = try TemporaryFolder()
    var edits = try RandomEdits(of: folder, seed: seed)
    var random = SplitMix64(seed: seed &+ 100)
    let program = try builtProgram("collate")
    for step in 0..<steps {
      var done: [String] = []
      if random.isLikely(0.5) { done += try edits.edit() }
      if random.isLikely(0.5) { try await settle() }
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        done.append("build")
        _ = try run([program, "build"], in: folder.path)
      case 2:
        done.append("build --strict")
        _ = try run([program, "build", "--strict"], in: folder.path)
      case 3:
        done.append("an edit of the output")
        if let bytes = folder.bytes("Public/index.html") {
          try folder.write(bytes + [0x20], to: "Public/index.html")
        }
      case 4:
        done.append("check")
      default:
        done.append("watch")
        let child = try Child([program, "build", "--watch"], in: folder.path)
        #expect(eventually { child.outputSoFar.contains("Ctrl-C") }, "seed \(seed), step \(step)")
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          done += try edits.edit()
          try await Task.sleep(for: .milliseconds(Int.random(in: 0...400, using: &random)))
        }
        child.send(random.isLikely(0.3) ? 9 : 2)
        _ = try child.wait()
      }
      let place = "seed \(seed), step \(step), \(done)"
      let anew = try checkedAnew(in: folder)
      #expect(try checked(in: folder) == anew, "\(place)")
      #expect(try checked(in: folder) == anew, "\(place), again")
      guard random.isLikely(0.5) else { continue }
      let built = try run([program, "build"], in: folder.path)
      #expect(built.status == anew.status, "\(place)")
      guard built.status == 0 else { continue }
      _ = try run(["/bin/rm", "-rf", "clean"], in: folder.path)
      #expect(try run([program, "build", "--no-cache", "--output", "clean"], in: folder.path).status == 0)
      #expect(
        folder.contents("Public").filter { $0.key != ".collate-manifest" }
          == folder.contents("clean").filter { $0.key != ".collate-manifest" }, "\(place)")
    }
  }

  private func checked(in folder: TemporaryFolder, _ arguments: [String] = []) throws -> Child.Outcome {
    var outcome = try run([try builtProgram("collate"), "check"] + arguments, in: folder.path)
    outcome.output = outcome.output.replacing(/\d+\.\d\d s\n/, with: "0.00 s\n")
    return outcome
  }

  /// What a check tells that finds no record.
  private func checkedAnew(in folder: TemporaryFolder, _ arguments: [String] = []) throws -> Child.Outcome {
    _ = try run(["/bin/mv", ".collate", "kept"], in: folder.path)
    defer { _ = try? run(["/bin/sh", "-c", "rm -rf .collate; mv kept .collate"], in: folder.path) }
    return try checked(in: folder, arguments)
  }
}
