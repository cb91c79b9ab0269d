import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The wish of somebody outside, told by SIGINT or SIGTERM, that the program should end.
///
/// While files are being written the program ends between two of them, with its temporary files removed; at any other time,
/// or when asked twice, at once. The first thread waits for the signals, so that no handler runs in the middle of anything.
package final class Interruption: Sendable {
  private static let idle: Int32 = 0
  private static let writing: Int32 = -1
  private static let ending: Int32 = -2

  /// Whether the program runs until it is told to end, so that being told so is no failure.
  private let isAwaited = Atomic<Bool>(false)
  /// One of the above, or the signal that came while files were being written.
  private let state = Atomic<Int32>(Interruption.idle)

  package init() {}

  /// Starts work, and takes the signals over while it lasts; the work ends the program.
  ///
  /// To be called on the first thread, before there is another: threads inherit what is blocked. That thread must not be left to the
  /// main queue, which waits with every signal let through, so the work must not need the main actor.
  package func watch(_ work: @escaping @Sendable () async -> Never) -> Never {
    var signals = Self.watchedSignals()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Task.detached { await work() }
    while true {
      var signal: Int32 = 0
      if sigwait(&signals, &signal) == 0 { receive(signal) }
    }
  }

  /// From now on a signal ends the program with success, except while files are being written.
  package func awaitEnd() { isAwaited.store(true, ordering: .relaxed) }

  /// The signal that asked the build to end.
  package var signal: Int32? {
    let value = state.load(ordering: .relaxed)
    return value > 0 ? value : nil
  }

  func check() throws(PublishingError) {
    if let signal { throw .interrupted(signal: signal) }
  }

  /// Between this call and `endWriting` a signal only sets a mark.
  func beginWriting() {
    let (exchanged, _) = state.compareExchange(
      expected: Self.idle, desired: Self.writing, ordering: .sequentiallyConsistent)
    // The other thread is about to end the program.
    if !exchanged, state.load(ordering: .relaxed) == Self.ending { while true { pause() } }
  }

  func endWriting() {
    _ = state.compareExchange(
      expected: Self.writing, desired: Self.idle, ordering: .sequentiallyConsistent)
  }

  /// What a signal does: marks a build that writes, and ends the program otherwise.
  func receive(_ signal: Int32) {
    while true {
      let (marked, _) = state.compareExchange(
        expected: Self.writing, desired: signal, ordering: .sequentiallyConsistent)
      if marked { return }
      let (ends, found) = state.compareExchange(
        expected: Self.idle, desired: Self.ending, ordering: .sequentiallyConsistent)
      if ends, isAwaited.load(ordering: .relaxed) { _exit(0) }
      if ends || found > 0 { _exit(128 + signal) }
    }
  }

  private static func watchedSignals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM] where !isIgnored(signal) { sigaddset(&signals, signal) }
    return signals
  }

  /// A program started by `nohup` or in the background of a script is meant to ignore signals.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
