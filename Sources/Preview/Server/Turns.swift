import Synchronization

/// Has answers made beside the event loops, on a few threads, so that the making of a large page holds up nothing else.
///
/// First come the requests of connections that had the fewest answers, then those that came first: who asks for much waits for
/// everyone who asks for little.
final class Turns: Sendable {
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

  /// `run` has one of the threads do some work, in the order in which it is called.
  init(_ run: @escaping @Sendable (_ work: @escaping @Sendable () -> Void) -> Void) { self.run = run }

  /// Has `make` called when it is the turn of a request whose connection had so many answers.
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
