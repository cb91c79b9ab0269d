import Synchronization

/// A value that is made when it is first asked for, and kept: what a site may be shown without need not be made before it is shown.
final class MadeOnce<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let made = AtomicLazyReference<Box>()
  private let making = Mutex<Void>(())
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// Waits for another thread that is making the value.
  var value: Value {
    if let box = made.load() { return box.value }
    return making.withLock { _ in made.load()?.value ?? made.storeIfNil(Box(make())).value }
  }
}
