import Incremental
import Synchronization

/// A value that is computed on first access and then kept, to delay work that may never be needed.
final class Lazy<Value: Sendable>: Sendable {
  private let place = LazySlot<Value>()
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value; if another thread is computing it, waits for that thread.
  var value: Value { place.value(making: make) }
}

/// A slot for a value that is computed on first access. Unlike `Lazy`, it does not store the closure, which would
/// create a reference cycle if the owner computes the value from itself.
final class LazySlot<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value
    /// What the value was made from, which is read by all who read it; nil if nobody recorded.
    let reads: ReadSet?

    init(_ value: Value, _ reads: ReadSet?) {
      self.value = value
      self.reads = reads
    }
  }

  private let made = AtomicLazyReference<Box>()
  private let making = Mutex<Void>(())

  /// Returns the value, computing it on the first call; if another thread is computing it, waits for that thread. All
  /// callers must pass equivalent closures.
  func value(making make: () -> Value) -> Value {
    let box =
      made.load()
      ?? making.withLock { _ in
        if let box = made.load() { return box }
        let (value, reads) = Reads.recordingApart(make)
        return made.storeIfNil(Box(value, reads))
      }
    Reads.note(box.reads)
    return box.value
  }
}
