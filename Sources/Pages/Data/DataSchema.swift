import Templating

/// A description of JSON values that can be written as JSON Schema (draft 2020-12).
indirect enum DataSchema: Sendable {
  case string(format: String? = nil, pattern: String? = nil)
  case integer, boolean
  /// One of these strings.
  case words([String])
  /// The value of a fact, whose type depends on its criterion.
  case factValue
  case list(DataSchema)
  case object(Object)
  /// A value of this schema, or null.
  case optional(DataSchema)

  /// An object with named keys.
  struct Object: Sendable {
    /// The name in the `$defs` of a file; objects with the same name must have the same keys.
    var name: String
    var summary: String
    var keys: [Key]
  }

  /// A key of an object.
  struct Key: Sendable {
    var name: StaticString
    var schema: DataSchema
    var summary: String
  }
}

extension DataSchema.Object {
  /// Returns a schema file whose root is this object; `address` is the absolute address of the file, if the site has a
  /// base URL.
  func file(address: String?) -> [UInt8] {
    var writer = JSONWriter(base: "")
    writer.append("{\n\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\n")
    if let address {
      writer.append("\"$id\":")
      writer.write(address)
      writer.append(",\n")
    }
    writer.write(self)
    let parts = parts
    if !parts.isEmpty {
      writer.append(",\n\"$defs\":{")
      for (index, part) in parts.enumerated() {
        writer.append(index > 0 ? ",\n" : "\n")
        writer.write(part.name)
        writer.append(":{\n")
        writer.write(part)
        writer.append("}")
      }
      writer.append("\n}")
    }
    writer.append("\n}\n")
    return writer.bytes()
  }

  /// The objects that it contains at any depth, without repeats, in order of first occurrence.
  private var parts: [DataSchema.Object] {
    var found: [DataSchema.Object] = []
    func collect(_ schema: DataSchema) {
      switch schema {
      case .list(let inner), .optional(let inner): collect(inner)
      case .object(let object):
        if found.contains(where: { $0.name == object.name }) { return }
        found.append(object)
        for key in object.keys { collect(key.schema) }
      case .string, .integer, .boolean, .words, .factValue: break
      }
    }
    for key in keys { collect(key.schema) }
    return found
  }
}

extension JSONWriter {
  /// Writes the schema keywords of an object. Additional keys are allowed because later versions may add some.
  fileprivate mutating func write(_ object: DataSchema.Object) {
    append("\"title\":")
    write(object.name)
    append(",\n\"description\":")
    write(object.summary)
    append(",\n\"type\":\"object\",\n\"required\":[")
    for (index, key) in object.keys.enumerated() {
      append(index > 0 ? ",\"" : "\"")
      append(key.name)
      append("\"")
    }
    append("],\n\"properties\":{")
    for (index, key) in object.keys.enumerated() {
      append(index > 0 ? ",\n\"" : "\n\"")
      append(key.name)
      append("\":{\"description\":")
      write(key.summary)
      append(",")
      write(key.schema)
      append("}")
    }
    append("\n}")
  }

  /// Writes the schema keywords of a value.
  private mutating func write(_ schema: DataSchema) {
    switch schema {
    case .string(let format, let pattern):
      append("\"type\":\"string\"")
      if let format {
        append(",\"format\":")
        write(format)
      }
      if let pattern {
        append(",\"pattern\":")
        write(pattern)
      }
    case .integer: append("\"type\":\"integer\"")
    case .boolean: append("\"type\":\"boolean\"")
    case .factValue:
      append(
        "\"type\":[\"string\",\"number\",\"boolean\",\"array\",\"null\"],\"items\":{\"type\":\"string\"}")
    case .words(let words):
      append("\"enum\":[")
      for (index, word) in words.enumerated() {
        if index > 0 { append(",") }
        write(word)
      }
      append("]")
    case .list(let element):
      append("\"type\":\"array\",\"items\":{")
      write(element)
      append("}")
    case .object(let object):
      append("\"$ref\":")
      write("#/$defs/\(object.name)")
    case .optional(let wrapped):
      append("\"anyOf\":[{")
      write(wrapped)
      append("},{\"type\":\"null\"}]")
    }
  }
}
