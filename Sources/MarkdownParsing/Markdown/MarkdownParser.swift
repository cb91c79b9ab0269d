package import Diagnostics

/// Parses the Markdown in a byte range of a source, which must begin at the start of a line.
///
/// Rejected content is reported and the rest is parsed; if a limit is exceeded, the document is empty.
package func parseMarkdown(
  _ source: SourceText, body: Range<Int>, options: MarkdownOptions = MarkdownOptions()
) -> (MarkdownDocument, [Diagnostic]) {
  let body = body.clamped(to: 0..<source.endOffset)
  let empty = MarkdownDocument(source: source, nodes: [], footnotes: [], bodyCount: 0)
  let exceeded = LimitScan.check(source, body: body, limits: options.limits)
  guard exceeded.isEmpty else { return (empty, exceeded) }
  var tree = CMarkTree(source.utf8[body], limits: options.limits)
  let places = BlockPlaces(source: source, body: body)
  if let failure = tree.failure {
    return (empty, [failure.reason.diagnostic(source, places.line(failure.line), options.limits)])
  }
  let surplus = places.locate(&tree.nodes).filter { !$0.isEmpty }
  InlinePlaces.locate(&tree.nodes, in: source.utf8)
  let labels = FootnoteLabels(definitions: tree.definitions, source: source, places: places)
  var builder = DocumentBuilder(source: source, labels: labels, allowsRawHTML: options.allowsRawHTML)
  let document = builder.build(tree)
  if let surplus = document.surplus(limits: options.limits) { return (empty, [surplus]) }
  let diagnostics =
    builder.diagnostics + labels.diagnostics(used: tree.used.map(\.definition))
    + surplus.map { surplusCell(at: source.range($0)) } + document.conflicts(in: body)
  return (document, diagnostics.limited())
}

extension MarkdownDocument {
  /// Returns errors for merge conflict markers outside code blocks.
  fileprivate func conflicts(in body: Range<Int>) -> [Diagnostic] {
    MergeMarkers.conflicts(in: source, body) {
      nodes.compactMap { if case .codeBlock = $0.kind { $0.range.offsets } else { nil } }
    }
  }
}

extension MarkdownDocument {
  /// Returns the error of the first link or footnote reference beyond the limit; each is many times longer on the page.
  fileprivate func surplus(limits: MarkdownLimits) -> Diagnostic? {
    var (links, references) = (0, 0)
    for node in nodes {
      switch node.kind {
      case .link, .image: links += 1
      case .footnoteReference: references += 1
      default: continue
      }
      guard links > limits.links || references > limits.footnoteReferences else { continue }
      let what =
        links > limits.links
        ? "has more than \(limits.links) links"
        : "refers to footnotes more than \(limits.footnoteReferences) times"
      return Diagnostic(
        .documentLimit, "the document \(what)", at: node.range, help: "split the document")
    }
    return nil
  }
}

private func surplusCell(at range: SourceRange) -> Diagnostic {
  Diagnostic(
    .surplusCell, "a cell beyond the last column of its table is not shown", at: range,
    help: "give the header as many columns, or write \"\\|\" for a bar inside a cell")
}

extension CMarkTree.Failure {
  fileprivate func diagnostic(_ source: SourceText, _ line: Range<Int>, _ limits: MarkdownLimits)
    -> Diagnostic
  {
    let limit: String
    switch self {
    case .outOfMemory: limit = "\(limits.memoryBytes / 1024 / 1024) MiB of memory"
    case .outOfTime: limit = "\(limits.milliseconds) milliseconds"
    }
    return Diagnostic(
      .documentLimit, "the Markdown takes more than \(limit) to read", at: source.range(line),
      help: "split the document, or look for text that repeats without end")
  }
}
