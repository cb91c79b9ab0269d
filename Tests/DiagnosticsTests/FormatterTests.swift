import TestSupport
import Testing

@testable import Diagnostics

@Suite struct TextFormatTests {
  /// The text form of a diagnostic at the first occurrence of `part` in a file.
  private func report(
    _ source: String, at part: String, suggestion: String? = nil, help: String? = nil, colours: Bool = false
  ) -> String {
    let text = SourceText(path: "Content/a.md", source)
    let bytes = Array(part.utf8)
    let start = text.utf8.indices.first { text.utf8[$0...].starts(with: bytes) } ?? 0
    let diagnostic = Diagnostic(
      .unknownSource, "there is no such source", at: text.range(start..<start + bytes.count),
      suggestion: suggestion, help: help)
    return DiagnosticFormatter(format: .text, sources: [text], colours: colours).string(for: diagnostic)
  }

  @Test func `a diagnostic shows its line with a caret under the place`() {
    #expect(
      report("one\ntwo three four\nfive\n", at: "three", suggestion: "tree", help: "name a source") == """
        error[unknown-source]: there is no such source
         --> Content/a.md:2:5
          |
        2 | two three four
          |     ^^^^^ did you mean "tree"?
          = help: name a source


        """)
  }

  @Test func `the gutter is as wide as the line's number`() {
    #expect(
      report(String(repeating: "\n", count: 99) + "x y", at: "y") == """
        error[unknown-source]: there is no such source
           --> Content/a.md:100:3
            |
        100 | x y
            |   ^


        """)
  }

  @Test func `the caret stands right after letters of several bytes, wide ones and combining ones`() {
    #expect(
      report("é日本e\u{301}🎉 bad", at: "bad") == """
        error[unknown-source]: there is no such source
         --> Content/a.md:1:8
          |
        1 | é日本e\u{301}🎉 bad
          |          ^^^


        """)
    #expect(report("\u{1F1E9}\u{1F1EA} ü 日本", at: "日本").hasSuffix("^^^^\n\n"))
  }

  @Test func `tabs take one column`() {
    #expect(
      report("\t\tbad", at: "bad") == """
        error[unknown-source]: there is no such source
         --> Content/a.md:1:3
          |
        1 |   bad
          |   ^^^


        """)
  }

  @Test func `an empty place, and one at the end of the file, has one caret`() {
    #expect(
      report("ab", at: "") == """
        error[unknown-source]: there is no such source
         --> Content/a.md:1:1
          |
        1 | ab
          | ^


        """)
    let text = SourceText(path: "a", "ab\n")
    let end = Diagnostic(.deadLink, as: .warning, "ends", at: text.range(3..<3))
    #expect(
      DiagnosticFormatter(format: .text, sources: [text]).string(for: end) == """
        warning[dead-link]: ends
         --> a:2:1
          |
        2 |\u{20}
          | ^


        """)
  }

  @Test func `a place of several lines shows the first and names the last`() {
    #expect(
      report("a\nb b\nc c\nd", at: "b\nc c\n") == """
        error[unknown-source]: there is no such source
         --> Content/a.md:2:3
          |
        2 | b b
          |   ^
          | … to line 4


        """)
  }

  @Test func `a cut line keeps whole letters, whatever their length`() {
    for shift in 0..<4 {
      let line = String(repeating: "a", count: shift) + String(repeating: "😀", count: 400)
      let text = report(line + "BAD" + line, at: "BAD")
      let column = shift + 401
      #expect(
        text == """
          error[unknown-source]: there is no such source
           --> Content/a.md:1:\(column)
            |
          1 | …\(String(repeating: "😀", count: 39))BAD\(String(repeating: "a", count: shift))\
          \(String(repeating: "😀", count: 77 - shift))…
            | \(String(repeating: " ", count: 79))^^^


          """)
    }
  }

  @Test func `a long line is cut round the place`() {
    let line = String(repeating: "a", count: 300) + "BAD" + String(repeating: "z", count: 300)
    #expect(
      report(line, at: "BAD") == """
        error[unknown-source]: there is no such source
         --> Content/a.md:1:301
          |
        1 | …\(String(repeating: "a", count: 39))BAD\(String(repeating: "z", count: 77))…
          | \(String(repeating: " ", count: 40))^^^


        """)
    #expect(
      report(String(repeating: "x", count: 500), at: String(repeating: "x", count: 500)) == """
        error[unknown-source]: there is no such source
         --> Content/a.md:1:1
          |
        1 | \(String(repeating: "x", count: 120))…
          | \(String(repeating: "^", count: 121))


        """)
  }

  @Test func `what could steer a terminal is spelled out, in the excerpt, the summary and the path`() {
    let text = SourceText(path: "Content/\u{1B}[2J.md", "a\u{1B}[31m\u{202E}b bad")
    let bad = Diagnostic(
      .deadLink, "\u{7}bell \u{9B}and \u{2066}more", at: text.range(11..<14), suggestion: "\u{8}",
      help: "\u{0}")
    #expect(
      DiagnosticFormatter(format: .text, sources: [text]).string(for: bad) == #"""
        error[dead-link]: \u{7}bell \u{9B}and \u{2066}more
         --> Content/\u{1B}[2J.md:1:10
          |
        1 | a\u{1B}[31m\u{202E}b bad
          |                      ^^^ did you mean "\u{8}"?
          = help: \u{0}


        """#)
  }

  /// An escape sequence, a C1 control, every kind of mark of direction, separators of lines, a tag.
  private static let hidden = [
    "\u{1B}[2J", "\u{9B}", "\u{7F}", "\u{61C}", "\u{200E}", "\u{202E}", "\u{2066}", "\u{2028}", "\u{2029}",
    "\u{FEFF}", "\u{E0041}", "\u{AD}", "\u{FFF9}",
  ]

  @Test(arguments: hidden, DiagnosticFormatter.Format.allCases)
  func `nothing hidden is written, whoever wrote it`(hidden: String, format: DiagnosticFormatter.Format) {
    let text = SourceText(path: "Content/a\(hidden)b.md", "a\(hidden)b bad")
    let diagnostic = Diagnostic(
      .deadLink, "a\(hidden)b", at: text.range(0..<2), suggestion: "a\(hidden)b", help: "a\(hidden)b",
      notes: [.init("a\(hidden)b", at: .file("a\(hidden)b"))])
    let written = DiagnosticFormatter(format: format, sources: [text]).string(for: diagnostic)
    #expect(written.unicodeScalars.contains("a"))
    let first = hidden.unicodeScalars.prefix(1)
    #expect(written.unicodeScalars.firstRange(of: Array(first)) == nil)
  }

  @Test(arguments: ["é", "日本", "ا", "👍🏽", "e\u{301}", "\u{601}5"])
  func `letters and signs of every script are written as they are`(text: String) {
    for format in DiagnosticFormatter.Format.allCases {
      let diagnostic = Diagnostic(.deadLink, text, inFile: text)
      #expect(DiagnosticFormatter(format: format, sources: []).string(for: diagnostic).contains(text))
    }
  }

  @Test func `JSON keeps what it escapes`() {
    let written = DiagnosticFormatter(format: .json, sources: [])
      .string(for: Diagnostic(.deadLink, "\u{202E}\u{E0041}", inFile: "a"))
    #expect(written.contains(#""message":"\u202E\uDB40\uDC41""#))
  }

  @Test func `notes follow with their own places, and places without a text have no excerpt`() {
    let text = SourceText(path: "a.md", "one two")
    let diagnostics = [
      Diagnostic(
        .duplicateKey, "two of a kind", at: text.range(0..<3),
        notes: [
          .init("the other", at: text.range(4..<7)), .init("a file", at: .file("b.md")),
          .init("all", at: .site),
        ]),
      Diagnostic(.emptyDocument, as: .warning, "a file as a whole", inFile: "b.md", help: "mend it"),
      Diagnostic(.noBaseURL, "the site as a whole", at: .site, suggestion: "this"),
      Diagnostic(.invalidEncoding, "a place", inFile: "c.md", at: SourcePosition(line: 3, column: 9)),
      Diagnostic(
        .unknownKey, "a text that is not at hand", at: SourceRange(path: "d.md", offsets: 1..<2)),
    ]
    #expect(
      DiagnosticFormatter(format: .text, sources: [text]).string(for: diagnostics) == """
        error[duplicate-key]: two of a kind
         --> a.md:1:1
          |
        1 | one two
          | ^^^
        note: the other
         --> a.md:1:5
          |
        1 | one two
          |     ^^^
        note: a file
         --> b.md
        note: all

        warning[empty-document]: a file as a whole
         --> b.md
          = help: mend it

        note[no-base-url]: the site as a whole
          = did you mean "this"?

        error[invalid-encoding]: a place
         --> c.md:3:9

        error[unknown-key]: a text that is not at hand
         --> d.md


        """)
  }

  @Test func `the excerpt is from the right one of two files that differ by normalisation`() {
    let texts = [
      SourceText(path: "caf\u{E9}.md", "composed"), SourceText(path: "cafe\u{301}.md", "decomposed"),
    ]
    for text in texts {
      let shown = DiagnosticFormatter(format: .text, sources: texts)
        .string(for: Diagnostic(.deadLink, "y", at: text.range(0..<3)))
      #expect(shown.contains("\n1 | \(text.text(0..<99))\n"))
    }
  }

  @Test func `colours are for the severity, the summary and the caret`() {
    #expect(
      report("bad", at: "bad", suggestion: "good", colours: true) == """
        \u{1B}[1;31merror[unknown-source]\u{1B}[0m\u{1B}[1m: there is no such source\u{1B}[0m
         --> Content/a.md:1:1
          |
        1 | bad
          | \u{1B}[1;31m^^^ did you mean "good"?\u{1B}[0m


        """)
  }

  @Test func `any place in any text can be shown`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "é", "日", "\n", "\t", "\u{301}", "🎉", "\u{1B}", String(repeating: "x", count: 90)]
    for _ in 0..<500 {
      let source = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let text = SourceText(path: "a", source.joined())
      let bounds = [Int.random(in: -5...400, using: &random), Int.random(in: -5...400, using: &random)]
        .sorted()
      let place = SourceRange(path: "a", offsets: max(0, bounds[0])..<max(0, bounds[1]))
      for format in DiagnosticFormatter.Format.allCases {
        let shown = DiagnosticFormatter(format: format, sources: [text])
          .string(for: Diagnostic(.deadLink, "y", at: place))
        #expect(!shown.unicodeScalars.contains("\u{1B}"), "seed \(seed)")
      }
    }
  }
}

@Suite struct MachineFormatTests {
  private let text = SourceText(path: "Content/ä,b:c.md", "one\ntwo \"x\" 100%\n")

  private var diagnostic: Diagnostic {
    Diagnostic(
      .sameName, "a \"name\" of 100%\n<b>", at: text.range(8..<11), suggestion: "y",
      help: "mend\rit",
      notes: [
        .init("see here", at: text.range(0..<7)), .init("and there", at: .file("b.md")),
        .init("all", at: .site),
      ])
  }

  @Test func `a diagnostic is one line of JSON`() {
    let formatter = DiagnosticFormatter(format: .json, sources: [text])
    #expect(
      formatter.string(for: diagnostic)
        == #"{"severity":"warning","id":"same-name","message":"a \"name\" of 100%\n\u003Cb\u003E","file":"Content/ä,b:c.md","line":2,"column":5,"endLine":2,"endColumn":8,"suggestion":"y","help":"mend\rit","notes":[{"message":"see here","file":"Content/ä,b:c.md","line":1,"column":1,"endLine":2,"endColumn":4},{"message":"and there","file":"b.md"},{"message":"all"}]}"#
        + "\n")
    #expect(
      formatter.string(for: Diagnostic(.noBaseURL, "\u{1B}\u{2028}\\", at: .site))
        == #"{"severity":"note","id":"no-base-url","message":"\u001B\u2028\\"}"# + "\n")
  }

  @Test func `a diagnostic is a command to GitHub`() {
    let formatter = DiagnosticFormatter(format: .github, sources: [text])
    #expect(
      formatter.string(for: diagnostic)
        == "::warning file=Content/ä%2Cb%3Ac.md,line=2,col=5,endColumn=8,title=same-name::a \"name\" of 100%25\\u{A}<b>; did you mean \"y\"?%0Ahelp: mend\\u{D}it%0Anote: see here (Content/ä,b:c.md:1:1)%0Anote: and there (b.md)%0Anote: all\n"
    )
    let several = Diagnostic(.noBaseURL, "lines", at: text.range(0..<6))
    #expect(
      formatter.string(for: several)
        == "::notice file=Content/ä%2Cb%3Ac.md,line=1,col=1,title=no-base-url::lines\n")
    #expect(
      formatter.string(for: Diagnostic(.noSite, "the site", at: .site))
        == "::error title=no-site::the site\n")
  }
}
