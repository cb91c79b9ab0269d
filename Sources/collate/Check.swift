import ArgumentParser

/// The `collate check` command.
struct Check: Command {
  static let configuration = CommandConfiguration(
    abstract: "Does everything that build does but the writing.",
    discussion: """
      Reports every error and warning at its place, and says what a build would write.

        collate check                      the site in the current folder
        collate check --strict --format github
                                           in a workflow, with annotations
        collate check --format json        one JSON object a line, for programs
      """)

  @OptionGroup var options: SharedOptions

  func run(in session: Session) async -> ExitStatus {
    await SiteRun(options: options, session: session).run(.checking)
  }
}
