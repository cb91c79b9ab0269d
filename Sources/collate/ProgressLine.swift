/// The line on a terminal that shows the progress of a long build and disappears at its end.
final class ProgressLine {
  private let console: Console
  private let isShown: Bool
  private let start: ContinuousClock.Instant
  private var isDrawn = false
  private var lastDrawn: ContinuousClock.Instant

  /// A build that takes less time shows no progress.
  private static let patience = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  init(_ reporter: Reporter, start: ContinuousClock.Instant) {
    console = reporter.console
    isShown = reporter.showsProgress
    self.start = start
    lastDrawn = start
  }

  func show(_ done: Int, of all: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > Self.patience, now - lastDrawn > Self.interval || !isDrawn else { return }
    console.write("\r\u{1B}[2K\(done) of \(all) files", to: .error)
    lastDrawn = now
    isDrawn = true
  }

  func clear() {
    if isDrawn { console.write("\r\u{1B}[2K", to: .error) }
    isDrawn = false
  }
}
