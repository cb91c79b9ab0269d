import Comparison
import Templating
import TextEncoding

/// The representation of a value in data files: the JSON that is written, and the schema that it conforms to.
///
/// Both follow from a single declaration, so that they cannot diverge, like `Record` for templates. Unlike a record, it
/// supports types that templates do not have, and writes a file without converting its whole content to values first:
///
///     let link = DataFormat<Link>.record("Link", "A link with its text.", [
///       DataKey("url", .url, "Where it leads.") { $0.url },
///       DataKey("text", .text, "What it says.") { $0.text },
///     ])
struct DataFormat<Value>: Sendable {
  let schema: DataSchema
  let write: @Sendable (Value, inout JSONWriter) -> Void

  init(_ schema: DataSchema, write: @escaping @Sendable (Value, inout JSONWriter) -> Void) {
    self.schema = schema
    self.write = write
  }
}

/// A key of an object: its name, the format of its value, its description, and how it is read. No key is ever omitted.
struct DataKey<Root>: Sendable {
  let description: DataSchema.Key
  let write: @Sendable (Root, inout JSONWriter) -> Void

  init<Value>(
    _ name: StaticString, _ format: DataFormat<Value>, _ summary: String,
    _ read: @escaping @Sendable (Root) -> Value
  ) {
    description = DataSchema.Key(name: name, schema: format.schema, summary: summary)
    let write = format.write
    let label = Array("\"\(name)\":".utf8)
    self.write = { root, writer in
      writer.append(label)
      write(read(root), &writer)
    }
  }
}

// MARK: Simple values

extension DataFormat<String> {
  static var text: Self { DataFormat(.string()) { $1.write($0) } }

  /// An absolute URL.
  static var url: Self { DataFormat(.string(format: "iri")) { $1.write($0) } }
}

extension DataFormat<Slug> {
  static var slug: Self {
    DataFormat(.string(pattern: "^[a-z0-9]+(-[a-z0-9]+)*$")) { $1.write($0.text) }
  }
}

extension DataFormat<CalendarDate> {
  static var date: Self { DataFormat(.string(format: "date")) { $1.write($0.description) } }
}

extension DataFormat<Address> {
  /// An address of the site, relative to the site's root.
  static var path: Self { DataFormat(.string(format: "uri-reference")) { $1.write($0) } }

  /// An address of the site as an absolute URL; only valid if the site has a base URL.
  static var absolute: Self { DataFormat(.string(format: "uri")) { $1.writeWhole($0) } }
}

extension DataFormat<HTMLFragment> {
  static var html: Self { DataFormat(.string()) { $1.write($0) } }
}

extension DataFormat<Int> {
  static var integer: Self { DataFormat(.integer) { $1.append(number: String($0)) } }
}

extension DataFormat<Bool> {
  static var boolean: Self { DataFormat(.boolean) { $1.append($0 ? "true" : "false") } }
}

extension DataFormat where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  /// A string of an enumeration.
  static var word: Self { DataFormat(.words(Value.allCases.map(\.rawValue))) { $1.write($0.rawValue) } }
}

extension DataFormat<FactValue> {
  /// The value of a fact, as JSON of its type; null for values that are only a state.
  static var factValue: Self {
    DataFormat(.factValue) { $1.write($0) }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ value: FactValue) {
    switch value {
    case .text(let text): write(text.text)
    case .boolean(let truth): append(truth ? "true" : "false")
    case .number(let number): append(number: number.literal)
    case .date(let date): write(date.description)
    case .choice(let slug): write(slug.text)
    case .url(let address): write(Address.external(address).text(base: ""))
    case .list(let elements):
      append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { append(",") }
        write(element)
      }
      append("]")
    case .partial, .notApplicable, .unknown: append("null")
    }
  }
}

// MARK: Composite values

extension DataFormat {
  /// A value that may be absent, which is written as null.
  static func optional<Wrapped>(_ format: DataFormat<Wrapped>) -> DataFormat where Value == Wrapped? {
    let write = format.write
    return DataFormat(.optional(format.schema)) { value, writer in
      if let value { write(value, &writer) } else { writer.append("null") }
    }
  }

  static func list<Element>(_ format: DataFormat<Element>) -> DataFormat where Value == [Element] {
    list(format, opening: "[", between: ",", closing: "]")
  }

  /// A list with each element on a line of its own, for readers and line-based tools.
  static func lines<Element>(_ format: DataFormat<Element>) -> DataFormat where Value == [Element] {
    list(format, opening: "[\n", between: ",\n", closing: "\n]")
  }

  private static func list<Element>(
    _ format: DataFormat<Element>, opening: StaticString, between: StaticString, closing: StaticString
  ) -> DataFormat where Value == [Element] {
    let write = format.write
    return DataFormat(.list(format.schema)) { elements, writer in
      guard !elements.isEmpty else { return writer.append("[]") }
      writer.append(opening)
      for index in elements.indices {
        if index > 0 { writer.append(between) }
        write(elements[index], &writer)
      }
      writer.append(closing)
    }
  }

  /// An object with the given keys, in this order.
  static func record(_ name: String, _ summary: String, _ keys: [DataKey<Value>]) -> DataFormat {
    let object = DataSchema.Object(name: name, summary: summary, keys: keys.map(\.description))
    // The descriptions of keys are left out because they would be copied with each closure.
    let writes = keys.map(\.write)
    return DataFormat(.object(object)) { root, writer in
      writer.append("{")
      for index in writes.indices {
        if index > 0 { writer.append(",") }
        writes[index](root, &writer)
      }
      writer.append("}")
    }
  }
}
