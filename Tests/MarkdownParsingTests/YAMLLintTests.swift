import Diagnostics
import MarkdownParsing
import Testing

/// YAML that libyaml accepts or reads otherwise than it is meant, and YAML that it refuses.
struct YAMLLintTests {
  private func read(_ text: String) -> (tree: String, problems: String) {
    let source = SourceText(path: "Content/a.md", text)
    let (mapping, diagnostics) = parseYAML(source)
    return (dump(mapping), compact(diagnostics, source))
  }

  @Test(arguments: [
    (
      "a: { value: 49,90, sources: [b] }", "{a: {value: <49>, sources: [<b>]}}",
      #"1:16-1:18 error key-without-value: "90" in braces is a key without a value; help: write a number with a point and without other marks: `value: 49.90`; as text it stands in quotes: `value: "49,90"`"#
    ),
    (
      "a: { value: 1,234,567 }", "{a: {value: <1>}}",
      #"1:15-1:22 error key-without-value: "234" in braces is a key without a value; help: write a number with a point and without other marks: `value: 1234567`; as text it stands in quotes: `value: "1,234,567"`"#
    ),
    (
      "a: { value: yes, note: built in, \"fast\", sources: [b] }",
      "{a: {value: <yes>, note: <built in>, sources: [<b>]}}",
      #"1:34-1:40 error key-without-value: ""fast"" in braces is a key without a value; help: a text with a comma stands in quotes: `note: 'built in, "fast"'`"#
    ),
    (
      "a: { value: Berlin, Germany }", "{a: {value: <Berlin>}}",
      #"1:21-1:28 error key-without-value: "Germany" in braces is a key without a value; help: a text with a comma stands in quotes: `value: "Berlin, Germany"`"#
    ),
    (
      "a: { b, c }", "{a: {}}",
      #"1:6-1:10 error key-without-value: "b" in braces is a key without a value; help: a list stands in brackets: `[b, c]`"#
    ),
    (
      "a: { b: , c: d }", "{a: {c: <d>}}",
      #"1:6-1:7 error key-without-value: "b" in braces is a key without a value; help: write `b: …`, or leave it out"#
    ),
    (
      "a: {b:c}", "{a: {}}",
      #"1:5-1:8 error key-without-value: "b:c" in braces is a key without a value; help: write a blank behind the colon: `b: c`"#
    ),
  ])
  func `a key without a value in braces is an error with the text to write`(
    _ text: String, _ tree: String, _ problem: String
  ) {
    #expect(read(text).tree == tree)
    #expect(read(text).problems == problem)
  }

  @Test(arguments: ["a:\nb: c", "a: { b: ~, c: \"\" }", "a: [1,5]", "a: [{ b: c }, d]", "a: {}"])
  func `a value that is left out or empty elsewhere is none`(_ text: String) {
    #expect(read(text).problems == "")
  }

  @Test(arguments: [
    ("a: \"b\"# c", "1:7-1:10"), ("a: [b]# c", "1:7-1:10"), ("a: [b,# c\n  d]", "1:7-1:10"),
    ("a: |# c\n  b", "1:5-1:8"), ("a: {b: c}# d", "1:10-1:13"),
  ])
  func `a comment that is glued to a value is an error`(_ text: String, _ place: String) {
    #expect(
      read(text).problems.hasPrefix("\(place) error yaml-syntax: a comment has a blank before its \"#\""))
  }

  @Test(arguments: [
    "# c\na: b # d\n# e", "a: b#c", "a: '#b'", "a: |\n  x# y\n  # z\nb: c", "a: [\"#\", b # c\n  ]",
    "a: # b\n  c: d", "a: \"x\n  # y\"",
  ])
  func `other number signs are none of its business`(_ text: String) {
    #expect(read(text).problems == "")
  }

  @Test(arguments: [
    ("a: \"b\nc\"", "2:1-2:3"), ("a: 'b\n\nc'", "3:1-3:3"), ("a:\n  b: \"c\n  d\"", "3:3-3:5"),
    ("a: { b: c\nd }", "2:1-2:4"),
  ])
  func `a text goes on in indented lines`(_ text: String, _ place: String) {
    #expect(
      read(text).problems.hasPrefix(
        "\(place) error yaml-syntax: a text goes on in a line that is not indented"))
  }

  @Test(arguments: ["a: \"b\n c\"", "a:\n  b: 'c\n   d'", "a: [b,\nc\n]", "a: |\n  b\n\n  c", "a: b\n  c"])
  func `a text that goes on as it should is read`(_ text: String) {
    #expect(read(text).problems == "")
  }

  @Test(arguments: [("{ ?b: c }", "1:6-1:8"), ("[?b]", "1:5-1:7"), ("{ ?\"b\": c }", "1:6-1:10")])
  func `a question mark that belongs to a text in braces is quoted`(_ value: String, _ place: String) {
    let problems = read("a: \(value)").problems
    #expect(
      problems.hasPrefix("\(place) error yaml-syntax: a text in braces or brackets that begins with \"?\""))
    #expect(!problems.contains("\n"))
    #expect(read("a: { ? b : c }").problems == "")
  }

  @Test func `characters escaped as two halves are read, in double quotes alone`() {
    #expect(read(#"a: "x\ud83d\ude00y \uD83D\uDE00""#).tree == "{a: \"x😀y 😀\"}")
    #expect(read(#"a: '\ud83d\ude00'"#).tree == #"{a: "\ud83d\ude00"}"#)
    #expect(read(#"a: \ud83d\ude00"#).tree == #"{a: <\ud83d\ude00>}"#)
    #expect(read(#""\ud83d\ude00": b"#).tree == "{😀: <b>}")
    #expect(read(#"a: "\\ud83d 😀""#).tree == #"{a: "\ud83d 😀"}"#)
    let half = read(#"a: "\ud83d""#).problems
    #expect(half.contains("an escape that is no character"))
    // Places behind a pair are those of the text as written.
    #expect(read(#"{ a: "\ud83d\ude00", b, c: d }"#).problems.hasPrefix("1:22-1:23 error key-without-value"))
    #expect(read("a: \"\\ud83d\\ude00\"\nb: @").problems.hasPrefix("2:4-2:5"))
  }
}
