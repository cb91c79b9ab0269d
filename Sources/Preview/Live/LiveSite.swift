import Synchronization

/// The current state of the served site: its pages, its problems and the listeners for changes.
package final class LiveSite: Sendable {
  /// A snapshot of the state.
  struct Snapshot: Sendable {
    /// The last site that was built without errors; nil if there has been none.
    var site: ServedSite?
    var problems = Problems.none
    /// The number of changes so far, by which a listener knows what it has already been told.
    var version = 0
    /// The page that listeners are to show next, with the version in which it was set.
    var followed: (address: String, version: Int)?
    /// The version in which a file changed that pages load but do not contain, such as a picture.
    var reloadedVersion = 0
  }

  private struct State {
    var snapshot = Snapshot()
    var listeners: [Int: @Sendable () -> Void] = [:]
    var nextListener = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// Whether any site has been built without errors yet.
  package var hasPages: Bool { snapshot.site != nil }

  var snapshot: Snapshot { state.withLock { $0.snapshot } }

  /// Replaces the state and notifies all listeners.
  ///
  /// - Parameters:
  ///   - site: The new site; nil to keep the last one that was built without errors.
  ///   - problems: The problems of the new state.
  ///   - document: The path of a document whose page browsers are to show.
  ///   - reloads: Whether all pages must be reloaded because a file that they load has changed.
  package func publish(
    _ site: ServedSite?, _ problems: Problems, follows document: String? = nil, reloads: Bool = false
  ) {
    let address = document.flatMap { site?.address(ofDocument: $0) }
    let (old, listeners) = state.withLock { state -> (ServedSite?, [@Sendable () -> Void]) in
      let old = state.snapshot.site
      state.snapshot.version += 1
      state.snapshot.site = site ?? old
      state.snapshot.problems = problems
      if let address { state.snapshot.followed = (address, state.snapshot.version) }
      if reloads { state.snapshot.reloadedVersion = state.snapshot.version }
      return (old, Array(state.listeners.values))
    }
    for listener in listeners { listener() }
    // Deallocating a large site takes a while, so it happens last, without the lock.
    withExtendedLifetime(old) {}
  }

  /// Registers a closure to be called after each change, on any thread. Returns a number for `endListening`.
  func listen(_ listener: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      defer { state.nextListener += 1 }
      state.listeners[state.nextListener] = listener
      return state.nextListener
    }
  }

  func endListening(_ number: Int) { state.withLock { $0.listeners[number] = nil } }
}
