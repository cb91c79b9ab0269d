import ArgumentParser
import Diagnostics
import TextEncoding

/// The `collate explain` command.
struct Explain: Command {
  static let configuration = CommandConfiguration(
    abstract: "Says what a diagnostic means and how to mend it.",
    discussion: """
      Every diagnostic has an id, which stands in brackets before its message:

        error[dead-link]: the link "speed.md" leads nowhere

        collate explain dead-link          what that means, with an example
        collate explain | less             all ids, each with its sentence
      """)

  @Argument(help: ArgumentHelp("The id of a diagnostic; without one, all are listed.", valueName: "id"))
  var id: String?

  func validate() throws {
    guard let id, Diagnostic.Rule(id: id) == nil else { return }
    let close = Spelling.closest(to: id, among: Diagnostic.Rule.all.map(\.id))
    throw ValidationError(
      "there is no diagnostic \"\(visible(id))\"" + (close.map { "; did you mean \"\($0)\"?" } ?? ""))
  }

  func run(in session: Session) async -> ExitStatus {
    let rule = id.flatMap(Diagnostic.Rule.init(id:))
    session.console.write(
      rule.map(RuleText.explanation) ?? RuleText.list(Diagnostic.Rule.groups), to: .output)
    return .success
  }
}
