/// A type in the template language.
@usableFromInline
package indirect enum ValueType: Sendable {
  case text
  /// Trusted markup, which is written without escaping, but only where markup is allowed.
  case html
  /// An address on the site or the web; only this type may begin the value of a URL attribute such as `href`.
  case address
  case integer
  case boolean
  case date
  case list(ValueType)
  case record(Shape)
  /// A value that may be absent; it can be printed only with `default` or inside an `if`.
  case optional(ValueType)
}

/// The type of a record: its named and typed fields in order.
///
/// Shapes form trees, since the shape of a field must exist before the shape that contains it.
@usableFromInline
package final class Shape: Sendable {
  /// A named field of a record.
  @usableFromInline
  package struct Field: Sendable {
    @usableFromInline package var name: String
    @usableFromInline package var type: ValueType
    /// What the field is, in a sentence.
    @usableFromInline package var summary: String

    @usableFromInline
    package init(name: String, type: ValueType, summary: String) {
      self.name = name
      self.type = type
      self.summary = summary
    }
  }

  @usableFromInline package let name: String
  @usableFromInline package let summary: String
  @usableFromInline package let fields: [Field]
  private let slots: [String: Int]

  @usableFromInline
  package init(name: String, summary: String, fields: [Field]) {
    self.name = name
    self.summary = summary
    self.fields = fields
    self.slots = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the position and type of a field.
  func field(_ name: String) -> (slot: Int, type: ValueType)? {
    slots[name].map { ($0, fields[$0].type) }
  }
}

extension ValueType: CustomStringConvertible {
  /// The type as diagnostics and the reference name it: `optional list of text`.
  @usableFromInline package var description: String {
    switch self {
    case .text: "text"
    case .html: "html"
    case .address: "address"
    case .integer: "integer"
    case .boolean: "boolean"
    case .date: "date"
    case .list(let element): "list of \(element)"
    case .record(let shape): shape.name
    case .optional(let wrapped): "optional \(wrapped)"
    }
  }
}

extension ValueType {
  /// The type as part of a sentence: `an address`, `a list of text`.
  var phrase: String {
    switch self {
    case .text, .html: description
    case .address, .integer: "an \(self)"
    case .boolean, .date, .list, .record: "a \(self)"
    case .optional(let wrapped): "\(wrapped.phrase) that may be absent"
    }
  }

  /// The type without optionality.
  var unwrapped: ValueType {
    if case .optional(let wrapped) = self { wrapped.unwrapped } else { self }
  }

  var isOptional: Bool {
    if case .optional = self { true } else { false }
  }

  /// Returns whether both types are the same; records are only if they have the identical shape.
  func matches(_ other: ValueType) -> Bool {
    switch (self, other) {
    case (.text, .text), (.html, .html), (.address, .address), (.integer, .integer), (.boolean, .boolean),
      (.date, .date):
      true
    case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)): left.matches(right)
    case (.record(let left), .record(let right)): left === right
    default: false
    }
  }
}
