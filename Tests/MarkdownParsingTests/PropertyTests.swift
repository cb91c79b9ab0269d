import Diagnostics
import MarkdownParsing
import TestSupport
import Testing

struct PropertyTests {
  private static let pieces = [
    "# ", "## a\n", "- ", "* ", "1. ", "> ", "\n", "\n\n", "  ", "    ", "\t", "```\n", "~~~js\"\n", "---\n",
    "***\n", "===\n", "|", "|-|-|\n",
    "| a | b |\n", "a | b\n", "-|-\n", "\\|", "**", "*", "_", "__", "~~", "~", "`", "``", "[", "]", "(", ")",
    "[^a]", "[^b]", "[^a]: ", "[^", "[a]: <b> 'c'\n",
    "[a]", "[x](y \"t\")", "![i](j)", "<b>", "</b>", "<div>\n", "<!-- x -->", "<https://a.b/?c&d>", "www.a.b",
    "https://x.y/z", "a@b.cd",
    "&amp;", "&#1;", "&copy;", "&", "\\", "\\*", "  \n", "\\\n", "- [ ] ", "- [x] a\n", "word", "é",
    "e\u{301}", "日本", "\u{1F600}", "\u{0}", "\"", "'", "<", ">", "javascript:",
    "[l](java&Tab;script:x)", "[l](//e)", ":", "!", "  - ", "   > ", "2) ", "\u{A0}", "\u{202E}",
  ]

  private func text(_ generator: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  private func check(_ source: SourceText, seed: UInt64) {
    var options = MarkdownOptions()
    options.allowsRawHTML = seed % 4 == 0
    let (document, diagnostics) = parseMarkdown(source, body: 0..<source.endOffset, options: options)
    let shape = fault(in: document)
    #expect(
      shape == nil, "seed \(seed): \(shape ?? "") in \(source.text(0..<source.endOffset).debugDescription)")
    for diagnostic in diagnostics {
      guard case .range(let range) = diagnostic.place else {
        Issue.record("seed \(seed): \(diagnostic) has no range")
        continue
      }
      #expect(range.offsets.upperBound <= source.endOffset)
    }
    let pieces = renderer(document).render(document.topLevel)
    let notes = renderer(document).renderFootnotes(document.footnotes.indices.map { ($0, $0 + 1) })
    guard !options.allowsRawHTML else { return }
    let fault = HTMLChecker.fault(in: joined(pieces) + joined(notes))
    #expect(
      fault == nil, "seed \(seed): \(fault ?? "") in \(source.text(0..<source.endOffset).debugDescription)")
  }

  /// What is wrong with the shape or the places of a document.
  private func fault(in document: MarkdownDocument) -> String? {
    let nodes = document.nodes
    for (index, node) in nodes.enumerated() {
      let offsets = node.range.offsets
      if node.end <= index || node.end > nodes.count { return "node \(index) ends at \(node.end)" }
      if offsets.upperBound > document.source.endOffset { return "node \(index) lies outside the source" }
      guard let parent = node.parent else { continue }
      if parent >= index || nodes[parent].end < node.end {
        return "node \(index) is not inside its parent \(parent)"
      }
      var block = parent
      while nodes[block].isInline { block = nodes[block].parent ?? 0 }
      let outer = nodes[block].range.offsets
      if outer.lowerBound > offsets.lowerBound || outer.upperBound < offsets.upperBound {
        return "node \(index) \(node.kind) at \(offsets) leaves its block \(nodes[block].kind) at \(outer)"
      }
      let spelling = document.source.text(offsets)
      if offsets != outer, !isSpelled(node.kind, spelling, document) {
        return "node \(index) \(node.kind) at «\(spelling)»"
      }
    }
    for footnote in document.footnotes {
      for reference in footnote.references {
        guard case .footnoteReference(let index) = nodes[reference].kind else {
          return "reference \(reference)"
        }
        if document.footnotes[index].label.value != footnote.label.value { return "reference \(reference)" }
      }
      if footnote.references.isEmpty { return "footnote \(footnote.label.value) has no reference" }
    }
    return nil
  }

  /// Whether a place begins and ends as the node that is said to stand there.
  private func isSpelled(_ kind: MarkdownNode.Kind, _ spelling: String, _ document: MarkdownDocument) -> Bool
  {
    let text = Array(spelling.utf8)
    func isBetween(_ opening: String, _ closing: String) -> Bool {
      text.starts(with: opening.utf8) && text.reversed().starts(with: closing.utf8.reversed())
        && text.count >= opening.utf8.count + closing.utf8.count
    }
    switch kind {
    case .strong: return isBetween("**", "**") || isBetween("__", "__")
    case .emphasis: return isBetween("*", "*") || isBetween("_", "_")
    case .strikethrough: return isBetween("~", "~")
    case .code: return isBetween("`", "`")
    case .image: return isBetween("![", ")") || isBetween("![", "]")
    case .footnoteReference(let index):
      return spelling.lowercased() == "[^\(document.footnotes[index].label.value)]".lowercased()
    case .htmlInline: return isBetween("<", ">")
    default: return true
    }
  }

  @Test func `any pieces of Markdown give a well-formed document and page`() {
    for seed in UInt64(1)...4000 {
      var generator = SplitMix64(seed: seed)
      check(SourceText(path: "a.md", text(&generator)), seed: seed)
    }
  }

  @Test func `any bytes give a document`() {
    for seed in UInt64(1)...1000 {
      var generator = SplitMix64(seed: seed)
      let count = Int.random(in: 0...200, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      check(SourceText(path: "a.md", utf8: bytes), seed: seed)
      let source = SourceText(path: "a.yml", utf8: bytes)
      _ = parseYAML(source)
      _ = parseFrontMatter(of: source)
    }
  }

  @Test func `any body range gives a document`() {
    for seed in UInt64(1)...500 {
      var generator = SplitMix64(seed: seed)
      let source = SourceText(path: "a.md", text(&generator))
      let start = source.lineStarts.randomElement(using: &generator) ?? 0
      let (document, _) = parseMarkdown(source, body: start..<(source.endOffset + 10))
      #expect(document.nodes.allSatisfy { $0.range.offsets.lowerBound >= start }, "seed \(seed)")
    }
  }

  @Test func `mutated front matter is read or refused, with places inside the file`() {
    let original = Array(
      """
      ---
      name: "Django"
      list: [a, 'b', {c: d}]
      facts:
        x: { value: yes, note: "é", sources: [a] }
        y:
          - one
          - two: |
              text
      ---
      body [^a]

      [^a]: x

      """.utf8)
    let alphabet = Array("\n\t -:#&*!|>'\"%@`,?[]{}aé<\u{0}".utf8)
    for seed in UInt64(1)...4000 {
      var generator = SplitMix64(seed: seed)
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = alphabet.randomElement(using: &generator) ?? 0
        case 1: bytes.insert(alphabet.randomElement(using: &generator) ?? 0, at: index)
        default: bytes.remove(at: index)
        }
      }
      let source = SourceText(path: "a.md", utf8: bytes)
      let (matter, diagnostics) = parseFrontMatter(of: source)
      #expect(matter.body.upperBound <= source.endOffset)
      for case .range(let range) in diagnostics.map(\.place) {
        #expect(range.offsets.upperBound <= source.endOffset, "seed \(seed)")
      }
      if let mapping = matter.mapping { #expect(isInside(mapping, mapping.range.offsets), "seed \(seed)") }
    }
  }

  private func isInside(_ mapping: YAMLMapping, _ outer: Range<Int>) -> Bool {
    mapping.entries.allSatisfy { entry in
      let (key, value) = (entry.key.range.offsets, entry.value.range.offsets)
      guard outer.contains(key.lowerBound) || key.isEmpty,
        value.upperBound <= max(outer.upperBound, value.lowerBound)
      else { return false }
      if case .mapping(let inner) = entry.value.kind { return isInside(inner, value) }
      return true
    }
  }

  @Test func `every kind of line end gives the same page`() {
    for seed in UInt64(1)...300 {
      var generator = SplitMix64(seed: seed)
      let text = text(&generator).replacing("\u{0}", with: "")
      let expected = markdown(text)
      for (mark, end) in [("\u{FEFF}", "\n"), ("", "\r\n"), ("", "\r"), ("\u{FEFF}", "\r\n")] {
        let other = markdown(mark + text.replacing("\n", with: end))
        #expect(html(other.document) == html(expected.document), "seed \(seed)")
        #expect(other.diagnostics == expected.diagnostics, "seed \(seed)")
        #expect(dump(other.document, places: true) == dump(expected.document, places: true), "seed \(seed)")
      }
    }
  }

  @Test func `documents that are parsed at the same time do not disturb each other`() async {
    let texts = (0..<40).map { index in
      "~~gone \(index)~~ www.example.org/\(index) and https://example.org/~\(index) a\(index)@example.org ~x~\n\n| a |\n|---|\n| ~~b~~ |\n\n- [ ] ~~c~~ [^n]\n\n[^n]: ~~d~~ www.a.b"
    }
    let expected = texts.map { html($0) }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<2 {
        group.addTask {
          var wrong = 0
          for round in 0..<2000 {
            let index = (round * 7 + task) % texts.count
            if html(texts[index]) != expected[index] { wrong += 1 }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}

extension MarkdownNode {
  fileprivate var isInline: Bool {
    switch kind {
    case .emphasis, .strong, .strikethrough, .link, .image: true
    default: false
    }
  }
}
