/// A value that templates can read, shared freely between threads and pages.
///
/// It does not depend on the page that shows it: the addresses in it are completed when it is written.
@usableFromInline
package struct Value: Sendable {
  @usableFromInline let cell: Cell
  /// What keeps the memory alive that the cell points into.
  @usableFromInline let arena: Arena?

  @inlinable
  init(cell: Cell, arena: Arena?) {
    self.cell = cell
    self.arena = arena
  }
}

extension Value {
  /// The field of a record or the element of a list at a position; absent where there is none.
  @usableFromInline
  package subscript(position: Int) -> Value { Value(cell: cell[position], arena: arena) }

  /// The elements of a list.
  package var elements: [Value] { (0..<(cell.tag == .list ? cell.count : 0)).map { self[$0] } }
}
