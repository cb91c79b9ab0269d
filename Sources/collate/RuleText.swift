import Diagnostics

/// Formats diagnostic rules as text for a terminal.
enum RuleText {
  private static let width = 80

  /// Lists the ids by subject, each with its meaning: `dead-link  A link leads to nothing that the site publishes.`
  static func list(_ groups: [Diagnostic.Rule.Group]) -> String {
    let column = groups.flatMap(\.rules).map(\.id.utf8.count).max() ?? 0
    return groups.map { group in
      let lines = group.rules.map { rule in
        "  " + rule.id + String(repeating: " ", count: column - rule.id.utf8.count + 2) + rule.meaning + "\n"
      }
      return group.title + "\n\n" + lines.joined()
    }.joined(separator: "\n")
  }

  /// Explains one rule in lines that fit a terminal, except those of its example.
  static func explanation(_ rule: Diagnostic.Rule) -> String {
    let example = rule.example
    var parts = [
      "\(rule.severity.name)[\(rule.id)]", wrapped(rule.meaning), wrapped("Why it matters: \(rule.reason)"),
      wrapped("How to mend it: \(rule.remedy)"),
      wrapped("For example, \(example.place.words):"), indented(example.faulty),
    ]
    if let mended = example.mended { parts += ["Mended:", indented(mended)] }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func indented(_ text: String) -> String {
    if text.isEmpty { return "    (nothing)" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast(text.hasSuffix("\n") ? 1 : 0).map { $0.isEmpty ? "" : "    \($0)" }
      .joined(separator: "\n")
  }

  private static func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
