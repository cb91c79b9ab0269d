// Everything here is inlinable: reading values through unspecialized generic code takes twice as long.

public import TextEncoding

// MARK: Printable values

/// Fields with a single printable value, each with a name, a one-sentence summary and a closure that reads it from the
/// record's root. An optional field is absent if the closure returns nil.
extension Field {
  @inlinable
  package static func text(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> String
  ) -> Field {
    Field(name, .text, summary) { $1.text(read($0)) }
  }

  @inlinable
  package static func optionalText(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> String?
  ) -> Field {
    optional(name, .text, summary, read) { $1.text($0) }
  }

  @inlinable
  package static func html(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> HTMLFragment
  ) -> Field {
    Field(name, .html, summary) { $1.html(read($0)) }
  }

  @inlinable
  package static func optionalHTML(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> HTMLFragment?
  ) -> Field {
    optional(name, .html, summary, read) { $1.html($0) }
  }

  @inlinable
  package static func address(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> Address
  ) -> Field {
    Field(name, .address, summary) { $1.address(read($0)) }
  }

  @inlinable
  package static func optionalAddress(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> Address?
  ) -> Field {
    optional(name, .address, summary, read) { $1.address($0) }
  }

  @inlinable
  package static func integer(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> Int
  ) -> Field {
    Field(name, .integer, summary) { root, _ in .integer(read(root)) }
  }

  @inlinable
  package static func optionalInteger(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> Int?
  ) -> Field {
    optional(name, .integer, summary, read) { number, _ in .integer(number) }
  }

  @inlinable
  package static func boolean(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> Bool
  ) -> Field {
    Field(name, .boolean, summary) { root, _ in .boolean(read(root)) }
  }

  @inlinable
  package static func date(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> CalendarDate
  ) -> Field {
    Field(name, .date, summary) { root, _ in .date(read(root)) }
  }

  @inlinable
  package static func optionalDate(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> CalendarDate?
  ) -> Field {
    optional(name, .date, summary, read) { day, _ in .date(day) }
  }

  @inlinable
  static func optional<Part>(
    _ name: String, _ type: ValueType, _ summary: String, _ read: @escaping @Sendable (Root) -> Part?,
    make: @escaping @Sendable (Part, Arena) -> Cell
  ) -> Field {
    Field(name, .optional(type), summary) { root, arena in
      read(root).map { make($0, arena) } ?? .absent
    }
  }
}

// MARK: Lists and records

extension Field {
  /// Declares a list of records.
  @inlinable
  package static func list<Element>(
    _ name: String, _ summary: String, of record: Record<Element>,
    _ read: @escaping @Sendable (Root) -> [Element]
  ) -> Field {
    list(name, .record(record.shape), summary, read) { record.cell($0, in: $1) }
  }

  /// Declares a list of texts.
  @inlinable
  package static func texts(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> [String]
  ) -> Field {
    list(name, .text, summary, read) { $1.text($0) }
  }

  /// Declares a list of trusted markup.
  @inlinable
  package static func fragments(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> [HTMLFragment]
  ) -> Field {
    list(name, .html, summary, read) { $1.html($0) }
  }

  /// Declares a nested record.
  @inlinable
  package static func record<Part>(
    _ name: String, _ summary: String, of record: Record<Part>, _ read: @escaping @Sendable (Root) -> Part
  ) -> Field {
    Field(name, .record(record.shape), summary) { record.cell(read($0), in: $1) }
  }

  /// Declares a nested record that may be absent.
  @inlinable
  package static func optionalRecord<Part>(
    _ name: String, _ summary: String, of record: Record<Part>, _ read: @escaping @Sendable (Root) -> Part?
  ) -> Field {
    optional(name, .record(record.shape), summary, read) { record.cell($0, in: $1) }
  }

  @inlinable
  static func list<Element>(
    _ name: String, _ type: ValueType, _ summary: String, _ read: @escaping @Sendable (Root) -> [Element],
    make: @escaping @Sendable (Element, Arena) -> Cell
  ) -> Field {
    Field(name, .list(type), summary) { root, arena in
      let elements = read(root)
      return arena.list(count: elements.count) { make(elements[$0], arena) }
    }
  }
}

// MARK: Shared values

extension Field {
  /// Declares a record whose value was made earlier and is shared.
  @inlinable
  package static func made(
    _ name: String, _ summary: String, _ shape: Shape, _ read: @escaping @Sendable (Root) -> Value
  ) -> Field {
    Field(name, .record(shape), summary) { $1.adopt(read($0)) }
  }

  /// Declares a record that may be absent, whose value was made earlier and is shared.
  @inlinable
  package static func optionalMade(
    _ name: String, _ summary: String, _ shape: Shape, _ read: @escaping @Sendable (Root) -> Value?
  ) -> Field {
    optional(name, .record(shape), summary, read) { $1.adopt($0) }
  }

  /// Declares a text whose value was made earlier and is shared.
  @inlinable
  package static func madeText(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> Value
  ) -> Field {
    Field(name, .text, summary) { $1.adopt(read($0)) }
  }

  /// Declares a list of texts whose values were made earlier and are shared.
  @inlinable
  package static func madeTexts(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Root) -> [Value]
  ) -> Field {
    list(name, .text, summary, read) { $1.adopt($0) }
  }

  /// Declares a list of records whose values were made earlier and are shared.
  @inlinable
  package static func madeList(
    _ name: String, _ summary: String, _ shape: Shape, _ read: @escaping @Sendable (Root) -> [Value]
  ) -> Field {
    list(name, .record(shape), summary, read) { $1.adopt($0) }
  }
}
