import TestSupport
import Testing

/// Builds of parts of a site, through the command.
@Suite struct ShardTests {
  let site: Site
  var folder: TemporaryFolder { site.folder }

  init() throws { site = try Site() }

  /// What a folder holds, but for Collate's own lists.
  private func published(_ path: String) -> [String: String] {
    folder.contents(path).filter { !$0.key.hasPrefix(".collate-") }
  }

  @Test func `all parts that are copied together are the site, and each knows its own files`() throws {
    #expect(try site.collate("build").status == 0)
    let whole = published("Public")
    for number in 1...3 {
      let outcome = try site.collate("build", "--shard", "\(number)/3", "--output", "parts")
      #expect(outcome.status == 0 && outcome.error == "")
      #expect(try site.collate("build", "--shard", "\(number)/3", "--output", "part\(number)").status == 0)
    }
    // One after the other into one folder: none removes the files of another.
    #expect(published("parts") == whole)
    let parts = (1...3).map { published("part\($0)") }
    #expect(parts.allSatisfy { !$0.isEmpty && $0.count < whole.count })
    #expect(parts.reduce(0) { $0 + $1.count } == whole.count)
    #expect(parts.reduce(into: [:]) { $0.merge($1) { one, _ in one } } == whole)

    try folder.remove("Content/frameworks/flask.md")
    for number in 1...3 {
      #expect(try site.collate("build", "--shard", "\(number)/3", "--output", "parts").status == 0)
    }
    #expect(try site.collate("build").status == 0)
    #expect(published("parts") == published("Public"))
  }

  @Test func `each part checks the whole site`() throws {
    try folder.write("---\nname: Flask\ntypo: x\n", to: "Content/frameworks/flask.md")
    let whole = try site.collate("build")
    #expect(whole.status == 1)
    for number in 1...3 {
      #expect(try site.collate("build", "--shard", "\(number)/3", "--output", "part\(number)") == whole)
      #expect(!folder.exists("part\(number)"))
    }
  }

  @Test(arguments: ["0/3", "4/3", "a/b", "3"])
  func `what names no part is wrong usage`(text: String) throws {
    let outcome = try site.collate("build", "--shard", text)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(
      outcome.error.hasPrefix(
        "Error: --shard must be one of n parts, counted from 1, such as 2/3, not \"\(text)\"\n"))
    #expect(!folder.exists("Public"))
  }
}
