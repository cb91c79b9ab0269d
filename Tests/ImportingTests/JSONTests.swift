import Comparison
import Diagnostics
import Importing
import TestSupport
import Testing

/// JSON Lines, strictly read.
struct JSONTests {
  static let mistakes: [(line: String, problem: String)] = [
    (#"{"name": "A",}"#, #"1:14 a key in double quotes belongs here, not "}""#),
    (#"{"name": "A", "x": [1, ]}"#, #"1:24 a value belongs here, not "]""#),
    (#"{"name": "A" "x": 1}"#, #"1:14 "," or "}" belongs after a value, not """"#),
    (#"{"name": 'A'}"#, #"1:10 a value belongs here, not "'""#),
    (#"{name: "A"}"#, #"1:2 a key in double quotes belongs here, not "n""#),
    (#"{"name": "A", "x": True}"#, #"1:20 a value belongs here, not "T""#),
    (#"{"name": "A", "x": NaN}"#, #"1:20 a value belongs here, not "N""#),
    (#"{"name": "A", "x": 012}"#, #"1:21 a number has no zero before its digits, not "1""#),
    (#"{"name": "A", "x": .5}"#, #"1:20 a value belongs here, not ".""#),
    (#"{"name": "A", "x": 1.}"#, #"1:22 a digit belongs here, not "}""#),
    (#"{"name": "A", "x": -}"#, #"1:21 a digit belongs here, not "}""#),
    (#"{"name": "A", "name": "B"}"#, #"1:15 "name" is given twice"#),
    (#"{"name": "A", "x": "\q"}"#, #"1:22 an escape is one of \" \\ \/ \b \f \n \r \t \u, not "q""#),
    (#"{"name": "A", "x": "\ud83d"}"#, "1:21 an escape that is half of a character"),
    (#"{"name": "A", "x": "\udc00\ud83d"}"#, "1:21 an escape that is half of a character"),
    (#"{"name": "A", "x": "\u12"}"#, #"1:25 four hexadecimal digits belong after \u, not """"#),
    (#"{"name": "never closed}"#, "1:10 a text that is never closed"),
    ("{\"name\": \"a\tb\"}", "1:12 a control character stands in a text"),
    (#"{"name": "A"} x"#, #"1:15 a line ends after its object, not "x""#),
    (#"{"name": "A""#, #"1:13 "," or "}" belongs after a value, not the end"#),
    ("\"text\"", "1:1 an item is an object, not a single value"),
    (#"{"name": "A", "x": é}"#, #"1:20 a value belongs here, not "é""#),
  ]

  @Test(arguments: mistakes) func `a mistake is told at its place, and the other lines are read`(
    line: String, problem: String
  ) async {
    let source = SourceText(path: "items.jsonl", line + "\n{\"name\": \"Other\"}\n")
    let imported = await Imported(source: source)
    let first = imported.report.split(separator: "\n").prefix(2).joined(separator: " ")
    let parts = problem.split(separator: " ", maxSplits: 1)
    #expect(first.hasSuffix("\(parts[1])  --> items.jsonl:\(parts[0])"), "\(imported.report)")
    #expect(first.hasPrefix("error["))
    #expect(imported.document("other") != nil)
  }

  @Test func `values keep their spelling`() async {
    let line =
      #"{"name": "A\u00e9\ud83d\ude00\"\\\/", "n": 1.50, "big": 123456789012345678901234567890, "e": 1e5}"#
    let imported = await Imported(line, file: "items.jsonl")
    #expect(
      imported.document("ae") == """
        ---
        name: "Aé😀\\"\\\\/"
        facts:
          n: 1.50
          big: 123456789012345678901234567890
          e: 1e5
        ---

        """)
    #expect(imported.columns.last == "e | criterion e, text | 1 text")
  }

  @Test func `one list of objects is read as well`() async {
    let imported = await Imported("[\n {\"name\": \"A\"},\n {\"name\": \"B\"}\n]\n", file: "items.json")
    #expect(imported.plan.items.map(\.path) == ["Content/items/a.md", "Content/items/b.md"])
    #expect(imported.report == "")
    let open = await Imported("[{\"name\": \"A\"},\n", file: "items.json")
    #expect(
      open.report.hasPrefix("error[json-syntax]: a value belongs here, not the end\n --> items.json:2:1\n"))
  }

  @Test func `nesting without end is refused at once`() async {
    let line = "{\"name\": \"A\", \"x\": " + String(repeating: "[", count: 1_000_000)
    let imported = await Imported(line, file: "items.jsonl")
    #expect(imported.report.hasPrefix("error[json-syntax]: values are nested more than 32 deep"))
  }

  @Test func `objects below facts and attributes are criteria, and other objects are groups`() async {
    let line = """
      {"name": "A", "facts": {"open": true}, "attributes": {"year": 2001}, "size": {"weight": 5, "height": 6}}
      """
    let imported = await Imported(line, file: "items.jsonl")
    #expect(
      imported.columns == [
        "name | name | ", "open | criterion open, boolean | 1 yes",
        "year | criterion year, number | numbers, all 2001",
        "size.weight | criterion size-weight, number | numbers, all 5",
        "size.height | criterion size-height, number | numbers, all 6",
      ])
    #expect(
      imported.document("size-weight") == "---\nname: Weight\ntype: number\ngroup: Size\norder: 30\n---\n")
  }

  @Test func `facts may be spelled as the documents spell them`() async {
    let line = """
      {"name": "A", "facts": {"speed": [{"value": 5, "sources": ["one"], "note": "cold"}, \
      {"value": 6, "sources": ["two"], "verified": "2024-01-31"}], "open": {"value": true, "basis": "common"}}}
      """
    let sources = [
      "sources/one.md": "---\nname: One\n---\n", "sources/two.md": "---\nname: Two\n---\n",
    ]
    let imported = await Imported(line, file: "items.jsonl", into: sources)
    #expect(
      imported.document("a") == """
        ---
        name: A
        facts:
          speed:
            - { value: 5, note: cold, sources: [one] }
            - { value: 6, sources: [two], verified: 2024-01-31 }
          open: { value: yes, basis: common }
        ---

        """)
    let (catalog, errors) = await imported.resolved()
    #expect(errors == [])
    #expect(catalog.cell("a", "speed")?.state == .contested)
    let unknown = await Imported(line, file: "items.jsonl")
    #expect(
      unknown.report.contains("error[unknown-source]: no source is named \"one\"\n --> items.jsonl:1:60\n"))
  }

  @Test func `keys of one name in two objects keep their groups' names`() async {
    let line = """
      {"name": "A", "box": {"weight": 5}, "device": {"weight": 6}, "price": 7}
      """
    let imported = await Imported(line, file: "items.jsonl", options: ImportOptions(source: "s"))
    #expect(
      imported.document("box-weight")?.hasPrefix("---\nname: \"Box: Weight\"\ntype: number\ngroup: Box\n")
        == true)
    #expect(imported.document("device-weight")?.contains("name: \"Device: Weight\"\n") == true)
    #expect(imported.document("price")?.contains("name: Price\ntype: number\norder: 30\n") == true)
    let (catalog, errors) = await imported.resolved()
    #expect(errors == [])
    #expect(catalog.cell("a", "device-weight")?.facts.count == 1)
  }
}
