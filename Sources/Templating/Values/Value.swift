/// A value that templates can read, shared freely between threads and pages.
///
/// It does not depend on the page that shows it: the addresses in it are completed when it is written.
package struct Value: Sendable {
  let cell: Cell
  /// What keeps the memory alive that the cell points into.
  let arena: Arena?
}

extension Value {
  /// The field of a record or the element of a list at a position; absent where there is none.
  package subscript(position: Int) -> Value { Value(cell: cell[position], arena: arena) }

  /// The elements of a list.
  package var elements: [Value] { (0..<(cell.tag == .list ? cell.count : 0)).map { self[$0] } }
}
