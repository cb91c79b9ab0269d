import Diagnostics
import Pages
import Publishing
import TextEncoding

/// Decides what is printed: results on standard output, diagnostics on standard error.
struct Reporter: Sendable {
  let console: Console
  let options: Options

  /// The output options of the command line.
  struct Options: Sendable {
    var format: DiagnosticFormatter.Format
    var isQuiet: Bool
    var isStrict: Bool
    var noColor: Bool
  }

  private var isForPeople: Bool { options.format == .text }

  /// Whether a progress line may be drawn.
  var showsProgress: Bool { !options.isQuiet && isOnTerminal }

  private var colours: Bool { !options.noColor && console.variable("NO_COLOR") == nil && isOnTerminal }

  /// Whether standard error is a terminal that understands escape sequences.
  private var isOnTerminal: Bool {
    isForPeople && console.isTerminal(.error) && console.variable("TERM") != "dumb"
  }

  /// Prints diagnostics; those that point into one of `sources` get an excerpt.
  func report(_ diagnostics: [Diagnostic], sources: [SourceText] = []) {
    let shown = diagnostics.inStableOrder().limited().filter { !options.isQuiet || $0.severity != .note }
    guard !shown.isEmpty else { return }
    let formatter = DiagnosticFormatter(format: options.format, sources: sources, colours: colours)
    console.write(formatter.string(for: shown), to: .error)
  }

  /// Returns whether diagnostics prevent the site from being published.
  func refuses(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.hasErrors || options.isStrict && diagnostics.count(of: .warning) > 0
  }

  /// Prints why the site was not published (`3 errors, 1 warning; nothing was written`) and how to learn more about the
  /// first problem.
  func refuse(_ diagnostics: [Diagnostic]) -> ExitStatus {
    // Programs that read one diagnostic per line rely on the exit status instead.
    guard isForPeople else { return .contentErrors }
    let errors = diagnostics.count(of: .error)
    let warnings = diagnostics.count(of: .warning)
    var parts: [String] = []
    if errors > 0 { parts.append(amount(errors, "error")) }
    if warnings > 0 { parts.append(amount(warnings, "warning")) }
    let reason = parts.joined(separator: ", ") + (errors == 0 && options.isStrict ? " under --strict" : "")
    console.write("\(reason); nothing was written\n", to: .error)
    let gravest: Diagnostic.Severity = errors > 0 ? .error : .warning
    if !options.isQuiet, let first = diagnostics.inStableOrder().first(where: { $0.severity == gravest }) {
      console.write("`collate explain \(first.rule.id)` tells more\n", to: .error)
    }
    return .contentErrors
  }

  /// Prints a line on standard output unless output is quiet.
  func say(_ line: String) {
    if !options.isQuiet { console.write(line + "\n", to: .output) }
  }

  /// Prints the changed files, at most three by name, and how long the update took: `Content/index.md · 12 ms`.
  func tellChanges(_ paths: [String], time: Duration? = nil) {
    var line = paths.prefix(3).map { visible($0) }.joined(separator: ", ")
    if paths.count > 3 { line += " and \(paths.count - 3) more" }
    if let time { line += " · \(milliseconds(time)) ms" }
    if !paths.isEmpty { say(line) }
  }

  /// Returns whole milliseconds, rounded up.
  private func milliseconds(_ time: Duration) -> Int64 {
    time.components.seconds * 1000 + (time.components.attoseconds + 999_999_999_999_999)
      / 1_000_000_000_000_000
  }

  /// Prints an error and returns its exit status.
  func fail(_ error: PublishingError) -> ExitStatus {
    report([error.diagnostic])
    return ExitStatus(error)
  }

  /// Prints `217 pages: 12 written, 205 unchanged, 3 removed · 1 draft · 2 warnings · 0.21 s`; the counts after the
  /// colon include files of every kind.
  ///
  /// - Parameters:
  ///   - totals: The numbers of pages and drafts.
  ///   - result: The numbers of files.
  ///   - warnings: The number of warnings.
  ///   - isDone: Whether the files were written, rather than only compared.
  ///   - time: The duration of the build.
  func summarise(
    _ totals: SiteTotals, _ result: PublishingResult, warnings: Int, isDone: Bool, time: Duration
  ) {
    guard !options.isQuiet else { return }
    let (written, removed) = isDone ? ("written", "removed") : ("to write", "to remove")
    let parts = [
      amount(totals.pages, "page")
        + ": \(result.written) \(written), \(result.unchanged) unchanged, \(result.removed) \(removed)",
      amount(totals.drafts, "draft"), amount(warnings, "warning"), seconds(time),
    ]
    console.write(parts.joined(separator: " · ") + "\n", to: .output)
  }

  func amount(_ count: Int, _ name: String) -> String { "\(count) \(name)\(count == 1 ? "" : "s")" }

  /// Formats seconds with two decimals, rounded down.
  func seconds(_ time: Duration) -> String {
    let hundredths = time.components.seconds * 100 + time.components.attoseconds / 10_000_000_000_000_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
