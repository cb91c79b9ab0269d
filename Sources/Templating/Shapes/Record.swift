/// The declaration of a record: its shape, and how each field is read from a value of the program.
///
/// One declaration gives both, so that they cannot drift apart:
///
///     let link = Record<Link>("Link", "A link with its text.", [
///       .address("url", "Where it leads.") { $0.url },
///       .text("text", "What it says.") { $0.text },
///     ])
package struct Record<Root>: Sendable {
  package let shape: Shape
  private let fields: [Field<Root>]

  package init(_ name: String, _ summary: String, _ fields: [Field<Root>]) {
    self.fields = fields
    shape = Shape(name: name, summary: summary, fields: fields.map(\.description))
  }

  /// The value of a record, made once and shown on any number of pages.
  package func value(_ root: Root) -> Value {
    let arena = Arena()
    return Value(cell: cell(root, in: arena), arena: arena)
  }

  func cell(_ root: Root, in arena: Arena) -> Cell {
    arena.record(count: fields.count) { fields[$0].make(root, arena) }
  }
}

/// One field of a record: its name, type, summary and how it is read.
package struct Field<Root>: Sendable {
  let description: Shape.Field
  let make: @Sendable (Root, Arena) -> Cell

  init(
    _ name: String, _ type: ValueType, _ summary: String, make: @escaping @Sendable (Root, Arena) -> Cell
  ) {
    description = Shape.Field(name: name, type: type, summary: summary)
    self.make = make
  }
}
