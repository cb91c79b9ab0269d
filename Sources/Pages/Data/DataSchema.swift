import Templating

/// What the JSON of a value is like, and how JSON Schema (draft 2020-12) says so.
indirect enum DataSchema: Sendable {
  case string(format: String? = nil, pattern: String? = nil)
  case integer, boolean
  /// One of these strings.
  case words([String])
  /// The value of a fact, whose type is its criterion's.
  case factValue
  case list(DataSchema)
  case object(Object)
  /// What it says, or null.
  case optional(DataSchema)

  struct Object: Sendable {
    /// Names the object among a file's definitions, so two objects of one name have the same keys.
    var name: String
    var summary: String
    var keys: [Key]
  }

  struct Key: Sendable {
    var name: StaticString
    var schema: DataSchema
    var summary: String
  }
}

extension DataSchema.Object {
  /// The schema of files that hold the object, as a file of its own; `address` is its own where the site has one.
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

  /// The objects inside it, at any depth, each once, in the order in which they are first met.
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
  /// The keywords of an object. Keys that it does not name are allowed, as later versions may add some.
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

  /// The keywords of a value.
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
