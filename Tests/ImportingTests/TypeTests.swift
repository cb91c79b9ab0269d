import Comparison
import Importing
import TestSupport
import Testing

/// Which type of criterion the values of a column show, and what is told of it.
struct TypeTests {
  /// Values of ten items at most, and what the column becomes.
  static let guesses: [(values: [String], outcome: String)] = [
    (["yes", "No", "TRUE", "✓", "✗"], "boolean | 3 yes, 2 no"),
    (
      ["yes (with a plugin)", "no", "partial (read only)"],
      "boolean | 1 yes, 1 no, 1 partial, 2 of them with a note"
    ),
    (["1", "-2.50", "+3"], "number | numbers from -2.50 to +3"),
    (
      ["1.10", "1.9", "1.1"],
      "text | 3 texts, all different; no numbers, as 1.10 may be a version, whose last zero counts"
    ),
    (
      ["3.8", "3.20", "3.8", "3.20"],
      "choice | 4 texts, 2 values: 3.8 (2), 3.20 (2); no numbers, as 3.20 may be a version, whose last zero counts"
    ),
    (["1.50", "2.25", "3"], "number | numbers from 1.50 to 3"),
    (["0.5", "0.25"], "number | numbers from 0.25 to 0.5"),
    (["1", "0", "1"], "number | numbers from 0 to 1"),
    (["007", "012"], "text | 2 texts, all different"),
    (["1,000", "2,000"], "text | 2 texts, all different"),
    (["2024-02-29", "2023-01-05T10:00:00Z"], "date | dates from 2023-01-05 to 2024-02-29"),
    (["2024-02-30", "2024-02-28"], "text | 2 texts, all different"),
    (["https://a.example/x", "http://b.example"], "url | 2 addresses"),
    (["MIT", "GPL", "MIT", "GPL"], "choice | 4 texts, 2 values: GPL (2), MIT (2)"),
    (["MIT", "GPL", "MIT", "gpl", "MIT", "gpl"], "choice | 6 texts, 2 values: MIT (3), gpl (3)"),
    (["日本", "中国", "日本", "中国"], "text | 4 texts, 2 different"),
    (["< 5", "> 5", "< 5", "> 5"], "choice | 4 texts, 2 values: < 5 (2), > 5 (2)"),
    (
      ["a; b", "b", "a; c", "c", "a", "b; c"],
      "list | 6 texts with \";\" between values, 3 values: a (3), b (3), c (3)"
    ),
    (
      ["Gatsby", "Hugo", "Hugo", "Gatsby", "Hugo, Gatsby", "Hugo, Gatsby"],
      "list | 6 texts with \",\" between values, 2 values: Gatsby (4), Hugo (4)"
    ),
    (["Red, the colour", "Green, the other", "Blue"], "text | 3 texts, all different"),
    (["n/a", "-", "?", "unknown", "5"], "number | numbers, all 5; 4 without"),
    (["not applicable", "yes"], "boolean | 1 yes"),
    (["one word"], "text | 1 text"),
  ]

  @Test(arguments: guesses) func `values show their type`(values: [String], outcome: String) async {
    let rows = values.enumerated().map { "Item \($0),\"\($1)\"\n" }.joined()
    let imported = await Imported("name,what\n" + rows)
    #expect(imported.columns.last == "what | criterion what, \(outcome)")
    #expect(await imported.resolved().errors == [])
  }

  @Test func `values of one slug get a slug each, by which the documents name them`() async {
    let rows = ["1.1", "1-1", "1.1", "1-1"]
    let table = "name,what\n" + rows.enumerated().map { "Item \($0),\($1)\n" }.joined()
    let imported = await Imported(table)
    let document = imported.document("what") ?? ""
    #expect(document.contains("\n  1-1: 1.1\n"), "\(document)")
    let catalog = await imported.resolved().catalog
    let labels = rows.indices.map { index -> String? in
      guard let cell = catalog.cell("item-\(index)", "what"), case .choice(let slug) = cell.values[0] else {
        return nil
      }
      return catalog.criteria.first?.choices.first { $0.slug == slug }?.label
    }
    #expect(labels == rows)
  }

  @Test func `versions in texts of JSON stay as they are written`() async {
    let lines = ["1.10", "1.9", "2.0.1"].enumerated().map {
      "{\"name\": \"Item \($0)\", \"release\": \"\($1)\"}\n"
    }
    for kept in [2, 3] {
      let imported = await Imported(lines.prefix(kept).joined(), file: "items.jsonl")
      #expect(imported.document("release")?.contains("type: text") == true)
      #expect(imported.document("item-0")?.contains("1.10") == true)
    }
  }

  @Test func `a list of JSON is a list, and an element that is two others is taken apart`() async {
    let lists = [#"["All"]"#, #"["Gatsby", "Next.js"]"#, #"["Gatsby, Next.js"]"#, "[]", #""All""#]
    let lines = lists.enumerated().map { "{\"name\": \"Item \($0)\", \"works\": \($1)}\n" }.joined()
    let imported = await Imported(lines, file: "items.jsonl")
    #expect(
      imported.columns.last
        == "works | criterion works, list | 4 lists, 3 values: All (2), Gatsby (2), Next.js (2); 1 without")
    let names = (0..<5).map { imported.document("item-\($0)")?.contains("works: [gatsby, next-js]") ?? false }
    #expect(names == [false, true, true, false, false])
    #expect(
      imported.document("works") == """
        ---
        name: Works
        type: list
        order: 10
        values:
          all: All
          gatsby: Gatsby
          next-js: Next.js
        index: true
        ---

        """)
    #expect(await imported.resolved().errors == [])
  }

  @Test func `long texts and texts of several lines are sections of the body`() async {
    let imported = await Imported("name,terms\nA,\"First line.\n\n# Second line.\"\nB,short\n")
    #expect(imported.columns.last == "terms | section of the body | 2 texts of up to 27 characters")
    #expect(imported.document("a") == "---\nname: A\n---\n\n## Terms\n\nFirst line.\n\n### Second line.\n")
  }

  @Test func `a slip that keeps a column from being numbers is pointed at`() async {
    let imported = await Imported(
      "name,year\n" + (1...9).map { "Item \($0),200\($0)\n" }.joined() + "Item 10,~2010\n",
      options: ImportOptions(source: "s"))
    #expect(
      imported.report == """
        warning[mixed-column]: "~2010" is not a number, as most of "Year" is, which stays text
          --> items.csv:11:9
           |
        11 | Item 10,~2010
           |         ^^^^^
          = help: mend it in the file if it is a slip


        """)
  }

  @Test(arguments: [
    ("open_source", "Open source"), ("openSource", "Open source"), ("Open Source", "Open Source"),
    ("SPDX", "SPDX"), ("spdxID", "Spdx ID"), ("2fa", "2fa"), ("_x_", "X"), ("licence-terms", "Licence terms"),
  ])
  func `a criterion is named as people write`(key: String, name: String) async {
    let imported = await Imported("name,\(key)\nA,yes\n")
    let criterion = imported.plan.supporting.first { $0.path.hasPrefix("Content/criteria/") }
    #expect(criterion?.text.hasPrefix("---\nname: \(name)\n") == true)
  }
}
