import Diagnostics
import MarkdownParsing
import Testing

struct MarkdownProblemTests {
  private static func defining(_ label: String) -> String {
    "help: add a line `[^\(label)]: …`; to cite a source, link to its document there"
  }

  @Test func `a footnote that nobody defined is told with the one that was meant`() {
    #expect(
      markdownReport("See [^consdier] and [^Directual].\n\n[^consider]: A\n[^directual]: B\n") == """
        error[undefined-footnote]: "[^consdier]" is not defined
         --> Content/a.md:1:5
          |
        1 | See [^consdier] and [^Directual].
          |     ^^^^^^^^^^^ did you mean "[^consider]"?
          = help: add a line `[^consdier]: …`; to cite a source, link to its document there

        warning[unused-footnote]: nothing refers to "[^consider]"
         --> Content/a.md:3:1
          |
        3 | [^consider]: A
          | ^^^^^^^^^^^
          = help: refer to it, or remove it


        """)
  }

  @Test func `what only looks like a footnote is no error`() {
    #expect(
      markdownReport(
        "\\[^a] `[^b]` [^\\] [^] [a]\n\n    [^c]\n\n```\n[^d]\n```\n\n[e](f \"[^g]\") <!-- x -->\n"
      ).contains("footnote") == false)
  }

  @Test(arguments: [
    ("[^a b]", ["1:1-1:7 error undefined-footnote: \"[^a b]\" is not defined; \(Self.defining("a b"))"]),
    (
      "*x [^a]*\n> y [^a] z",
      [
        "1:4-1:8 error undefined-footnote: \"[^a]\" is not defined; \(Self.defining("a"))",
        "2:5-2:9 error undefined-footnote: \"[^a]\" is not defined; \(Self.defining("a"))",
      ]
    ),
    (
      "|x|\n|-|\n|[^a]|", ["3:2-3:6 error undefined-footnote: \"[^a]\" is not defined; \(Self.defining("a"))"]
    ),
    ("[x [^a]](b)", ["1:4-1:8 error undefined-footnote: \"[^a]\" is not defined; \(Self.defining("a"))"]),
    (
      "# [^www.a]",
      ["1:3-1:11 error undefined-footnote: \"[^www.a]\" is not defined; \(Self.defining("www.a"))"]
    ),
    (
      "x [^a]\n\n[^a]: y [^b]",
      ["3:9-3:13 error undefined-footnote: \"[^b]\" is not defined; \(Self.defining("b"))"]
    ),
    (
      "[^a]: x",
      ["1:1-1:5 warning unused-footnote: nothing refers to \"[^a]\"; help: refer to it, or remove it"]
    ),
    (
      "[^a]: x [^b]\n[^b]: y [^a]",
      [
        "1:1-1:5 warning unused-footnote: nothing refers to \"[^a]\"; help: refer to it, or remove it",
        "2:1-2:5 warning unused-footnote: nothing refers to \"[^b]\"; help: refer to it, or remove it",
      ]
    ),
    (
      "[^a] [^A]\n\n[^a]: x\n\n> [^A]: y",
      [
        "5:3-5:7 error duplicate-footnote: \"[^A]\" is defined twice; help: keep only one; note 3:1-3:5: first defined here"
      ]
    ),
    (
      "a <b>c</b> <i>",
      [
        "1:3-1:6 warning raw-html: raw HTML is shown as text; help: use Markdown, or put it in backticks",
        "1:12-1:15 warning raw-html: raw HTML is shown as text; help: use Markdown, or put it in backticks",
      ]
    ),
    (
      "x\n\n</b> y",
      ["3:1-3:5 warning raw-html: raw HTML is shown as text; help: use Markdown, or put it in backticks"]
    ),
    (
      "- <div>\n  x",
      [
        "1:3-2:4 warning raw-html: a block of raw HTML is shown as text; help: use Markdown, or put it in backticks"
      ]
    ),
    (
      "a [b](JavaScript:c)",
      [
        "1:3-1:20 warning unsafe-address: a \"javascript:\" address is not published; help: write a relative path, or an address that begins with \"https://\""
      ]
    ),
    (
      "[b](java&Tab;script:c)",
      [
        "1:1-1:23 warning unsafe-address: a \"javascript:\" address is not published; help: write a relative path, or an address that begins with \"https://\""
      ]
    ),
    (
      "[b](//c) ftp://d.ef",
      [
        "1:1-1:9 warning unsafe-address: an address that hides another host is not published; help: write a relative path, or an address that begins with \"https://\"",
        "1:10-1:20 warning unsafe-address: a \"ftp:\" address is not published; help: write a relative path, or an address that begins with \"https://\"",
      ]
    ),
    (
      "[b](https:c) [d](e%0A)",
      [
        "1:1-1:13 warning unsafe-address: a malformed \"https:\" address is not published; help: write a relative path, or an address that begins with \"https://\"",
        "1:14-1:23 warning unsafe-address: an address with control characters is not published; help: write a relative path, or an address that begins with \"https://\"",
      ]
    ),
    (
      "x\n![a\nb](https://c.d/e.png)",
      [
        "2:1-3:22 warning remote-image: a remote image is shown as a link; help: keep the image beside the document and give its relative path"
      ]
    ),
    (
      "|a|\n|-|\n|b|c|\n|d||",
      [
        "3:4-3:5 warning surplus-cell: a cell beyond the last column of its table is not shown; help: give the header as many columns, or write \"\\|\" for a bar inside a cell"
      ]
    ),
  ])
  func `each problem is told whole and at its place`(_ text: String, _ problems: [String]) {
    let (document, diagnostics) = markdown(text)
    #expect(compact(diagnostics, document.source).split(separator: "\n").map(String.init) == problems)
  }

  @Test func `footnotes are numbered by their first reference`() {
    let document = markdown(
      "a [^z] [^a] [^z]\n\n[^a]: one [^m]\n[^m]: deep\n[^z]: last\n[^u]: unused [^n]\n[^n]: n"
    ).document
    #expect(document.footnotes.map(\.label.value) == ["z", "a", "m"])
    #expect(document.footnotes.map { document.source.text($0.label.range.offsets) } == ["z", "a", "m"])
    #expect(document.footnotes.map { document.plainText(of: $0.nodes) } == ["last", "one ", "deep"])
    #expect(document.footnotes.map(\.references.count) == [2, 1, 1])
    #expect(document.topLevel == [0])
  }

  @Test func `heading ids are readable and unique`() {
    let headings = [
      "Fast & *safe*", "Fast safe", "fast safe 2", "C# / __init__", "Überblick", "日本語 テスト", "—", "", "हिन्दी",
      "İ", "a_b", "fast safe",
    ]
    let document = markdown(headings.map { "## \($0)\n" }.joined()).document
    let ids = document.nodes.compactMap { node in
      if case .heading(_, let id) = node.kind { id } else { nil }
    }
    #expect(
      ids == [
        "fast--safe", "fast-safe", "fast-safe-2", "c--init", "überblick", "日本語-テスト", "Section",
        "हिन्दी", "i\u{307}", "a_b", "fast-safe-1",
      ])
  }

  @Test func `plain text leaves the markup out`() {
    let document = markdown(
      "# A *b* `c` [d](e) ![f](g)\nh\ni\\\nj\n\n- k\n- l\n\n| m | n |\n|---|---|\n\n```\no\n```"
    ).document
    #expect(document.plainText(of: 0..<document.nodes.count) == "A b c d f h i j k l m n o\n")
    #expect(document.plainText(of: -1) == "")
    #expect(document.children(of: 999) == [])
  }
}
