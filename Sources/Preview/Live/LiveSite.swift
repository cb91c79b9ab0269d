import Synchronization

/// The site that is served at the moment, what is wrong with its newest state, and who wants to know of changes.
package final class LiveSite: Sendable {
  /// What a moment looks like to those who ask.
  struct Moment: Sendable {
    /// The last good site; nil as long as there was none.
    var site: ServedSite?
    var problems = Problems.none
    /// Counts the states, so that a listener knows what it has been told.
    var version = 0
    /// The page that listeners are to show, and the version that it came with.
    var followed: (address: String, version: Int)?
    /// The version with which a file changed that pages show but do not hold, such as a picture.
    var reloadedVersion = 0
  }

  private struct State {
    var moment = Moment()
    var listeners: [Int: @Sendable () -> Void] = [:]
    var nextListener = 0
  }

  private let state = Mutex(State())

  package init() {}

  /// Whether there was a good site yet.
  package var hasPages: Bool { moment.site != nil }

  var moment: Moment { state.withLock { $0.moment } }

  /// Takes a new state over, and tells everyone who listens.
  ///
  /// Without a site the last good one stays. `document` is one whose page is to be shown; under `reloads` every page is shown
  /// anew, as a file has changed that pages load.
  package func publish(
    _ site: ServedSite?, _ problems: Problems, follows document: String? = nil, reloads: Bool = false
  ) {
    let address = document.flatMap { site?.address(ofDocument: $0) }
    let (old, listeners) = state.withLock { state -> (ServedSite?, [@Sendable () -> Void]) in
      let old = state.moment.site
      state.moment.version += 1
      state.moment.site = site ?? old
      state.moment.problems = problems
      if let address { state.moment.followed = (address, state.moment.version) }
      if reloads { state.moment.reloadedVersion = state.moment.version }
      return (old, Array(state.listeners.values))
    }
    for listener in listeners { listener() }
    // A large site takes a while to be taken down, which nobody should wait for.
    withExtendedLifetime(old) {}
  }

  /// Has a closure called after each change, from any thread; returns a number to end that with.
  func listen(_ listener: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      defer { state.nextListener += 1 }
      state.listeners[state.nextListener] = listener
      return state.nextListener
    }
  }

  func endListening(_ number: Int) { state.withLock { $0.listeners[number] = nil } }
}
