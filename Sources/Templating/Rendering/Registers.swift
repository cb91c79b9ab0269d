// Unsafe memory: a register is read and written only within the count that was allocated with the registers.

/// The registers of a program; one that does not exist reads as absent, and writes to it are ignored.
struct Registers: ~Copyable {
  private let cells: UnsafeMutablePointer<Cell>
  private let count: UInt

  init(count: Int) {
    self.count = UInt(max(count, 0))
    cells = .allocate(capacity: max(count, 1))
    cells.initialize(repeating: .absent, count: max(count, 1))
  }

  deinit { cells.deallocate() }

  subscript(number: Int32) -> Cell {
    @inline(__always) get {
      let index = UInt(bitPattern: Int(number))
      // A negative number becomes larger than any count.
      return index < count ? cells[Int(bitPattern: index)] : .absent
    }
    @inline(__always) nonmutating set {
      let index = UInt(bitPattern: Int(number))
      if index < count { cells[Int(bitPattern: index)] = newValue }
    }
  }
}
