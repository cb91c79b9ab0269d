import Diagnostics
import MarkdownParsing
import Testing

struct FrontMatterProblemTests {
  @Test(
    arguments: [
      (
        "Foo: bar: baz",
        "nil",
        [
          #"1:6-1:14 error yaml-syntax: a ":" in a value that is not quoted; help: put the value in quotes: "bar: baz""#
        ]
      ),
      (
        #"é: "x"\#nFoo:   it's: C:\  "#,
        "nil",
        [
          #"2:8-2:17 error yaml-syntax: a ":" in a value that is not quoted; help: put the value in quotes: 'it''s: C:\'"#
        ]
      ),
      (
        "a: b\n c: d",
        "nil",
        [
          #"2:3-2:4 error yaml-syntax: a ":" in a value that is not quoted; help: put the value in quotes, or indent as its neighbours are"#
        ]
      ),
      (
        "a:\n\tb: c",
        "nil",
        ["2:1-2:2 error yaml-syntax: a tab in the indentation; help: indent with spaces"]
      ),
      (
        "\ta: b",
        "nil",
        ["1:1-1:2 error yaml-syntax: a tab in the indentation; help: indent with spaces"]
      ),
      (
        "a: b\n\tc: d",
        "nil",
        ["2:1-2:2 error yaml-syntax: a tab in the indentation; help: indent with spaces"]
      ),
      (
        #"a: "x\#nb: c"#,
        "nil",
        [
          "1:4-1:5 error yaml-syntax: a quoted text that is never closed; help: close it with the same quote"
        ]
      ),
      (
        "a: [b, c\nd: e",
        "nil",
        [
          #"1:4-1:5 error yaml-syntax: the list that opens here is never closed; help: separate with "," and close with "]""#
        ]
      ),
      (
        "a: {b: c\n",
        "nil",
        [
          #"1:4-1:5 error yaml-syntax: the mapping that opens here is never closed; help: separate with "," and close with "}""#
        ]
      ),
      (
        "a: @b",
        "nil",
        [#"1:4-1:5 error yaml-syntax: "@" cannot begin a value; help: put the whole value in quotes"#]
      ),
      (
        "a: b\nc",
        "nil",
        [
          #"2:1-2:2 error yaml-syntax: a line without ":" after its key; help: write lines of the form "key: value""#
        ]
      ),
      (
        "a: &x !!str b\nc: *x",
        "nil",
        [
          #"1:4-1:6 error unsupported-yaml: an anchor ("&x") is not accepted; help: remove it"#,
          #"1:7-1:12 error unsupported-yaml: a tag ("!!str") is not accepted; help: remove it, or quote the text if it begins so"#,
          #"2:4-2:6 error unsupported-yaml: an alias ("*x") is not accepted; help: write the value out"#,
        ]
      ),
      (
        "? [a]\n: b",
        "nil",
        ["1:3-1:6 error unsupported-yaml: a list as a key is not accepted; help: keys are plain text"]
      ),
      (
        #"a: "\q""#,
        "nil",
        [
          #"1:5-1:7 error yaml-syntax: an unknown escape in a double-quoted text; help: write "\\" for a backslash, or use single quotes"#
        ]
      ),
      (
        "a: - b",
        "nil",
        [
          "1:4-1:5 error yaml-syntax: a list item that is not on a line of its own; help: begin the list on the next line"
        ]
      ),
      (
        #"a: "b" c"#,
        "nil",
        ["1:8-1:9 error yaml-syntax: text after the end of a value; help: put the whole value in quotes"]
      ),
      (
        "a:\n  - b\n - c",
        "nil",
        [
          "3:2-3:5 error yaml-syntax: a line that is indented differently from its neighbours; help: indent keys of one mapping alike"
        ]
      ),
      (
        "a: b\n---\nc: d",
        "nil",
        [
          "2:1-2:4 error unsupported-yaml: a second document in the file is not accepted; help: keep only one"
        ]
      ),
      (
        "- a\n- b",
        "nil",
        [
          #"1:1-1:4 error not-a-mapping: the file is a list, not a mapping; help: write lines of the form "key: value""#
        ]
      ),
      (
        "just text\nmore",
        "nil",
        [
          #"1:1-1:10 error not-a-mapping: the file is text, not a mapping; help: write lines of the form "key: value""#
        ]
      ),
      (
        "<<: {a: b}",
        "nil",
        [
          #"1:1-1:3 error unsupported-yaml: a merge key ("<<") is not accepted; help: write the keys out"#
        ]
      ),
      (
        "1: a\n'1': b",
        "{1: <a>}",
        [
          #"2:1-2:4 error duplicate-key: "1" is given twice; help: keep only one; note 1:1-1:2: first given here"#
        ]
      ),
      (
        "café: a\ncafe\u{301}: b",
        "{café: <a>}",
        [
          #"2:1-2:6 error duplicate-key: "cafe\#u{301}" is given twice; help: keep only one; note 1:1-1:5: first given here"#
        ]
      ),
      (
        "a: \u{1}x",
        "nil",
        ["1:4-1:5 error yaml-syntax: a control character; help: remove it"]
      ),
      (
        "!x a: b",
        "{a: <b>}",
        [
          #"1:1-1:3 error unsupported-yaml: a tag ("!x") is not accepted; help: remove it, or quote the text if it begins so"#
        ]
      ),
      (
        "[[[[[[[[[[[[[[[[[[[[",
        "nil",
        ["1:17-1:18 error yaml-limit: values are nested more than 16 deep; help: nest them less"]
      ),
      (
        "? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ? ?",
        "nil",
        ["1:33-1:33 error yaml-limit: values are nested more than 16 deep; help: nest them less"]
      ),
      (
        "a: {b: c, b: d}",
        "{a: {b: <c>}}",
        [
          #"1:11-1:12 error duplicate-key: "b" is given twice; help: keep only one; note 1:5-1:6: first given here"#
        ]
      ),
    ] as [(String, String, [String])])
  func `what cannot be read is told with its place and its mend`(
    _ text: String, _ tree: String, _ problems: [String]
  ) {
    let source = SourceText(path: "Content/site.yml", text)
    let (mapping, diagnostics) = parseYAML(source)
    #expect(compact(diagnostics, source).split(separator: "\n").map(String.init) == problems)
    #expect(dump(mapping) == tree)
  }

  @Test func `places in front matter count from the top of the file`() {
    let source = SourceText(path: "Content/a.md", "---\nü: é\nFoo: bar: baz\n---\n")
    #expect(
      report(parseFrontMatter(of: source).1, source) == """
        error[yaml-syntax]: a ":" in a value that is not quoted
         --> Content/a.md:3:6
          |
        3 | Foo: bar: baz
          |      ^^^^^^^^
          = help: put the value in quotes: "bar: baz"


        """)
  }

  @Test func `limits of size are errors`() {
    func problems(_ text: String) -> String {
      let source = SourceText(path: "Content/site.yml", text)
      return compact(parseYAML(source).1, source)
    }
    #expect(problems("a: " + String(repeating: "x", count: 65_533)) == "")
    #expect(
      problems("a: b\nc: " + String(repeating: "x", count: 65_533))
        == "2:1-2:65537 error yaml-limit: the file is longer than 64 KiB; help: shorten it")
    #expect(problems("a: [" + String(repeating: "x,", count: 19_990) + "]") == "")
    #expect(
      problems("a: [" + String(repeating: "x,", count: 20_010) + "]")
        == "1:40003-1:40004 error yaml-limit: the file holds more than 20000 values; help: shorten it")
  }

  @Test func `hostile texts are read or refused quickly`() {
    let units = [
      "[", "{", "- ", "? ", "a: ", "&a ", "!a ", "*a ", "\"", "'", "|\n", "a:\n ", "[a, ", "{a: ", "#", "%",
      "\t", "--- ", "\u{85}",
    ]
    let clock = ContinuousClock()
    for unit in units {
      let source = SourceText(path: "a.yml", String(repeating: unit, count: 64_000 / unit.utf8.count))
      let time = clock.measure { _ = parseYAML(source) }
      #expect(time < .seconds(4), "\(unit.debugDescription) took \(time)")
    }
  }
}
