import TextEncoding

/// A growing byte buffer for a page. It owns its memory and does not expose pointers to it.
struct OutputBuffer: ByteSink, ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    memory = .allocate(capacity: self.capacity)
  }

  deinit { memory.deallocate() }

  // Inlining this would burden the register allocation of every caller.
  @inline(never)
  private mutating func grow(by needed: Int) {
    let enlarged = max(capacity * 2, count + needed)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: enlarged)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity = enlarged
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    memory[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>) {
    let added = bytes.count
    if capacity - count < added { grow(by: added) }
    bytes.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      (memory + count).update(from: start, count: added)
    }
    count += added
  }

  /// Empties the buffer, keeping its memory.
  mutating func removeAll() { count = 0 }

  /// Passes the bytes written so far to `body`.
  func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: memory, count: count).span)
  }

  consuming func bytes() -> [UInt8] {
    Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      buffer.baseAddress?.initialize(from: memory, count: count)
      initialized = count
    }
  }
}
