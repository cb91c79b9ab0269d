import Diagnostics
import Testing

@testable import Templating

/// Mistakes that show in one file and come from another.
@Suite struct FileMistakeTests {
  @Test func `a mistake in an include tells the way to it, once`() {
    let site = Site(
      ("page.html", "{% include \"a.html\" %}\n{% include \"a.html\" %}"),
      ("a.html", "{% include \"b.html\" %}"),
      ("b.html", "{{ titel | upper }}"))
    #expect(
      site.output() == """
        error[template-unknown-name]: there is no "titel" here
         --> Templates/b.html:1:4
          |
        1 | {{ titel | upper }}
          |    ^^^^^ did you mean "title"?
          = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent
        note: included here
         --> Templates/a.html:1:12
          |
        1 | {% include "b.html" %}
          |            ^^^^^^^^
        note: included here
         --> Templates/page.html:1:12
          |
        1 | {% include "a.html" %}
          |            ^^^^^^^^


        """)
  }

  @Test func `a block that the layout does not have is never shown`() {
    let site = Site(
      ("page.html", "{% extends \"base.html\" %}\nlost\n{% block man %}{% endblock %}"),
      ("base.html", "{% block main %}{{ titel }}{% endblock %}"))
    #expect(
      site.output() == """
        error[template-misplaced-tag]: what stands outside of the blocks is never shown
         --> Templates/page.html:2:1
          |
        2 | lost
          | ^^^^
          = help: a template that extends a layout holds blocks, macros, imports and sets only

        error[template-unknown-block]: the layout has no block "man", so this is never shown
         --> Templates/page.html:3:10
          |
        3 | {% block man %}{% endblock %}
          |          ^^^ did you mean "main"?
          = help: it has main

        error[template-unknown-name]: there is no "titel" here
         --> Templates/base.html:1:20
          |
        1 | {% block main %}{{ titel }}{% endblock %}
          |                    ^^^^^ did you mean "title"?
          = help: the page offers title, summary, vendor, body, url, website, count, rating, open, checked, retired, tags, none, links, parent
        note: extended here
         --> Templates/page.html:1:12
          |
        1 | {% extends "base.html" %}
          |            ^^^^^^^^^^^


        """)
  }

  @Test func `an include that leads to itself names the way round`() {
    let site = Site(
      ("page.html", "{% include \"a.html\" %}"), ("a.html", "{% include \"b.html\" %}"),
      ("b.html", "{% include \"a.html\" %}"))
    #expect(
      site.output() == """
        error[template-recursion]: the include of "a.html" leads to itself
         --> Templates/b.html:1:12
          |
        1 | {% include "a.html" %}
          |            ^^^^^^^^
          = help: the way round: a.html, b.html, a.html
        note: included here
         --> Templates/a.html:1:12
          |
        1 | {% include "b.html" %}
          |            ^^^^^^^^
        note: included here
         --> Templates/page.html:1:12
          |
        1 | {% include "a.html" %}
          |            ^^^^^^^^


        """)
  }

  @Test(arguments: [
    ("{% extends \"base.html\" %}", "an included file extends no layout"),
    (
      "{% block a %}{% endblock %}",
      "a block stands in a page's template or its layout, not in an included file"
    ),
    ("{{ super() }}", "\"super()\" stands in a block only"),
    ("{% include \"page.html\" %}", "the include of \"page.html\" leads to itself"),
    ("<p>{{ m.a() }}", "no macros are imported as \"m\""),
    ("{% if %}<p", "a value is missing here"),
  ]) func `an included file is a part of a page`(_ text: String, _ summary: String) {
    let site = Site(
      ("page.html", "{% import \"m.html\" as m %}{% block b %}{% include \"a.html\" %}{% endblock %}"),
      ("a.html", text), ("base.html", ""), ("m.html", "{% macro a() %}{% endmacro %}"))
    #expect(site.compile().1.first?.summary == summary)
  }

  @Test func `macros that call one another are refused`() {
    let site = Site(
      ("page.html", "{% import \"m.html\" as m %}{{ m.a() }}"),
      (
        "m.html",
        "{% import \"page.html\" as p %}{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}"
      ))
    let (_, diagnostics) = site.compile()
    #expect(diagnostics.map(\.summary) == ["the macro \"a\" leads to itself"])
    #expect(diagnostics.map(\.help) == ["the way round: a of m.html, b of m.html, a of m.html"])
  }

  @Test func `blocks that stand inside one another by turns are refused`() {
    let site = Site(
      (
        "page.html",
        "{% extends \"base.html\" %}{% block a %}{% block b %}{{ super() }}{% endblock %}{% endblock %}"
      ),
      ("base.html", "{% block b %}{% block a %}{% endblock %}{% endblock %}"))
    #expect(site.compile().1.map(\.summary) == ["the block \"b\" stands inside itself"])
  }

  struct Excess: Sendable, CustomTestStringConvertible {
    var text: String
    var summary: String

    var testDescription: String { summary }

    static let all = [
      Excess(
        text: String(repeating: "{% if open %}", count: 65), summary: "tags are nested more than 64 deep"),
      Excess(
        text: "{{ " + String(repeating: "(", count: 70) + "1" + String(repeating: ")", count: 70) + " }}",
        summary: "the expression is nested more than 64 deep"),
      Excess(
        text: "{{ title" + String(repeating: " | upper", count: 70) + " }}",
        summary: "the expression is nested more than 64 deep"),
      Excess(
        text: "{% if " + String(repeating: "not ", count: 70) + "open %}{% endif %}",
        summary: "the expression is nested more than 64 deep"),
      Excess(
        text: String(repeating: "a", count: (1 << 20) + 1), summary: "the template is larger than 1 MiB"),
    ]
  }

  @Test(arguments: Excess.all) func `a template without measure is refused`(_ excess: Excess) {
    let (template, diagnostics) = Site(("page.html", excess.text)).compile()
    #expect(template == nil)
    #expect(diagnostics.contains { $0.summary == excess.summary && $0.rule == .templateLimit })
  }

  @Test func `a template that doubles with every include is refused in time`() {
    var sources = [SourceText(path: "Templates/page.html", "{% include \"0.html\" %}")]
    for level in 0..<40 {
      let next = "{% include \"\(level + 1).html\" %}"
      sources.append(SourceText(path: "Templates/\(level).html", next + next))
    }
    sources.append(SourceText(path: "Templates/40.html", "x"))
    let (template, diagnostics) = TemplateSet(sources).compile("page.html", for: pageRecord.shape)
    #expect(template == nil)
    #expect(diagnostics.map(\.summary) == ["the template grows too large with all that it includes"])
  }

  @Test func `includes inside one another without measure are refused`() {
    let deep = String(repeating: "{% if open %}", count: 40)
    let ends = String(repeating: "{% endif %}", count: 40)
    var sources = [SourceText(path: "Templates/page.html", "{% include \"0.html\" %}")]
    for level in 0..<200 {
      let next = "{% include \"\(level + 1).html\" %}"
      sources.append(SourceText(path: "Templates/\(level).html", deep + next + ends))
    }
    sources.append(SourceText(path: "Templates/200.html", "x"))
    let (template, diagnostics) = TemplateSet(sources).compile("page.html", for: pageRecord.shape)
    #expect(template == nil)
    #expect(diagnostics.map(\.summary) == ["bodies are nested more than 160 deep"])
  }
}
