import ArgumentParser
import Comparison
import Diagnostics
import Importing
import Publishing

/// The `collate import` command.
struct Import: Command {
  static let configuration = CommandConfiguration(
    abstract: "Turns a table of items into documents.",
    discussion: """
      Shows which documents the rows of a CSV file, or the lines of a JSON Lines file, \
      would make, and writes them when it is told to. A document that exists is never \
      overwritten. What a column is called says what it means: name, slug, summary, \
      website, aliases, updated, body; every other column is a criterion, whose type \
      its values show. A criterion that the site has says itself how its values are \
      read.

        collate import cms.csv             show what would be written
        collate import cms.csv --source survey-2026
                                           with the source of every fact
        collate import cms.csv --source survey-2026 --write
                                           write it
        collate import cms.jsonl --name-column product --skip id --full
                                           show every document whole
      """)

  @Argument(help: ArgumentHelp("The file: CSV, or JSON Lines (.jsonl, .json).", valueName: "file"))
  var file: String

  @Flag(help: "Write the documents, in place of showing them.")
  var write = false

  @Option(help: ArgumentHelp("Who states all this: a source of the site, or a new one.", valueName: "slug"))
  var source: String?

  @Option(help: ArgumentHelp("The column with the names of the items.", valueName: "column"))
  var nameColumn: String?

  @Option(help: ArgumentHelp("A column to leave out; may be given several times.", valueName: "column"))
  var skip: [String] = []

  @Flag(help: "Show every document whole.")
  var full = false

  @OptionGroup var options: SiteOptions

  func run(in session: Session) async -> ExitStatus {
    let reporter = session.reporter(for: options)
    do throws(PublishingError) {
      let (tree, found) = try discover(site: options.site)
      let (site, problems) = await readDocuments(tree, jobs: session.console.processorCount)
      // Other errors of the site do not matter, but the settings determine where items belong.
      let settings = (found + problems).filter { $0.place.path == "Content/site.yml" }
      guard !settings.hasErrors else {
        reporter.report(settings, sources: tree.texts)
        return reporter.refuse(settings)
      }
      let (text, unread) = try readText(at: file, atMost: Self.mostBytes)
      guard let text else {
        reporter.report(unread)
        return reporter.refuse(unread)
      }
      let (plan, diagnostics) = planImport(
        text, into: site, options: ImportOptions(nameColumn: nameColumn, source: source, skipped: skip))
      reporter.report(diagnostics, sources: [text])
      guard !reporter.refuses(diagnostics) else { return reporter.refuse(diagnostics) }
      let report = ImportReport(plan, file: file)
      guard write else {
        session.console.write(report.preview(isFull: full), to: .output)
        return .success
      }
      let files = plan.documents.map { NewFile(path: $0.path, text: $0.text) }
      let result = try create(files, site: options.site, interruption: session.interruption)
      if !options.quiet { session.console.write(report.summary(of: result), to: .output) }
      return .success
    } catch {
      return reporter.fail(error)
    }
  }

  /// The largest permitted input, which is held in memory several times.
  private static let mostBytes = 32 << 20
}
