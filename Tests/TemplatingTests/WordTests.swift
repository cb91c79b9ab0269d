import Diagnostics
import Testing

@testable import Templating

/// Words in templates: how they are written, and what is wrong with their use.
struct WordTests {
  private static let place = SourceRange(path: "Templates/words/en.yml", offsets: 0..<0)

  private static func word(_ text: String) throws -> Word { Word(try Word.pieces(of: text), at: place) }

  private static func counted(_ one: String, _ other: String) throws -> Word {
    Word(
      counted: [Word.Form(.one, try Word.pieces(of: one)), Word.Form(.other, try Word.pieces(of: other))],
      at: place)
  }

  private static func words() throws -> Words {
    Words([
      "plain": try word("Skip <to> the \"content\""),
      "pair.title": try word("{left} vs {right}"),
      "pair.twice": try word("{name}, {name}"),
      "pair.long.lead": try word("What {name} says"),
      "sources": try counted("one source", "{count} sources"),
      "praised": try counted("{name} has one & praise", "{name} has {count} & praise"),
      "unit": try counted("point", "points"),
      "braces": try word("{{x}} {name}"),
      "nothing": try word(""),
    ])
  }

  private func output(_ text: String, name: String = "page.html", _ page: Page = Page()) throws -> String {
    let source = SourceText(path: "Templates/\(name)", text)
    let set = TemplateSet([source], words: try Self.words())
    let (template, diagnostics) = set.compile(name, for: pageRecord.shape)
    let report = DiagnosticFormatter(format: .text, sources: [source]).string(for: diagnostics)
    guard let template else { return report }
    return String(decoding: template.render(pageRecord.value(page), base: "../"), as: UTF8.self) + report
  }

  // MARK: Texts

  @Test(
    arguments: [
      ("", []), ("a", [.text("a")]), ("{a}", [.part("a")]),
      ("a {b_1}{c}.", [.text("a "), .part("b_1"), .part("c"), .text(".")]), ("{{a}}", [.text("{a}")]),
      ("{{{a}}}", [.text("{"), .part("a"), .text("}")]),
      ("“é” {a}…", [.text("“é” "), .part("a"), .text("…")]),
    ] as [(String, [Word.Piece])])
  func `a text is taken apart at its parts`(_ text: String, _ pieces: [Word.Piece]) throws {
    #expect(try Word.pieces(of: text) == pieces)
  }

  @Test(arguments: [
    ("a }", "a \"}\" that closes no part"), ("{a", "a \"{\" that is never closed"),
    ("{", "a \"{\" that is never closed"), ("{}", "\"{}\" is no name of a part"),
    ("{A}", "\"{A}\" is no name of a part"), ("{a b}", "\"{a b}\" is no name of a part"),
    ("{1}", "\"{1}\" is no name of a part"), ("{a{b}", "\"{a{b}\" is no name of a part"),
    ("{ünder}", "\"{ünder}\" is no name of a part"),
  ])
  func `a text with wrong braces is refused`(_ text: String, _ summary: String) {
    #expect { try Word.pieces(of: text) } throws: { ($0 as? Word.Mistake)?.summary == summary }
  }

  // MARK: Where they are written

  @Test func `a word is written as text would be`() throws {
    #expect(try output("{{ words.plain }}") == "Skip &lt;to&gt; the &quot;content&quot;")
    #expect(
      try output("<p title=\"{{ words.plain }}\">") == "<p title=\"Skip &lt;to&gt; the &quot;content&quot;\">"
    )
    #expect(
      try output("<title>{{ words.plain }}</title>")
        == "<title>Skip &lt;to&gt; the &quot;content&quot;</title>")
    #expect(try output("{{ words.plain }}", name: "page.txt") == "Skip <to> the \"content\"")
    #expect(
      try output("<a>{{ words.plain }}</a>", name: "page.xml")
        == "<a>Skip &lt;to&gt; the &quot;content&quot;</a>")
    #expect(
      try output("<a href=\"?q={{ words.plain }}\">")
        == "<a href=\"?q=Skip%20%3Cto%3E%20the%20%22content%22\">")
    #expect(try output("{{ words.braces(name=title) }}") == "{x} Django &amp; friends")
    #expect(try output("a{{ words.nothing }}b") == "ab")
  }

  @Test func `a word without parts is the template's own text`() throws {
    let source = SourceText(path: "Templates/page.html", "<p>{{ words.plain }}</p>")
    let parsed = Parser.parse(source, name: "page.html")
    let compiled = Compiler.compile(
      "page.html", for: pageRecord.shape, in: ["page.html": parsed], words: try Self.words(),
      placing: { _ in nil })
    #expect(compiled.program?.operations.count == 1)
  }

  @Test func `parts are written as they would be alone`() throws {
    #expect(
      try output("{{ words.pair.title(left=title, right=body) }}")
        == "Django &amp; friends vs <p>It <em>works</em>.</p>")
    #expect(
      try output("{{ words.pair.title(right=count, left=checked) }}") == "2024-09-03 vs 1,234,567")
    #expect(try output("{{ words.pair.twice(name=\"<\" ~ count) }}") == "&lt;1234567, &lt;1234567")
    #expect(
      try output("{{ words.pair.title(left=words.pair.twice(name=1), right=words.plain | upper) }}")
        == "1, 1 vs SKIP &lt;TO&gt; THE &quot;CONTENT&quot;")
    #expect(
      try output(
        "{{ words.pair.title(left=title if open else \"no\", right=link(links | first | default(parent))) }}"
          + "{% macro link(l) %}{% if l %}<a href=\"{{ l.url }}\">{{ l.text }}</a>{% endif %}{% endmacro %}")
        == "Django &amp; friends vs <a href=\"../a/\">A</a>")
  }

  @Test(arguments: [
    (0, "0 sources"), (1, "one source"), (2, "2 sources"), (1000, "1,000 sources"), (-1, "-1 sources"),
  ])
  func `a number chooses the form`(_ count: Int, _ expected: String) throws {
    var page = Page()
    page.count = count
    #expect(try output("{{ words.sources(count=count) }}", page) == expected)
    #expect(try output("{{ words.sources(count=count) | upper }}", page) == expected.uppercased())
    #expect(
      try output("<p title=\"{{ words.sources(count=count) }}\">x</p>", page)
        == "<p title=\"\(expected)\">x</p>")
    #expect(try output("{{ words.unit(count=count) }}", page) == (count == 1 ? "point" : "points"))
  }

  @Test func `a word is a value wherever there are values`() throws {
    #expect(
      try output("{% set x = words.pair.title(left=1, right=title) %}{{ x ~ \"!\" }}")
        == "1 vs Django &amp; friends!")
    #expect(
      try output("{% set x = words.sources(count=1) if open else words.plain %}{{ x | length }}") == "10")
    #expect(
      try output("<script type=\"application/json\">{{ words.praised(count=2, name=title) | json }}</script>")
        == "<script type=\"application/json\">\"Django \\u0026 friends has 2 \\u0026 praise\"</script>")
    #expect(
      try output(
        "{{ b(words.pair.title(left=body, right=\"<\")) }}{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}")
        == "<b><p>It <em>works</em>.</p> vs &lt;</b>")
    #expect(
      try output("{{ b(words.praised(count=1, name=body)) }}{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}")
        == "<b><p>It <em>works</em>.</p> has one &amp; praise</b>")
    #expect(
      try output("{{ b() }}{% macro b() %}{{ words.unit(count=1) | capitalize }}{% endmacro %}") == "Point")
    #expect(
      try output("{% for l in links %}{{ words.pair.long.lead(name=l.text) }};{% endfor %}")
        == "What A says;What B &amp; b says;What C says;")
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("words.plan", "there is no word \"plan\"", "did you mean \"plain\"?"),
    ("words.title", "there is no word \"title\"", "there is words.pair.title"),
    ("words.pair.titel(left=1, right=2)", "there is no word \"pair.titel\"", "did you mean \"title\"?"),
    ("words.pair", "\"pair\" is a group of words and no word", "it has long, title, twice"),
    ("words.pair(left=1)", "\"pair\" is a group of words and no word", "it has long, title, twice"),
    ("words", "\"words\" is no word by itself", "it has braces, nothing, pair"),
    ("words.plain.more", "\"plain\" is a word and no group of words", "write words.plain"),
    (
      "words.pair.title", "the word \"pair.title\" needs \"left\", \"right\"",
      "write words.pair.title(left=…, right=…)"
    ),
    (
      "words.pair.title(left=1)", "the word \"pair.title\" needs \"right\"",
      "write words.pair.title(left=…, right=…)"
    ),
    (
      "words.pair.title(left=1, rigth=2)", "the word \"pair.title\" has no part \"rigth\"",
      "did you mean \"right\"?"
    ),
    ("words.pair.title(left=1, right=2, left=3)", "the part \"left\" is given twice", ""),
    (
      "words.pair.title(1, 2)", "the parts of a word are given by name",
      "write words.pair.title(left=…, right=…)"
    ),
    ("words.plain(name=1)", "the word \"plain\" has no part \"name\"", "write words.plain"),
    (
      "words.unit(count=title)", "\"count\" chooses the form of the word and is a number, and this is text",
      ""
    ),
    ("words.unit(count=rating)", "\"rating\" may be absent", "write rating | default(0)"),
    ("words.pair.twice(name=summary)", "\"summary\" may be absent", ""),
    (
      "words.pair.twice(name=tags)",
      "the parts of a word are texts, numbers, dates and html, and this is a list of text", ""
    ),
    (
      "words.pair.twice(name=url)",
      "the parts of a word are texts, numbers, dates and html, and this is an address", ""
    ),
    ("words.pair.twice(name=unknown_name)", "there is no \"unknown_name\" here", ""),
  ])
  func `a wrong use is an error at its place`(_ use: String, _ summary: String, _ mend: String) throws {
    for text in ["{{ \(use) }}", "{% set x = \(use) %}"] {
      let report = try output(text)
      #expect(report.hasPrefix("error["), "\(report)")
      #expect(report.contains("]: \(summary)\n --> Templates/page.html:1:"), "\(report)")
      #expect(report.contains(mend), "\(report)")
      #expect(report.ranges(of: "error[").count == 1, "\(report)")
    }
  }

  @Test func `a mistake points at the name that is wrong`() throws {
    #expect(
      try output("<p>{{ words.pair.titel(left=1, right=2) }}</p>") == """
        error[template-unknown-word]: there is no word "pair.titel"
         --> Templates/page.html:1:18
          |
        1 | <p>{{ words.pair.titel(left=1, right=2) }}</p>
          |                  ^^^^^ did you mean "title"?
          = help: pair has long, title, twice


        """)
  }

  @Test func `what cannot stand at a place cannot in a word`() throws {
    #expect(
      try output("<p title=\"{{ words.pair.twice(name=body) }}\">").hasPrefix(
        "error[template-unsafe-value]: html cannot stand in"))
    #expect(
      try output("<a href=\"{{ words.plain }}\">").hasPrefix(
        "error[template-unsafe-value]: \"href\" begins with an address, and this is text"))
    #expect(try output("<script>{{ words.plain }}</script>").hasPrefix("error[template-unsafe-value]"))
    #expect(
      try output("{{ words.plain ~ words.pair.twice(name=body) }}").hasPrefix(
        "error[template-wrong-type]: \"~\" joins texts, numbers and dates, and this is html"))
  }

  @Test(arguments: [
    "{% set words = 1 %}", "{% for words in tags %}{% endfor %}", "{% macro m(words) %}{% endmacro %}",
    "{% macro words() %}{% endmacro %}",
  ])
  func `the name of words is taken`(_ text: String) throws {
    #expect(try output(text).contains("\"words\" is a word of the template language"))
  }
}
