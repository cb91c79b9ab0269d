import Comparison
import Diagnostics
import Pages
import Publishing

/// The steps that `build` and `check` share: read the site, build it, publish or compare it, and report.
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

  var jobs: Int { options.jobs ?? session.console.processorCount }
  var buildOptions: BuildOptions { BuildOptions(baseURL: options.baseURL, jobs: jobs) }
  var reporter: Reporter { session.reporter(for: options.common) }

  func run(_ purpose: Purpose) async -> ExitStatus {
    let start = ContinuousClock.now
    let cache = cache(for: purpose)
    do throws(PublishingError) {
      if let unchanged = cache?.unchanged() { return report(unchanged, since: start) }
      let (tree, found) = try discover(site: options.site)
      let (site, made) = await makeSite(from: tree, options: buildOptions)
      let result = SiteSession.BuildResult(
        site: site, diagnostics: found + made, texts: tree.texts + BundledTheme.templates, changed: [])
      var memory = cache?.output ?? OutputState()
      return try await finish(result, purpose, cache, &memory, since: start)
    } catch {
      return reporter.fail(error)
    }
  }

  private func cache(for purpose: Purpose) -> BuildCache? {
    guard case .publishing(_, _, remembers: true) = purpose else { return nil }
    return BuildCache(publishingOptions(purpose), baseURL: options.baseURL)
  }

  /// Reports a build that has nothing to do.
  private func report(
    _ unchanged: BuildCache.Unchanged, since start: ContinuousClock.Instant
  ) -> ExitStatus {
    let diagnostics = unchanged.diagnostics
    reporter.report(diagnostics, sources: unchanged.texts + BundledTheme.templates)
    guard !reporter.refuses(diagnostics) else { return reporter.refuse(diagnostics) }
    reporter.summarise(
      unchanged.totals, PublishingResult(unchanged: unchanged.fileCount),
      warnings: diagnostics.count(of: .warning), isDone: true, time: .now - start)
    return .success
  }

  /// Builds, then again at every change, until a signal ends the program.
  func watch(_ purpose: Purpose, polls: Bool) async -> ExitStatus {
    var start = ContinuousClock.now
    do throws(PublishingError) {
      let watcher = try SiteWatcher(site: options.site, polls: polls)
      session.interruption.awaitEnd()
      var session = SiteSession(site: options.site, options: buildOptions)
      var memory = OutputState()
      _ = try await finish(try await session.read(), purpose, nil, &memory, since: start)
      reporter.say("Watching for changes · Ctrl-C ends it")
      if let notice = watcher.takeNotice() { reporter.report([notice]) }
      while let changes = await watcher.next() {
        start = .now
        do throws(PublishingError) {
          if let notice = watcher.takeNotice() { reporter.report([notice]) }
          guard let result = try await session.update(changes) else { continue }
          reporter.tellChanges(result.changed)
          _ = try await finish(result, purpose, nil, &memory, since: start)
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
    _ made: SiteSession.BuildResult, _ purpose: Purpose, _ cache: BuildCache?, _ memory: inout OutputState,
    since start: ContinuousClock.Instant
  ) async throws(PublishingError) -> ExitStatus {
    let diagnostics = made.diagnostics
    reporter.report(diagnostics, sources: made.texts)
    guard var site = made.site, !reporter.refuses(diagnostics) else { return reporter.refuse(diagnostics) }
    switch purpose {
    case .publishing(_, let part?, _): site = site.part(part)
    case .publishing: break
    case .checking: reporter.report(site.advice())
    }

    let line = ProgressLine(reporter, start: start)
    defer { line.clear() }
    let result = try await bring(site, to: purpose, &memory) { line.show($0, of: $1) }
    line.clear()
    reporter.report(result.diagnostics)
    let warnings = (diagnostics + result.diagnostics).count(of: .warning)
    let isDone = if case .publishing = purpose { true } else { false }
    cache?.keep(site.totals, diagnostics: diagnostics, output: memory)
    reporter.summarise(site.totals, result, warnings: warnings, isDone: isDone, time: .now - start)
    return reporter.refuses(result.diagnostics) ? .contentErrors : .success
  }

  private func bring(
    _ site: Site, to purpose: Purpose, _ memory: inout OutputState, progress: PublishingProgress
  ) async throws(PublishingError) -> PublishingResult {
    let publishing = publishingOptions(purpose)
    switch purpose {
    case .checking: return try await preview(site.files, options: publishing, progress: progress)
    case .publishing:
      return try await publish(
        site.files, options: publishing, memory: &memory, interruption: session.interruption,
        progress: progress)
    }
  }

  private func publishingOptions(_ purpose: Purpose) -> PublishingOptions {
    var publishing = PublishingOptions(
      site: options.site, output: options.output, home: session.console.variable("HOME"), jobs: jobs)
    if case .publishing(let overwritesForeignFiles, let part, _) = purpose {
      (publishing.overwritesForeignFiles, publishing.part) = (overwritesForeignFiles, part)
    }
    return publishing
  }
}
