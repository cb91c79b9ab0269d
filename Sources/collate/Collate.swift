import ArgumentParser
import Diagnostics
import Publishing

/// What every command has access to.
struct Session: Sendable {
  let console: Console
  let interruption: Interruption

  func reporter(for options: SiteOptions) -> Reporter {
    Reporter(
      console: console,
      options: Reporter.Options(
        format: options.format, isQuiet: options.quiet, isStrict: options.strict, noColor: options.noColor))
  }
}

/// A subcommand that reports its own errors and returns its exit status.
protocol Command: ParsableCommand, Sendable {
  func run(in session: Session) async -> ExitStatus
}

/// The root command.
struct Collate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collate",
    abstract: "Turns Markdown into a website that compares things, with a source for every cell.",
    discussion: """
      A site is a folder with a Content folder in it, and a Templates folder if it changes the bundled theme:

        Content/site.yml         title, language, section names
        Content/frameworks/*.md  what is compared, one document each
        Content/sources/*.md     who says it
        Templates/               your own templates, styles and scripts
        Public/                  the finished site

      In that folder, `collate build` needs no option:

        collate build                      publish the site to Public
        collate serve                      show it in a browser while you edit
        collate check --strict             say what is wrong, and write nothing
        collate build --site docs --output /srv/www/docs
        collate import frameworks.csv      show which documents a table would make
        collate reference                  what a template may use
        collate explain dead-link          what a diagnostic means

      The exit status is 0 when all is well, 1 when the content or a template has errors, \
      2 when the command was used wrongly, and 3 when the disk, a permission or another \
      build is in the way.
      """,
    version: "0.1.0",
    subcommands: [Build.self, Serve.self, Check.self, Import.self, Reference.self, Explain.self])
}

@main
/// The entry point.
enum Program {
  static func main() {
    let console = Console.prepared()
    do {
      var command = try Collate.parseAsRoot()
      if let command = command as? any Command {
        let session = Session(console: console, interruption: Interruption())
        session.interruption.watch { console.exit(await command.run(in: session)) }
      }
      try command.run()
      console.exit(.success)
    } catch {
      let isWellMeant = Collate.exitCode(for: error) == .success
      console.write(Collate.fullMessage(for: error) + "\n", to: isWellMeant ? .output : .error)
      console.exit(isWellMeant ? .success : .wrongUsage)
    }
  }
}
