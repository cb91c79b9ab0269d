/// The declaration of a record: its shape, and how each field is read from a value of the program.
///
/// One declaration gives both, so that they cannot drift apart:
///
///     let link = Record<Link>("Link", "A link with its text.", [
///       .address("url", "Where it leads.") { $0.url },
///       .text("text", "What it says.") { $0.text },
///     ])
@usableFromInline
package struct Record<Root>: Sendable {
  @usableFromInline package let shape: Shape
  @usableFromInline let first: Reader?

  /// One field's reader, and the next one.
  ///
  /// A chain of objects: reading an array of generic elements looks up their type each time, and retains what it reads,
  /// which was two thirds of the time that a value took.
  @usableFromInline
  final class Reader: Sendable {
    @usableFromInline let make: @Sendable (Root, Arena) -> Cell
    @usableFromInline let next: Reader?

    @inlinable
    init(_ field: Field<Root>, next: Reader?) {
      make = field.make
      self.next = next
    }

    @inlinable
    func read(_ root: Root, in arena: Arena, into cells: inout CellFilling) {
      cells.append(make(root, arena))
      next?.read(root, in: arena, into: &cells)
    }
  }

  @inlinable
  package init(_ name: String, _ summary: String, _ fields: [Field<Root>]) {
    self.init(shape: Shape(name: name, summary: summary, fields: fields.map(\.description)), fields)
  }

  @inlinable
  init(shape: Shape, _ fields: [Field<Root>]) {
    self.shape = shape
    first = fields.reversed().reduce(nil) { Reader($1, next: $0) }
  }

  /// The same record, with its fields taken from a value that was made before, but for some that are read anew.
  @inlinable
  package func remade<New>(
    from made: @escaping @Sendable (New) -> Value, but changed: [Field<New>]
  ) -> Record<New> {
    let fields = shape.fields.enumerated().map { position, field in
      changed.first { $0.description.name == field.name }
        ?? Field<New>(field.name, field.type, field.summary) { $1.adopt(made($0)[position]) }
    }
    return Record<New>(shape: shape, fields)
  }

  /// The value of a record that one page shows.
  @inlinable
  package func value(_ root: Root) -> Value {
    let arena = Arena()
    return Value(cell: cell(root, in: arena), arena: arena)
  }

  /// The value of a record that is made once and shown on any number of pages.
  @inlinable
  package func sharedValue(_ root: Root) -> Value {
    let arena = Arena()
    return Value(cell: sharedCell(root, in: arena), arena: arena)
  }

  /// The values of many records, each shown on any number of pages. They share their memory: all of it is kept as long as one of
  /// them is.
  @inlinable
  package func values(_ roots: some Sequence<Root>) -> [Value] {
    let arena = Arena(chunkSize: 1 << 15)
    return roots.map { Value(cell: sharedCell($0, in: arena), arena: arena) }
  }

  /// Where a field stands in the record's values; behind all of them if it has no such field.
  package func position(of field: String) -> Int {
    shape.fields.firstIndex { $0.name == field } ?? shape.fields.count
  }

  @inlinable
  func cell(_ root: Root, in arena: Arena) -> Cell {
    arena.record(count: shape.fields.count) { first?.read(root, in: arena, into: &$0) }
  }

  @inlinable
  func sharedCell(_ root: Root, in arena: Arena) -> Cell {
    arena.fingerprintedRecord(count: shape.fields.count) { first?.read(root, in: arena, into: &$0) }
  }
}

/// One field of a record: its name, type, summary and how it is read.
@usableFromInline
package struct Field<Root>: Sendable {
  @usableFromInline let description: Shape.Field
  @usableFromInline let make: @Sendable (Root, Arena) -> Cell

  @inlinable
  init(
    _ name: String, _ type: ValueType, _ summary: String, make: @escaping @Sendable (Root, Arena) -> Cell
  ) {
    description = Shape.Field(name: name, type: type, summary: summary)
    self.make = make
  }
}
