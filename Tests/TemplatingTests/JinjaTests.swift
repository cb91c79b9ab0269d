import Diagnostics
import Testing

@testable import Templating

/// What templates share with Jinja2, and what they do not.
@Suite struct JinjaTests {
  typealias Case = LanguageTests.Case

  /// What Jinja2 prints, by its rules: `or` gives the first true operand, `and` the first false one, both else the last.
  static let operands = [
    Case("{{ summary or \"none\" }}", "none"),
    Case("{{ vendor or \"none\" }}", "Django Software Foundation"),
    Case(
      "[{{ title and \"b\" }}] [{{ \"\" and \"b\" }}] [{{ \"\" or \"b\" }}] [{{ \"a\" or \"b\" }}]",
      "[b] [] [b] [a]"),
    Case("{{ \"\" or summary or title }}", "Django &amp; friends"),
    Case("{{ summary and \"x\" or \"y\" }} {{ vendor and \"x\" or \"y\" }}", "y x"),
    Case("{{ (summary or \"a\") ~ \"b\" }} {{ (summary or \"a\") | upper }}", "ab A"),
    Case("{% set t = summary or title %}{% if t == title %}{{ t }}{% endif %}", "Django &amp; friends"),
    Case("{% for t in none or tags %}{{ loop.index }}{% endfor %}", "123"),
    Case("{{ (none or tags) | join(\",\") }} {{ (none and tags) | length }}", "web,&lt;b&gt;,python 0"),
    Case("{{ website or url }}", "https://www.djangoproject.com/?a=1&amp;b=2"),
    Case("{{ retired or checked }}", "2024-09-03"),
    Case("{{ (vendor and vendor ~ \"!\") | default(\"-\") }}", "Django Software Foundation!"),
    Case("{{ open and count > 3 }} {{ not open or count < 3 }}", "true false"),
    Case("{% if summary or tags and count > 3 %}a{% endif %}", "a"),
  ]

  @Test(arguments: operands) func `and and or give an operand`(_ example: Case) {
    #expect(render(example.template) == example.output)
  }

  static let refused = [
    ("{{ summary or tags }}", "which are of one type: text, not a list of text"),
    ("{{ open and title }}", "which are of one type: a boolean, not text"),
    ("{{ body or title }}", "which are of one type: html, not text"),
    ("{{ summary and title }}", "may be absent"),
    ("{{ title or summary }}", "may be absent"),
    ("{{ rating or 0 }}", "write x | default(0)"),
    ("{% set n = rating or rating %}", "do not choose between numbers"),
    ("{{ (title or tags) and open }}", "which are of one type"),
  ]

  @Test(arguments: refused) func `operands that a place could not hold are an error`(
    _ template: String, _ message: String
  ) {
    #expect(render(template).contains("error[template-"), "\(template)")
    #expect(render(template).contains(message), "\(render(template))")
  }

  /// One row for each row of the manual's list, in its order.
  static let differences: [[Case]] = [
    [Case("{{ 1 == 1 }} {{ open }} {{ false }}", "true true false")],
    [Case("{{ \"\" | default(\"x\") }}{{ none | default([\"y\"]) | join(\"\") }}", "xy")],
    [Case("{% if rating %}there{% endif %}", "there")],
    [Case("{{ \"mVC\" | capitalize }}", "MVC")],
    [Case("{{ \"a long text\" | truncate(6) }} {{ \"abcdefgh\" | truncate(7) }}", "a… abcdef…")],
    [Case("{{ \"e\u{301}\" | length }}", "1")],
    [Case("text\n", "text\n")],
    [Case("{{ 1 -}} \t\n\u{C}\u{A0}x", "1\u{A0}x")],
    [Case("{{ \"\\\"\" }}{{ body }}", "&quot;<p>It <em>works</em>.</p>")],
    [
      Case(
        "{% for x in tags %}{% block b %}{{ loop.index }}{{ x }} {% endblock %}{% endfor %}",
        "1web 2&lt;b&gt; 3python ")
    ],
    [Case("{{ cell(1) }}{% macro cell(x) %}[{{ x }}]{% endmacro %}", "[1]")],
    // Only a site knows what there is: the next test.
    [],
  ]

  @Test(arguments: [
    Case(
      "<img src=\"a b.png\"><img src='a.png?v=1#x'>", "<img src=\"../a%20b.png\"><img src='../a.png?v=1#x'>"),
    Case("<a href=a/><a href=\"a/{{ count }}/\">", "<a href=../a/><a href=\"../a/1234567/\">"),
    Case("<a href=\"{% if open %}a{% else %}b{% endif %}\">", "<a href=\"../a\">"),
    Case(
      "<img srcset=\"a.png 1x,b.png 2x\" alt=\"a.png\">",
      "<img srcset=\"../a.png 1x,../b.png 2x\" alt=\"a.png\">"),
    Case(
      "<a href=\"\"><a href=\"#a\"><a href=\"?a\"><a href=\"{{ url }}a\">",
      "<a href=\"\"><a href=\"#a\"><a href=\"?a\"><a href=\"../frameworks/django/a\">"),
    Case(
      "<base href=\"a\"><object data=\"a\"></object><i data=\"a\">",
      "<base href=\"a\"><object data=\"../a\"></object><i data=\"a\">"),
    Case(
      "<img srcset=\" a.png, b,c.png 2x , data:x,y 3x\">",
      "<img srcset=\" ../a.png, ../b%2Cc.png 2x , ../data%3Ax%2Cy 3x\">"),
    Case("<a href=\"a&amp;b&lt;\"><a href=\"a&amp;b\">", "<a href=\"a&amp;b&lt;\"><a href=\"../a%26b\">"),
    Case(
      "{# <a href=\"a\"> #}<!-- <a href=\"a\"> --><script>\"<a href='a'>\"</script>",
      "<!-- <a href=\"a\"> --><script>\"<a href='a'>\"</script>"),
  ])
  func `an address in the text of a template leads from the root`(_ example: Case) {
    let set = TemplateSet([SourceText(path: "Templates/page.html", example.template)], placing: { $0 })
    let (template, diagnostics) = set.compile("page.html", for: pageRecord.shape)
    #expect(diagnostics.map(\.summary) == [])
    let page = template.map {
      String(decoding: $0.render(pageRecord.value(Page()), base: "../"), as: UTF8.self)
    }
    #expect(page == example.output)
  }

  @Test func `every row of the list of differences is as it says`() {
    #expect(Self.differences.count == LanguageDifference.all.count)
    var page = Page()
    page.rating = 0
    for example in Self.differences.flatMap(\.self) {
      #expect(render(example.template, page) == example.output, "\(example.template)")
    }
  }

  /// What Jinja2 takes and reads otherwise than this language could: an error, never another text.
  static let errors = [
    "{{ title.upper() }}", "{{ tags[0] }}", "{{ title is defined }}", "{{ 1 + 2 }}", "{{ none | first }}",
    "{{ \"a\" < \"b\" }}", "{{ 1 < 2 < 3 }}", "{{ {\"a\": 1} }}", "{{ True }}", "{{ \"a\" \"b\" }}",
    "{{ 1.5 }}",
    "{% for x in tags if x %}{% endfor %}", "{% for a, b in links %}{% endfor %}",
    "{% for c in title %}{% endfor %}",
    "{% set x %}a{% endset %}", "{% set a, b = tags %}", "{% if open %}{% set x = 1 %}{% endif %}{{ x }}",
    "{% set x = 1 %}{% for t in tags %}{% set x = 2 %}{% endfor %}", "{{ loop.revindex }}", "{{ tags }}",
    "{% for t in tags %}{{ loop.revindex }}{% endfor %}", "{{ \"\\x41\" }}", "{% if count %}a{% endif %}",
    "{{ title | e }}", "{{ body | safe }}", "{{ tags | sort }}", "{{ tags | join }}", "{{ title ~ open }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "{% macro m() %}{{ title }}{% endmacro %}{{ m() }}",
    "{% include \"page.html\" ignore missing %}", "{% with x = 1 %}{{ x }}{% endwith %}",
    "{%+ if open %}{% endif %}",
    "{% filter upper %}a{% endfilter %}", "{{ 1 == \"1\" }}", "{{ missing }}", "{{ 1_000 }}", "{% do 1 %}",
  ]

  @Test(arguments: errors) func `what is not the same and not listed is an error`(_ template: String) {
    #expect(render(template).contains("error[template-"), "\(render(template))")
  }

  static let empty: [(text: String, isEmpty: Bool)] = [
    ("", true), (" \n{# note #}{% set x = 1 %}", true), ("{% if open %}\n{% endif %}", true),
    ("{% macro m() %}x{% endmacro %}", true), ("{% block main %} {% endblock %}", true),
    ("{% if none %}a{% endif %}", false), ("{{ title }}", false), ("<p>{{ title }}</p>", false),
    ("{% block main %}x{% endblock %}", false), ("{% macro m() %}x{% endmacro %}{{ m() }}", false),
  ]

  @Test(arguments: empty) func `a template whose pages would be empty is an error`(
    _ example: (text: String, isEmpty: Bool)
  ) {
    for name in ["page.html", "page.xml", "page.txt"] {
      let set = TemplateSet([SourceText(path: "Templates/" + name, example.text)])
      let (templates, diagnostics, _) = set.compile([(name, pageRecord.shape)])
      #expect((templates[name] == nil) == example.isEmpty)
      #expect(diagnostics.map(\.rule) == (example.isEmpty ? [.templateEmpty] : []))
      #expect(diagnostics.allSatisfy { $0.place == .file("Templates/" + name) })
    }
  }
}
