import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The places for connections. There are only so many, and a newcomer always gets one: whoever makes the least of theirs leaves.
///
/// First go those that have long asked for nothing, then those that have read nothing for the longest time. Streams of events, on
/// which nothing happens for hours, stay: only the oldest of them goes when they fill half of all places.
final class Places: Sendable {
  /// What a connection does with its place.
  enum Use: Sendable {
    /// No whole request has come yet.
    case waiting
    /// It is sent an answer.
    case reading
    /// It is told of changes until it ends.
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
  }

  private let state = Mutex(State())
  private let most: Int

  /// How long a connection may wait before it counts as idle: a newcomer's request is on its way.
  private static let idleness = Duration.seconds(1)

  init(most: Int) { self.most = most }

  /// Many more than a few browsers use, as far as the process may have files for them: each connection may also read one.
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

  /// Takes a place, and gives back its number; `leave` is called, from any thread, when the place is needed for another.
  func take(at now: ContinuousClock.Instant = .now, leave: @escaping @Sendable () -> Void) -> Int {
    let (number, leaving) = state.withLock { state in
      let leaving = state.holders.count >= most ? state.removeLeastUseful(at: now, Self.idleness) : nil
      state.nextNumber += 1
      state.holders[state.nextNumber] = Holder(since: now, leave: leave)
      return (state.nextNumber, leaving)
    }
    leaving?.leave()
    return number
  }

  /// Says what a place is used for from now on; saying it again counts as progress.
  func note(_ use: Use, of number: Int, at now: ContinuousClock.Instant = .now) {
    let leaving = state.withLock { state -> Holder? in
      state.holders[number]?.use = use
      state.holders[number]?.since = now
      guard use == .listening else { return nil }
      let listening = state.holders.filter { $0.value.use == .listening }
      return listening.count > max(1, most / 2) ? state.removeOldest(of: listening) : nil
    }
    leaving?.leave()
  }

  /// Ends the use of a place.
  func giveBack(_ number: Int) { state.withLock { $0.holders[number] = nil } }
}

extension Places.State {
  fileprivate mutating func removeLeastUseful(
    at now: ContinuousClock.Instant, _ idleness: Duration
  ) -> Places.Holder? {
    let idle = holders.filter { $0.value.use == .waiting && now - $0.value.since >= idleness }
    if !idle.isEmpty { return removeOldest(of: idle) }
    let others = holders.filter { $0.value.use != .listening }
    return removeOldest(of: others.isEmpty ? holders : others)
  }

  fileprivate mutating func removeOldest(of some: [Int: Places.Holder]) -> Places.Holder? {
    let oldest = some.min { ($0.value.since, $0.key) < ($1.value.since, $1.key) }
    return oldest.flatMap { holders.removeValue(forKey: $0.key) }
  }
}
