import Synchronization

/// Schedules the work of producing responses on a few threads, so that a large page does not block the event loops.
///
/// Requests of connections with the fewest responses so far come first, in order of arrival, so that a client with many
/// requests does not delay one with few.
final class FairQueue: Sendable {
  private struct Request {
    var answered: Int
    var number: Int
    var make: @Sendable () -> Void
  }

  private struct State {
    var requests: [Request] = []
    var nextNumber = 0
  }

  private let state = Mutex(State())
  private let run: @Sendable (_ work: @escaping @Sendable () -> Void) -> Void

  /// Creates a queue; `run` executes work on one of the threads, in the order of the calls.
  init(_ run: @escaping @Sendable (_ work: @escaping @Sendable () -> Void) -> Void) { self.run = run }

  /// Enqueues a request of a connection that has had `answered` responses; `make` is called when its turn comes.
  func wait(answered: Int, _ make: @escaping @Sendable () -> Void) {
    state.withLock { state in
      state.nextNumber += 1
      state.requests.append(Request(answered: answered, number: state.nextNumber, make: make))
    }
    run { [weak self] in self?.next()?.make() }
  }

  private func next() -> Request? {
    state.withLock { state in
      let next = state.requests.indices.min { left, right in
        let (left, right) = (state.requests[left], state.requests[right])
        return (left.answered, left.number) < (right.answered, right.number)
      }
      return next.map { state.requests.remove(at: $0) }
    }
  }
}
