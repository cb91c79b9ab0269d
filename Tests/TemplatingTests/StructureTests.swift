import Diagnostics
import Testing

@testable import Templating

/// Layouts, includes, macros, names and blanks.
@Suite struct StructureTests {
  @Test func `a block replaces the layout's, and super() writes that one`() {
    let site = Site(
      (
        "page.html",
        "{% extends \"mid.html\" %} {% block main %}<{% raw %}p{% endraw %}>{{ super() }}</p>{% endblock main %}"
      ),
      (
        "mid.html",
        "{% extends \"base.html\" %}{% block main %}mid {{ super() }}{% endblock %}{% block foot %}f{% endblock %}"
      ),
      (
        "base.html",
        "[{% block main %}base {{ title }}{% endblock %}|{% block foot %}{% endblock %}|{% block rest %}r{% endblock %}]"
      ))
    #expect(site.output() == "[<p>mid base Django &amp; friends</p>|f|r]")
  }

  @Test func `a block may stand in a loop and hold another`() {
    let site = Site(
      ("page.html", "{% extends \"base.html\" %}{% block inner %}{{ t }}{{ loop.index }}{% endblock %}"),
      (
        "base.html",
        "{% for t in tags %}{% block outer %}({% block inner %}{% endblock %}){% endblock %}{% endfor %}"
      ))
    #expect(site.output() == "(web1)(&lt;b&gt;2)(python3)")
  }

  @Test func `what a template sets, its layout sees`() {
    let site = Site(
      ("page.html", "{% extends \"base.html\" %}{% set kind = \"item\" %}"),
      ("base.html", "<p class=\"{{ kind }}\">"))
    #expect(site.output() == "<p class=\"item\">")
  }

  @Test func `an include sees the names at its place and keeps its own`() {
    let site = Site(
      (
        "page.html",
        "{% set side = \"S\" %}{% for l in links %}{% include \"p/link.html\" %}{% endfor %}{{ side }}"
      ),
      ("p/link.html", "{% set side = side ~ loop.index %}<a href=\"{{ l.url }}\">{{ side }}</a>"))
    #expect(
      site.output() == "<a href=\"../../a/\">S1</a><a href=\"../../b/\">S2</a><a href=\"../../#c\">S3</a>S")
  }

  @Test func `a macro is called with arguments in order and by name`() {
    let site = Site(
      (
        "page.html",
        "{% import \"m.html\" as m %}{% macro own(x, y=\"-\") %}[{{ x }}{{ y }}]{% endmacro %}"
          + "{{ own(1) }}{{ own(\"a\", y=2) }}{{ own(y=title, x=true) }}{% for l in links %}{{ m.link(l) }}{% endfor %}"
          + "{{ m.link(parent) }}{{ own(1) if open else own(2) }}"
      ),
      (
        "m.html",
        "{% macro link(l, cls=\"c\") %}{% if l %}<a class=\"{{ cls }}\" href=\"{{ l.url }}\">{{ big(l.text) }}</a>{% endif %}"
          + "{% endmacro %}{% macro big(t) %}{{ t | upper }}{% endmacro %}"
      ))
    #expect(
      site.output()
        == "[1-][a2][trueDjango &amp; friends]<a class=\"c\" href=\"../../a/\">A</a>"
        + "<a class=\"c\" href=\"../../b/\">B &amp; B</a><a class=\"c\" href=\"../../#c\">C</a>[1-]")
  }

  @Test(arguments: [
    ("{% if summary %}{{ summary }}{% else %}-{% endif %}", "-"),
    ("{% if not vendor %}-{% else %}{{ vendor | upper }}{% endif %}", "DJANGO SOFTWARE FOUNDATION"),
    ("{% if not summary %}-{% elif true %}{{ summary }}{% endif %}", "-"),
    (
      "{% if vendor and vendor != \"x\" and \"jango\" in vendor %}{{ vendor }}{% endif %}",
      "Django Software Foundation"
    ),
    ("{% if not vendor or not rating %}-{% else %}{{ vendor }}{{ rating }}{% endif %}", "-"),
    ("{{ vendor if vendor }}{{ summary if summary else \"-\" }}", "Django Software Foundation-"),
    (
      "{% if vendor == \"Django Software Foundation\" %}{{ vendor }}{% endif %}", "Django Software Foundation"
    ),
    ("{% if vendor != \"x\" %}a{% else %}{{ vendor }}{% endif %}", "a"),
    ("{% set v = vendor %}{% if v %}{{ v }}{% endif %}", "Django Software Foundation"),
    ("{% set f = links | first %}{% if f %}{{ f.text }}{% endif %}", "A"),
    ("{% if parent %}{{ parent.text }}{% endif %}{% if retired and retired > checked %}x{% endif %}.", "."),
    (
      "{% for x in [summary, vendor] %}{{ x | default(\"-\") }} {% endfor %}", "- Django Software Foundation "
    ),
    ("{% for t in tags %}{% for l in links %}{{ loop.index }}{% endfor %}{% endfor %}", "123123123"),
  ]) func `a condition narrows what may be absent`(_ template: String, _ output: String) {
    #expect(render(template) == output)
  }

  @Test(arguments: [
    "{% if vendor or summary %}{{ vendor }}{% endif %}", "{% if not vendor %}{{ vendor }}{% endif %}",
    "{% if vendor %}{% endif %}{{ vendor }}", "{% if not (vendor and summary) %}-{% endif %}{{ vendor }}",
    "{% set v = vendor %}{% if v %}{% if open %}{% set v = summary %}{% endif %}{{ v }}{% endif %}",
    "{% if vendor != \"x\" %}{{ vendor }}{% endif %}",
  ]) func `what a condition does not say is not believed`(_ template: String) {
    let (_, diagnostics) = Site(("page.html", template)).compile()
    #expect(diagnostics.map(\.rule) == [.templateAbsentValue])
  }

  @Test(arguments: [
    ("{% set x = \"a\" %}{% if open %}{% set x = \"b\" %}{% endif %}{{ x }}", "b"),
    ("{% set x = \"a\" %}{% if not open %}{% set x = \"b\" %}{% endif %}{{ x }}", "a"),
    ("{% set x = \"a\" %}{% set y = x %}{% set x = \"b\" %}{{ x }}{{ y }}", "ba"),
    ("{% set title = title ~ \"!\" %}{{ title }}", "Django &amp; friends!"),
    (
      "{% for t in tags %}{% set x = t | upper %}{% if loop.first %}{% set x = \"-\" %}{% endif %}{{ x }}{% endfor %}",
      "-&lt;B&gt;PYTHON"
    ),
  ]) func `a name is set until its body ends`(_ template: String, _ output: String) {
    #expect(render(template) == output)
  }

  @Test(arguments: [
    ("a  {{- count -}}  b", "a1234567b"), ("a \n {{ count }} \n b", "a \n 1234567 \n b"),
    ("a {%- if open %} b {% endif -%} c", "a b c"), ("a {#- x -#} b", "ab"), ("a {#- x #} b", "a b"),
    ("a {%- raw -%} {{ b }} {%- endraw -%} c", "a{{ b }}c"), ("{{- \"x\" -}}", "x"),
    ("a {{- -1 -}} b", "a-1b"),
    ("a\r\n  {{- count }}\r\nb", "a1234567\nb"),
  ]) func `hyphens take the blanks away on their side`(_ template: String, _ output: String) {
    #expect(render(template) == output)
  }

  @Test func `a later source takes the place of an earlier one of its name`() {
    let set = TemplateSet([
      .init(path: "theme/Templates/page.html", "bundled"),
      .init(path: "Templates/page.html", "own {{ title }}"),
      .init(path: "Templates/partials/a.html", ""),
    ])
    #expect(set.names == ["page.html", "partials/a.html"])
    let (template, diagnostics) = set.compile("page.html", for: pageRecord.shape)
    #expect(diagnostics.isEmpty)
    #expect(
      template.map { String(decoding: $0.render(pageRecord.value(Page()), base: ""), as: UTF8.self) }
        == "own Django &amp; friends")
  }

  @Test func `a mistake that several kinds of page share is told once`() {
    let set = TemplateSet([
      .init(path: "Templates/a.html", "{% extends \"base.html\" %}"),
      .init(path: "Templates/b.html", "{% extends \"base.html\" %}{{ x }}"),
      .init(path: "Templates/base.html", "{{ titel }}"),
    ])
    let (templates, diagnostics, _) = set.compile([
      ("a.html", pageRecord.shape), ("b.html", pageRecord.shape), ("c.html", pageRecord.shape),
    ])
    #expect(templates.isEmpty)
    #expect(
      diagnostics.map(\.summary) == [
        "there is no \"titel\" here", "what stands outside of the blocks is never shown",
        "there is no template \"c.html\"",
      ])
  }
}
