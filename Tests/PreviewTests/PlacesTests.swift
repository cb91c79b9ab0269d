import Synchronization
import Testing

@testable import Preview

/// Who leaves when places are short.
struct PlacesTests {
  private let start = ContinuousClock.now
  private let left = Left()

  private final class Left: Sendable {
    let names = Mutex<[String]>([])
  }

  private func take(_ places: Places, _ name: String, second: Int) -> Int {
    places.take(at: start + .seconds(second)) { [left] in left.names.withLock { $0.append(name) } }
  }

  private func leavers(
    _ uses: [(name: String, use: Places.Use, second: Int)], at second: Int,
    _ more: Duration = .zero
  ) -> [String] {
    let places = Places(most: uses.count)
    for (name, use, second) in uses {
      places.note(use, of: take(places, name, second: second), at: start + .seconds(second))
    }
    _ = places.take(at: start + .seconds(second) + more) {}
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

  @Test func `where nobody may be sent away, newcomers wait outside until somebody may`() {
    let places = Places(most: 2)
    let numbers = ["a", "b"].map { take(places, $0, second: 0) }
    #expect(places.admit(at: start + .seconds(1)) {})
    // What has just come is given time.
    #expect(!places.admit(at: start) {})
    for number in numbers { places.note(.asking, of: number) }
    let told = Mutex(0)
    #expect(!places.admit { told.withLock { $0 += 1 } })
    places.note(.asking, of: numbers[0])
    #expect(told.withLock { $0 } == 0)
    places.note(.reading, of: numbers[0])
    #expect(told.withLock { $0 } == 1 && places.areFull)
    places.note(.asking, of: numbers[0])
    #expect(!places.admit { told.withLock { $0 += 1 } })
    places.giveBack(numbers[1])
    #expect(told.withLock { $0 } == 2 && places.admit {} && !places.areFull)
    #expect(left.names.withLock { $0 }.isEmpty)
  }

  @Test func `those who listen have half of the places`() {
    let places = Places(most: 4)
    for name in ["a", "b", "c"] { places.note(.listening, of: take(places, name, second: 1), at: start) }
    #expect(left.names.withLock { $0 } == ["a"])
  }

  @Test func `a place that was given back is free`() {
    let places = Places(most: 1)
    places.giveBack(take(places, "a", second: 0))
    _ = take(places, "b", second: 9)
    #expect(left.names.withLock { $0 }.isEmpty)
  }
}
