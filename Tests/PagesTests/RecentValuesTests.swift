@testable import Pages
import Testing

/// Values that are computed when they are needed, and given up when many others were needed since.
struct RecentValuesTests {
  private final class Counter {
    var made = 0

    func make(_ index: Int) -> Int {
      made += 1
      return index * 10
    }
  }

  @Test func `as many as are kept are computed once`() {
    let (values, counter) = (RecentValues<Int>(8, keeping: 8), Counter())
    for _ in 1...3 {
      for index in 0..<8 { #expect(values.value(at: index) { counter.make(index) } == index * 10) }
    }
    #expect(counter.made == 8)
  }

  @Test func `of more the ones in use stay`() {
    let (values, counter) = (RecentValues<Int>(1000, keeping: 10), Counter())
    for index in 0..<1000 {
      #expect(values.value(at: index) { counter.make(index) } == index * 10)
      // Again after each of the others.
      #expect(values.value(at: 0) { counter.make(0) } == 0)
    }
    #expect(counter.made == 1000)
    // The last ten or more are there, the first ones are not.
    for index in 990..<1000 { _ = values.value(at: index) { counter.make(index) } }
    #expect(counter.made == 1000)
    _ = values.value(at: 1) { counter.make(1) }
    #expect(counter.made == 1001)
  }

  @Test func `several threads get the same`() async {
    let values = RecentValues<Int>(200, keeping: 16)
    await withTaskGroup(of: Bool.self) { group in
      for start in 0..<8 {
        group.addTask {
          (0..<2000).allSatisfy { step in
            let index = (start * 31 + step * 7) % 200
            return values.value(at: index) { index * 10 } == index * 10
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
