/// An immutable value for templates, which can be shared between threads and pages.
///
/// It does not depend on the page: addresses in it are completed when it is written.
@usableFromInline
package struct Value: Sendable {
  @usableFromInline let cell: Cell
  /// Keeps the memory alive to which the cell points.
  @usableFromInline let arena: Arena?

  @inlinable
  init(cell: Cell, arena: Arena?) {
    self.cell = cell
    self.arena = arena
  }
}

extension Value {
  /// What an absent field holds.
  package static let absent = Value(cell: .absent, arena: nil)

  /// A text that any number of pages share.
  package init(text: String) {
    let arena = Arena()
    self.init(cell: arena.text(text), arena: arena)
  }

  /// The field of a record or element of a list at a position; absent if there is none.
  @usableFromInline
  package subscript(position: Int) -> Value { Value(cell: cell[position], arena: arena) }

  /// The elements of a list.
  package var elements: [Value] { (0..<(cell.tag == .list ? cell.count : 0)).map { self[$0] } }
}
