import Synchronization
import Testing

@testable import Preview

/// Which connection is closed when slots run out.
struct ConnectionSlotsTests {
  private let start = ContinuousClock.now
  private let left = Left()

  private final class Left: Sendable {
    let names = Mutex<[String]>([])
  }

  private func take(_ slots: ConnectionSlots, _ name: String, second: Int) -> Int {
    slots.take(at: start + .seconds(second)) { [left] in left.names.withLock { $0.append(name) } }
  }

  private func leavers(
    _ uses: [(name: String, use: ConnectionSlots.Use, second: Int)], at second: Int,
    _ more: Duration = .zero
  ) -> [String] {
    let slots = ConnectionSlots(most: uses.count)
    for (name, use, second) in uses {
      slots.note(use, of: take(slots, name, second: second), at: start + .seconds(second))
    }
    _ = slots.take(at: start + .seconds(second) + more) {}
    return left.names.withLock { $0 }
  }

  @Test func `the idle leave first, the longest idle before others`() {
    #expect(
      leavers([("a", .reading, 0), ("b", .waiting, 2), ("c", .waiting, 1), ("d", .listening, 0)], at: 9)
        == ["c"])
  }

  @Test func `who has just come is not idle yet`() {
    #expect(leavers([("a", .waiting, 9), ("b", .reading, 3), ("c", .reading, 2)], at: 9) == ["c"])
  }

  @Test func `those who listen stay`() {
    #expect(
      leavers([("a", .listening, 0), ("b", .reading, 8), ("c", .listening, 1), ("d", .reading, 8)], at: 9)
        == ["b"])
  }

  @Test func `who has asked stays until the answer is made`() {
    #expect(
      leavers(
        [("a", .asking, 0), ("b", .reading, 9), ("c", .asking, 1), ("d", .waiting, 9)], at: 9,
        .milliseconds(500))
        == ["d"])
  }

  @Test func `where no connection may be closed, new ones wait until one may`() {
    let slots = ConnectionSlots(most: 2)
    let numbers = ["a", "b"].map { take(slots, $0, second: 0) }
    #expect(slots.admit(at: start + .seconds(1)) {})
    // What has just come is given time.
    #expect(!slots.admit(at: start) {})
    for number in numbers { slots.note(.asking, of: number) }
    let told = Mutex(0)
    #expect(!slots.admit { told.withLock { $0 += 1 } })
    slots.note(.asking, of: numbers[0])
    #expect(told.withLock { $0 } == 0)
    slots.note(.reading, of: numbers[0])
    #expect(told.withLock { $0 } == 1 && slots.areFull)
    slots.note(.asking, of: numbers[0])
    #expect(!slots.admit { told.withLock { $0 += 1 } })
    slots.giveBack(numbers[1])
    #expect(told.withLock { $0 } == 2 && slots.admit {} && !slots.areFull)
    #expect(left.names.withLock { $0 }.isEmpty)
  }

  @Test func `event streams may fill half of the slots`() {
    let slots = ConnectionSlots(most: 4)
    for name in ["a", "b", "c"] { slots.note(.listening, of: take(slots, name, second: 1), at: start) }
    #expect(left.names.withLock { $0 } == ["a"])
  }

  @Test func `a place that was given back is free`() {
    let slots = ConnectionSlots(most: 1)
    slots.giveBack(take(slots, "a", second: 0))
    _ = take(slots, "b", second: 9)
    #expect(left.names.withLock { $0 }.isEmpty)
  }
}
