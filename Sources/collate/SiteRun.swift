import Comparison
import Diagnostics
import Pages
import Publishing

/// The steps that `build` and `check` share: lets a session read and build the site, publish or compare it, and reports.
struct SiteRun {
  enum Purpose {
    /// Publishing: whether foreign files may be overwritten, the part of the site (nil for all) and whether the build
    /// cache is used.
    case publishing(overwritesForeignFiles: Bool, part: Shard?, remembers: Bool)
    /// Everything except writing.
    case checking
  }

  let options: SharedOptions
  let session: Session

  var reporter: Reporter { session.reporter(for: options.common) }

  func run(_ purpose: Purpose) async -> ExitStatus {
    let start = ContinuousClock.now
    do throws(PublishingError) {
      var site = siteSession(for: purpose, lifetime: .once)
      if let unchanged = site.unchanged() { return report(unchanged, purpose, since: start) }
      let result = try await site.read()
      return try await finish(result, purpose, &site, since: start)
    } catch {
      return reporter.fail(error)
    }
  }

  private func siteSession(for purpose: Purpose, lifetime: SiteSession.Lifetime) -> SiteSession {
    let jobs = options.jobs ?? session.console.processorCount
    var publishing = PublishingOptions(
      site: options.site, output: options.output, home: session.console.variable("HOME"), jobs: jobs)
    var isRemembering = true
    if case .publishing(let overwritesForeignFiles, let part, let remembers) = purpose {
      (publishing.overwritesForeignFiles, publishing.part) = (overwritesForeignFiles, part)
      isRemembering = remembers
    }
    return SiteSession(
      publishing, options: BuildOptions(baseURL: options.baseURL, jobs: jobs), lifetime: lifetime,
      remembers: isRemembering)
  }

  /// Reports a build or a check that has nothing to do.
  private func report(
    _ unchanged: UnchangedSite, _ purpose: Purpose, since start: ContinuousClock.Instant
  ) -> ExitStatus {
    let diagnostics = unchanged.diagnostics
    reporter.report(diagnostics, sources: unchanged.texts + BundledTheme.templates)
    guard !reporter.refuses(diagnostics) else { return reporter.refuse(diagnostics) }
    if !purpose.writes { reporter.report(unchanged.advice) }
    reporter.summarise(
      unchanged.totals, PublishingResult(unchanged: unchanged.fileCount),
      warnings: diagnostics.count(of: .warning), isDone: purpose.writes, time: .now - start)
    return .success
  }

  /// Builds, then again at every change, until a signal ends the program.
  func watch(_ purpose: Purpose, polls: Bool) async -> ExitStatus {
    var start = ContinuousClock.now
    do throws(PublishingError) {
      let watcher = try SiteWatcher(site: options.site, polls: polls)
      session.interruption.awaitEnd()
      var site = siteSession(for: purpose, lifetime: .lasting)
      if let unchanged = site.unchanged() {
        _ = report(unchanged, purpose, since: start)
        try await site.prepareForUpdates()
      } else {
        _ = try await finish(try await site.read(), purpose, &site, since: start)
      }
      reporter.say("Watching for changes · Ctrl-C ends it")
      if let notice = watcher.takeNotice() { reporter.report([notice]) }
      while let changes = await watcher.next() {
        start = .now
        do throws(PublishingError) {
          if let notice = watcher.takeNotice() { reporter.report([notice]) }
          guard let result = try await site.update(changes) else { continue }
          reporter.tellChanges(result.changed)
          _ = try await finish(result, purpose, &site, since: start)
        } catch {
          // The obstacle to one build may be gone at the next.
          guard case .interrupted = error else {
            _ = reporter.fail(error)
            continue
          }
          return reporter.fail(error)
        }
      }
      return .success
    } catch {
      return reporter.fail(error)
    }
  }

  /// Reports the diagnostics and, unless they prevent it, publishes or compares the site.
  private func finish(
    _ made: SiteSession.BuildResult, _ purpose: Purpose, _ session: inout SiteSession,
    since start: ContinuousClock.Instant
  ) async throws(PublishingError) -> ExitStatus {
    let diagnostics = made.diagnostics
    reporter.report(diagnostics, sources: made.texts)
    guard let site = made.site, !reporter.refuses(diagnostics) else {
      session.refuse()
      return reporter.refuse(diagnostics)
    }
    if !purpose.writes { reporter.report(site.advice()) }

    let line = ProgressLine(reporter, start: start)
    defer { line.clear() }
    let progress: PublishingProgress = { line.show($0, of: $1) }
    let result =
      if purpose.writes {
        try await session.publish(
          site, diagnostics: diagnostics, interruption: self.session.interruption, progress: progress)
      } else {
        try await session.preview(site, diagnostics: diagnostics, progress: progress)
      }
    line.clear()
    reporter.report(result.diagnostics)
    let warnings = (diagnostics + result.diagnostics).count(of: .warning)
    reporter.summarise(site.totals, result, warnings: warnings, isDone: purpose.writes, time: .now - start)
    return reporter.refuses(result.diagnostics) ? .contentErrors : .success
  }
}

extension SiteRun.Purpose {
  /// Whether files are written, rather than only compared.
  fileprivate var writes: Bool { if case .publishing = self { true } else { false } }
}
