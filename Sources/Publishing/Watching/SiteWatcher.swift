package import Diagnostics
import Synchronization

/// Tells of changes in a site's folder: at once where the system does, otherwise by looking now and then.
///
/// Changes that come in a burst, as from a version control system or from an editor that writes beside and renames, are told together.
package final class SiteWatcher: Sendable {
  private let mailbox: Mailbox
  private let thread: WatcherThread

  /// Begins at once: no change after this is missed.
  package init(site: String, polls: Bool = false) throws(PublishingError) {
    let mailbox = Mailbox()
    self.mailbox = mailbox
    thread = try naming(.watch, site) { () throws(SystemError) in
      let wake = try WakeUp()
      let way = polls ? Way.polling(FolderPolling(site: site)) : Self.bestWay(site, mailbox)
      return try WatcherThread(wake) { SiteWatching(site: site, way: way, mailbox: mailbox).run(until: wake) }
    }
  }

  deinit { thread.stop() }

  /// Waits until something has changed; nil when the task was cancelled.
  package func next() async -> SourceChanges? {
    while !Task.isCancelled {
      if let changes = mailbox.takeChanges() { return changes }
      await mailbox.wait()
    }
    return nil
  }

  /// Says once, where it is so, that the site is looked at now and then, and why.
  package func takeNotice() -> Diagnostic? { mailbox.takeNotice() }

  fileprivate static func bestWay(_ site: String, _ mailbox: Mailbox) -> Way {
    #if os(Linux)
      do throws(SystemError) {
        return .events(try FolderEvents(site: site))
      } catch {
        mailbox.putNotice(reason: FolderEvents.reason(error))
      }
    #else
      mailbox.putNotice(reason: "this system has no inotify")
    #endif
    return .polling(FolderPolling(site: site))
  }
}

/// How a watcher knows of changes.
private enum Way {
  #if os(Linux)
    case events(FolderEvents)
  #endif
  case polling(FolderPolling)
}

/// What a watcher has found and nobody has taken yet.
private final class Mailbox: Sendable {
  private struct State {
    var changes = SourceChanges()
    var notice: Diagnostic?
  }

  private let state = Mutex(State())
  private let signals: AsyncStream<Void>
  private let signal: AsyncStream<Void>.Continuation

  init() { (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

  func put(_ changes: SourceChanges) {
    state.withLock { $0.changes.formUnion(changes) }
    signal.yield()
  }

  func putNotice(reason: String) {
    let notice = Diagnostic(
      .note, .polling,
      "files are looked at several times a second, as their changes are not told: \(reason)",
      at: .site)
    state.withLock { $0.notice = notice }
  }

  func takeChanges() -> SourceChanges? {
    state.withLock { state in
      defer { state.changes = SourceChanges() }
      return state.changes.isEmpty ? nil : state.changes
    }
  }

  func takeNotice() -> Diagnostic? {
    state.withLock { state in
      defer { state.notice = nil }
      return state.notice
    }
  }

  func wait() async {
    for await _ in signals { return }
  }
}

/// The work of a watcher's thread.
private struct SiteWatching {
  let site: String
  let way: Way
  let mailbox: Mailbox

  /// A burst is over when this long nothing has happened, in milliseconds.
  private static let pause = 4
  /// Longer when a file has gone: an editor that has renamed it to its backup is about to write it anew.
  private static let longPause = 60
  /// No burst is waited for longer than this.
  private static let patience = Duration.seconds(1)

  func run(until wake: WakeUp) {
    var way = way
    while true {
      switch way {
      #if os(Linux)
        case .events(let events):
          do throws(SystemError) {
            try follow(events, until: wake)
            return
          } catch {
            // What was not told meanwhile is found by reading everything.
            mailbox.putNotice(reason: FolderEvents.reason(error))
            way = .polling(FolderPolling(site: site))
            mailbox.put(.everything)
          }
      #endif
      case .polling(let polling):
        look(polling, until: wake)
        return
      }
    }
  }

  #if os(Linux)
    private func follow(_ events: FolderEvents, until wake: WakeUp) throws(SystemError) {
      var changes = SourceChanges()
      var gone: Set<[UInt8]> = []
      var start = ContinuousClock.now
      while true {
        let pause = gone.isEmpty ? Self.pause : Self.longPause
        switch wake.wait(for: events.descriptor, milliseconds: changes.isEmpty ? nil : pause) {
        case .stopped: return
        case .ready:
          let batch = try events.read()
          if changes.isEmpty { start = .now }
          gone = gone.subtracting(batch.changes.paths).union(batch.gone)
          changes.formUnion(batch.changes)
          if .now - start < Self.patience { continue }
        case .timeOut: break
        }
        if changes.isEmpty { continue }
        mailbox.put(changes)
        (changes, gone) = (SourceChanges(), [])
      }
    }
  #endif

  private func look(_ polling: FolderPolling, until wake: WakeUp) {
    var polling = polling
    var interval = 250
    while case .timeOut = wake.wait(for: nil, milliseconds: interval) {
      let start = ContinuousClock.now
      let changes = polling.changes()
      // A large site takes no more than a tenth of a processor.
      let cost = (ContinuousClock.now - start).components
      interval = max(250, Int(cost.seconds * 10_000 + cost.attoseconds / 100_000_000_000_000))
      if !changes.isEmpty { mailbox.put(changes) }
    }
  }
}
