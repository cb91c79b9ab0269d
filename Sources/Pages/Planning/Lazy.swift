import Synchronization

/// A value that is made when it is first asked for, and kept: what a site may be shown without need not be made before it is shown.
final class Lazy<Value: Sendable>: Sendable {
  private let place = LazySlot<Value>()
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// Waits for another thread that is making the value.
  var value: Value { place.value(making: make) }
}

/// The place of a value that whoever first asks for it makes: for an owner that makes it from itself, and would hold itself with `Lazy`.
final class LazySlot<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let made = AtomicLazyReference<Box>()
  private let making = Mutex<Void>(())

  /// The value, which every caller would make alike; waits for another thread that is making it.
  func value(making make: () -> Value) -> Value {
    if let box = made.load() { return box.value }
    return making.withLock { _ in made.load()?.value ?? made.storeIfNil(Box(make())).value }
  }
}
