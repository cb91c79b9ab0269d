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

  /// The reader of one field, or of several that are taken from a value, and the next one.
  ///
  /// A chain of objects: reading an array of generic elements looks up their type each time, and retains what it reads,
  /// which was two thirds of the time that a value took.
  @usableFromInline
  final class Reader: Sendable {
    @usableFromInline
    enum Part: Sendable {
      case field(@Sendable (Root, Arena) -> Cell)
      /// The fields of these positions of a value that was made before.
      case made(@Sendable (Root) -> Value, Range<Int>)
    }

    @usableFromInline let part: Part
    @usableFromInline let next: Reader?

    @inlinable
    init(_ part: Part, next: Reader?) {
      self.part = part
      self.next = next
    }

    @inlinable
    func read(_ root: Root, in arena: Arena, into cells: inout CellFilling) {
      switch part {
      case .field(let make): cells.append(make(root, arena))
      case .made(let made, let positions): cells.append(arena.adopt(made(root)), positions)
      }
      next?.read(root, in: arena, into: &cells)
    }
  }

  @inlinable
  package init(_ name: String, _ summary: String, _ fields: [Field<Root>]) {
    self.init(
      shape: Shape(name: name, summary: summary, fields: fields.map(\.description)),
      fields.map { .field($0.make) })
  }

  @inlinable
  init(shape: Shape, _ parts: [Reader.Part]) {
    self.shape = shape
    first = parts.reversed().reduce(nil) { Reader($1, next: $0) }
  }

  /// The same record, with its fields taken from a value that was made before, but for some that are read anew.
  @inlinable
  package func remade<New>(
    from made: @escaping @Sendable (New) -> Value, but changed: [Field<New>]
  ) -> Record<New> {
    var parts: [Record<New>.Reader.Part] = []
    for (position, field) in shape.fields.enumerated() {
      if let change = changed.first(where: { $0.description.name == field.name }) {
        parts.append(.field(change.make))
      } else if case .made(_, let positions)? = parts.last {
        parts[parts.count - 1] = .made(made, positions.lowerBound..<(position + 1))
      } else {
        parts.append(.made(made, position..<(position + 1)))
      }
    }
    return Record<New>(shape: shape, parts)
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

extension Field {
  /// The same field of a record whose root has this one's as a part.
  @inlinable
  package func of<Whole>(_ part: @escaping @Sendable (Whole) -> Root) -> Field<Whole> {
    let make = make
    return Field<Whole>(description.name, description.type, description.summary) { whole, arena in
      make(part(whole), arena)
    }
  }
}
