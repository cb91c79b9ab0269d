import Comparison
import Diagnostics
import Pages
import Publishing

/// What the commands that work on a whole site share: read it, make it, bring it to the output, report.
struct SiteRun {
  enum Purpose {
    case publishing(adopts: Bool)
    /// Everything but the writing.
    case checking
  }

  let options: SharedOptions
  let session: Session

  func run(_ purpose: Purpose) async -> ExitStatus {
    let start = ContinuousClock.now
    let reporter = session.reporter(for: options.common)
    let jobs = options.jobs ?? session.console.processorCount
    do throws(PublishingError) {
      let (tree, found) = try discover(site: options.site)
      let (site, made) = await makeSite(
        from: tree, options: BuildOptions(baseURL: options.baseURL, jobs: jobs))
      let diagnostics = found + made
      reporter.report(diagnostics, sources: tree.texts + BundledTheme.templates)
      guard let site, !reporter.refuses(diagnostics) else { return reporter.refuse(diagnostics) }

      let line = ProgressLine(reporter, start: start)
      defer { line.clear() }
      let result = try await bring(site, to: purpose, jobs: jobs) { line.show($0, of: $1) }
      line.clear()
      reporter.report(result.diagnostics)
      let warnings = (diagnostics + result.diagnostics).count(of: .warning)
      let isDone = if case .publishing = purpose { true } else { false }
      reporter.summarise(site, result, warnings: warnings, isDone: isDone, time: .now - start)
      return reporter.refuses(result.diagnostics) ? .contentErrors : .success
    } catch {
      return reporter.fail(error)
    }
  }

  private func bring(
    _ site: Site, to purpose: Purpose, jobs: Int, progress: PublishingProgress
  ) async throws(PublishingError) -> PublishingResult {
    var publishing = PublishingOptions(
      site: options.site, output: options.output, home: session.console.variable("HOME"), jobs: jobs)
    switch purpose {
    case .checking: return try await preview(site.files, options: publishing, progress: progress)
    case .publishing(let adopts):
      publishing.adopts = adopts
      return try await publish(
        site.files, options: publishing, interruption: session.interruption, progress: progress)
    }
  }
}
