import Synchronization

/// Makes answers on a few threads beside the event loops, so that a large page does not block other requests.
///
/// Requests of connections that have had the fewest answers come first, then those that arrived first, so that a client with many requests
/// does not delay one with few.
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

  /// `run` does some work on one of the threads, in the order of its calls.
  init(_ run: @escaping @Sendable (_ work: @escaping @Sendable () -> Void) -> Void) { self.run = run }

  /// Queues a request of a connection that has had so many answers; `make` is called when it is next.
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
