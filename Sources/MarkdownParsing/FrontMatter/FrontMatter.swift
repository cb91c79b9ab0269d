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

private let mostYAMLBytes = 64 * 1024

/// Reads the front matter at the top of a document; a document may also have none.
///
/// After an error that leaves its meaning open the mapping is nil; after duplicate keys, anchors and tags it is there.
package func parseFrontMatter(of source: SourceText) -> (FrontMatter, [Diagnostic]) {
  guard !isBlank(source) else {
    return (FrontMatter(mapping: nil, body: 0..<source.endOffset), [emptyDocument(source)])
  }
  guard isFence(source, line: 0) else {
    return (FrontMatter(mapping: nil, body: 0..<source.endOffset), [])
  }
  guard let closing = (1..<max(1, source.lineCount)).first(where: { isFence(source, line: $0) }) else {
    let unclosed = Diagnostic(
      .error, .unclosedFrontMatter, "the front matter is never closed",
      at: source.range(source.lineRange(0)),
      help: "end it with a line \"---\"")
    return (FrontMatter(mapping: nil, body: source.endOffset..<source.endOffset), [unclosed])
  }
  let bodyStart = closing + 1 < source.lineCount ? source.lineStarts[closing + 1] : source.endOffset
  let head = source.lineStarts[1]..<source.lineStarts[closing]
  let (mapping, diagnostics) = parseYAML(source, in: head, name: "the front matter")
  return (FrontMatter(mapping: mapping, body: bodyStart..<source.endOffset), diagnostics)
}

/// Reads a whole file of YAML whose root is a mapping.
package func parseYAML(_ source: SourceText) -> (YAMLMapping?, [Diagnostic]) {
  guard !isBlank(source) else { return (nil, [emptyDocument(source)]) }
  return parseYAML(source, in: 0..<source.endOffset, name: "the file")
}

private func parseYAML(_ source: SourceText, in range: Range<Int>, name: String) -> (
  YAMLMapping?, [Diagnostic]
) {
  guard range.count <= mostYAMLBytes else {
    let line = source.lineRange(source.lineIndex(at: range.lowerBound + mostYAMLBytes))
    let tooLong = Diagnostic(
      .error, .yamlLimit, "\(name) is longer than \(mostYAMLBytes / 1024) KiB", at: source.range(line),
      help: "shorten it")
    return (nil, [tooLong])
  }
  // What YAML would say of the markers leads nowhere.
  let conflicts = MergeMarkers.conflicts(in: source, range)
  return conflicts.isEmpty ? YAMLTree.parse(source, range, name: name) : (nil, conflicts)
}

private func emptyDocument(_ source: SourceText) -> Diagnostic {
  Diagnostic(
    .error, .emptyDocument, "the file is empty", inFile: source.path, help: "write something, or remove it")
}

private func isBlank(_ source: SourceText) -> Bool {
  source.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
}

/// Whether a line is `---`, with any blanks after it.
private func isFence(_ source: SourceText, line: Int) -> Bool {
  let text = source.utf8[source.lineRange(line)]
  return text.starts(with: [0x2D, 0x2D, 0x2D]) && text.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
}
