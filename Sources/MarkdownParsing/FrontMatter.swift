package import Diagnostics

/// The head of a document between `---` lines, and where its body stands.
package struct FrontMatter: Sendable {
  /// Nil when there is no front matter, or when it could not be read.
  package var mapping: YAMLMapping?
  /// The offsets of the Markdown below the front matter.
  package var body: Range<Int>

  package init(mapping: YAMLMapping?, body: Range<Int>) {
    self.mapping = mapping
    self.body = body
  }
}

/// Reads the front matter at the top of a document; a document may also have none.
package func parseFrontMatter(of source: SourceText) -> (FrontMatter, [Diagnostic]) {
  (FrontMatter(mapping: nil, body: 0..<source.endOffset), [])
}

/// Reads a whole file of YAML whose root is a mapping.
package func parseYAML(_ source: SourceText) -> (YAMLMapping?, [Diagnostic]) {
  (nil, [])
}
