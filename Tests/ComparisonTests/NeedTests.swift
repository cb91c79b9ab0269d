import Comparison
import TestSupport
import Testing

/// What a use case may need, and what is told where it is written otherwise.
struct NeedTests {
  private func needs(_ needs: String) async -> (needs: [UseCase.Need], report: String) {
    let (catalog, report) = await SiteInMemory.small([
      "use-cases/games.md": "---\nname: Games\nneeds: \(needs)\n---\n"
    ]).resolved()
    return (catalog.useCases.first?.needs ?? [], report)
  }

  @Test func `criteria help, values are conditions or preferred`() async {
    let (needs, report) = await needs(
      "[speed, { language: swift }, { open: yes, prefer: true }, { prefer: no, year: 2000 }]")
    #expect(report == "")
    let kinds = needs.map { need in
      switch need {
      case .help: "help"
      case .condition: "condition"
      case .preference: "preference"
      }
    }
    #expect(kinds == ["help", "condition", "preference", "condition"])
  }

  @Test(arguments: [
    ("{ language: swift, prefr: true }", "unknown-key]: a need has no key \"prefr\"", "mean \"prefer\"?"),
    ("{ Prefer: true, language: swift }", "unknown-key]: a need has no key \"Prefer\"", "mean \"prefer\"?"),
    (
      "{ language: swift, open: yes }",
      "unknown-key]: a need is about one criterion, \"language\", and has no key \"open\"",
      "known key: prefer; a second criterion goes in braces of its own"
    ),
    ("{ prefer: true }", "missing-key]: a need has no criterion", "name one, with the value that is needed"),
    ("{ language: swift, prefer: maybe }", "wrong-type]: \"prefer\" is yes or no, not \"maybe\"", ""),
    ("{ languge: swift }", "unknown-criterion]: no criterion is named \"languge\"", "mean \"language\"?"),
    (
      "{ language: swft, prefer: true }", "unknown-value]: \"Language\" has no value \"swft\"",
      "mean \"swift\"?"
    ),
    ("{ language: unknown }", "wrong-value]: a use case cannot need that \"Language\" is unknown", ""),
    ("{ speed: yes }", "wrong-type]: \"Speed\" takes claims only, no facts", ""),
    ("[speed]", "wrong-type]: \"needs\" takes criteria, or { criterion: value }, not a list", ""),
  ])
  func `a need that is written wrong is an error at its place`(_ need: String, _ what: String, _ help: String)
    async
  {
    let (_, report) = await needs("[\(need)]")
    #expect(report.hasPrefix("error[\(what)"), "\(report)")
    #expect(report.contains(" --> Content/use-cases/games.md:3:"))
    #expect(report.contains(help), "\(report)")
    #expect(report.ranges(of: "error[").count == 1, "\(report)")
  }

  @Test func `a need that is named twice is an error, as it would count twice`() async {
    let (needs, report) = await needs(
      "[speed, { language: swift }, { language: c-sharp }, Performance, { language: swift, prefer: true }]")
    #expect(needs.count == 3)
    #expect(
      report == """
        error[duplicate-need]: the needs name "Performance" twice, which would count it twice
         --> Content/use-cases/games.md:3:60
          |
        3 | needs: [speed, { language: swift }, { language: c-sharp }, Performance, { language: swift, prefer: true }]
          |                                                            ^^^^^^^^^^^

        error[duplicate-need]: the needs name "language" twice, which would count it twice
         --> Content/use-cases/games.md:3:75
          |
        3 | needs: [speed, { language: swift }, { language: c-sharp }, Performance, { language: swift, prefer: true }]
          |                                                                           ^^^^^^^^


        """)
  }
}
