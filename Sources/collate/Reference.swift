import ArgumentParser
import Pages

/// The `collate reference` command.
struct Reference: Command {
  static let configuration = CommandConfiguration(
    abstract: "Prints what templates can use.",
    discussion: """
      The text comes from the same declarations that templates are checked against.

        collate reference | less
      """)

  func run(in session: Session) async -> ExitStatus {
    session.console.write(templateReference(), to: .output)
    return .success
  }
}
