import Diagnostics
import MarkdownParsing
import Testing

/// The tree of a YAML value in one line: quoted text in double quotes.
func dump(_ node: YAMLNode) -> String {
  switch node.kind {
  case .scalar(let text, let quoted): quoted ? "\"\(text)\"" : "<\(text)>"
  case .sequence(let items): "[\(items.map(dump).joined(separator: ", "))]"
  case .mapping(let mapping): dump(mapping)
  }
}

func dump(_ mapping: YAMLMapping?) -> String {
  guard let mapping else { return "nil" }
  return "{\(mapping.entries.map { "\($0.key.value): \(dump($0.value))" }.joined(separator: ", "))}"
}

private func source(_ text: String) -> SourceText { SourceText(path: "Content/a.md", text) }

private func yaml(_ text: String) -> String { dump(parseYAML(source(text)).0) }

private func problems(_ text: String) -> String {
  let source = source(text)
  return report(parseYAML(source).1, source)
}

struct FrontMatterTests {
  @Test(arguments: [
    ("---\na: b\n---\nbody\n", "{a: <b>}", "body\n"),
    ("---  \na: b\n--- \t\nbody", "{a: <b>}", "body"),
    ("---\n---\n", "{}", ""),
    ("---\n# only a comment\n---", "{}", ""),
    ("no front matter\n---\n", "nil", "no front matter\n---\n"),
    ("----\na: b\n----\n", "nil", "----\na: b\n----\n"),
    ("---\na: |\n  x\n  ---\nb: c\n---\nrest", "{a: \"x\n---\n\", b: <c>}", "rest"),
    ("\u{FEFF}---\r\na: é\r\n---\r\nbody", "{a: <é>}", "body"),
  ])
  func `the head is what stands between the lines of three hyphens`(
    _ text: String, _ head: String, _ body: String
  ) {
    let source = source(text)
    let (matter, diagnostics) = parseFrontMatter(of: source)
    #expect(report(diagnostics, source) == "")
    #expect(dump(matter.mapping) == head)
    #expect(source.text(matter.body) == body)
  }

  @Test func `a head without an end is an error and leaves no body`() {
    let source = source("---\na: b\n\n# Text\n")
    let (matter, diagnostics) = parseFrontMatter(of: source)
    #expect(dump(matter.mapping) == "nil")
    #expect(source.text(matter.body) == "")
    #expect(
      report(diagnostics, source) == """
        error[unclosed-front-matter]: the front matter is never closed
         --> Content/a.md:1:1
          |
        1 | ---
          | ^^^
          = help: end it with a line "---"


        """)
  }

  @Test(arguments: ["", " \n\t\n", "\u{FEFF}"])
  func `an empty file is an error`(_ text: String) {
    let source = source(text)
    let expected = """
      error[empty-document]: the file is empty
       --> Content/a.md
        = help: write something, or remove it


      """
    #expect(report(parseFrontMatter(of: source).1, source) == expected)
    #expect(report(parseYAML(source).1, source) == expected)
  }

  @Test(arguments: [
    (
      "a: no\nb: 1.10\nc: 012\nd: 12:30\ne: 2024-02-30",
      "{a: <no>, b: <1.10>, c: <012>, d: <12:30>, e: <2024-02-30>}"
    ),
    ("a:\nb: ~\nc: null\nd: 'null'\ne: \"\"", "{a: <>, b: <>, c: <>, d: \"null\", e: \"\"}"),
    ("a: [x, 'y', {z: 1}]", "{a: [<x>, \"y\", {z: <1>}]}"),
    ("a:\n- x\n- - y\n  - z", "{a: [<x>, [<y>, <z>]]}"),
    ("? a\n: b", "{a: <b>}"),
    ("~: a\nnull: b", "{~: <a>, null: <b>}"),
    ("'<<': a", "{<<: <a>}"),
    ("a: >\n  x\n  y\n", "{a: \"x y\n\"}"),
    ("a: 9223372036854775807:30", "{a: <9223372036854775807:30>}"),
    ("# nothing", "{}"), ("~", "{}"), ("--- \na: b\n...\n", "{a: <b>}"),
  ])
  func `every scalar stays the text that was written`(_ text: String, _ tree: String) {
    #expect(problems(text) == "")
    #expect(yaml(text) == tree)
  }

  @Test func `values and keys know their place in the file`() throws {
    let text = source("---\nü: \"é\"\nlist: [é, b]\nmap:\n  k: v\n\nend: |\n  block\n---\n")
    let mapping = try #require(parseFrontMatter(of: text).0.mapping)
    var places: [String] = []
    func visit(_ node: YAMLNode) {
      places.append(text.text(node.range.offsets))
      switch node.kind {
      case .scalar: break
      case .sequence(let items): items.forEach(visit)
      case .mapping(let mapping):
        for entry in mapping.entries {
          places.append(text.text(entry.key.range.offsets))
          visit(entry.value)
        }
      }
    }
    visit(YAMLNode(.mapping(mapping), at: mapping.range))
    #expect(
      places == [
        "ü: \"é\"\nlist: [é, b]\nmap:\n  k: v\n\nend: |\n  block", "ü", "\"é\"", "list", "[é, b]", "é", "b",
        "map",
        "k: v", "k", "v", "end", "|\n  block",
      ])
  }

  @Test func `a key is found byte by byte`() throws {
    let mapping = try #require(parseYAML(source("caf\u{E9}: a\nb: c")).0)
    #expect(mapping["caf\u{E9}"].map(dump) == "<a>")
    #expect(mapping["cafe\u{301}"] == nil)
    #expect(mapping["b"].map(dump) == "<c>")
  }
}
