import ArgumentParser

/// The options of the commands that make a whole site.
struct SharedOptions: ParsableArguments {
  @OptionGroup var common: SiteOptions

  @Option(
    help: ArgumentHelp("The folder to publish to. (default: Public in the site's folder)", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp("Where the site will stand, in place of base-url in site.yml.", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp("How many tasks work at a time. (default: the number of processors)", valueName: "n"))
  var jobs: Int?

  var site: String { common.site }

  /// More tasks than any machine has use for.
  private static let mostJobs = 1024

  func validate() throws {
    if let jobs, !(1...Self.mostJobs).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to \(Self.mostJobs), not \(jobs)")
    }
    if let output, output.isEmpty { throw ValidationError("--output must name a folder") }
    if let problem = baseURL.flatMap(Self.problem(inBaseURL:)) { throw ValidationError(problem) }
  }

  /// What is wrong with the value of `--base-url`.
  static func problem(inBaseURL url: String) -> String? {
    isAbsoluteURL(url)
      ? nil : "--base-url must begin with https:// or http:// and name a host, not \"\(url)\""
  }

  private static func isAbsoluteURL(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.lowercased().utf8.starts(with: scheme.utf8) {
      guard let first = text.utf8.dropFirst(scheme.utf8.count).first else { return false }
      return first != UInt8(ascii: "/")
        && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    }
    return false
  }
}
