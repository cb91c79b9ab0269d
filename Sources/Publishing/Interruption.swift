import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Handles SIGINT and SIGTERM.
///
/// While files are being written, the program ends after the file in progress and removes its temporary files; at any
/// other time, or at a second signal, it ends at once. The main thread waits for the signals with `sigwait`, so no
/// asynchronous signal handler is needed.
package final class Interruption: Sendable {
  private static let idle: Int32 = 0
  private static let writing: Int32 = -1
  private static let ending: Int32 = -2

  /// Whether the program runs until it is interrupted, so that ending on a signal is success.
  private let isAwaited = Atomic<Bool>(false)
  /// `idle`, `writing` or `ending`, or the number of the signal that arrived while files were being written.
  private let state = Atomic<Int32>(Interruption.idle)

  package init() {}

  /// Starts `work`, which must end the program, and handles signals on the current thread.
  ///
  /// Must be called on the main thread before any other thread exists, since threads inherit the signal mask. The main
  /// thread must not run the main queue, which waits with all signals unblocked, so `work` must not need the main
  /// actor.
  package func watch(_ work: @escaping @Sendable () async -> Never) -> Never {
    var signals = Self.watchedSignals()
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    Task.detached { await work() }
    while true {
      var signal: Int32 = 0
      if sigwait(&signals, &signal) == 0 { receive(signal) }
    }
  }

  /// Makes a signal end the program with status 0 from now on, except while files are being written.
  package func awaitEnd() { isAwaited.store(true, ordering: .relaxed) }

  /// The signal that arrived while files were being written, if any.
  package var signal: Int32? {
    let value = state.load(ordering: .relaxed)
    return value > 0 ? value : nil
  }

  /// Throws `.interrupted` if a signal arrived while files were being written.
  func check() throws(PublishingError) {
    if let signal { throw .interrupted(signal: signal) }
  }

  /// Defers signals until `endWriting`: one that arrives meanwhile is only recorded.
  func beginWriting() {
    let (exchanged, _) = state.compareExchange(
      expected: Self.idle, desired: Self.writing, ordering: .sequentiallyConsistent)
    // The signal thread is about to end the program.
    if !exchanged, state.load(ordering: .relaxed) == Self.ending { while true { pause() } }
  }

  /// Ends the deferral of signals.
  func endWriting() {
    _ = state.compareExchange(
      expected: Self.writing, desired: Self.idle, ordering: .sequentiallyConsistent)
  }

  /// Records the signal while files are being written; ends the program otherwise.
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

  /// Returns whether a signal is ignored: a program started by `nohup` or in the background of a script is expected to
  /// keep ignoring it.
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
