import Foundation
import TestSupport
import Testing

/// `Scripts/collate` in a copy of the repository, with a compiler that is none.
struct ScriptTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path(percentEncoded: false)
    _ = try run(["cp", "-R", "\(repository)/Scripts", folder.path])
    try folder.write("", to: "Package.swift")
    try folder.write("", to: "Sources/main.swift")
  }

  private func collate(compiler: String) throws -> Child.Outcome {
    try folder.write("#!/bin/sh\n\(compiler)\n", to: "bin/swift")
    return try run(
      ["sh", "-c", "chmod +x bin/swift && PATH=$PWD/bin:$PATH Scripts/collate check"], in: folder.path)
  }

  private var logs: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/.build"))?
      .filter { $0.hasPrefix("collate-build") } ?? []
  }

  @Test func `what is shown of a build that fails is its own log, and none stays`() throws {
    let first = try collate(compiler: "echo earlier; exit 1")
    #expect(first.status == 3 && first.error.contains("earlier\n"))
    // Says nothing at all.
    let second = try collate(compiler: "exit 1")
    #expect(second.status == 3 && !second.error.contains("earlier"))
    #expect(second.error.hasSuffix("Collate could not be built; the log is above.\n"))
    #expect(logs == [])
  }

  @Test func `a log that another build writes meanwhile is not shown`() throws {
    let other =
      "for log in .build/collate-build*; do [ -s \"$log\" ] || echo other >>.build/collate-build.log; done"
    let outcome = try collate(compiler: "\(other); echo mine; exit 1")
    #expect(outcome.error.contains("mine\n") && !outcome.error.contains("other"))
  }

  @Test func `a folder that takes no log is told`() throws {
    try folder.write("", to: ".build")
    let outcome = try collate(compiler: "exit 0")
    #expect(outcome.status != 0 && !outcome.error.contains("the log is above"))
  }
}
