package import Diagnostics
import Synchronization

/// Watches a site's folder for changes, by system events where available and by polling otherwise.
///
/// Changes in quick succession, as from a version control system or an editor that writes a temporary file and renames
/// it, are reported together.
package final class SiteWatcher: Sendable {
  private let mailbox: Mailbox
  private let thread: WatcherThread

  /// Starts watching: no change after this call is missed.
  ///
  /// - Parameters:
  ///   - site: The path of the site's folder.
  ///   - polls: Whether to poll even where the system reports changes.
  /// - Throws: `.failed` if the watcher's thread or pipe cannot be created.
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

  /// Waits for the next changes; returns nil if the task was cancelled.
  package func next() async -> SourceChanges? {
    while !Task.isCancelled {
      if let changes = mailbox.takeChanges() { return changes }
      await mailbox.wait()
    }
    return nil
  }

  /// Returns, once, a note that the site is polled and why; nil if it is not.
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

/// The method by which a watcher detects changes.
private enum Way {
  #if os(Linux)
    case events(FolderEvents)
  #endif
  case polling(FolderPolling)
}

/// Collects changes until they are taken.
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
      .polling,
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

/// The loop that runs on a watcher's thread.
private struct SiteWatching {
  let site: String
  let way: Way
  let mailbox: Mailbox

  /// How long nothing must happen for a burst to be over, in milliseconds.
  private static let pause = 4
  /// The same after a file has disappeared: an editor that has renamed it to its backup is about to write it anew.
  private static let longPause = 60
  /// The longest time for which changes of a burst are held back.
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
            // Rereading everything covers the changes that were missed meanwhile.
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
      // Limits polling of a large site to a tenth of a processor.
      let cost = (ContinuousClock.now - start).components
      interval = max(250, Int(cost.seconds * 10_000 + cost.attoseconds / 100_000_000_000_000))
      if !changes.isEmpty { mailbox.put(changes) }
    }
  }
}
