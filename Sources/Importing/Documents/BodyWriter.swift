import Comparison
import Diagnostics
import MarkdownParsing

/// Assembles the parts of an item's body and removes what would be an error in a document of the site.
struct BodyWriter {
  /// The path of the item's document, to which relative links refer.
  let path: String
  /// All paths of the site, including those to be written.
  let known: Set<String>
  let configuration: SiteConfiguration
  /// The source of all statements in the file.
  let origin: Origin?
  /// The imported file.
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  /// The slug and name of a source.
  struct Origin: Sendable {
    var slug: String
    var name: String
  }

  init(
    path: String, known: Set<String>, configuration: SiteConfiguration, origin: Origin?, source: SourceText
  ) {
    self.path = path
    self.known = known
    self.configuration = configuration
    self.origin = origin
    self.source = source
  }

  /// The number of passes over a text; each fix may reveal another error.
  private static let mostPasses = 8

  /// Returns the Markdown of a body without errors.
  mutating func write(_ parts: [BodyPart]) -> String {
    var body = join(parts)
    for _ in 0..<Self.mostPasses {
      let (document, problems) = MarkdownDocument.reading(body)
      let edits = unlinking(document, in: parts) + escaping(problems, in: parts)
      if edits.isEmpty {
        return problems.hasErrors || !hasHeadings(of: parts, document)
          ? verbatim(parts) : cited(body, document)
      }
      body = TextEdit.apply(edits, to: body)
    }
    return verbatim(parts)
  }

  private func join(_ parts: [BodyPart]) -> String {
    parts.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Returns whether the parts' own headings are the only ones of the first and second level.
  private func hasHeadings(of parts: [BodyPart], _ document: MarkdownDocument) -> Bool {
    if parts.contains(where: \.isWhole) { return true }
    let levels = document.topLevel.compactMap { document.headingLevel($0) }.filter { $0 <= 2 }
    return levels.count == parts.count { $0.heading != nil } && levels.allSatisfy { $0 == 2 }
  }

  /// Shows parts that cannot be fixed as code blocks, as the last resort.
  private mutating func verbatim(_ parts: [BodyPart]) -> String {
    join(
      parts.map { part in
        var part = part
        if let heading = part.heading { part.heading = BodyPart.escaped(heading) }
        if !part.isVerbatim, !part.markdown.isEmpty {
          part.makeVerbatim()
          diagnostics.append(.verbatimText(at: source.range(part.offsets)))
        }
        return part
      })
  }

  private mutating func warn(_ rule: Diagnostic.Rule, _ summary: String, at offsets: Range<Int>) {
    diagnostics.append(Diagnostic(rule, as: .warning, summary, at: source.range(offsets)))
  }

  /// Returns the place in the file of the part that contains an offset of the body.
  private func place(of offset: Int, in parts: [BodyPart]) -> Range<Int> {
    var end = 0
    for part in parts where !part.text.isEmpty {
      end += part.text.utf8.count + 2
      if offset < end { return part.offsets }
    }
    return parts.last?.offsets ?? 0..<0
  }

  // MARK: Broken links

  /// Replaces broken relative links by their text: whatever they were relative to, it was not this document.
  private mutating func unlinking(_ document: MarkdownDocument, in parts: [BodyPart]) -> [TextEdit] {
    var edits: [TextEdit] = []
    for node in document.nodes {
      let what: String
      switch node.kind {
      case .link(let destination, _):
        guard let target = deadTarget(destination) else { continue }
        what = "link \"\(target)\""
      case .image(let destination, _):
        guard let target = deadTarget(destination) else { continue }
        what = "image \"\(target)\""
      default: continue
      }
      let offsets = node.range.offsets
      guard let label = label(of: offsets, in: document.source) else { continue }
      // A nested link is handled in the next pass.
      if let last = edits.last, last.range.overlaps(offsets) { continue }
      edits.append(TextEdit(range: offsets, replacement: label))
      warn(
        .deadLink, "the \(what) leads nowhere in this site, so that only its words are kept",
        at: place(of: offsets.lowerBound, in: parts))
    }
    return edits
  }

  /// Returns the target of a relative link that is not a path of the site.
  private func deadTarget(_ destination: LinkDestination) -> String? {
    guard case .relative(let target, _, _) = destination else { return nil }
    let resolved = target.hasPrefix("/") ? "Content" + target : RelativePath.resolve(target, from: path)
    if let resolved, known.contains(resolved) { return nil }
    return target
  }

  /// Returns the text between the brackets of a link or image.
  private func label(of offsets: Range<Int>, in source: SourceText) -> String? {
    var start = offsets.lowerBound
    if start < offsets.upperBound, source.utf8[start] == 0x21 { start += 1 }
    guard start < offsets.upperBound, source.utf8[start] == 0x5B else { return nil }
    var depth = 0
    var index = start
    while index < offsets.upperBound {
      switch source.utf8[index] {
      case 0x5C: index += 1
      case 0x5B: depth += 1
      case 0x5D:
        depth -= 1
        if depth == 0 { return source.text(start + 1..<index) }
      default: break
      }
      index += 1
    }
    return nil
  }

  // MARK: Broken footnotes

  /// Escapes footnotes that are undefined or defined twice, so that they appear as text.
  private mutating func escaping(_ problems: [Diagnostic], in parts: [BodyPart]) -> [TextEdit] {
    problems.compactMap { problem in
      guard [.undefinedFootnote, .duplicateFootnote].contains(problem.rule),
        case .range(let range) = problem.place, !range.offsets.isEmpty
      else { return nil }
      let start = range.offsets.lowerBound
      warn(
        .deadFootnote, "\(problem.summary), so that it is shown as text",
        at: place(of: start, in: parts))
      return TextEdit(range: start..<start, replacement: "\\")
    }
  }

  // MARK: Claims

  /// Cites the source of the file at each claim, that is, each bullet below a heading that introduces claims.
  private func cited(_ body: String, _ document: MarkdownDocument) -> String {
    guard let origin else { return body }
    let labels = Set(document.footnotes.map(\.label.value))
    var label = origin.slug
    while labels.contains(label) { label += "-x" }
    var edits: [TextEdit] = []
    var carriesClaims = false
    for index in document.topLevel {
      if let level = document.headingLevel(index), level <= 2 {
        carriesClaims = configuration.claimKind(ofHeading: document.plainText(of: index)) != nil
      } else if carriesClaims, case .list = document.nodes[index].kind {
        for item in document.children(of: index) {
          guard let first = document.children(of: item).first,
            case .paragraph = document.nodes[first].kind
          else { continue }
          let end = document.nodes[first].range.offsets.upperBound
          edits.append(TextEdit(range: end..<end, replacement: " [^\(label)]"))
        }
      }
    }
    if edits.isEmpty { return body }
    let definition = "[^\(label)]: [\(BodyPart.escaped(origin.name))](../sources/\(origin.slug).md)"
    let cited = "\(TextEdit.apply(edits, to: body))\n\n\(definition)"
    return MarkdownDocument.reading(cited).1.hasErrors ? body : cited
  }
}

extension Diagnostic {
  /// Returns the warning that a text is shown as a code block.
  static func verbatimText(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .verbatimText,
      "the text cannot stand as Markdown in a document, so that it is shown as it is written", at: range)
  }
}
