/// A difference from Jinja2 that does not cause an error.
struct LanguageDifference: Sendable {
  /// An example of the difference; `⏎` stands for a line end.
  var example: String
  var here: String
  var inJinja: String

  /// All differences. Everything else means the same in both languages or is an error.
  static let all = [
    LanguageDifference(
      example: "{{ 1 == 1 }}", here: "Truths are written `true` and `false`.", inJinja: "`True` and `False`."),
    LanguageDifference(
      example: "{{ \"\" | default(\"x\") }}",
      here: "`default` stands in for what is absent and for what is empty: a text, html, a list.",
      inJinja: "For what is empty only as `default(\"x\", true)`."),
    LanguageDifference(
      example: "{% if n %}", here: "Of a number that may be absent: whether it is there. 0 is there.",
      inJinja: "0 is false."),
    LanguageDifference(
      example: "{{ \"mVC\" | capitalize }}",
      here: "The first letter becomes a capital, the rest stays: `MVC`.",
      inJinja: "The rest becomes small: `Mvc`."),
    LanguageDifference(
      example: "{{ \"a long text\" | truncate(6) }}",
      here: "At most so many characters, the `…` among them; nothing beyond is let through.",
      inJinja: "Ends in `...`, and a text that is up to 5 characters too long is not cut."),
    LanguageDifference(
      example: "{{ \"é\" | length }}",
      here: "Counts characters as readers see them: 1, also where the accent is a code point of its own.",
      inJinja: "Counts code points."),
    LanguageDifference(
      example: "text⏎", here: "The line end at the end of a file is kept.", inJinja: "It is dropped."),
    LanguageDifference(
      example: "{{ x -}}", here: "The hyphen takes blanks, tabs, form feeds and line ends.",
      inJinja: "Other blanks of Unicode too, such as U+00A0."),
    LanguageDifference(
      example: "{{ x }}",
      here:
        "Always escaped for its place: text, attribute, address, XML; `\"` is written `&quot;`. Markup of the site is "
        + "not escaped, and needs no `safe`. A NUL becomes U+FFFD; XML gets no characters that it forbids.",
      inJinja: "Escaped as HTML where that is switched on; `\"` is written `&#34;`."),
    LanguageDifference(
      example: "{% for x in xs %}{% block b %}{{ x }}{% endblock %}{% endfor %}",
      here: "A block sees the names at its place, `loop` among them.", inJinja: "Only with `scoped`."),
    LanguageDifference(
      example: "{{ cell(x) }}{% macro cell(x) %}…{% endmacro %}",
      here: "A macro and an import hold for the whole file, also above their place.",
      inJinja: "From their place on."),
    LanguageDifference(
      example: "<img src=\"assets/logo.png\">",
      here: "An address in the template's own text leads from the site's root, and is written for each page.",
      inJinja: "It is text as any other."),
  ]
}
