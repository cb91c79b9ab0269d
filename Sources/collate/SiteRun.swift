import Comparison
import Diagnostics
import Pages
import Publishing

/// What the commands that work on a whole site share: read it, make it, bring it to the output, report.
struct SiteRun {
  enum Purpose {
    /// Of one part of the site or, where that is nil, of all of it.
    case publishing(adopts: Bool, part: Shard?)
    /// Everything but the writing.
    case checking
  }

  let options: SharedOptions
  let session: Session

  var jobs: Int { options.jobs ?? session.console.processorCount }
  var buildOptions: BuildOptions { BuildOptions(baseURL: options.baseURL, jobs: jobs) }
  var reporter: Reporter { session.reporter(for: options.common) }

  func run(_ purpose: Purpose) async -> ExitStatus {
    let start = ContinuousClock.now
    do throws(PublishingError) {
      let (tree, found) = try discover(site: options.site)
      let (site, made) = await makeSite(from: tree, options: buildOptions)
      let attempt = Workshop.Attempt(
        site: site, diagnostics: found + made, texts: tree.texts + BundledTheme.templates, changed: [])
      return try await finish(attempt, purpose, since: start)
    } catch {
      return reporter.fail(error)
    }
  }

  /// Builds, and again at every change, until a signal ends the program.
  func watch(_ purpose: Purpose, polls: Bool) async -> ExitStatus {
    var start = ContinuousClock.now
    do throws(PublishingError) {
      let watcher = try SiteWatcher(site: options.site, polls: polls)
      session.interruption.awaitEnd()
      var workshop = Workshop(site: options.site, options: buildOptions)
      _ = try await finish(try await workshop.read(), purpose, since: start)
      reporter.say("Watching for changes · Ctrl-C ends it")
      if let notice = watcher.takeNotice() { reporter.report([notice]) }
      while let changes = await watcher.next() {
        start = .now
        do throws(PublishingError) {
          if let notice = watcher.takeNotice() { reporter.report([notice]) }
          guard let attempt = try await workshop.update(changes) else { continue }
          reporter.tellChanges(attempt.changed)
          _ = try await finish(attempt, purpose, since: start)
        } catch {
          // What is in the way of one build may be gone at the next.
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

  /// Reports what was found, and brings a site that nothing is wrong with to where it belongs.
  private func finish(
    _ attempt: Workshop.Attempt, _ purpose: Purpose, since start: ContinuousClock.Instant
  ) async throws(PublishingError) -> ExitStatus {
    let diagnostics = attempt.diagnostics
    reporter.report(diagnostics, sources: attempt.texts)
    guard var site = attempt.site, !reporter.refuses(diagnostics) else { return reporter.refuse(diagnostics) }
    if case .publishing(_, let part?) = purpose { site = site.part(part) }

    let line = ProgressLine(reporter, start: start)
    defer { line.clear() }
    let result = try await bring(site, to: purpose) { line.show($0, of: $1) }
    line.clear()
    reporter.report(result.diagnostics)
    let warnings = (diagnostics + result.diagnostics).count(of: .warning)
    let isDone = if case .publishing = purpose { true } else { false }
    reporter.summarise(site, result, warnings: warnings, isDone: isDone, time: .now - start)
    return reporter.refuses(result.diagnostics) ? .contentErrors : .success
  }

  private func bring(
    _ site: Site, to purpose: Purpose, progress: PublishingProgress
  ) async throws(PublishingError) -> PublishingResult {
    var publishing = PublishingOptions(
      site: options.site, output: options.output, home: session.console.variable("HOME"), jobs: jobs)
    switch purpose {
    case .checking: return try await preview(site.files, options: publishing, progress: progress)
    case .publishing(let adopts, let part):
      (publishing.adopts, publishing.part) = (adopts, part)
      return try await publish(
        site.files, options: publishing, interruption: session.interruption, progress: progress)
    }
  }
}
