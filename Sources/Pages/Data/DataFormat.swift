import Comparison
import Templating
import TextEncoding

/// How a value stands in the data files: the JSON that is written for it, and the schema that such JSON fits.
///
/// One declaration gives both, so that they cannot drift apart, as `Record` does for templates; data has types that templates have
/// not, and is written without making values of a whole file first:
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

/// A key of an object: its name, the format of its value, what it means, and how it is read. No key is ever left out.
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

// MARK: Single values

extension DataFormat<String> {
  static var text: Self { DataFormat(.string()) { $1.write($0) } }

  /// An address on the web.
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
  /// A place of the site, relative to its root.
  static var path: Self { DataFormat(.string(format: "uri-reference")) { $1.write($0) } }

  /// A place of the site as an absolute address; only where the site has one.
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
  /// One of a few words.
  static var word: Self { DataFormat(.words(Value.allCases.map(\.rawValue))) { $1.write($0.rawValue) } }
}

extension DataFormat<FactValue> {
  /// A value by its type; null where there is none to tell.
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

// MARK: Values of values

extension DataFormat {
  /// What may be absent, which is told by null.
  static func optional<Wrapped>(_ format: DataFormat<Wrapped>) -> DataFormat where Value == Wrapped? {
    let write = format.write
    return DataFormat(.optional(format.schema)) { value, writer in
      if let value { write(value, &writer) } else { writer.append("null") }
    }
  }

  static func list<Element>(_ format: DataFormat<Element>) -> DataFormat where Value == [Element] {
    list(format, opening: "[", between: ",", closing: "]")
  }

  /// A list whose elements stand on lines of their own, for people and for programs that compare lines.
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

  /// An object with keys in the order declared.
  static func record(_ name: String, _ summary: String, _ keys: [DataKey<Value>]) -> DataFormat {
    let object = DataSchema.Object(name: name, summary: summary, keys: keys.map(\.description))
    // Without what describes the keys, which would be copied with each.
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
