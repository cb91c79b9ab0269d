import TestSupport
import Testing

@Suite struct UsageTests {
  let site: Site

  init() throws { site = try Site() }

  static let usage =
    "[--site <dir>] [--strict] [--format <format>] [--quiet] [--no-color] [--output <dir>] [--base-url <url>] [--jobs <n>]"

  @Test(arguments: [
    (["check", "--jobs", "0"], "--jobs must be from 1 to 1024, not 0"),
    (["check", "--jobs", "1025"], "--jobs must be from 1 to 1024, not 1025"),
    (["check", "--jobs", "two"], "The value 'two' is invalid for '--jobs <n>'"),
    (["check", "--jobs"], "Missing value for '--jobs <n>'"),
    (["check", "--site", ""], "--site must name a folder"),
    (["check", "--output", ""], "--output must name a folder"),
    (
      ["check", "--base-url", "example.org"],
      #"--base-url "example.org" is no base URL: one begins with https:// or http://"#
    ),
    (
      ["check", "--base-url", "https:///x"],
      #"--base-url "https:///x" is no base URL: one names a host"#
    ),
    (["check", "--adopt"], "Unknown option '--adopt'"),
    (["check", "Content"], "Unexpected argument 'Content'"),
  ])
  func `wrong usage is told on standard error, with status 2`(arguments: [String], message: String) throws {
    let outcome = try run([try builtProgram("collate")] + arguments, in: site.folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    let lines = outcome.error.split(separator: "\n")
    #expect(lines.first == "Error: \(message)")
    #expect(lines.contains("Usage: collate check \(Self.usage)"))
    #expect(lines.last == "  See 'collate check --help' for more information.")
  }

  @Test func `a command that does not exist is wrong usage`() throws {
    #expect(
      try site.collate("biuld")
        == Child.Outcome(
          status: 2,
          error: """
            Error: Unexpected argument 'biuld'
            Usage: collate <subcommand>
              See 'collate --help' for more information.

            """))
  }

  @Test func `a format that does not exist is wrong usage`() throws {
    let outcome = try site.collate("build", "--format", "xml")
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.error.hasPrefix("Error: The value 'xml' is invalid for '--format <format>'"))
    #expect(!site.folder.exists("Public"))
  }

  @Test func `the version is one line`() throws {
    #expect(try site.collate("--version") == Child.Outcome(status: 0, output: "0.1.0\n"))
  }

  @Test(arguments: [
    ["--help"], ["build", "--help"], ["check", "--help"], ["import", "--help"], ["reference", "--help"],
    ["explain", "--help"],
    ["help", "build"], [],
  ])
  func `help goes to standard output and fits a terminal`(arguments: [String]) throws {
    let outcome = try run([try builtProgram("collate")] + arguments, environment: ["COLUMNS": "80"])
    #expect(outcome.status == 0 && outcome.error == "")
    let prose = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("USAGE:") }
    #expect(prose.filter { $0.count > 80 } == [])
  }

  @Test func `help names the commands, the folders and the exit statuses`() throws {
    let help = try site.collate("--help").output
    for part in [
      "  build                   Builds the site and publishes it.\n",
      "  check                   Does everything that build does but the writing.\n",
      "  import                  Turns a table of items into documents.\n",
      "  reference               Prints what templates can use.\n",
      "  explain                 Says what a diagnostic means and how to mend it.\n",
      "  Content/site.yml         title, language, section names\n",
      "  Public/                  the finished site\n",
      "The exit status is 0 when all is well, 1 when the content or a template has\nerrors, 2",
    ] { #expect(help.contains(part)) }
  }

  @Test func `reference prints what templates can use`() throws {
    let outcome = try site.collate("reference")
    #expect(outcome.status == 0 && outcome.error == "")
    #expect(outcome.output.hasPrefix("# What templates can use\n"))
    #expect(outcome.output.contains("### `item.html`\n"))
  }
}
