import Synchronization
import Testing

@testable import Preview

/// Whose answer is made first.
struct TurnsTests {
  @Test func `those who had the fewest answers go first`() {
    let waiting = Mutex<[@Sendable () -> Void]>([])
    let turns = Turns { work in waiting.withLock { $0.append(work) } }
    let order = Mutex("")
    for (name, answered) in [("c", 2), ("a", 0), ("d", 9), ("b", 0)] {
      turns.wait(answered: answered) { order.withLock { $0 += name } }
    }
    for work in waiting.withLock({ $0 }) { work() }
    #expect(order.withLock { $0 } == "abcd")
  }
}
