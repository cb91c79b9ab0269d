import Testing

/// A template and all that is said about it.
struct MistakeCase: Sendable, CustomTestStringConvertible {
  var template: String
  var output: String

  var testDescription: String { template }

  /// Cases one after another: a line of `=====` and the template, in which `⏎` is a line's end, then the diagnostics.
  static func cases(in text: String) -> [MistakeCase] {
    text.split(separator: "===== ").map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let template = lines[0].split(separator: "⏎", omittingEmptySubsequences: false)
      var output = lines.count > 1 ? String(lines[1]) : ""
      while output.hasSuffix("\n") { output.removeLast() }
      return MistakeCase(template: template.joined(separator: "\n"), output: output + "\n\n")
    }
  }
}
