import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The places for connections, of which there are only so many. Whoever has asked keeps a place until the answer is made; for a
/// newcomer, whoever makes the least of theirs leaves.
///
/// First go those that have long asked for nothing, then those that have long read nothing. Streams of events, on which nothing
/// happens for hours, stay: only the oldest of them goes when they fill half of all places. Where nobody may be sent away
/// yet, newcomers wait outside.
final class Places: Sendable {
  /// What a connection does with its place.
  enum Use: Sendable {
    /// No whole request has come yet.
    case waiting
    /// Its answer is not made yet.
    case asking
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
    /// Told once when there may be room again.
    var outside: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())
  private let most: Int

  /// How long a connection may ask for nothing, or read nothing, before it counts as idle: a newcomer's request is on its way.
  fileprivate static let idleness = Duration.seconds(1)
  /// How long nobody is sent away: what has just come may not have been read yet.
  fileprivate static let grace = Duration.milliseconds(100)

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

  /// Whether all places are taken, so that nobody should keep one for longer than an answer.
  var areFull: Bool { state.withLock { $0.holders.count >= most } }

  /// Whether one more may come in; if not, `outside` is called, from any thread, when that may have changed.
  func admit(
    at now: ContinuousClock.Instant = .now, orTell outside: @escaping @Sendable () -> Void
  ) -> Bool {
    state.withLock { state in
      if state.holders.count < most || state.holders.contains(where: { $0.value.mayBeSentAway(at: now) }) {
        return true
      }
      state.outside = outside
      return false
    }
  }

  /// Takes a place, and gives back its number; `leave` is called, from any thread, when the place is needed for another.
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

  /// Says what a place is used for from now on; saying it again counts as progress.
  func note(_ use: Use, of number: Int, at now: ContinuousClock.Instant = .now) {
    let (leaving, outside) = state.withLock { state -> (Holder?, (@Sendable () -> Void)?) in
      state.holders[number]?.use = use
      state.holders[number]?.since = now
      var leaving: Holder?
      if use == .listening {
        let listening = state.holders.filter { $0.value.use == .listening }
        if listening.count > max(1, most / 2) { leaving = state.removeOldest(of: listening) }
      }
      return (leaving, use == .asking ? nil : state.takeOutside())
    }
    leaving?.leave()
    outside?()
  }

  /// Ends the use of a place.
  func giveBack(_ number: Int) {
    let outside = state.withLock { state in
      state.holders[number] = nil
      return state.takeOutside()
    }
    outside?()
  }
}

extension Places.Holder {
  fileprivate func mayBeSentAway(at now: ContinuousClock.Instant) -> Bool {
    (use == .waiting || use == .reading) && now - since >= Places.grace
  }

  /// The lower, the sooner it goes.
  fileprivate func usefulness(at now: ContinuousClock.Instant) -> Int {
    (now - since >= Places.idleness ? 0 : 2) + (use == .waiting ? 0 : 1)
  }
}

extension Places.State {
  fileprivate mutating func takeOutside() -> (@Sendable () -> Void)? {
    defer { outside = nil }
    return outside
  }

  fileprivate mutating func removeLeastUseful(at now: ContinuousClock.Instant) -> Places.Holder? {
    let some = holders.filter { $0.value.mayBeSentAway(at: now) }
    let least = some.values.map { $0.usefulness(at: now) }.min()
    return removeOldest(of: some.filter { $0.value.usefulness(at: now) == least })
  }

  fileprivate mutating func removeOldest(of some: [Int: Places.Holder]) -> Places.Holder? {
    let oldest = some.min { ($0.value.since, $0.key) < ($1.value.since, $1.key) }
    return oldest.flatMap { holders.removeValue(forKey: $0.key) }
  }
}
