import TestSupport
import Testing

/// Builds in a process of their own, which may be killed, starved and blocked.
@Suite(.serialized) struct FaultTests {
  let folder: TemporaryFolder
  let probe: String

  init() throws {
    folder = try TemporaryFolder()
    probe = try builtProgram("PublishingProbe")
    try folder.makeFolder("site/Content")
  }

  private func arguments(
    edition: Int, count: Int, jobs: Int = 2, delay: Int = 0, output: String = "out"
  ) -> [String] {
    [probe, "\(folder.path)/site", "\(folder.path)/\(output)"]
      + [edition, count, jobs, delay].map { "\($0)" }
  }

  /// Whether a page is what some edition makes of it, from the first byte to the last.
  private func isWhole(_ path: String, _ text: String, editions: ClosedRange<Int>) -> Bool {
    guard let number = path.split(separator: "/").dropFirst(2).first else { return false }
    return editions.contains { String(repeating: "edition \($0) file \(number)\n", count: 60) == text }
  }

  private func pages() -> [String: String] { folder.contents("out").filter { $0.key.hasPrefix("pages/") } }

  @Test(.timeLimit(.minutes(5)))
  func `a build that is killed leaves every file old or new, and the next heals the rest`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    var killed = 0
    for edition in 1...20 {
      let child = try Child(arguments(edition: edition, count: 400, jobs: 1 + edition % 3))
      pauseFor(microseconds: UInt32.random(in: 1000...80_000, using: &random))
      child.send(9)
      if try child.wait().status == 128 + 9 { killed += 1 }
      for (path, text) in pages() where !path.contains(".collate-tmp-") {
        #expect(isWhole(path, text, editions: 1...edition), "\(path), edition \(edition), seed \(seed)")
      }
    }
    #expect(killed > 0, "seed \(seed)")
    let healed = try run(arguments(edition: 21, count: 400))
    #expect(healed.status == 0, "seed \(seed)")
    _ = try run(arguments(edition: 21, count: 400, output: "clean"))
    #expect(folder.tree("out") == folder.tree("clean"), "seed \(seed)")
    #expect(folder.contents("out") == folder.contents("clean"), "seed \(seed)")
    #expect(folder.contents("out").count == 321)
  }

  @Test(.timeLimit(.minutes(5)), arguments: [(Int32(2), Int32(130)), (15, 143)])
  func `a signal ends the build between two files`(signal: Int32, status: Int32) throws {
    let child = try Child(arguments(edition: 1, count: 100, delay: 20_000))
    #expect(eventually { !pages().isEmpty })
    child.send(signal)
    #expect(
      try child.wait()
        == Child.Outcome(
          status: status,
          output: """
            error[interrupted]: signal \(signal) ended the build
              = help: the next build completes it


            """))
    let files = folder.contents("out")
    #expect(files.count < 80)
    #expect(files.keys.allSatisfy { $0 == ".collate-manifest" || $0.hasSuffix("index.html") })
    #expect(files[".collate-manifest"]?.hasPrefix("collate-manifest 2 unfinished\n") == true)
    #expect(try run(arguments(edition: 1, count: 100)).output.hasSuffix(" unchanged, 0 removed\n"))
  }

  @Test(.timeLimit(.minutes(5))) func `a second signal, and one before the writing, end it at once`() throws {
    let child = try Child(arguments(edition: 1, count: 2, delay: 30_000_000))
    #expect(eventually { folder.exists("out/.collate-lock") })
    child.send(15)
    pauseFor(microseconds: 20_000)
    child.send(15)
    #expect(try child.wait().status == 143)
  }

  @Test(.timeLimit(.minutes(5))) func `a second build names the process that holds the lock`() throws {
    let first = try Child(arguments(edition: 1, count: 2, delay: 30_000_000))
    #expect(eventually { folder.exists("out/.collate-lock") })
    // The file is there a moment before the lock.
    pauseFor(microseconds: 50_000)
    let second = try run(arguments(edition: 1, count: 2))
    #expect(
      second
        == Child.Outcome(
          status: 3,
          output: """
            error[locked-output]: process \(first.process) publishes into "\(folder.path)/out"
             --> \(folder.path)/out
              = help: wait until it has ended


            """))
    first.send(9)
    _ = try first.wait()
    #expect(folder.exists("out/.collate-lock"))
    #expect(
      try run(arguments(edition: 1, count: 2))
        == Child.Outcome(status: 0, output: "2 written, 0 unchanged, 0 removed\n"))
    #expect(!folder.exists("out/.collate-lock"))
  }

  @Test(.timeLimit(.minutes(5))) func `of many builds at once each publishes or says why not`() throws {
    let children = try (1...12).map { _ in try Child(arguments(edition: 1, count: 20, delay: 300)) }
    let outcomes = try children.map { try $0.wait() }
    #expect(
      outcomes.allSatisfy { $0.status == 0 || $0.output.hasPrefix("error[locked-output]") }, "\(outcomes)")
    #expect(outcomes.contains { $0.status == 0 })
    #expect(folder.contents("out").count == 17)
    #expect(!folder.exists("out/.collate-lock"))
  }

  @Test func `few file descriptors suffice`() throws {
    try folder.write("x", to: "site/Content/" + String(repeating: "d/", count: 50) + "a.md")
    #expect(
      try run(arguments(edition: 1, count: 400, jobs: 16), shell: "ulimit -n 32")
        == Child.Outcome(status: 0, output: "320 written, 0 unchanged, 0 removed\n"))
  }

  @Test func `a disk that takes no more is an error that names the file, and heals`() throws {
    // A limit on the size of a file fails in the middle of a page, as a full disk does; the manifest is short enough.
    let outcome = try run(arguments(edition: 1, count: 3), shell: "trap '' XFSZ; ulimit -f 1")
    #expect(
      outcome
        == Child.Outcome(
          status: 3,
          output: """
            error[cannot-write]: cannot write "\(folder.path)/out/pages/0/0/index.html": File too large
             --> \(folder.path)/out/pages/0/0/index.html


            """))
    #expect(folder.contents("out").keys.sorted() == [".collate-manifest"])
    #expect(try run(arguments(edition: 1, count: 3)).output == "3 written, 0 unchanged, 0 removed\n")
  }
}
