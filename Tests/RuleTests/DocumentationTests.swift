import Diagnostics
import Foundation
import Testing

/// The page of all rules that is in the repository.
///
/// `RECORD_DIAGNOSTICS=1 swift test --filter RuleTests` writes it anew, and fails so that nobody forgets to look at it.
struct DocumentationTests {
  @Test func `Docs/diagnostics.md says what the tables say`() throws {
    let page = RuleTests.root.appending(path: "Docs/diagnostics.md")
    if ProcessInfo.processInfo.environment["RECORD_DIAGNOSTICS"] != nil {
      try Data(RulePage.text.utf8).write(to: page)
      Issue.record("recorded; look at the difference, and run again without RECORD_DIAGNOSTICS")
      return
    }
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text == RulePage.text, "run RECORD_DIAGNOSTICS=1 swift test --filter RuleTests")
  }

  @Test func `every id that the documents name is one of a rule`() throws {
    let names = [
      "README.md", "CHANGELOG.md", "Docs/content.md", "Docs/import.md", "Docs/serve.md", "Docs/shards.md",
    ]
    for name in names {
      let text = try String(contentsOf: RuleTests.root.appending(path: name), encoding: .utf8)
      let ids = text.matches(of: /(?:error|warning|note)\[([^\]]*)\]/).map { String($0.1) }
      #expect(ids.filter { Diagnostic.Rule(id: $0) == nil } == [], "\(name)")
    }
  }
}
