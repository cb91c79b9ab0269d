import Diagnostics
@testable import Importing
import Testing

/// Comma-separated values as spreadsheets and people write them.
struct CSVTests {
  static let same = [
    ("as in RFC 4180", "name,year\r\nA,2001\r\n\"B, C\",2002\r\n"),
    ("without a line end at the end", "name,year\nA,2001\n\"B, C\",2002"),
    ("with semicolons", "name;year\nA;2001\nB, C;2002\n"),
    ("with tabs", "name\tyear\nA\t2001\nB, C\t2002\n"),
    ("with bars", "name|year\nA|2001\nB, C|2002\n"),
    ("with a declared separator", "sep=;\nname;year\nA;2001\n\"B, C\";2002\n"),
    (
      "with a byte order mark, old line ends and blank lines",
      "\u{FEFF}name,year\r\rA,2001\r,\r\"B, C\",2002\r"
    ),
    ("with blanks round cells", " name , year\n A , 2001\n \"B, C\" , 2002 \n"),
  ]

  @Test(arguments: same) func `files of one meaning are read alike`(kind: String, text: String) async {
    let imported = await Imported(text)
    #expect(imported.document("a") == "---\nname: A\nfacts:\n  year: 2001\n---\n", "\(kind)")
    #expect(imported.document("b-c") == "---\nname: \"B, C\"\nfacts:\n  year: 2002\n---\n", "\(kind)")
    #expect(imported.plan.items.count == 2, "\(kind)")
  }

  @Test func `quotes, line breaks and separators inside quoted cells belong to the text`() async {
    let imported = await Imported("name,summary\n\"A \"\"B\"\"\",\"one,\n two\"\n")
    #expect(imported.document("a-b") == "---\nname: \"A \\\"B\\\"\"\nsummary: \"one, two\"\n---\n")
  }

  @Test func `four hundred thousand values are imported and more are an error`() async {
    let headers = "name," + (1..<1000).map { "c\($0)" }.joined(separator: ",") + "\n"
    let cells = String(repeating: ",v", count: 999) + "\n"
    let rows = (0..<400).map { "i\($0)\(cells)" }.joined()
    // Read alone: to plan so many takes a debug build a minute.
    let source = { SourceText(path: "w.csv", headers + rows + $0) }
    #expect(ImportedTable.reading(source("")).1 == [])
    let (_, diagnostics) = ImportedTable.reading(source("more\(cells)"))
    let report = DiagnosticFormatter(format: .text, sources: []).string(for: diagnostics)
    #expect(report.hasPrefix("error[import-limit]: the file has more than 400000 values\n"))
    #expect(diagnostics.first?.help == "split the file")
  }

  @Test func `a quote in the middle of a cell is a quote`() async {
    let imported = await Imported("name,size\nDisk,5\" wide\n")
    #expect(imported.document("disk")?.contains("size: \"5\\\" wide\"") == true)
  }

  static let mistakes = [
    (
      "name,note\nA,\"never closed\nB,2\n",
      """
      error[csv-syntax]: the quote that opens here is never closed
       --> items.csv:2:3
        |
      2 | A,"never closed
        |   ^
        = help: close it, or write a quote that belongs to the text twice inside a quoted cell


      """
    ),
    (
      "name,note\nA,\"b\"c\n",
      """
      error[csv-syntax]: text after the closing quote of a cell
       --> items.csv:2:6
        |
      2 | A,"b"c
        |      ^
        = help: write a quote inside a quoted cell twice: ""


      """
    ),
    (
      "name,year\nA,2001,x\n",
      """
      error[csv-columns]: the row has 3 cells below 2 headers
       --> items.csv:2:8
        |
      2 | A,2001,x
        |        ^
        = help: quote a cell that holds the separator


      """
    ),
    (
      "name,year,open\nA,2001\n",
      """
      warning[csv-columns]: the row has 2 cells below 3 headers
       --> items.csv:2:3
        |
      2 | A,2001
        |   ^^^^
        = help: what is missing is left out


      """
    ),
    ("\n \n", "error[empty-file]: there is nothing in the file\n --> items.csv\n\n"),
  ]

  @Test(arguments: mistakes) func `a mistake is told at its place`(text: String, report: String) async {
    let imported = await Imported(text, options: ImportOptions(source: "data"))
    #expect(imported.report == report)
  }

  @Test func `headers without a name and headers twice are told apart`() async {
    let imported = await Imported("name,,x,x,\nA,1,2,3,\nB,4,5,6,\n")
    #expect(
      imported.columns == [
        "name | name | ", "Column 2 | criterion column-2, number | numbers from 1 to 4",
        "x | criterion x, number | numbers from 2 to 5",
        "x (2) | criterion x-2, number | numbers from 3 to 6",
      ])
  }
}
