import Diagnostics

/// `Docs/diagnostics.md`, made from the tables of rules.
enum RulePage {
  private static let introduction = """
    # Diagnostics

    Every diagnostic has an id, which stands in brackets before its message: `error[dead-link]: …`. This page says of each id what
    it means, why it matters and how to mend it; `collate explain dead-link` prints the same.

    An error keeps the site from being published, and a warning does under `--strict`. Each id says which it is; some are the
    other where the case is graver or lighter. A note is for your information. With `--format json` the id is the member `id`, with `--format github` the title.

    The examples are parts of a small site that compares web frameworks: Flask and Pyramid are items, Bottle is a draft, `review` and `survey` are sources.
    Speed is a criterion without a type; language, licence, release and the like have one. Freshness is judged by 2026-06-01.
    This page is made from the program's own tables; a test keeps it as they are.

    """

  static var text: String {
    introduction + Diagnostic.Rule.groups.map(section).joined()
  }

  private static func section(_ group: Diagnostic.Rule.Group) -> String {
    "\n## \(group.title)\n" + group.rules.map(entry).joined()
  }

  private static func entry(_ rule: Diagnostic.Rule) -> String {
    let example = rule.example
    var text = """

      ### `\(rule.id)`

      \(rule.meaning) (\(rule.severity.name))

      - **Why it matters**: \(rule.reason)
      - **How to mend it**: \(rule.remedy)

      For example, \(example.place.words):

      \(block(example.faulty, example.place.language))

      """
    if let mended = example.mended { text += "\nMended:\n\n\(block(mended, example.place.language))\n" }
    return text
  }

  private static func block(_ text: String, _ language: String) -> String {
    "```\(language)\n\(text)\(text.isEmpty || text.hasSuffix("\n") ? "" : "\n")```"
  }
}

extension Diagnostic.Rule.Example.Place {
  fileprivate var language: String {
    switch self {
    case .body: "markdown"
    case .frontMatter, .settings: "yaml"
    case .situation: "console"
    case .file(let path), .imported(let path, _):
      switch path.split(separator: ".").last {
      case "md", "markdown": "markdown"
      case "jsonl": "json"
      case let ending?: ending == "png" ? "" : String(ending)
      case nil: ""
      }
    }
  }
}
