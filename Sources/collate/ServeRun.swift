import Diagnostics
import Pages
import Preview
import Publishing

/// Runs the preview: reads the site, starts the server, and updates the site at every change until a signal ends the
/// program.
struct ServeRun {
  let options: Serve
  let session: Session

  private var site: String { options.common.site }
  private var reporter: Reporter { session.reporter(for: options.common) }

  func run() async -> ExitStatus {
    let start = ContinuousClock.now
    do throws(PublishingError) {
      let watcher = try SiteWatcher(site: site, polls: options.poll)
      session.interruption.awaitEnd()
      var session = SiteSession(
        site: site,
        options: BuildOptions(baseURL: options.baseURL, jobs: session.console.processorCount))
      let live = LiveSite()
      var result = try await session.read()
      show(result, on: live)
      guard await listen(live, result, since: start) else { return .environment }
      tellNotice(of: watcher)
      report(result.diagnostics, of: result, before: [], live)
      while let changes = await watcher.next() {
        tellNotice(of: watcher)
        result = await update(&session, after: changes, result, live)
      }
      return .success
    } catch {
      return reporter.fail(error)
    }
  }

  /// Starts the server and prints its address; returns false if it cannot listen.
  private func listen(
    _ live: LiveSite, _ result: SiteSession.BuildResult, since start: ContinuousClock.Instant
  ) async -> Bool {
    let hosts = AllowedHosts(host: options.host)
    let name = options.host.contains(":") ? "[\(options.host)]" : options.host
    do throws(PreviewServer.ListeningError) {
      let server = try await PreviewServer.start(
        Preview(live, hosts: hosts, reloads: !options.noReload), host: options.host, port: options.port)
      if options.port != 0, server.port != options.port {
        tell(.portTaken, "port \(options.port) is taken, so port \(server.port) is used")
      }
      if !hosts.isLoopback {
        tell(.openToNetwork, "other machines that reach \(name) can see this site, drafts left out")
      }
      let address = "http://\(name):\(server.port)\(result.site?.rootPath ?? "/")"
      let pages = result.site.map { " · \($0.pageCount) pages" } ?? ""
      reporter.say("\(address)\(pages) · \(reporter.seconds(.now - start)) · Ctrl-C ends it")
      if options.open, !session.console.browse(address) {
        tell(.noBrowser, "no browser could be opened: there is no program xdg-open")
      }
      return true
    } catch {
      reporter.report([
        Diagnostic(
          .cannotListen, "cannot listen on \(name), port \(options.port): \(error.reason)",
          at: .site,
          help: "choose another with --host and --port")
      ])
      return false
    }
  }

  /// Updates the site and prints what changed and how long that took; returns the new result.
  private func update(
    _ session: inout SiteSession, after changes: SourceChanges, _ last: SiteSession.BuildResult,
    _ live: LiveSite
  ) async -> SiteSession.BuildResult {
    let start = ContinuousClock.now
    do throws(PublishingError) {
      guard let result = try await session.update(changes) else { return last }
      show(result, on: live, saved: changes.last)
      let time = ContinuousClock.now - start
      reporter.tellChanges(result.changed, time: time)
      report(result.diagnostics, of: result, before: last.diagnostics, live)
      return result
    } catch {
      // The folder is missing or unreadable now, but may be back at the next change.
      let result = SiteSession.BuildResult(site: nil, diagnostics: [error.diagnostic], texts: [], changed: [])
      show(result, on: live)
      report(result.diagnostics, of: result, before: last.diagnostics, live)
      return result
    }
  }

  private func show(_ result: SiteSession.BuildResult, on live: LiveSite, saved: String? = nil) {
    let editor = options.editor.map { EditorLink($0, site: absolutePath(of: site)) }
    let problems = Problems(
      result.diagnostics, texts: result.texts, isStrict: options.common.strict, editor: editor)
    let served = result.site.map { made in
      ServedSite(made) { [site] in CopiedFile($0, site: site) }
    }
    live.publish(
      served, problems, follows: options.follow ? saved : nil,
      reloads: result.changed.contains { !$0.hasSuffix(".md") && $0.hasPrefix("Content/") })
  }

  /// Reports the diagnostics that are new; positions are ignored in the comparison because they may have moved.
  private func report(
    _ diagnostics: [Diagnostic], of result: SiteSession.BuildResult, before: [Diagnostic], _ live: LiveSite
  ) {
    let key = { (diagnostic: Diagnostic) in
      [diagnostic.rule.id, diagnostic.place.path ?? "", diagnostic.summary]
    }
    let known = Set(before.map(key))
    reporter.report(diagnostics.filter { !known.contains(key($0)) }, sources: result.texts)
    let errors = diagnostics.count(of: .error)
    if errors > 0 {
      reporter.say(
        reporter.amount(errors, "error")
          + (live.hasPages ? "; the last good pages stay" : "; there is no page yet"))
    } else if before.hasErrors {
      reporter.say("mended")
    }
  }

  private func tellNotice(of watcher: SiteWatcher) {
    if let notice = watcher.takeNotice() { reporter.report([notice]) }
  }

  private func tell(_ rule: Diagnostic.Rule, _ summary: String) {
    reporter.report([Diagnostic(rule, summary, at: .site)])
  }
}
