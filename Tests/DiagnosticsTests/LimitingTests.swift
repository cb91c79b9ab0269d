import Diagnostics
import Testing

/// Of very many diagnostics of a kind the first are told, and how many there are.
struct LimitingTests {
  private func many(
    _ count: Int, _ rule: Diagnostic.Rule, in path: String, _ severity: Diagnostic.Severity = .error
  ) -> [Diagnostic] {
    (0..<count).map {
      Diagnostic(
        rule, as: severity, "wrong", inFile: path, at: SourcePosition(line: $0 + 1, column: 1))
    }
  }

  @Test func `fifty of a kind in a file are told, and the rest counted where it begins`() {
    let limited = many(1000, .deadLink, in: "x.md").limited()
    #expect(limited.count == 51)
    #expect(limited.last?.summary == "950 more of this kind from here on")
    #expect(limited.last?.place == .position("x.md", SourcePosition(line: 51, column: 1)))
    #expect(limited.count(of: .error) == 1000)
  }

  @Test func `kinds, files and severities are counted apart`() {
    let kinds = [
      many(50, .deadLink, in: "caf\u{E9}.md"), many(50, .deadLink, in: "cafe\u{301}.md"),
      many(50, .deadImage, in: "caf\u{E9}.md"),
      many(50, .deadLink, in: "caf\u{E9}.md", .warning),
    ]
    #expect(kinds.flatMap { $0 }.limited() == kinds.flatMap { $0 })
  }

  @Test func `what was limited before keeps its number, and more is added to it`() {
    let limited = many(1000, .deadLink, in: "x.md").limited()
    #expect(limited.limited() == limited)
    #expect(
      (many(10, .deadLink, in: "x.md") + limited).limited().last?.summary
        == "960 more of this kind from here on")
  }
}
