import Incremental
import Synchronization

/// Values by their indices, each computed when it is needed, of which those that were used last are kept.
///
/// A site of some thousands of items keeps all of them. With more of them, memory stops growing: a value that has not
/// been used for a while is given up, and computed again if it is needed again.
final class RecentValues<Value: Sendable>: Sendable {
  private final class Slot: Sendable {
    /// The value, what it was made from (nil if nobody recorded), and when it was last used.
    let content = Mutex<(value: Value, reads: ReadSet?, round: Int)?>(nil)
  }

  private let slots: [Slot]
  private let most: Int
  /// The number of values that were computed.
  private let made = Atomic(0)
  /// The number of times that values were given up.
  private let round = Atomic(0)

  /// Creates slots for so many values, of which at least `most` and at most twice as many are kept.
  init(_ count: Int, keeping most: Int = 4096) {
    slots = (0..<count).map { _ in Slot() }
    self.most = most
  }

  /// Returns the value at an index, computing it if it is not there; if another thread is computing it, waits for that
  /// thread. All callers must pass equivalent closures.
  func value(at index: Int, making make: () -> Value) -> Value {
    let now = round.load(ordering: .relaxed)
    let (value, reads, isNew) = slots[index].content.withLock { content in
      let isNew = content == nil
      let (value, reads) = content.map { ($0.value, $0.reads) } ?? Reads.recordingApart(make)
      content = (value, reads, now)
      return (value, reads, isNew)
    }
    Reads.note(reads)
    if isNew, made.add(1, ordering: .relaxed).newValue.isMultiple(of: most) { giveUpUnused() }
    return value
  }

  /// Gives up all values that have not been used since the last time.
  private func giveUpUnused() {
    let last = round.add(1, ordering: .relaxed).oldValue
    for slot in slots {
      slot.content.withLock { content in
        if let round = content?.round, round < last { content = nil }
      }
    }
  }
}
