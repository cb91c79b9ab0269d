/// The declaration of a record: its shape, and how each field is read from a Swift value.
///
/// Declaring both together keeps them consistent:
///
///     let link = Record<Link>("Link", "A link with its text.", [
///       .address("url", "Where it leads.") { $0.url },
///       .text("text", "What it says.") { $0.text },
///     ])
@usableFromInline
package struct Record<Root>: Sendable {
  /// The type of the record, as templates see it.
  @usableFromInline package let shape: Shape
  @usableFromInline let first: Reader?

  /// Reads one field, or several from a value made earlier, and continues with the next reader.
  ///
  /// It is a linked list because reading an array of generic elements looks up their metadata and retains each element,
  /// which took two thirds of the time of making a value.
  @usableFromInline
  final class Reader: Sendable {
    @usableFromInline
    enum Part: Sendable {
      case field(@Sendable (Root, Arena) -> Cell)
      /// The fields at these positions of a value made earlier.
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

  /// Declares a record.
  ///
  /// - Parameters:
  ///   - name: The name of the record's type in the reference.
  ///   - summary: What it is, in a sentence.
  ///   - fields: The fields in order.
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

  /// Returns the same record for another root type: its fields are taken from a value made earlier, except for those in
  /// `changed`.
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

  /// Returns the same record for a root that contains this one's as a part, except for the fields in `changed`.
  @inlinable
  package func of<Whole>(
    _ part: @escaping @Sendable (Whole) -> Root, but changed: [Field<Whole>]
  ) -> Record<Whole> {
    var parts: [Record<Whole>.Reader.Part] = []
    var reader = first
    while let current = reader {
      switch current.part {
      case .field(let make):
        let name = shape.fields[parts.count].name
        if let change = changed.first(where: { $0.description.name == name }) {
          parts.append(.field(change.make))
        } else {
          parts.append(.field({ root, arena in make(part(root), arena) }))
        }
      case .made(let made, let positions):
        for position in positions {
          parts.append(.made({ root in made(part(root)) }, position..<(position + 1)))
        }
      }
      reader = current.next
    }
    return Record<Whole>(shape: shape, parts)
  }

  /// Makes the value of a record, which any number of pages may share.
  @inlinable
  package func value(_ root: Root) -> Value {
    let arena = Arena()
    return Value(cell: cell(root, in: arena), arena: arena)
  }

  /// Makes the values of many records, each of which any number of pages share. All of them share memory, which is kept
  /// as long as any value is.
  @inlinable
  package func values(_ roots: some Sequence<Root>) -> [Value] {
    let arena = Arena()
    return roots.map { Value(cell: cell($0, in: arena), arena: arena) }
  }

  /// Returns the position of a field in the record's values; the number of fields if there is no such field.
  package func position(of field: String) -> Int {
    shape.fields.firstIndex { $0.name == field } ?? shape.fields.count
  }

  @inlinable
  func cell(_ root: Root, in arena: Arena) -> Cell {
    arena.record(count: shape.fields.count) { first?.read(root, in: arena, into: &$0) }
  }
}

/// A field of a record: its name, type and summary, and how it is read.
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
  /// Returns the same field for a record whose root contains this one's as a part.
  @inlinable
  package func of<Whole>(_ part: @escaping @Sendable (Whole) -> Root) -> Field<Whole> {
    let make = make
    return Field<Whole>(description.name, description.type, description.summary) { whole, arena in
      make(part(whole), arena)
    }
  }
}
