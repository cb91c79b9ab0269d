import Comparison
import Importing
import TestSupport
import Testing

/// Texts of the file in the bodies of documents: whatever they hold, each stays in its section.
struct BodyTests {
  private func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Imports one item with some sections.
  private func imported(
    _ sections: [(heading: String, markdown: String)], into files: [String: String] = [:],
    source: String? = nil
  ) async -> Imported {
    let list = sections.map { "{\"heading\": \(json($0.heading)), \"markdown\": \(json($0.markdown))}" }
    let line = "{\"name\": \"X\", \"sections\": [\(list.joined(separator: ", "))]}\n"
    return await Imported(line, file: "items.jsonl", into: files, options: ImportOptions(source: source))
  }

  private func body(_ imported: Imported) -> String? {
    imported.document("x").map { String($0.dropFirst("---\nname: X\n---\n\n".count)) }
  }

  static let mended: [(markdown: String, body: String)] = [
    ("# One\n\ntext\n\n## Two\n\n###### Six", "### One\n\ntext\n\n#### Two\n\n###### Six"),
    ("One\n===\n\nTwo\nlines\n---\n\ntext", "### One\n\n#### Two lines\n\ntext"),
    ("### Three", "### Three"),
    ("text\n\n---\n\nmore", "text\n\n---\n\nmore"),
    ("```swift\nlet a = 1", "```swift\nlet a = 1\n```"),
    ("~~~~\n## No heading", "~~~~\n## No heading\n~~~~"),
    (
      "see [docs](/docs) and [the `a[0]` page](no.md \"t\") and [this](#part)",
      "see docs and the `a[0]` page and [this](#part)"
    ),
    ("![A picture](img/a.png) and [![nested](b.png)](c.md)", "A picture and nested"),
    ("[ref][r] and [r]\n\n[r]: ../nowhere.md", "ref and r\n\n[r]: ../nowhere.md"),
    ("a[^1] b[^2]\n\n[^1]: A note.", "a[^1] b\\[^2]\n\n[^1]: A note."),
    ("  indented\r\nlines\r", "  indented\nlines"),
    ("<!-- never closed", "~~~~text\n<!-- never closed\n~~~~"),
    ("<script>\n~~~~~\nx", "~~~~~~text\n<script>\n~~~~~\nx\n~~~~~~"),
    (
      "[a](https://example.org) ![b](https://example.org/b.png)",
      "[a](https://example.org) ![b](https://example.org/b.png)"
    ),
  ]

  @Test(arguments: mended) func `a text stays in its section`(markdown: String, body: String) async {
    let imported = await imported([("First", markdown), ("Last", "The end.")])
    #expect(self.body(imported) == "## First\n\n\(body)\n\n## Last\n\nThe end.\n")
    let (catalog, errors) = await imported.resolved()
    #expect(errors == [])
    #expect(catalog.item("x")?.prose.sections.map(\.title) == ["First", "Last"])
  }

  static let headings: [(heading: String, line: String)] = [
    ("C#", "## C#"), ("Number #", "## Number \\#"), ("###", "## \\###"), ("Two\nlines", "## Two lines"),
    ("[Link](https://example.org)", "## [Link](https://example.org)"), ("[dead](/x)", "## dead"),
    ("[Open", "## [Open"), ("***", "## ***"),
  ]

  @Test(arguments: headings) func `a heading is one line`(heading: String, line: String) async {
    let imported = await imported([(heading, "Text.")])
    #expect(body(imported) == "\(line)\n\nText.\n")
    #expect(await imported.resolved().errors == [])
  }

  @Test func `what was changed is told at its section`() async {
    let imported = await imported([("First", "[docs](/docs) a[^9]"), ("Second", "<!-- open")])
    let problems = imported.report.split(separator: "\n").filter {
      $0.hasPrefix("warning") || $0.hasPrefix(" -->")
    }
    #expect(
      problems == [
        #"warning[dead-footnote]: "[^9]" is not defined, so that it is shown as text"#,
        " --> items.jsonl:1:40",
        #"warning[dead-link]: the link "/docs" leads nowhere in this site, so that only its words are kept"#,
        " --> items.jsonl:1:40",
        "warning[verbatim-text]: the text cannot stand as Markdown in a document, so that it is shown as it is written",
        " --> items.jsonl:1:97",
      ])
  }

  @Test func `links to documents of the site stay`() async {
    let imported = await imported(
      [("First", "[the source](../sources/one.md) and [Y](y.md)")],
      into: ["sources/one.md": "---\nname: One\n---\n", "items/y.md": "---\nname: Y\n---\n"])
    #expect(body(imported) == "## First\n\n[the source](../sources/one.md) and [Y](y.md)\n")
    #expect(imported.report == "")
  }

  @Test func `claims cite the source of the file`() async throws {
    let imported = await imported(
      [
        ("Pros", "- **Speed**: fast\n  and small.\n\n  More of it.\n- cheap [^1]\n\n[^1]: A note."),
        ("Other", "- no claim"),
      ], source: "survey")
    #expect(
      body(imported) == """
        ## Pros

        - **Speed**: fast
          and small. [^survey]

          More of it.
        - cheap [^1] [^survey]

        [^1]: A note.

        ## Other

        - no claim

        [^survey]: [Survey](../sources/survey.md)

        """)
    let (catalog, errors) = await imported.resolved()
    #expect(errors == [])
    #expect(catalog.lines(of: "x").allSatisfy { $0.hasSuffix(" [Survey]") })
    #expect(catalog.lines(of: "x").count == 2)
  }

  @Test func `a text that no document can hold is left out`() async {
    let imported = await imported([("First", String(repeating: "x", count: 20_000)), ("Last", "The end.")])
    #expect(body(imported) == "## Last\n\nThe end.\n")
    #expect(imported.report.hasPrefix("warning[large-text]: the text is too large for a document\n"))
  }

  @Test func `long fenced texts are kept as they are`() async {
    let text = (0..<2000).map { "Line \($0) of a licence.\n" }.joined()
    let imported = await imported([("Full text", "~~~~text\n\(text)~~~~")])
    #expect(body(imported) == "## Full text\n\n~~~~text\n\(text)~~~~\n")
    #expect(await imported.resolved().errors == [])
  }
}
