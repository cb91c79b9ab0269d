#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pipe that wakes a waiting thread so that it can stop.
final class WakeUp: Sendable {
  enum Event { case ready, stopped, timeOut }

  private let reading: Int32
  private let writing: Int32

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw SystemError() }
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    close(reading)
    close(writing)
  }

  func stop() {
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// Waits until a descriptor is readable, for at most some milliseconds, or indefinitely if that is nil.
  func wait(for descriptor: Int32?, milliseconds: Int?) -> Event {
    // `poll` ignores a negative descriptor.
    var waiting = [
      pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
      pollfd(fd: descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let count = poll(&waiting, 2, milliseconds.map { Int32(clamping: $0) } ?? -1)
      if count < 0, errno == EINTR { continue }
      if waiting[0].revents != 0 { return .stopped }
      return count > 0 ? .ready : .timeOut
    }
  }
}

/// A dedicated thread, since a blocking system call would occupy a thread of the concurrency pool.
final class WatcherThread: Sendable {
  private final class Work {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }

  private let wake: WakeUp

  init(_ wake: WakeUp, _ body: sending @escaping () -> Void) throws(SystemError) {
    self.wake = wake
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(
      &thread, nil,
      { context in
        #if canImport(Darwin)
          Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
        #else
          if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        #endif
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      throw SystemError(code: code)
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  }

  func stop() { wake.stop() }
}
