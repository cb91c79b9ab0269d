import Synchronization
import Testing

@testable import Preview

/// Whose answer is made first.
struct FairQueueTests {
  @Test func `those who had the fewest answers go first`() {
    let waiting = Mutex<[@Sendable () -> Void]>([])
    let queue = FairQueue { work in waiting.withLock { $0.append(work) } }
    let order = Mutex("")
    for (name, answered) in [("c", 2), ("a", 0), ("d", 9), ("b", 0)] {
      queue.wait(answered: answered) { order.withLock { $0 += name } }
    }
    for work in waiting.withLock({ $0 }) { work() }
    #expect(order.withLock { $0 } == "abcd")
  }
}
