/// A value that templates can read, shared freely between threads and pages.
///
/// It does not depend on the page that shows it: the addresses in it are completed when it is written.
package struct Value: Sendable {
  let cell: Cell
  /// What keeps the memory alive that the cell points into.
  let arena: Arena?
}
