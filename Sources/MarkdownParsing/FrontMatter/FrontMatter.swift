package import Diagnostics

/// The front matter of a document, between `---` lines, and the range of its body.
package struct FrontMatter: Sendable {
  /// The keys; nil if there is no front matter or it could not be parsed.
  package var mapping: YAMLMapping?
  /// The byte range of the Markdown after the front matter.
  package var body: Range<Int>

  package init(mapping: YAMLMapping?, body: Range<Int>) {
    self.mapping = mapping
    self.body = body
  }
}

private let mostYAMLBytes = 64 * 1024

/// Parses the optional front matter of a document.
///
/// The mapping is nil after errors that make the meaning uncertain, but present after duplicate keys, anchors and tags.
package func parseFrontMatter(of source: SourceText) -> (FrontMatter, [Diagnostic]) {
  guard !isBlank(source) else {
    return (FrontMatter(mapping: nil, body: 0..<source.endOffset), [emptyDocument(source)])
  }
  guard isFence(source, line: 0) else {
    return (FrontMatter(mapping: nil, body: 0..<source.endOffset), [])
  }
  guard let closing = (1..<max(1, source.lineCount)).first(where: { isFence(source, line: $0) }) else {
    let unclosed = Diagnostic(
      .unclosedFrontMatter, "the front matter is never closed",
      at: source.range(source.lineRange(0)),
      help: "end it with a line \"---\"")
    return (FrontMatter(mapping: nil, body: source.endOffset..<source.endOffset), [unclosed])
  }
  let bodyStart = closing + 1 < source.lineCount ? source.lineStarts[closing + 1] : source.endOffset
  let head = source.lineStarts[1]..<source.lineStarts[closing]
  let (mapping, diagnostics) = parseYAML(source, in: head, name: "the front matter")
  return (FrontMatter(mapping: mapping, body: bodyStart..<source.endOffset), diagnostics)
}

/// Parses a YAML file whose root is a mapping.
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
      .yamlLimit, "\(name) is longer than \(mostYAMLBytes / 1024) KiB", at: source.range(line),
      help: "shorten it")
    return (nil, [tooLong])
  }
  // YAML's own error messages about merge conflict markers would be misleading.
  let conflicts = MergeMarkers.conflicts(in: source, range)
  return conflicts.isEmpty ? YAMLTree.parse(source, range, name: name) : (nil, conflicts)
}

private func emptyDocument(_ source: SourceText) -> Diagnostic {
  Diagnostic(
    .emptyDocument, "the file is empty", inFile: source.path, help: "write something, or remove it")
}

private func isBlank(_ source: SourceText) -> Bool {
  source.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
}

/// Returns whether a line is `---`, possibly followed by white space.
private func isFence(_ source: SourceText, line: Int) -> Bool {
  let text = source.utf8[source.lineRange(line)]
  return text.starts(with: [0x2D, 0x2D, 0x2D]) && text.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
}
