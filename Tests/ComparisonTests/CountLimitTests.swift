import Comparison
import TestSupport
import Testing

/// How many things a document may hold: at each limit it is read, and one more is an error at its place.
struct CountLimitTests {
  /// The errors of limits, each with its line.
  private func limits(_ files: [String: String]) async -> [String] {
    let (_, report) = await SiteInMemory.small(files).resolved()
    return report.matches(of: /error\[document-limit\]: (.*)\n +--> Content\/(.*):(\d+):\d+\n/).map {
      "\($0.output.2):\($0.output.3) \($0.output.1)"
    }
  }

  private func numbers(_ count: Int) -> String { (0..<count).map { "v\($0)" }.joined(separator: ",") }

  private func item(_ facts: String) -> [String: String] {
    var files = ["items/x.md": "---\nname: X\nfacts:\n\(facts)---\n"]
    for number in 0..<6 { files["criteria/c\(number).md"] = "---\nname: C\(number)\ntype: list\n---\n" }
    return files
  }

  @Test func `a list has two hundred values`() async {
    #expect(await limits(item("  c0: [\(numbers(200))]\n")) == [])
    #expect(
      await limits(item("  c0: [\(numbers(201))]\n")) == ["items/x.md:4 a list has more than 200 values"])
    #expect(
      await limits(item("  open: yes\n  c0: { value: [\(numbers(201))], sources: [one] }\n"))
        == ["items/x.md:5 a list has more than 200 values"])
  }

  @Test func `the facts of an item have a thousand values`() async {
    let full = (0..<5).map { "  c\($0): [\(numbers(200))]\n" }.joined()
    #expect(await limits(item(full)) == [])
    #expect(
      await limits(item(full + "  c5: one\n"))
        == ["items/x.md:9 the facts have more than 1000 values together"])
  }

  @Test func `a fact and a claim have fifty sources`() async {
    func sources(_ count: Int) -> [String: String] {
      var files: [String: String] = [:]
      for number in 0..<count { files["sources/s\(number).md"] = "---\nname: S\(number)\n---\n" }
      return files
    }
    func names(_ count: Int) -> String { (0..<count).map { "s\($0)" }.joined(separator: ",") }
    func facts(_ count: Int) -> [String: String] {
      sources(count).merging(item("  open: { value: yes, sources: [\(names(count))] }\n")) { $1 }
    }
    #expect(await limits(facts(50)) == [])
    #expect(await limits(facts(51)) == ["items/x.md:4 a fact has sources, more than 50"])
    func claims(_ count: Int) -> [String: String] {
      let marks = (0..<count).map { "[^\($0)]" }.joined()
      let notes = (0..<count).map { "[^\($0)]: [S](../sources/s\($0).md)\n" }.joined()
      return sources(count).merging([
        "items/x.md": "---\nname: X\n---\n## Strengths\n\n- **Speed**: quick. \(marks)\n\n\(notes)"
      ]) { $1 }
    }
    #expect(await limits(claims(50)) == [])
    #expect(await limits(claims(51)) == ["items/x.md:6 a claim refers to more than 50 footnotes"])
  }

  @Test(arguments: ["Strengths", "Use cases", "Used by"])
  func `an item makes a thousand claims`(heading: String) async {
    func claims(_ count: Int, _ label: String) -> [String: String] {
      let lines = (0..<count).map { "- **\(label)\($0)**\n" }.joined()
      return ["items/x.md": "---\nname: X\n---\n## \(heading)\n\n\(lines)"]
    }
    #expect(await limits(claims(1000, "Thing ")) == [])
    let many = ["items/x.md:1006 the document makes more than 1000 claims"]
    #expect(await limits(claims(1005, "Thing ")) == many)
    // One about two things counts for both.
    #expect(
      await limits(claims(501, "A thing, a thing "))
        == ["items/x.md:506 the document makes more than 1000 claims"])
  }

  @Test func `a label names twenty things`() async {
    func label(_ count: Int) -> [String: String] {
      let names = (0..<count).map { "Org \($0)" }.joined(separator: ", ")
      return ["items/x.md": "---\nname: X\n---\n## Used by\n\n- **\(names)**\n"]
    }
    #expect(await limits(label(20)) == [])
    #expect(await limits(label(21)) == ["items/x.md:6 a label names more than 20 things"])
  }

  @Test func `a use case has a hundred needs, and a matrix names five hundred rows`() async {
    var files: [String: String] = [:]
    for number in 0..<101 { files["criteria/c\(number).md"] = "---\nname: C\(number)\n---\n" }
    func names(_ count: Int) -> String { (0..<count).map { "c\($0 % 101)" }.joined(separator: ",") }
    func document(_ path: String, _ key: String, _ count: Int) -> [String: String] {
      files.merging([path: "---\nname: X\n\(key): [\(names(count))]\n---\n"]) { $1 }
    }
    #expect(await limits(document("use-cases/u.md", "needs", 100)) == [])
    #expect(
      await limits(document("use-cases/u.md", "needs", 101))
        == ["use-cases/u.md:3 a use case has more than 100 needs"])
    #expect(await limits(document("matrices/m.md", "rows", 500)) == [])
    #expect(
      await limits(document("matrices/m.md", "rows", 501))
        == ["matrices/m.md:3 a matrix names rows, more than 500"])
  }

  @Test func `what stands on many pages is short`() async {
    func text(_ bytes: Int) -> String { String(repeating: "é", count: bytes / 2) }
    func item(name: Int, summary: Int, note: Int) -> [String: String] {
      [
        "items/x.md":
          "---\nname: \(text(name))\nsummary: \(text(summary))\nfacts:\n  open: { value: yes, note: \(text(note)), basis: common }\n---\n"
      ]
    }
    #expect(await limits(item(name: 500, summary: 4000, note: 4000)) == [])
    #expect(
      await limits(item(name: 502, summary: 4002, note: 4002)) == [
        "items/x.md:2 \"name\" is longer than 500 bytes",
        "items/x.md:3 \"summary\" is longer than 4000 bytes",
        "items/x.md:5 \"note\" is longer than 4000 bytes",
      ])
  }

  @Test func `after a hundred problems nobody searches for what was meant`() async {
    let keys = (0..<500).map { "  speeed-\($0): 1\n" }.joined()
    let (_, report) = await SiteInMemory.small(item(keys)).resolved()
    #expect(report.ranges(of: "error[unknown-criterion]").count == 500)
    let links = (0..<300).map { "[a](../sources/onne.md#\($0))\n" }.joined()
    let (_, dead) = await SiteInMemory.small(["guides/g.md": "---\nname: G\n---\n\(links)"]).resolved()
    #expect(dead.ranges(of: "error[dead-link]").count == 300)
    #expect(dead.ranges(of: "did you mean").count == 100)
  }
}
