import ArgumentParser
import Comparison

/// The options of the commands that build a whole site.
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

  /// More jobs than any machine can use.
  private static let mostJobs = 1024

  func validate() throws {
    if let jobs, !(1...Self.mostJobs).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to \(Self.mostJobs), not \(jobs)")
    }
    if let output, output.isEmpty { throw ValidationError("--output must name a folder") }
    if let problem = baseURL.flatMap(Self.problem(inBaseURL:)) { throw ValidationError(problem) }
  }

  /// Returns the problem with a value of `--base-url`; nil if it is valid.
  static func problem(inBaseURL url: String) -> String? {
    guard case .failure(let problem) = SiteConfiguration.baseURL(url) else { return nil }
    return "--base-url \(problem.summary(url))"
  }
}
