import ArgumentParser
import Diagnostics

/// The options of every command that works on a site: its location and what is printed.
struct SiteOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds Content and Templates.", valueName: "dir"))
  var site = "."

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: "How diagnostics are written to standard error.")
  var format: DiagnosticFormatter.Format = .text

  @Flag(help: "Print errors and warnings only.")
  var quiet = false

  @Flag(help: "Print without colours, as the variable NO_COLOR asks too.")
  var noColor = false

  func validate() throws {
    if site.isEmpty { throw ValidationError("--site must name a folder") }
  }
}

extension DiagnosticFormatter.Format: ExpressibleByArgument {}
