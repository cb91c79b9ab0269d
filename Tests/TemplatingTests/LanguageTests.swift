import Testing

@testable import Templating

@Suite struct LanguageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var template: String
    var output: String

    init(_ template: String, _ output: String) {
      self.template = template
      self.output = output
    }

    var testDescription: String { template }
  }

  static let values = [
    Case("plain", "plain"),
    Case("", ""),
    Case("{{ title }}", "Django &amp; friends"),
    Case("{{ body }}", "<p>It <em>works</em>.</p>"),
    Case(
      "{{ count }} {{ open }} {{ checked }} {{ url }}", "1234567 true 2024-09-03 ../../frameworks/django/"),
    Case("{{ \"a\" }}{{ 'b\\'s' }}{{ 12 }}{{ -3 }}{{ false }}", "ab&#39;s12-3false"),
    Case("{{ \"tab\\t\\\\\" }}", "tab\t\\"),
    Case("{{ title ~ \": \" ~ count }}", "Django &amp; friends: 1234567"),
    Case("{{ \"yes\" if open else \"no\" }} {{ \"x\" if none }}", "yes "),
    Case("{{ title if summary else count }}", "1234567"),
    Case("{{ (\"a\" if summary else \"b\") | upper }}", "B"),
    Case("{# a {{ comment }} {% if %} #}x", "x"),
    Case("{% raw %}{{ not }} {% if %}{% endraw %}", "{{ not }} {% if %}"),
    Case("{ {x} %} }}", "{ {x} %} }}"),
  ]

  static let conditions = [
    Case("{% if open %}a{% endif %}", "a"),
    Case("{% if not open %}a{% else %}b{% endif %}", "b"),
    Case("{% if summary %}a{% elif open %}b{% else %}c{% endif %}", "b"),
    Case("{% if summary or vendor %}a{% endif %}{% if summary and vendor %}b{% endif %}", "a"),
    Case("{% if none %}a{% else %}b{% endif %}{% if tags %}c{% endif %}", "bc"),
    Case("{% if count > 3 and count <= 1234567 %}a{% endif %}", "a"),
    Case("{% if count < 3 or count >= 1234568 or count != count %}a{% else %}b{% endif %}", "b"),
    Case("{% if title == \"Django & friends\" %}a{% endif %}{% if vendor == \"x\" %}b{% endif %}", "a"),
    Case("{% if \"web\" in tags %}a{% endif %}{% if \"xyz\" not in tags %}b{% endif %}", "ab"),
    Case("{% if \"friend\" in title %}a{% endif %}{% if \"z\" in title %}b{% endif %}", "a"),
    Case("{% if not (open and none) %}a{% endif %}", "a"),
    Case("{% if checked > checked %}a{% elif checked == checked %}b{% endif %}", "b"),
    Case("{% if \"\" %}a{% else %}b{% endif %}", "b"),
  ]

  static let loops = [
    Case("{% for t in tags %}[{{ t }}]{% endfor %}", "[web][&lt;b&gt;][python]"),
    Case("{% for t in none %}x{% else %}empty{% endfor %}", "empty"),
    Case("{% for l in links %}{{ l.text }}{{ \", \" if not loop.last }}{% endfor %}", "A, B &amp; b, C"),
    Case(
      "{% for t in tags %}{{ loop.index }}{{ loop.index0 }}{{ loop.length }}{{ loop.first }} {% endfor %}",
      "103true 213false 323false "),
    Case(
      "{% for x in [\"a\", \"b\"] %}{% for y in [1, 2] %}{{ x }}{{ y }}{{ loop.index }} {% endfor %}{{ loop.index }};{% endfor %}",
      "a11 a22 1;b11 b22 2;"),
    Case(
      "{% for title in tags %}{{ title }} {% endfor %}{{ title }}",
      "web &lt;b&gt; python Django &amp; friends"),
    Case("{% for t in tags | reverse %}{{ t | upper }} {% endfor %}", "PYTHON &lt;B&gt; WEB "),
  ]

  static let filters = [
    Case("{{ summary | default(\"none\") | upper }}", "NONE"),
    Case("{{ \"\" | default(\"none\") }}{{ title | default(\"none\") }}", "noneDjango &amp; friends"),
    Case("{{ rating | default(5) }}", "5"),
    Case("{{ summary | default(vendor) | default(\"x\") }}", "Django Software Foundation"),
    Case(
      "{{ tags | join(\", \") }}{{ [1, 2] | join(\"-\") }}{{ none | join(\"x\") }}",
      "web, &lt;b&gt;, python1-2"),
    Case("{{ tags | length }} {{ title | length }} {{ \"e\u{301}\" | length }}", "3 16 1"),
    Case("{{ 1 | plural(\"item\", \"items\") }} {{ count | plural(\"item\", \"items\") }}", "item items"),
    Case(
      "{{ checked | date(\"long\") }}, {{ checked | date(\"short\") }}, {{ checked | date(\"iso\") }}",
      "3 September 2024, 3 Sep 2024, 2024-09-03"),
    Case(
      "{{ count | number }} {{ 12 | number }} {{ -1000 | number }} {{ 999 | number }}",
      "1,234,567 12 -1,000 999"),
    Case(
      "{{ title | slug }} {{ \"  Ça va? --\" | slug }} {{ \"C++ 11\" | slug }} {{ \"C#\" | slug }} {{ \"日本\" | slug }}",
      "django-friends ca-va c-plus-plus-11 c-sharp 日本"),
    Case(
      "{{ title | lower }} {{ \"éa B\" | capitalize }} [{{ \"\\t a b \\n\" | trim }}]",
      "django &amp; friends Éa B [a b]"),
    Case(
      "{{ \"one two three\" | truncate(9) }} {{ \"one two\" | truncate(7) }} {{ \"abcdefgh\" | truncate(4) }}",
      "one two… one two abc…"),
    Case(
      "{{ tags | first | default(\"-\") }} {{ tags | last | default(\"-\") }} {{ none | first | default(\"-\") }}",
      "web python -"),
    Case(
      "{% if website %}{% for l in links %}{{ l.url | absolute(website) }} {% endfor %}{{ website | absolute(url) }}{% endif %}",
      "https://www.djangoproject.com/?a=1&amp;b=2a/ https://www.djangoproject.com/?a=1&amp;b=2b/ https://www.djangoproject.com/?a=1&amp;b=2#c https://www.djangoproject.com/?a=1&amp;b=2"
    ),
    Case("{{ url | absolute(url) }}", "../../frameworks/django/"),
    Case("{{ title | json }}", "&quot;Django \\u0026 friends&quot;"),
  ]

  @Test(arguments: values + conditions + loops) func `the language means what it says`(_ example: Case) {
    #expect(render(example.template) == example.output)
  }

  @Test(arguments: filters) func `filters change values`(_ example: Case) {
    #expect(render(example.template) == example.output)
  }
}
