import Comparison
import Foundation
import Importing
import TestSupport
import Testing

/// What the documentation shows is taken out of it and imported, so that it stays true.
struct DocumentationTests {
  private static let settings = [
    "site.yml": "title: Coffee at home\nitems: { folder: methods, one: method, many: methods }\n",
    "sources/kitchen-lab.md": "---\nname: Kitchen Lab\n---\n",
  ]

  private func block(_ language: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Docs/import.md"), encoding: .utf8)
    let start = try #require(text.range(of: "```\(language)\n"))
    let end = try #require(text[start.upperBound...].range(of: "```\n"))
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test func `the table of the documentation becomes what it says`() async throws {
    let imported = await Imported(
      try block("csv"), file: "coffee.csv", into: Self.settings, options: ImportOptions(source: "kitchen-lab")
    )
    let report = try block("text").split(separator: "\n").dropFirst().map(String.init)
    for (line, column) in zip(report, imported.plan.columns) {
      let parts = line.split(separator: /[ ]{2,}/).map(String.init)
      #expect(parts == [column.header, column.outcome, column.evidence].filter { !$0.isEmpty })
    }
    #expect(report.count == imported.plan.columns.count)
    #expect(
      imported.document("espresso-machine").map { "# Content/methods/espresso-machine.md\n" + $0 }
        == (try block("yaml")))
    #expect(imported.report == "")
    #expect(await imported.resolved().errors == [])
  }

  @Test func `the lines of the documentation become what it says`() async throws {
    let imported = await Imported(
      try block("json"), file: "coffee.jsonl", into: Self.settings,
      options: ImportOptions(source: "kitchen-lab"))
    let (catalog, errors) = await imported.resolved()
    #expect(errors == [] && imported.report == "")
    #expect(catalog.lines(of: "moka-pot") == ["strengths “Taste”: never thin. [Kitchen Lab]"])
    #expect(catalog.cell("french-press", "minutes")?.facts.map(\.note) == [nil, "for coarse coffee"])
  }
}
