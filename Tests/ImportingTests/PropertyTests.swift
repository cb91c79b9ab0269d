import Comparison
import Diagnostics
import MarkdownParsing
import Importing
import TestSupport
import Testing

/// Whatever a file holds: no crash, and no document that a build would refuse or read otherwise.
struct PropertyTests {
  /// Pieces that mean something to CSV, JSON, YAML, Markdown or HTML.
  private static let pieces = [
    "a", "B", "é", "日本", "7", " ", "  ", "\n", "\n\n", "\t", "\r\n", "\"", "'", ",", ";", "|", ":", ": ",
    "- ", "---",
    "\n---\n", "# ", "## Pros\n\n- **X**: y", "\n===\n", "> ", "* ", "1. ", "[", "]", "(", ")", "{", "}",
    "[^1]", "[^1]: z",
    "[a](b.md)", "![a](/b)", "[a]: c", "`", "```", "~~~", "<", ">", "<!--", "<script>", "<b>", "&", "&amp;",
    "!", "@",
    "%", "?", "\\", "\u{0}", "\u{7}", "\u{85}", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{301}", "null", "~",
    "yes", "no",
    "unknown", "partial", "n/a", "0", "-1.5", "2024-01-31", "https://example.org", "javascript:x", "*b*",
    "||", "|-|",
  ]

  private func text(_ generator: inout SplitMix64, most: Int) -> String {
    (0..<Int.random(in: 0...most, using: &generator)).map { _ in
      Self.pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  private func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// What is left of a text on one line.
  private func tidy(_ text: String) -> String {
    var words: [String] = [""]
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if words.last != "" { words.append("") }
      } else if !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)) {
        words[words.count - 1].unicodeScalars.append(scalar)
      }
    }
    let line = words.filter { !$0.isEmpty }.joined(separator: " ")
    return line.unicodeScalars.contains(where: \.isVisible) ? line : ""
  }

  @Test func `hostile values come back as they were, and no document has an error`() async {
    let seed = UInt64.random(in: 0...(.max))
    var generator = SplitMix64(seed: seed)
    for round in 0..<60 {
      var lines = ""
      var values: [[String]] = []
      for item in 0..<6 {
        let row = (0..<3).map { _ in text(&generator, most: 5) }
        values.append(row)
        let facts = row.enumerated().map { "\(json("key \($0)")): \(json($1))" }.joined(separator: ", ")
        let sections = (0..<3).map { _ in
          "{\"heading\": \(json(text(&generator, most: 3))), \"markdown\": \(json(text(&generator, most: 12)))}"
        }
        lines += """
          {"name": \(json("Item \(item)" + text(&generator, most: 2))), "summary": \(json(text(&generator, most: 4))), \
          "facts": {\(facts)}, "sections": [\(sections.joined(separator: ", "))], "aliases": [\(json(text(&generator, most: 2)))]}

          """
      }
      // Criteria of type text take every value as it is.
      let criteria = Dictionary(
        uniqueKeysWithValues: (0..<3).map {
          ("criteria/key-\($0).md", "---\nname: Key \($0)\ntype: text\n---\n")
        })
      let imported = await Imported(
        lines, file: "items.jsonl", into: criteria, options: ImportOptions(source: "data"))
      let (catalog, errors) = await imported.resolved()
      #expect(errors == [], "seed \(seed), round \(round)")
      #expect(catalog.items.count == 6, "seed \(seed), round \(round): \(imported.report)")
      for (item, row) in zip(catalog.items.sorted { $0.entry.name < $1.entry.name }, values) {
        for (key, value) in row.enumerated() {
          guard let cell = catalog.cell(item.entry.slug.text, "key-\(key)") else { continue }
          let expected = tidy(value)
          for fact in cell.facts where fact.value != .notApplicable {
            #expect(
              fact.value == .text(TextValue(expected)), "seed \(seed), round \(round), \(imported.report)")
          }
          if cell.facts.isEmpty {
            #expect(
              ["", "-", "?", "n/a", "unknown", "null"].contains(expected), "seed \(seed), round \(round)")
          }
        }
        // Three texts make three sections at most, whatever headings are in them.
        #expect(
          item.prose.sections.count + item.claimSections.count <= 3,
          "seed \(seed), round \(round), \(item.entry.slug)")
      }
    }
  }

  @Test func `guessed criteria take the values that they were guessed from`() async {
    let seed = UInt64.random(in: 0...(.max))
    var generator = SplitMix64(seed: seed)
    let words = [
      "yes", "no", "1", "2.5", "2024-01-31", "https://a.example", "red", "Red", "a; b", "a", "b", "x (y)",
      "partial", "index", "con", "no (z)", "not applicable",
      "-",
    ]
    for round in 0..<200 {
      let pool = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }
      let rows = (0..<12).map { "Item \($0),\"\(pool.randomElement(using: &generator) ?? "")\"\n" }
      let imported = await Imported("name,value\n" + rows.joined(), options: ImportOptions(source: "data"))
      let (catalog, errors) = await imported.resolved()
      #expect(errors == [] && catalog.items.count == 12, "seed \(seed), round \(round): \(pool)")
      #expect(!imported.report.contains("left-out-value"), "seed \(seed), round \(round): \(pool)")
      let filled = catalog.items.count { catalog.cell($0.entry.slug.text, "value")?.facts.isEmpty == false }
      #expect(filled == rows.count { !$0.hasSuffix("\"-\"\n") }, "seed \(seed), round \(round): \(pool)")
    }
  }

  @Test(arguments: ["items.csv", "items.tsv", "items.jsonl", "items.json", "items"])
  func `any bytes are read or refused`(file: String) async {
    let seed = UInt64.random(in: 0...(.max))
    var generator = SplitMix64(seed: seed)
    let marks = Self.pieces + ["{\"name\":", "\"a\"}", "[{", "null", "\\u00e9", "name,slug\n", "\n"]
    for round in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        bytes += Array((marks.randomElement(using: &generator) ?? "").utf8)
      }
      let source = SourceText(path: file, utf8: bytes)
      let imported = await Imported(source: source)
      if imported.report.contains("error[") { continue }
      let (_, errors) = await imported.resolved()
      #expect(errors == [], "seed \(seed), round \(round): \(source.text(0..<source.endOffset))")
    }
  }
}
