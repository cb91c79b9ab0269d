import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Limits the number of open connections. When all slots are taken, a new connection replaces the least useful one.
///
/// Connections that are idle before a request are closed first, then those whose client has stopped reading; a
/// connection whose response is being produced is never closed. Event streams are idle for hours by nature and stay
/// open: only when they fill half of the slots is the oldest one closed. When no connection may be closed yet, new ones
/// wait in the system's accept queue.
final class ConnectionSlots: Sendable {
  /// The state of a connection.
  enum Use: Sendable {
    /// Waiting for a complete request.
    case waiting
    /// Producing the response.
    case asking
    /// Sending the response.
    case reading
    /// Open as an event stream.
    case listening
  }

  fileprivate struct Holder {
    var use = Use.waiting
    var since: ContinuousClock.Instant
    let leave: @Sendable () -> Void
  }

  fileprivate struct State {
    var holders: [Int: Holder] = [:]
    var nextNumber = 0
    /// Called once when a slot may have become free.
    var onFree: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())
  private let most: Int

  /// How long a connection may make no progress before it counts as idle; the request of a new connection may still be
  /// on its way.
  fileprivate static let idleness = Duration.seconds(1)
  /// How long a connection is safe from being closed after each progress; data that has just arrived may not have been
  /// read yet.
  fileprivate static let grace = Duration.milliseconds(100)

  init(most: Int) { self.most = most }

  /// The default limit: far more than a few browsers need, but within the open-file limit of the process, since each
  /// connection may also read a file.
  static var mostPossible: Int {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return 8 }
    let files = Int(min(limit.rlim_cur, 1 << 20))
    return min(128, max(8, (files - 64) / 2))
  }

  /// Whether all slots are taken, so that connections should be closed after their response.
  var areFull: Bool { state.withLock { $0.holders.count >= most } }

  /// Returns whether another connection may be accepted; if not, `onFree` is called once, on any thread, when that may
  /// have changed.
  func admit(
    at now: ContinuousClock.Instant = .now, orTell onFree: @escaping @Sendable () -> Void
  ) -> Bool {
    state.withLock { state in
      if state.holders.count < most || state.holders.contains(where: { $0.value.mayBeClosed(at: now) }) {
        return true
      }
      state.onFree = onFree
      return false
    }
  }

  /// Takes a slot and returns its number; `leave` is called, on any thread, when the slot is needed for another
  /// connection.
  func take(at now: ContinuousClock.Instant = .now, leave: @escaping @Sendable () -> Void) -> Int {
    let (number, leaving) = state.withLock { state in
      let leaving = state.holders.count >= most ? state.removeLeastUseful(at: now) : nil
      state.nextNumber += 1
      state.holders[state.nextNumber] = Holder(since: now, leave: leave)
      return (state.nextNumber, leaving)
    }
    leaving?.leave()
    return number
  }

  /// Records the state of the connection in a slot; recording the same state again counts as progress.
  func note(_ use: Use, of number: Int, at now: ContinuousClock.Instant = .now) {
    let (leaving, onFree) = state.withLock { state -> (Holder?, (@Sendable () -> Void)?) in
      state.holders[number]?.use = use
      state.holders[number]?.since = now
      var leaving: Holder?
      if use == .listening {
        let listening = state.holders.filter { $0.value.use == .listening }
        if listening.count > max(1, most / 2) { leaving = state.removeOldest(of: listening) }
      }
      return (leaving, use == .asking ? nil : state.takeOnFree())
    }
    leaving?.leave()
    onFree?()
  }

  /// Frees a slot.
  func giveBack(_ number: Int) {
    let onFree = state.withLock { state in
      state.holders[number] = nil
      return state.takeOnFree()
    }
    onFree?()
  }
}

extension ConnectionSlots.Holder {
  fileprivate func mayBeClosed(at now: ContinuousClock.Instant) -> Bool {
    (use == .waiting || use == .reading) && now - since >= ConnectionSlots.grace
  }

  /// Returns a rank by which connections are closed, the lowest first.
  fileprivate func usefulness(at now: ContinuousClock.Instant) -> Int {
    (now - since >= ConnectionSlots.idleness ? 0 : 2) + (use == .waiting ? 0 : 1)
  }
}

extension ConnectionSlots.State {
  fileprivate mutating func takeOnFree() -> (@Sendable () -> Void)? {
    defer { onFree = nil }
    return onFree
  }

  fileprivate mutating func removeLeastUseful(at now: ContinuousClock.Instant) -> ConnectionSlots.Holder? {
    let some = holders.filter { $0.value.mayBeClosed(at: now) }
    let least = some.values.map { $0.usefulness(at: now) }.min()
    return removeOldest(of: some.filter { $0.value.usefulness(at: now) == least })
  }

  fileprivate mutating func removeOldest(of some: [Int: ConnectionSlots.Holder]) -> ConnectionSlots.Holder? {
    let oldest = some.min { ($0.value.since, $0.key) < ($1.value.since, $1.key) }
    return oldest.flatMap { holders.removeValue(forKey: $0.key) }
  }
}
