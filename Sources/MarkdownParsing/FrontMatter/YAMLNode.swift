package import Diagnostics
import TextEncoding

/// A YAML value with its source range; all scalars are untyped text.
package struct YAMLNode: Sendable {
  /// The kind of a value, with its content.
  package enum Kind: Sendable {
    /// The text as written. `quoted` is true for quoted and block scalars; an empty plain scalar is YAML's null.
    case scalar(String, quoted: Bool)
    case sequence([YAMLNode])
    case mapping(YAMLMapping)
  }

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// The kind of value as a noun, for messages.
  package var kindName: String {
    switch kind {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A YAML mapping in the order written, without duplicate keys.
package struct YAMLMapping: Sendable {
  package var entries: [(key: Ranged<String>, value: YAMLNode)]
  package var range: SourceRange

  package init(entries: [(key: Ranged<String>, value: YAMLNode)] = [], range: SourceRange) {
    self.entries = entries
    self.range = range
  }

  /// The value of a key; keys are compared byte by byte.
  package subscript(key: String) -> YAMLNode? {
    entries.first { $0.key.value.equalsByBytes(key) }?.value
  }
}
