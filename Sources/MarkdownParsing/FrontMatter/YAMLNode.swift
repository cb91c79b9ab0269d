package import Diagnostics

/// One value of a YAML document with its place; every scalar is text, typed by whoever reads it.
package struct YAMLNode: Sendable {
  /// What a value is, with what it holds.
  package enum Kind: Sendable {
    /// Text as written. `quoted` tells a quoted or block scalar from a plain one; an empty plain scalar is YAML's null.
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

  /// The word for this kind of value in a message.
  package var kindName: String {
    switch kind {
    case .scalar: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// The keys of a YAML mapping with their values, in the order of writing; no key occurs twice.
package struct YAMLMapping: Sendable {
  package var entries: [(key: Ranged<String>, value: YAMLNode)]
  package var range: SourceRange

  package init(entries: [(key: Ranged<String>, value: YAMLNode)] = [], range: SourceRange) {
    self.entries = entries
    self.range = range
  }

  /// The value of a key, which is compared byte by byte.
  package subscript(key: String) -> YAMLNode? {
    entries.first { $0.key.value.utf8.elementsEqual(key.utf8) }?.value
  }
}
