import ArgumentParser
import Preview

/// The `collate serve` command.
struct Serve: Command {
  static let configuration = CommandConfiguration(
    abstract: "Shows the site in a browser while you edit it.",
    discussion: """
      The site is kept in memory, and nothing is written. A page is made when it is \
      asked for. When a file is saved, open pages show it at once, where you were \
      reading; a change of a style sheet needs no reload. What is wrong is shown over \
      the page, which stays the last good one until the mistake is mended.

        collate serve                      http://127.0.0.1:8000/
        collate serve --open --follow      in your browser, always at the document \
      that you saved
        collate serve --editor vscode      places in messages open in the editor
        collate serve --host 0.0.0.0       for other machines too, such as a phone
      """)

  @OptionGroup var common: SiteOptions

  @Option(
    help: ArgumentHelp("Where the site will stand, in place of base-url in site.yml.", valueName: "url"))
  var baseURL: String?

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "name or address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen on, or the next one that is free.", valueName: "n"))
  var port = 8000

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(help: "Show the page of the document that was saved.")
  var follow = false

  @Option(help: "Link places in messages to an editor.")
  var editor: EditorLink.Editor?

  @Flag(help: "Send pages as build writes them, without the script that reloads them.")
  var noReload = false

  @Flag(help: "Look at the files now and then, where the system does not tell of changes.")
  var poll = false

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port must be from 0 to 65535, not \(port)") }
    if host.isEmpty { throw ValidationError("--host must name a host or an address") }
    if let problem = baseURL.flatMap(SharedOptions.problem(inBaseURL:)) { throw ValidationError(problem) }
  }

  func run(in session: Session) async -> ExitStatus { await ServeRun(options: self, session: session).run() }
}

extension EditorLink.Editor: ExpressibleByArgument {}
